import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HEAD_BYTES, soxType } from '../../../../src/audio/file/sox-type';
import { complaintOf } from '../../../../src/audio/file/read-audio-file';
import { waveFile } from '../../../fixtures/wave';

/** A file's first bytes, of what stands there in Latin-1. */
const head = (text: string): Buffer =>
  Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(HEAD_BYTES)]).subarray(0, HEAD_BYTES);

describe('sox is told of a file', () => {
  for (const [what, [bytes, type]] of Object.entries({
    WAVE: [waveFile(Buffer.alloc(40)), 'wav'],
    'big-endian WAVE': [head('RIFX\0\0\0\x20WAVEfmt '), 'wav'],
    'WAVE of more than 4 GiB': [head('RF64\xff\xff\xff\xffWAVEds64'), 'wav'],
    'WAVE whose length is a line break': [head('RIFF\n\r\n\nWAVEfmt '), 'wav'],
    Wave64: [head('riff\x2e\x91\xcf\x11\xa5\xd6\x28\xdb'), 'w64'],
    AIFF: [head('FORM\0\x01\xf4\x50AIFFCOMM'), 'aiff'],
    'AIFF-C': [head('FORM\0\x01\xf4\x4eAIFCFVER'), 'aifc'],
    'the sound of Sun': [head('.snd\0\0\0\x2c'), 'au'],
    'Core Audio': [head('caff\0\x01\0\0desc'), 'caf'],
    FLAC: [head('fLaC\0\0\0\x22'), 'flac'],
    'Vorbis in Ogg': [
      head('OggS\0\x02\0\0\0\0\0\0\0\0\xfd\x6b\x85\x66\0\0\0\0\x54\xf6\x63\x74\x01\x1e\x01vorbis'),
      'ogg',
    ],
    'Opus in Ogg': [
      head('OggS\0\x02\0\0\0\0\0\0\0\0\xfd\x6b\x85\x66\0\0\0\0\x54\xf6\x63\x74\x01\x13OpusHead'),
      'opus',
    ],
    WavPack: [head('wvpk\xa2\x64\x01\0'), 'wv'],
    AMR: [head('#!AMR\n\x04\x80'), 'amr-nb'],
    'AMR of wide band': [head('#!AMR-WB\n\x04\x80'), 'amr-wb'],
    'MP3 with a tag': [head('ID3\x04\0\0\0\0\0\x23TSSE'), 'mp3'],
    'MP3 from its first frame': [head('\xff\xfb\x90\x64'), 'mp3'],
    'MPEG 2.5': [head('\xff\xe3\x18\xc4'), 'mp3'],
    'AAC, which it does not read': [head('\xff\xf1\x50\x80'), undefined],
    'MP4, which it does not read': [head('\0\0\0\x20ftypisom'), undefined],
    'Matroska, which it does not read': [head('\x1a\x45\xdf\xa3'), undefined],
    'WMA, which it does not read': [head('\x30\x26\xb2\x75\x8e\x66'), undefined],
  } as const)) {
    test(`that it is ${what}, whatever it is called`, () => {
      for (const name of ['/a/x.wav', '/a/x.mp3', '/a/x', '/a/RIFF.m3u'])
        assert.equal(soxType(name, bytes), type, name);
    });
  }

  test('what its name says where its first bytes say nothing', () => {
    const junk = head('\0\0\0\0\0\0');
    assert.deepEqual(
      ['/a/x.MP3', '/a/x.aif', '/a/x.m3u', '/a/x.m4a', '/a/wav', '/a/x'].map((file) =>
        soxType(file, junk),
      ),
      ['mp3', 'aiff', undefined, undefined, undefined, undefined],
    );
  });
});

describe('of what a decoder complains of, a person is told', () => {
  const file = "/srv/it's a: file/film.mp4";
  for (const [complaints, told] of [
    ['', ''],
    [`[mp3 @ 0x5] Failed to read.\nfile:${file}: Invalid argument\n`, 'Invalid argument'],
    [
      `/usr/bin/sox FAIL formats: can't open input file \`${file}': WAVE: RIFF header not found\r\n`,
      'WAVE: RIFF header not found',
    ],
    ['spawn /usr/bin/ffmpeg EACCES', 'spawn /usr/bin/ffmpeg EACCES'],
    [
      `Stream map '0:a:0' matches no streams.\nTo ignore this, add a trailing '?' to the map.\n`,
      '',
    ],
    [
      `[out] Stream map '' matches no streams.\nFailed to set value '0:a:0' for option 'map': Invalid argument\nError opening output files: Invalid argument\n`,
      '',
    ],
  ] as const) {
    test(`“${told}” of “${complaints.trim()}”`, () => {
      assert.equal(complaintOf(complaints, file), told);
    });
  }
});

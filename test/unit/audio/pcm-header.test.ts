import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fc } from '../../harness/properties';
import { PcmHeader } from '../../../src/audio/pcm-header';
import { OTHER_RECORDERS } from '../../../src/audio/other-recorders';
import { encodeWav } from '../../../src/core/wav';

/** What pw-record 1.4.2 puts before its samples: 24 bytes, little-endian. */
const AU = Buffer.alloc(24);
AU.write('dns.', 'latin1');
AU.writeUInt32LE(AU.length, 4);

function strip(stream: Buffer, cuts: readonly number[]): Buffer {
  const header = new PcmHeader();
  const edges = [0, ...cuts.map((cut) => cut % (stream.length + 1)), stream.length];
  const pieces = edges.toSorted((a, b) => a - b);
  return Buffer.concat(
    pieces.slice(1).map((end, i) => header.strip(stream.subarray(pieces[i], end))),
  );
}

/** Sound that does not begin like a header. */
const SOUND = fc
  .uint8Array({ minLength: 8, maxLength: 64 })
  .map((bytes) => Buffer.from(bytes))
  .filter((bytes) => !['d', 'R'].includes(bytes.toString('latin1', 0, 1)));
const CUTS = fc.array(fc.nat(), { maxLength: 6 });

describe('the header of a recording', () => {
  test('is looked for where a program writes one: in what pw-record writes', () => {
    const writers = Object.values(OTHER_RECORDERS).filter(
      ({ headerStripper }) => headerStripper?.().strip(AU).length === 0,
    );
    assert.deepEqual(
      writers.map(({ name }) => name),
      ['pw-record'],
    );
  });

  test('is taken away, however the stream is cut', () => {
    fc.assert(
      fc.property(SOUND, CUTS, (sound, cuts) => {
        assert.deepEqual(strip(Buffer.concat([AU, sound]), cuts), sound);
        const wav = Buffer.from(
          encodeWav({ bytes: sound, sampleRate: 16000, encoding: 'pcm_s16le' }),
        );
        assert.deepEqual(strip(wav, cuts), sound);
      }),
    );
  });

  test('is not looked for in sound that has none: every byte arrives', () => {
    fc.assert(
      fc.property(SOUND, CUTS, (sound, cuts) => {
        assert.deepEqual(strip(sound, cuts), sound);
      }),
    );
  });

  test('of WAVE is read chunk by chunk, whatever one of them says', () => {
    const says = Buffer.from('LIST\x0e\0\0\0INFOISFTdata m', 'latin1');
    const wav = Buffer.from(
      encodeWav({ bytes: Buffer.from('abcd'), sampleRate: 16000, encoding: 'pcm_s16le' }),
    );
    const data = wav.indexOf('data');
    const stream = Buffer.concat([wav.subarray(0, data), says, wav.subarray(data)]);
    assert.equal(strip(stream, []).toString(), 'abcd');
  });

  test('of AU tells a place behind itself; what does not is sound', () => {
    const sound = Buffer.concat([Buffer.from('dns.\x04\0\0\0', 'latin1'), Buffer.alloc(40, 7)]);
    assert.deepEqual(strip(sound, []), sound);
  });

  test('sound that only begins like a header arrives whole, as soon as that is clear', () => {
    const sound = Buffer.concat([Buffer.from('dns.'), Buffer.alloc(5000, 0xff)]);
    assert.deepEqual(strip(sound, [100, 2000]), sound);
  });
});

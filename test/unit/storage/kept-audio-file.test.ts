import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodeWav } from '../../../src/core/wav';
import type { KeptAudio } from '../../../src/core/kept-audio';
import {
  audioFileName,
  decodeKeptAudio,
  encodeKeptAudio,
  wavOf,
} from '../../../src/storage/kept-audio-file';

const MULAW_FRAME_BYTES = 400;
const AUDIO: KeptAudio = {
  frames: [1, 2, 3].map((byte) => new Uint8Array(MULAW_FRAME_BYTES).fill(byte)),
  recording: { recorder: 'auto', soxPath: '', device: '', sampleRate: 8000, encoding: 'pcm_mulaw' },
  replayed: { untilMs: 120.5, words: ['straße', '2'] },
};

describe('a file of kept audio', () => {
  test('gives back frames, format and echo', () => {
    const { frames, ...rest } = decodeKeptAudio(encodeKeptAudio(AUDIO)) ?? assert.fail();
    const { frames: before, ...expected } = AUDIO;
    assert.deepEqual(rest, expected);
    assert.deepEqual(
      frames.map((frame) => [...frame]),
      before.map((frame) => [...frame]),
    );
  });

  test('does not tell which microphone and program recorded it', () => {
    const recording = { ...AUDIO.recording, soxPath: '/opt/sox', device: 'hw:1' };
    assert.deepEqual(encodeKeptAudio({ ...AUDIO, recording }), encodeKeptAudio(AUDIO));
  });

  const whole = encodeKeptAudio(AUDIO);

  test('that a crash has cut off has the frames that are there', () => {
    const left = [1, MULAW_FRAME_BYTES, MULAW_FRAME_BYTES + 1].map(
      (missing) => decodeKeptAudio(whole.subarray(0, -missing))?.frames.length,
    );
    assert.deepEqual(left, [2, 2, 1]);
  });

  const broken: readonly (readonly [string, Uint8Array])[] = [
    ['is empty', new Uint8Array()],
    ['was cut off in its header', whole.subarray(0, -3 * MULAW_FRAME_BYTES - 1)],
    ['was cut off before its first frame', whole.subarray(0, -2 * MULAW_FRAME_BYTES - 1)],
    ['has more than its header tells', Buffer.concat([whole, new Uint8Array(MULAW_FRAME_BYTES)])],
    ['has no echo', wavOf(AUDIO)],
    ['has an echo of another shape', withEcho('{"untilMs":"0","words":[]}')],
    ['has an echo with other words', withEcho('{"untilMs":0,"words":[1]}')],
    ['has no JSON', withEcho('{')],
    ['has no object', withEcho('null')],
    [
      'has half a frame',
      encodeKeptAudio({ ...AUDIO, frames: [new Uint8Array(MULAW_FRAME_BYTES / 2)] }),
    ],
  ];
  for (const [name, file] of broken) {
    test(`that ${name} is none`, () => {
      assert.equal(decodeKeptAudio(file), undefined);
    });
  }
});

test('saved audio is a WAV file with all that was recorded', () => {
  const { bytes, ...format } = decodeWav(wavOf(AUDIO)) ?? assert.fail();
  assert.deepEqual(
    [format, [...bytes]],
    [{ sampleRate: 8000, encoding: 'pcm_mulaw' }, AUDIO.frames.flatMap((frame) => [...frame])],
  );
});

test('the name proposed for saving has the local time', () => {
  assert.equal(audioFileName(new Date(2026, 0, 31, 9, 5, 0)), 'dictation-2026-01-31-09-05-00.wav');
});

function withEcho(json: string): Uint8Array {
  return Buffer.concat([Buffer.from(`${json}\n`), wavOf(AUDIO)]);
}

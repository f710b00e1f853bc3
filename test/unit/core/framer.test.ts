import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../harness/properties';
import { Framer } from '../../../src/core/framer';
import {
  decodeFrame,
  decodeMulaw as decodeMulawOfCore,
  durationMs,
  encodeFrame,
  encodeMulaw,
  FRAME_MS,
} from '../../../src/core/pcm';
import { ENCODINGS, SAMPLE_RATES } from '../../../src/core/settings';

const anyRate = fc.constantFrom(...SAMPLE_RATES);

test('property: however the bytes are cut, they come out whole, in order, as frames of exactly 50 ms', () => {
  fc.assert(
    fc.property(
      anyRate,
      fc.uint8Array({ maxLength: 30000 }),
      fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1 }),
      (sampleRate, bytes, pieceLengths) => {
        const framer = new Framer(sampleRate);
        const frames: Uint8Array[] = [];
        for (let at = 0, i = 0; at < bytes.length; i++) {
          const length = pieceLengths[i % pieceLengths.length] ?? 1;
          frames.push(...framer.push(bytes.subarray(at, at + length)));
          at += length;
        }
        const tail = framer.flush();
        if (tail !== undefined) frames.push(tail);
        for (const frame of frames) {
          assert.equal(durationMs(frame.length, sampleRate, 'pcm_s16le'), FRAME_MS);
        }
        const joined = Buffer.concat(frames);
        const whole = bytes.length - (bytes.length % 2);
        assert.deepEqual(joined.subarray(0, whole), Buffer.from(bytes.subarray(0, whole)));
        assert.ok(joined.subarray(whole).every((byte) => byte === 0));
      },
    ),
  );
});

test('a frame of every rate and encoding lasts exactly 50 ms, the padded tail included', () => {
  for (const sampleRate of SAMPLE_RATES) {
    for (const encoding of ENCODINGS) {
      const framer = new Framer(sampleRate);
      // 51 ms of recorded audio: one whole frame and a tail.
      const frames = framer.push(new Uint8Array(Math.round(sampleRate * 0.051) * 2));
      const tail = framer.flush();
      assert.deepEqual(
        [...frames, tail ?? new Uint8Array()].map((frame) =>
          durationMs(encodeFrame(frame, encoding).length, sampleRate, encoding),
        ),
        [FRAME_MS, FRAME_MS],
      );
      assert.equal(framer.flush(), undefined);
    }
  }
});

test('frames are the receiver’s own: later audio does not overwrite them', () => {
  const framer = new Framer(8000);
  const [first] = framer.push(new Uint8Array(800).fill(1));
  framer.push(new Uint8Array(800).fill(2));
  assert.ok(first?.every((byte) => byte === 1));
});

test('a lone half sample at the end is dropped', () => {
  const framer = new Framer(16000);
  framer.push(Uint8Array.of(7));
  assert.equal(framer.flush(), undefined);
  assert.equal(framer.push(new Uint8Array(1600))[0]?.length, 1600);
});

/** G.711 µ-law decoding, written from the other side of the standard. */
function decodeMulaw(byte: number): number {
  const inverted = ~byte & 0xff;
  const magnitude = (((inverted & 0x0f) << 3) + 0x84) << ((inverted >> 4) & 7);
  return (inverted & 0x80) === 0 ? magnitude - 0x84 : 0x84 - magnitude;
}

test('µ-law keeps every sample within its segment’s step, as G.711 says', () => {
  for (let sample = -32768; sample <= 32767; sample++) {
    const decoded = decodeMulaw(encodeMulaw(sample));
    const clipped = Math.max(-32635, Math.min(32635, sample));
    const step = 2 ** (Math.floor(Math.log2(Math.abs(clipped) + 0x84)) - 4);
    assert.ok(
      Math.abs(decoded - clipped) <= step / 2 + 1,
      `${String(sample)} became ${String(decoded)}`,
    );
  }
});

test('µ-law’s reference values: silence is 0xff, full scale 0x80 and 0x00', () => {
  assert.deepEqual([0, 32767, -32768].map(encodeMulaw), [0xff, 0x80, 0x00]);
});

test('µ-law decoding gives what the standard’s other side gives, and frames keep their length', () => {
  for (let byte = 0; byte < 256; byte++) assert.equal(decodeMulawOfCore(byte), decodeMulaw(byte));
  assert.equal(decodeFrame(new Uint8Array(400), 'pcm_mulaw').length, 800);
});

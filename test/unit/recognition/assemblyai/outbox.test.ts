import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../harness/properties';
import { Outbox } from '../../../../src/recognition/assemblyai/outbox';
import { bytesPerSample, durationMs, samplesPerFrame } from '../../../../src/core/pcm';
import { ENCODINGS, SAMPLE_RATES } from '../../../../src/core/settings';

const LONGEST_MESSAGE_BYTES = 128 * 1024;

const format = fc.record({
  sampleRate: fc.constantFrom(...SAMPLE_RATES),
  encoding: fc.constantFrom(...ENCODINGS),
});

test('what goes in comes out, in order, in as few messages as are legal', () => {
  fc.assert(
    fc.property(format, fc.integer({ min: 0, max: 90 }), ({ sampleRate, encoding }, count) => {
      const frameBytes = samplesPerFrame(sampleRate) * bytesPerSample(encoding);
      const outbox = new Outbox(sampleRate, encoding);
      const frames = Array.from({ length: count }, (_, i) => Buffer.alloc(frameBytes, i));
      for (const frame of frames) assert.ok(outbox.push(frame));

      const messages = outbox.take();

      assert.deepEqual(Buffer.concat(messages), Buffer.concat(frames));
      assert.equal(messages.length, Math.ceil(count / 20));
      for (const message of messages) {
        const ms = durationMs(message.length, sampleRate, encoding);
        assert.ok(ms >= 50 && ms <= 1000, `${String(ms)} ms`);
        assert.ok(message.length < LONGEST_MESSAGE_BYTES);
      }
      assert.equal(outbox.takenMs, count * 50);
      assert.deepEqual(outbox.take(), []);
    }),
    { numRuns: 60 },
  );
});

test('a frame that is not exactly 50 ms is refused', () => {
  fc.assert(
    fc.property(format, fc.nat(20_000), ({ sampleRate, encoding }, bytes) => {
      const frameBytes = samplesPerFrame(sampleRate) * bytesPerSample(encoding);
      const outbox = new Outbox(sampleRate, encoding);
      assert.equal(outbox.push(new Uint8Array(bytes)), bytes === frameBytes);
      assert.equal(outbox.take().length, bytes === frameBytes ? 1 : 0);
    }),
  );
});

test('what is cleared never goes out and does not count as sent', () => {
  const outbox = new Outbox(16000, 'pcm_s16le');
  outbox.push(new Uint8Array(1600));
  outbox.clear();
  assert.deepEqual({ messages: outbox.take(), ms: outbox.takenMs }, { messages: [], ms: 0 });
});

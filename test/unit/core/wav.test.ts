import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../harness/properties';
import { ENCODINGS, SAMPLE_RATES } from '../../../src/core/settings';
import { decodeWav, encodeWav } from '../../../src/core/wav';

const anyAudio = fc.record({
  bytes: fc.uint8Array({ maxLength: 500 }),
  sampleRate: fc.constantFrom(...SAMPLE_RATES),
  encoding: fc.constantFrom(...ENCODINGS),
});

test('property: what is written is read again', () => {
  fc.assert(
    fc.property(anyAudio, (audio) => {
      assert.deepEqual(decodeWav(encodeWav(audio)), { ...audio });
    }),
  );
});

test('property: a file cut short or changed in its header is not read', () => {
  fc.assert(
    fc.property(anyAudio, fc.nat(43), (audio, at) => {
      const file = encodeWav(audio);
      assert.equal(decodeWav(file.subarray(0, at)), undefined);
      file[at] = (file[at] ?? 0) ^ 0xff;
      assert.equal(decodeWav(file), undefined);
    }),
  );
});

test('the header is the 44 bytes that players expect', () => {
  const file = encodeWav({ bytes: Uint8Array.of(1, 2), sampleRate: 16000, encoding: 'pcm_s16le' });
  assert.equal(
    Buffer.from(file).toString('hex'),
    '524946462600000057415645666d74201000000001000100803e0000007d0000020010006461746102000000' +
      '0102',
  );
});

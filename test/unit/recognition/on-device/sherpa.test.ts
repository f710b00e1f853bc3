import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { loadSherpa, parseResult } from '../../../../src/recognition/on-device/child/sherpa';

test('marks that nobody says are left out of what an engine has heard, with their times', () => {
  const tokens = ['\u2581Hallo', '.', '<de-DE>', '\u2581<unk>', '\u2581a', '<', 'b'];
  const timestamps = tokens.map((_, i) => i);
  assert.deepEqual(parseResult({ tokens, timestamps, start_time: 2 }), {
    tokens: ['\u2581Hallo', '.', '\u2581a', '<', 'b'],
    timesMs: [2000, 3000, 6000, 7000, 8000],
  });
});

test('what is no result is nothing heard', () => {
  assert.deepEqual(
    [undefined, 'x', { tokens: ['a'] }, { tokens: 1, timestamps: [1] }].map(parseResult),
    [0, 1, 2, 3].map(() => ({ tokens: [], timesMs: [] })),
  );
});

/** Hears a word in each four pieces of sound; the sound is how often it was asked. */
const ENGINE = `
exports.createOnlineRecognizer = () => {
  let [pieces, decoded, asked] = [0, 0, 0];
  return {
    createStream: () => ({ acceptWaveform: () => pieces++, inputFinished() {}, free() {} }),
    isReady: () => pieces >= 4 * (decoded + 1),
    decode: () => decoded++,
    getResult: () => {
      asked++;
      return { tokens: Array(decoded).fill('▁word'), timestamps: Array(decoded).fill(asked) };
    },
  };
};
`;

test('the engine is asked what it has heard only when its model has heard more', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'engine-'));
  try {
    const file = path.join(folder, 'engine.cjs');
    await writeFile(file, ENGINE);
    const stream = loadSherpa({
      engine: { kind: 'wasm', file },
      model: { kind: 'zipformer2Ctc', model: '', tokens: '' },
      threads: 1,
    }).openStream(16_000);
    const asked = Array.from({ length: 12 }, () => {
      stream.accept(new Float32Array(800));
      const { tokens, timesMs } = stream.heard();
      return [tokens.length, (timesMs.at(-1) ?? 0) / 1000];
    });
    assert.deepEqual(asked, [
      ...Array.from({ length: 3 }, () => [0, 0]),
      ...Array.from({ length: 4 }, () => [1, 2]),
      ...Array.from({ length: 4 }, () => [2, 3]),
      [3, 4],
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

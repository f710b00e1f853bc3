import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Journal } from '../../../../src/dictation/sessions/journal';
import { traitsOf } from '../../../../src/recognition/assemblyai/traits';
import { ReplayCover } from '../../../../src/dictation/sessions/replay-cover';

test('of final words whose time nobody knows, the newest are kept, however much is said', () => {
  const format = { sampleRate: 16_000, encoding: 'pcm_s16le' } as const;
  const cover = new ReplayCover(new Journal(100), format);
  const session = { offsetMs: 0, sentMs: 60_000, traits: traitsOf('universal-3-6-pro') };
  cover.beginSession();
  for (let turn = 0; turn < 5; turn++) {
    const text = Array.from({ length: 1000 }, (_, i) => `word${String(turn * 1000 + i)}`).join(' ');
    cover.accept({ turn, text, words: [] }, session);
  }
  const { words } = cover.replayed;
  assert.deepEqual([words.length <= 1500, words.at(-1)], [true, 'word4999']);
});

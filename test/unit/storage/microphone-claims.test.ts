import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isHeld, SILENCE_LIMIT_MS, type Claim } from '../../../src/storage/microphone-claims';

const NOW_MS = 1_000_000_000;
const OURS: Claim = { number: 3, pid: 7, beatMs: NOW_MS - 900 };
const runs = (pid: number): boolean => pid === 7;

describe('a claim on the microphone', () => {
  const cases: readonly (readonly [string, Claim, boolean])[] = [
    ['stands while its process runs and beats', OURS, true],
    ['ends with its process', { ...OURS, pid: 8 }, false],
    [
      'ends when the process does not beat, whoever has its number now',
      { ...OURS, beatMs: NOW_MS - SILENCE_LIMIT_MS - 1 },
      false,
    ],
    [
      'ends after a while when the clock was set back',
      { ...OURS, beatMs: NOW_MS + SILENCE_LIMIT_MS + 1 },
      false,
    ],
    ['stands while its file is being written', { ...OURS, pid: undefined }, true],
    [
      'ends when a crash kept its file from being written',
      { ...OURS, pid: undefined, beatMs: NOW_MS - SILENCE_LIMIT_MS - 1 },
      false,
    ],
    ['is none where nobody has ever claimed', { number: 0, pid: undefined, beatMs: 0 }, false],
  ];
  for (const [what, claim, held] of cases) {
    test(what, () => {
      assert.equal(isHeld(claim, NOW_MS, runs), held);
    });
  }
});

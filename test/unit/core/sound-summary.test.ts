import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isHeard, summariseSound, type Sound } from '../../../src/core/sound';

/** Three seconds, a fifth of them loud. */
function seconds(loudDb: number, quietDb: number, more: Partial<Sound> = {}): readonly Sound[] {
  return Array.from({ length: 60 }, (_, i) => ({
    peak: 1000,
    levelDb: i % 5 === 0 ? loudDb : quietDb,
    clipped: 0,
    ...more,
  }));
}

for (const [what, sounds, expected] of [
  ['speech above the noise of a room is good', seconds(-22, -60), 'good'],
  ['low speech can be used', seconds(-48, -70), 'quiet'],
  ['next to nothing is faint', seconds(-60, -75), 'faint'],
  ['steady noise has no speech in it', seconds(-30, -33), 'noise'],
  ['sound that is cut off is too loud', seconds(-8, -40, { clipped: 0.01 }), 'clipping'],
  ['zeros, and what sox makes of them, are none', seconds(-92, -92, { peak: 3 }), 'none'],
] as const) {
  test(what, () => {
    assert.equal(summariseSound(sounds).verdict, expected);
    assert.equal(isHeard({ verdict: expected }), ['good', 'quiet', 'clipping'].includes(expected));
  });
}

test('levels are those of the loud and of the quiet moments', () => {
  const { speechDb, floorDb, clipped } = summariseSound(seconds(-20, -61, { clipped: 0.0001 }));
  assert.deepEqual([speechDb, floorDb, clipped.toFixed(4)], [-20, -61, '0.0001']);
});

test('of nothing nothing is said that is not so', () => {
  assert.deepEqual(summariseSound([]), {
    verdict: 'none',
    speechDb: -100,
    floorDb: -100,
    clipped: 0,
  });
});

/** A sample of the real-speech tier; `npm run speech` has all of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLIPS } from './clips';
import { isWrong, MANNERS, reportOf, roomName, sweep } from './sweep';

/** So that a core has them all in a minute; not a multiple of a frame. */
const CUT_EVERY_MS = 170;

/** Clip, room and number of the manner: short ones, so that few words are decoded again. */
const SAMPLE = [
  ['two sentences of a novel', 'noise at 20 dB', 0],
  ['short sentences', 'quiet', 1],
  ['short sentences', 'music at 20 dB', 2],
] as const;

for (const [name, room, number] of SAMPLE) {
  const clip = CLIPS.find((each) => each.name === name && roomName(each.room) === room);
  const manner = MANNERS[number];
  assert.ok(clip !== undefined && manner !== undefined, `no clip ${name} in ${room}`);
  test(`no word is lost or doubled wherever the connection breaks: ${name}, ${room}, ${manner.model}`, async () => {
    const swept = await sweep(clip, manner, CUT_EVERY_MS);
    assert.ok(swept.words > 5 && swept.cuts.length > 20, 'next to nothing was said');
    assert.equal(swept.cuts.filter(isWrong).length, 0, reportOf(clip, manner, swept));
  });
}

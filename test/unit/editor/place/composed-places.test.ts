import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Clock } from '../../../../src/core/clock';
import { ComposedPlaces } from '../../../../src/editor/place/composed-places';
import type { WritingPlace } from '../../../../src/editor/place/text-context';
import { plainly } from '../../../../src/text/compose';
import { VirtualClock } from '../../../contracts/virtual-clock';
import { DEFAULT_SETTINGS } from '../../../fixtures/default-settings';

function placeBehind(left: string): WritingPlace {
  const { insertion } = DEFAULT_SETTINGS;
  const variables = { selection: '', clipboard: '', date: '' };
  return {
    place: { left, right: '', scope: 'prose', languageId: 'markdown', owed: '', stop: '' },
    within: 'document',
    style: { insertion, languages: ['en'], identifiers: [], variables },
    continuation: '',
    continued: (text) => text,
    finish: ({ text }) => text,
  };
}

/** Composes at so many places; tells how many of them in each turn of the event loop. */
async function turnsOf(count: number, composingMs: number): Promise<readonly number[]> {
  const turns = [0];
  let nowMs = 0;
  const clock: Clock = {
    now: () => nowMs,
    schedule(_delayMs, callback) {
      turns.push(0);
      queueMicrotask(callback);
      return { dispose: () => undefined };
    },
  };
  const places = new ComposedPlaces(() => {
    nowMs += composingMs;
    turns.push((turns.pop() ?? 0) + 1);
    return plainly('');
  });
  await places.prepare(clock, (index) => (index < count ? placeBehind('') : undefined));
  return turns;
}

test('where a final takes long at its places, the window has its turn between them', async () => {
  assert.deepEqual(await turnsOf(5, 5), [2, 2, 1]);
});

test('the window’s turn is not waited for where a final is composed in no time, or at its last place', async () => {
  assert.deepEqual(
    { many: await turnsOf(20, 0.1), one: await turnsOf(1, 50) },
    { many: [20], one: [1] },
  );
});

test('a final is composed once at each place, and anew only where something else stands there now', async () => {
  const composed: string[] = [];
  const places = new ComposedPlaces(({ place }) => {
    composed.push(place.left);
    return plainly(`${place.left}!`);
  });
  const before = ['a', 'b', 'c'].map(placeBehind);
  await places.prepare(new VirtualClock(), (index) => before[index]);
  const after = ['a', 'typed', 'c'].map(placeBehind);
  const texts = [...after, ...after].map((place, n) => places.at(n % 3, place).text);
  assert.deepEqual(texts, ['a!', 'typed!', 'c!', 'a!', 'typed!', 'c!']);
  assert.deepEqual(composed, ['a', 'b', 'c', 'typed']);
});

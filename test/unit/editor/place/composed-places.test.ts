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

/** Composes behind `lefts`; tells what was composed in each turn of the event loop. */
async function turnsOf(lefts: readonly string[]): Promise<readonly (readonly string[])[]> {
  const turns: string[][] = [[]];
  const clock: Clock = {
    now: () => 0,
    schedule(_delayMs, callback) {
      turns.push([]);
      queueMicrotask(callback);
      return { dispose: () => undefined };
    },
  };
  const places = new ComposedPlaces(({ place }) => {
    turns.at(-1)?.push(place.left);
    return plainly('');
  });
  await places.prepare(clock, 10, (index) => {
    const left = lefts[index];
    return left === undefined ? undefined : placeBehind(left);
  });
  return turns.filter((turn) => turn.length > 0);
}

test('a final is composed at many cursors in long lines with the window’s turn between them', async () => {
  const long = Array.from({ length: 20 }, (_, i) => `${String(i)} `.repeat(4000));
  assert.deepEqual(
    await turnsOf(long),
    long.map((left) => [left]),
  );
});

test('at some cursors in short lines, a final is composed in one turn', async () => {
  const short = ['a', 'b', 'c'];
  assert.deepEqual(await turnsOf(short), [short]);
});

test('a final is composed once at each place, and anew only where something else stands there now', async () => {
  const composed: string[] = [];
  const places = new ComposedPlaces(({ place }) => {
    composed.push(place.left);
    return plainly(`${place.left}!`);
  });
  const before = ['a', 'b', 'c'].map(placeBehind);
  await places.prepare(new VirtualClock(), 10, (index) => before[index]);
  const after = ['a', 'typed', 'c'].map(placeBehind);
  const texts = [...after, ...after].map((place, n) => places.at(n % 3, place).text);
  assert.deepEqual(texts, ['a!', 'typed!', 'c!', 'a!', 'typed!', 'c!']);
  assert.deepEqual(composed, ['a', 'b', 'c', 'typed']);
});

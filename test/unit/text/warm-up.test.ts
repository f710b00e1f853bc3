import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Clock } from '../../../src/core/clock';
import { compose, type Place, type WritingStyle } from '../../../src/text/compose';
import { interpret } from '../../../src/text/interpret';
import { warmUp } from '../../../src/text/warm-up';
import { VirtualClock } from '../../contracts/virtual-clock';
import { DEFAULT_SETTINGS } from '../../fixtures/default-settings';

const STYLE: WritingStyle = {
  insertion: DEFAULT_SETTINGS.insertion,
  languages: ['en', 'de'],
  identifiers: [],
  variables: { selection: '', clipboard: '', date: '' },
};
const PROSE: Place = { left: '', right: '', scope: 'prose', languageId: 'markdown' };

/** How many expressions are made from their source, which is what takes long, while `act` runs. */
function expressionsMadeIn(act: () => unknown): number {
  const { RegExp: original } = globalThis;
  let count = 0;
  globalThis.RegExp = new Proxy(original, {
    construct(target, parameters, newTarget) {
      count++;
      return Reflect.construct(target, parameters, newTarget) as object;
    },
  });
  try {
    act();
  } finally {
    globalThis.RegExp = original;
  }
  return count;
}

test('what the first words of a window need is made before them, a piece in each turn', () => {
  const turns: (() => void)[] = [];
  const clock: Clock = {
    now: () => 0,
    schedule: (_, callback) => {
      turns.push(callback);
      return { dispose: () => undefined };
    },
  };
  assert.equal(
    expressionsMadeIn(() => warmUp(clock, STYLE)),
    0,
  );
  const made: number[] = [];
  for (let turn = turns.shift(); turn !== undefined; turn = turns.shift()) {
    made.push(expressionsMadeIn(turn));
    assert.ok(turns.length <= 1);
  }
  assert.ok(made.length > 3 && made[0] !== 0, made.join());
  const first = (): void => {
    interpret('Hello world.', STYLE);
    compose('Hello world.', PROSE, STYLE);
    compose('Hello world new line and a comma.', PROSE, STYLE);
    compose('camel case user name equals five', { ...PROSE, scope: 'code' }, STYLE);
  };
  assert.equal(expressionsMadeIn(first), expressionsMadeIn(first));
});

test('a window that closes meanwhile makes nothing more', () => {
  const clock = new VirtualClock();
  warmUp(clock, STYLE).dispose();
  assert.equal(clock.pending, 0);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  keptFromTerminals,
  TERMINAL_KEY_COMMANDS,
  withKeysLetThrough,
} from '../../../src/ui/terminal-key';

const TOGGLE = 'voiceDictation.toggle';
const ALL = TERMINAL_KEY_COMMANDS;
const OTHERS = ALL.slice(1);

test('where another list stands instead of the manifest’s, the keys go to the shell', () => {
  assert.deepEqual(
    [
      keptFromTerminals(ALL),
      keptFromTerminals(['other.command', ...ALL]),
      keptFromTerminals(['other.command']),
      keptFromTerminals([TOGGLE]),
      keptFromTerminals([]),
      keptFromTerminals(undefined),
      keptFromTerminals('voiceDictation.toggle'),
      keptFromTerminals([7, null]),
    ],
    [[], [], ALL, OTHERS, ALL, ALL, ALL, ALL],
  );
});

test('a key that the person has given to the shell is theirs', () => {
  assert.deepEqual(
    [keptFromTerminals(ALL.map((command) => `-${command}`)), keptFromTerminals([`-${TOGGLE}`])],
    [[], OTHERS],
  );
});

test('the keys are let through beside all that is, and what a person has taken out stays out', () => {
  assert.deepEqual(
    [
      withKeysLetThrough(['other.command']),
      withKeysLetThrough([`-${TOGGLE}`, 'x']),
      withKeysLetThrough(undefined),
    ],
    [['other.command', ...ALL], [`-${TOGGLE}`, 'x', ...OTHERS], ALL],
  );
});

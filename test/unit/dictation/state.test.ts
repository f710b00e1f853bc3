import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../harness/properties';
import { DictationError } from '../../../src/core/failure';
import {
  IDLE,
  transition,
  type DictationEvent,
  type DictationState,
} from '../../../src/dictation/state';

const failure = new DictationError('server-error');

function play(events: readonly DictationEvent[]): DictationState[] {
  const states: DictationState[] = [IDLE];
  for (const event of events) states.push(transition(states.at(-1) ?? IDLE, event));
  return states;
}

test('a run goes from idle through starting, listening and finalizing to idle', () => {
  assert.deepEqual(
    play([
      { kind: 'start', nowMs: 7 },
      { kind: 'begin', model: 'universal-3-6-pro' },
      { kind: 'partial', text: 'hello' },
      { kind: 'stop' },
      { kind: 'partial', text: '' },
      { kind: 'end' },
    ]),
    [
      { kind: 'idle' },
      { kind: 'starting', sinceMs: 7 },
      { kind: 'listening', sinceMs: 7, partial: '', model: 'universal-3-6-pro' },
      { kind: 'listening', sinceMs: 7, partial: 'hello', model: 'universal-3-6-pro' },
      { kind: 'finalizing', sinceMs: 7, partial: 'hello' },
      { kind: 'finalizing', sinceMs: 7, partial: '' },
      { kind: 'idle' },
    ],
  );
});

test('whether this computer listens is told, and where it takes over while nobody spoke', () => {
  assert.deepEqual(
    play([
      { kind: 'start', nowMs: 7 },
      { kind: 'begin', model: 'a' },
      { kind: 'park' },
      { kind: 'wake' },
      { kind: 'begin', model: 'a' },
      { kind: 'begin', model: 'b', isLocal: true },
    ]).slice(4),
    [
      { kind: 'listening', sinceMs: 7, partial: '', model: 'a' },
      { kind: 'listening', sinceMs: 7, partial: '', model: 'a' },
      { kind: 'listening', sinceMs: 7, partial: '', model: 'b', isLocal: true },
    ],
  );
});

test('the level is told while it listens, and the same again changes nothing', () => {
  const states = play([
    { kind: 'level', level: 3 },
    { kind: 'start', nowMs: 7 },
    { kind: 'begin', model: 'a' },
    { kind: 'level', level: 2 },
    { kind: 'level', level: 2 },
    { kind: 'stop' },
    { kind: 'level', level: 1 },
  ]);
  assert.deepEqual(
    states.map((state) => ('level' in state ? state.level : state.kind)),
    ['idle', 'idle', 'starting', 'listening', 2, 2, 'finalizing', 'finalizing'],
  );
  assert.equal(states[5], states[4]);
});

test('what a provider gets ready is told until all is; the same again changes nothing', () => {
  const half = { what: 'download', percent: 50 } as const;
  const states = play([
    { kind: 'start', nowMs: 7 },
    { kind: 'prepare', preparation: half },
    { kind: 'prepare', preparation: { ...half } },
    { kind: 'partial', text: 'hello' },
    { kind: 'prepare', preparation: undefined },
    { kind: 'prepare', preparation: half },
    { kind: 'stop' },
    { kind: 'prepare', preparation: half },
  ]);
  const preparing = { kind: 'preparing', sinceMs: 7, ...half };
  const finalizing = { kind: 'finalizing', sinceMs: 7, partial: '' };
  assert.deepEqual(states, [
    { kind: 'idle' },
    { kind: 'starting', sinceMs: 7 },
    preparing,
    preparing,
    preparing,
    { kind: 'starting', sinceMs: 7 },
    preparing,
    finalizing,
    finalizing,
  ]);
  assert.equal(states[2], states[3]);
});

test('a lost connection is reconnecting until the next session begins, and keeps the partial', () => {
  assert.deepEqual(
    play([
      { kind: 'start', nowMs: 0 },
      { kind: 'begin', model: undefined },
      { kind: 'partial', text: 'half a sen' },
      { kind: 'drop', keptSinceMs: 3, error: failure },
      { kind: 'begin', model: 'other' },
    ]).slice(-2),
    [
      { kind: 'reconnecting', sinceMs: 0, partial: 'half a sen', keptSinceMs: 3, error: failure },
      { kind: 'listening', sinceMs: 0, partial: 'half a sen', model: 'other' },
    ],
  );
});

test('a failure is why we are idle, until the next start', () => {
  const [, , failed, again] = play([
    { kind: 'start', nowMs: 0 },
    { kind: 'end', failure },
    { kind: 'start', nowMs: 5 },
  ]);
  assert.deepEqual(failed, { kind: 'idle', failure });
  assert.deepEqual(again, { kind: 'starting', sinceMs: 5 });
});

test('a new run may start while the last one drains', () => {
  assert.deepEqual(
    play([{ kind: 'start', nowMs: 0 }, { kind: 'stop' }, { kind: 'start', nowMs: 9 }]).at(-1),
    { kind: 'starting', sinceMs: 9 },
  );
});

test('property: every event in every state gives a state; what means nothing changes nothing; end is idle', () => {
  const event: fc.Arbitrary<DictationEvent> = fc.oneof(
    fc.record({ kind: fc.constant('start' as const), nowMs: fc.nat(1000) }),
    fc.record({ kind: fc.constant('begin' as const), model: fc.constantFrom('a', undefined) }),
    fc.record({ kind: fc.constant('partial' as const), text: fc.constantFrom('', 'x', 'y') }),
    fc.constantFrom(
      { kind: 'drop' as const, keptSinceMs: 1, error: failure },
      { kind: 'stop' as const },
    ),
    fc.constantFrom({ kind: 'end' as const }, { kind: 'end' as const, failure }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), event, (events, last) => {
      const state = play(events).at(-1) ?? IDLE;
      const next = transition(state, last);
      if (last.kind === 'end') assert.equal(next.kind, 'idle');
      if (state.kind === 'idle' && last.kind !== 'start') assert.equal(next, state);
      if (last.kind === 'stop' && state.kind !== 'idle') assert.equal(next.kind, 'finalizing');
      // Nothing but stop and end leads away from a run that goes on.
      if (state.kind === 'listening' && last.kind === 'start') assert.equal(next, state);
    }),
  );
});

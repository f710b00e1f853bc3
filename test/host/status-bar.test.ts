import assert from 'node:assert/strict';
import { Emitter } from '../../src/core/events';
import type { Settings } from '../../src/core/settings';
import type { DictationState } from '../../src/dictation/state';
import { History } from '../../src/ui/history/history';
import { StatusBar } from '../../src/ui/status/status-bar';
import { VirtualClock } from '../contracts/virtual-clock';
import { NO_STORE } from '../unit/ui/no-store';
import { SETTINGS } from '../unit/ui/settings-fixture';

suite('status bar item', () => {
  test('is brought up to date each second while dictating, and left alone when idle', async () => {
    const clock = new VirtualClock();
    const changes = new Emitter<DictationState>();
    let reads = 0;
    const peek = (): Settings => {
      reads++;
      return SETTINGS;
    };
    let state: DictationState = { kind: 'idle' };
    const enter = (next: DictationState): number => {
      state = next;
      changes.fire(next);
      return clock.pending;
    };
    const statusBar = new StatusBar({
      clock,
      controller: {
        get state() {
          return state;
        },
        onDidChangeState: changes.event,
        sessionId: undefined,
        usage: undefined,
        target: undefined,
      },
      history: new History(NO_STORE),
      settings: { peek, onDidChange: new Emitter<void>().event },
    });
    // A window that opens does not wait for VS Code to read them.
    assert.equal(reads, 0);
    const timers = [
      clock.pending,
      enter({ kind: 'starting', sinceMs: 0 }),
      enter({ kind: 'listening', sinceMs: 0, partial: '', model: undefined }),
      enter({ kind: 'listening', sinceMs: 0, partial: 'hello', model: undefined }),
    ];
    await clock.advance(5000);
    timers.push(clock.pending, enter({ kind: 'idle' }));
    enter({ kind: 'starting', sinceMs: 0 });
    statusBar.dispose();
    timers.push(clock.pending);
    assert.deepEqual(timers, [0, 1, 1, 1, 1, 0, 0]);
  });

  test('asks for nothing but the words at a partial', () => {
    const changes = new Emitter<DictationState>();
    const asked: string[] = [];
    let state: DictationState = { kind: 'idle' };
    const statusBar = new StatusBar({
      clock: new VirtualClock(),
      controller: {
        get state() {
          return state;
        },
        onDidChangeState: changes.event,
        get usage() {
          asked.push('usage');
          return undefined;
        },
        sessionId: undefined,
        target: undefined,
      },
      history: new History(NO_STORE),
      settings: { peek: () => SETTINGS, onDidChange: new Emitter<void>().event },
    });
    const listening = { kind: 'listening', sinceMs: 0, model: undefined } as const;
    asked.length = 0;
    for (const partial of ['', 'hello', 'hello you', '']) {
      state = { ...listening, partial };
      changes.fire(state);
    }
    const atPartials = [...asked];
    state = { kind: 'listening', sinceMs: 0, partial: '', model: 'another' };
    changes.fire(state);
    statusBar.dispose();
    assert.deepEqual([atPartials, asked], [['usage'], ['usage', 'usage']]);
  });
});

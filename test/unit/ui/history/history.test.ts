import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PastText } from '../../../../src/storage/past-texts';
import type { UnlandedText } from '../../../../src/storage/unlanded-texts';
import {
  handOver,
  History,
  HISTORY_LENGTH,
  KEPT_LENGTH,
  KEPT_TEXTS,
  type TextStore,
} from '../../../../src/ui/history/history';
import { historyLines } from '../../../../src/ui/history/history-lines';

/** Keeps what is saved in memory, `left` from an earlier window. */
class FakeStore implements TextStore {
  readonly saved: string[];
  /** What is kept for later windows. */
  past: PastText[] = [];
  /** What other windows have kept. */
  others: PastText[] = [];

  constructor(private readonly left: readonly UnlandedText[] = []) {
    this.saved = left.map(({ text }) => text);
  }

  save({ text }: UnlandedText): () => void {
    this.saved.push(text);
    return this.remover(text);
  }

  recover() {
    return Promise.resolve(this.left.map((each) => ({ ...each, remove: this.remover(each.text) })));
  }

  keep(text: PastText): () => void {
    this.past.push(text);
    return this.deleter(text);
  }

  read() {
    const found = this.others.splice(0);
    this.past.push(...found);
    return Promise.resolve(found.map((each) => ({ ...each, remove: this.deleter(each) })));
  }

  clear(): void {
    this.past = [];
  }

  private deleter(text: PastText): () => void {
    return () => {
      this.past = this.past.filter((each) => each !== text);
    };
  }

  private remover(text: string): () => void {
    return () => {
      const index = this.saved.indexOf(text);
      if (index >= 0) this.saved.splice(index, 1);
    };
  }
}

function rig(left?: readonly UnlandedText[]) {
  const store = new FakeStore(left);
  let time = 1000;
  const history = new History(store, () => time++);
  const states = () => history.entries.map(({ text, state }) => `${text}: ${state}`);
  return { store, history, states };
}

describe('history', () => {
  test('forgets what was a spoken command', () => {
    const { store, states, history } = rig();
    history.note('Hello.')('inserted');
    history.note('New line.')('performed');
    history.note('Stop dictation.')('stop');
    history.note('Pause listening.')('pause');
    assert.deepEqual([states(), store.saved], [['Hello.: landed'], []]);
  });

  test('knows where the text of a closed document belongs', () => {
    const { history } = rig();
    const place = { uri: 'file:///a.md', line: 2, character: 7 };
    const landing = { kind: 'editor', name: 'a.md', place } as const;
    history.note('Hello.')('closed', landing);
    assert.deepEqual(history.entries, [{ text: 'Hello.', saidAtMs: 1000, state: 'kept', landing }]);
  });

  test('lets the oldest of too many texts go that nobody takes, on disk too, and tells how many', () => {
    const { store, history, states } = rig();
    const told: number[] = [];
    history.onDidLetGo((count) => told.push(count));
    history.note('Waiting.');
    for (let i = 0; i < KEPT_TEXTS; i++) history.note(String(i))('no-target');
    const before = [...told, store.saved.length];
    history.note('One more.')('closed');
    assert.deepEqual(before, [KEPT_TEXTS + 1]);
    assert.deepEqual(
      [told, store.saved.length, states().slice(0, 2), states().at(-1)],
      [[1], KEPT_TEXTS + 1, ['Waiting.: waiting', '1: kept'], 'One more.: kept'],
    );
  });

  test('lets too long texts of an earlier window go, but never the newest', async () => {
    const long = (name: string) => name.repeat(KEPT_LENGTH * 0.6);
    const texts = ['a', 'b', 'c'].map((name, saidAtMs) => ({ text: long(name), saidAtMs }));
    const { store, history } = rig([...texts, { text: 'd'.repeat(KEPT_LENGTH + 1), saidAtMs: 4 }]);
    const told: number[] = [];
    history.onDidLetGo((count) => told.push(count));
    await history.recover();
    assert.deepEqual(
      [told, store.saved.map((text) => text.charAt(0)), history.entries.length],
      [[3], ['d'], 1],
    );
  });

  test('has a final on disk from before its insertion until it has landed', () => {
    const { store, history, states } = rig();
    const noteOutcome = history.note(' First. ');
    const before = [...states(), ...store.saved];
    noteOutcome('inserted');
    assert.deepEqual(
      [before, states(), store.saved],
      [['First.: waiting', 'First.'], ['First.: landed'], []],
    );
  });

  test('keeps on disk what could not be inserted, and nothing that was cancelled', () => {
    const { store, history, states } = rig();
    history.note('a')('no-target');
    history.note('b')('read-only');
    history.note('c')('dropped');
    assert.deepEqual(
      [states(), store.saved, history.hasKept],
      [['a: kept', 'b: kept', 'c: dropped'], ['a', 'b'], true],
    );
  });

  test('hands over everything kept, once', async () => {
    const { store, history, states } = rig();
    history.note('First.')('no-target');
    history.note('Landed.')('inserted');
    history.note(' second. ')('no-target');
    const given: string[] = [];
    await handOver(history, (text) => Promise.resolve(given.push(text)));
    assert.deepEqual(
      [given, states(), store.saved, history.hasKept],
      [['First. second.'], ['First.: taken', 'Landed.: landed', 'second.: taken'], [], false],
    );
  });

  test('keeps the text when handing over fails', async () => {
    const { store, history } = rig();
    history.note('words')('no-target');
    await assert.rejects(handOver(history, () => Promise.reject(new Error('no clipboard'))));
    assert.deepEqual([history.hasKept, store.saved], [true, ['words']]);
  });

  test('keeps what comes while the rest is handed over, and tells of each change', async () => {
    const { history } = rig();
    const told: boolean[] = [];
    history.onDidChange(() => told.push(history.hasKept));
    history.note('words')('no-target');
    await handOver(history, () => {
      history.note('more')('no-target');
      return Promise.resolve();
    });
    let rest = '';
    await handOver(history, (text) => {
      rest = text;
      return Promise.resolve();
    });
    assert.deepEqual({ told, rest }, { told: [true, true, true, false], rest: 'more' });
  });

  test('takes in what an earlier window left, before its own, and only that is news', async () => {
    const { store, history, states } = rig([{ text: 'left', saidAtMs: 1 }]);
    history.note('own')('inserted');
    const hasFound = await history.recover();
    assert.deepEqual(
      [hasFound, states(), store.saved, await rig().history.recover()],
      [true, ['left: kept', 'own: landed'], ['left'], false],
    );
  });

  test('forgets the oldest that are done, never one that waits for the person', () => {
    const { history, states } = rig();
    history.note('kept')('no-target');
    history.note('waiting');
    for (let i = 0; i <= HISTORY_LENGTH; i++) history.note(String(i))('inserted');
    assert.deepEqual(states().slice(0, 3), ['kept: kept', 'waiting: waiting', '1: landed']);
    assert.equal(states().length, HISTORY_LENGTH + 2);
  });

  test('forgets everything when cleared, on disk too, except what is being inserted', () => {
    const { store, history, states } = rig();
    history.note('kept')('no-target');
    const noteOutcome = history.note('waiting');
    history.clear();
    const cleared = [...states(), ...store.saved];
    noteOutcome('inserted');
    assert.deepEqual(
      [cleared, states(), store.saved],
      [['waiting: waiting', 'waiting'], ['waiting: landed'], []],
    );
  });

  test('knows what the person has taken, and what could not be inserted when they asked', () => {
    const { store, history, states } = rig();
    history.note('a')('dropped');
    history.note('b')('no-target');
    const [a, b] = history.entries;
    assert.ok(a !== undefined && b !== undefined);
    history.keep(a);
    history.take(b);
    assert.deepEqual([states(), store.saved], [['a: kept', 'b: taken'], []]);
  });

  test('keeps what is over and done with for later windows, but nothing that was cancelled', () => {
    const { store, history } = rig();
    const written = { text: 'First, then.', utterance: 7 };
    const landing = { kind: 'editor', name: 'notes.md', written } as const;
    history.note('First comma then.', true)('inserted', landing);
    history.note('Nowhere.')('no-target');
    history.note('Not this.')('dropped');
    const kept = [...store.past];
    history.take(history.entries[1] ?? assert.fail('it is not there'));
    assert.deepEqual(
      [kept, store.past.map(({ text }) => text)],
      [
        [
          {
            text: 'First comma then.',
            saidAtMs: 1000,
            isLocal: true,
            state: 'landed',
            landing,
          },
        ],
        ['First comma then.', 'Nowhere.'],
      ],
    );
  });

  test('takes in what other windows have kept, once, by the time it was said', async () => {
    const { store, history, states } = rig();
    let changes = 0;
    history.note('Own.')('inserted');
    store.others = [
      { text: 'Later.', saidAtMs: 5000 },
      { text: 'Earlier.', saidAtMs: 1 },
    ];
    history.onDidChange(() => changes++);
    await history.load();
    await history.load();
    assert.deepEqual(
      [states(), changes],
      [['Earlier.: landed', 'Own.: landed', 'Later.: landed'], 1],
    );
  });

  test('forgets single texts, on disk, too, and everything of all windows when it is cleared', async () => {
    const { store, history, states } = rig();
    for (const text of ['a', 'b', 'c']) history.note(text)('inserted');
    history.note('kept')('no-target');
    history.delete(history.entries.filter(({ text }) => text === 'b' || text === 'kept'));
    const left = [states(), store.past.map(({ text }) => text), [...store.saved]];
    store.past.push({ text: 'of another window', saidAtMs: 1 });
    await history.load();
    history.clear();
    assert.deepEqual(
      [left, states(), store.past],
      [[['a: landed', 'c: landed'], ['a', 'c'], []], [], []],
    );
  });

  test('is listed newest first in single lines without icons, with who heard each and its fate', () => {
    const { history } = rig();
    history.note('two\n lines', true)('inserted');
    history.note('$(bug) text', false)('dropped');
    history.note('kept')('read-only');
    history.note('now');
    history.note('hello comma $(bug)')('inserted', {
      kind: 'editor',
      name: 'notes.md',
      written: { text: 'Hello,' },
    });
    const lines = historyLines(history.entries, (ms) => `at ${String(ms)}`);
    assert.deepEqual(
      lines.map(({ label, description, detail }) => `${label} / ${description}${detail}`),
      [
        'Hello, / at 1004, notes.mdSaid: hello comma $\u2060(bug)',
        'now / at 1003, being inserted',
        'kept / at 1002, not inserted',
        '$\u2060(bug) text / at 1001, AssemblyAI, cancelled',
        'two lines / at 1000, on this computer',
      ],
    );
  });
});

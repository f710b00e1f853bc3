import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../harness/properties';
import {
  followEdits,
  NOTHING_KNOWN,
  restoreState,
  withAnchors,
  type DocumentState,
} from '../../../../src/editor/ledger/document-state';
import { applyEdits, type Edits, inSequence } from '../../../../src/editor/ledger/edits';
import { DocumentHistory } from '../../../../src/editor/ledger/document-history';
import { planFinal } from '../../../../src/editor/ledger/final-plan';
import type { Marks } from '../../../../src/editor/ledger/mark';
import { ownStopBefore, takeBack } from '../../../../src/editor/ledger/utterances';
import { DocumentModel } from './history-model';

const RUNS = 2000;

/** Something that happens to a document; places are shares of its length. */
type Action =
  /** A key of the person's, or an edit by another extension; `xyz` only, dictation writes others. */
  | { readonly kind: 'type'; readonly at: number; readonly text: string }
  | { readonly kind: 'edit'; readonly at: number; readonly removed: number; readonly text: string }
  | { readonly kind: 'two edits'; readonly at: readonly [number, number]; readonly removed: number }
  | { readonly kind: 'final'; readonly text: string; readonly isSpaced: boolean }
  | { readonly kind: 'cursors'; readonly at: readonly number[]; readonly selected: number }
  | { readonly kind: 'scratch'; readonly count: number }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

const share = fc.double({ min: 0, max: 1, noNaN: true });
const foreignText = fc.string({ unit: fc.constantFrom('x', 'y', 'z'), maxLength: 4 });
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    kind: fc.constant('type' as const),
    at: share,
    text: fc.constantFrom('x', 'y', ' ', '\n'),
  }),
  fc.record({
    kind: fc.constant('edit' as const),
    at: share,
    removed: fc.nat(6),
    text: fc.oneof(foreignText, fc.constantFrom(' ', '\n  ')),
  }),
  fc.record({
    kind: fc.constant('two edits' as const),
    at: fc.tuple(share, share),
    removed: fc.nat(3),
  }),
  fc.record({
    kind: fc.constant('final' as const),
    text: fc
      .tuple(
        fc.constantFrom('', '', ','),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 }),
        fc.constantFrom('', '.'),
      )
      .map((parts) => parts.join('')),
    isSpaced: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('cursors' as const),
    at: fc.array(share, { minLength: 1, maxLength: 3 }),
    selected: fc.nat(3),
  }),
  fc.record({ kind: fc.constant('scratch' as const), count: fc.integer({ min: 1, max: 3 }) }),
  fc.constant({ kind: 'undo' as const }),
  fc.constant({ kind: 'redo' as const }),
);

/** What dictation keeps book of, beside the model. */
class Ledger {
  readonly model = new DocumentModel('xyz xyz xyz xyz xyz');
  readonly history = new DocumentHistory<DocumentState>(NOTHING_KNOWN, followEdits, restoreState);
  private readonly owner = {};
  private readonly utterances: number[] = [];
  private count = 0;

  constructor() {
    this.setCursors([{ start: 8, end: 8 }]);
  }

  perform(action: Action): void {
    const { model, history } = this;
    const length = model.text.length;
    switch (action.kind) {
      case 'type': {
        const edits = [
          { offset: Math.round(action.at * length), removedLength: 0, text: action.text },
        ];
        model.edit(edits, true);
        history.change(edits);
        return;
      }
      case 'edit': {
        const offset = Math.round(action.at * length);
        const removedLength = Math.min(action.removed, length - offset);
        if (removedLength === 0 && action.text === '') return;
        this.edit([{ offset, removedLength, text: action.text }]);
        return;
      }
      case 'two edits': {
        const [from = 0, to = 0] = action.at
          .map((at) => Math.round(at * length))
          .sort((a, b) => a - b);
        if (to - from <= action.removed) return;
        this.edit([
          { offset: from, removedLength: action.removed, text: 'xx' },
          { offset: to, removedLength: 0, text: 'z' },
        ]);
        return;
      }
      case 'final':
        this.insert(action.text, action.isSpaced);
        return;
      case 'cursors': {
        const ends = [...new Set(action.at.map((at) => Math.round(at * length)))].sort(
          (a, b) => a - b,
        );
        const cursors = ends.map((end, i) => ({
          start: Math.max(end - action.selected, (ends[i - 1] ?? -1) + 1),
          end,
        }));
        this.setCursors(cursors);
        return;
      }
      case 'scratch':
        this.takeBack(this.utterances.slice(-action.count).reverse());
        return;
      case 'undo':
        if (model.canUndo) history.undo(model.undo());
        return;
      case 'redo':
        if (model.canRedo) history.redo(model.redo());
        return;
    }
  }

  private edit(edits: Edits): void {
    this.model.edit(edits);
    this.history.change(edits);
  }

  private setCursors(cursors: readonly { readonly start: number; readonly end: number }[]): void {
    this.history.replace(withAnchors(this.history.current, this.owner, cursors));
  }

  private insert(words: string, isSpaced: boolean): void {
    const { model, history, owner } = this;
    const { text } = model;
    const utterance = ++this.count;
    const anchors = history.current.anchors.get(owner) ?? [];
    const sites = anchors.map((anchor, i) => {
      const right = text.slice(anchor.end);
      const next = anchors[i + 1];
      const hasRoom = right !== '' && (next === undefined || next.start > anchor.end);
      const space = isSpaced && hasRoom ? ' ' : '';
      const replaced = text.slice(anchor.start, anchor.end);
      const own = ownStopBefore(history.current.marks, anchor.start);
      const replacedStop = words.startsWith(',') ? own : '';
      const stop = words.endsWith('.') ? '.' : '';
      const site = { anchor, replaced, replacedStop, stop, right, isSelectedBehind: false };
      return { ...site, text: words + space, space };
    });
    // Two cursors that edits have brought to one place are one.
    if (new Set(anchors.map(({ start }) => start)).size < anchors.length) return;
    const from = sites.map(({ anchor, replacedStop }) => anchor.start - replacedStop.length);
    if (from.some((start, i) => start < (anchors[i - 1]?.end ?? 0))) return;
    const { edits, next } = planFinal(history.current, owner, utterance, sites);
    model.write(
      utterance,
      edits,
      sites.map(({ anchor, space }, i) => ({ ...anchor, start: from[i] ?? 0, words, space })),
    );
    assert.equal(applyEdits(text, inSequence(edits)), model.text);
    history.change(edits, next);
    this.utterances.push(utterance);
  }

  private takeBack(utterances: readonly number[]): void {
    const { model, history } = this;
    const { text } = model;
    const { edits, marks } = takeBack(history.current.marks, utterances, text.length);
    if (edits.length === 0) return;
    const moved = followEdits(history.current, edits);
    model.takeBack(utterances, edits);
    assert.equal(applyEdits(text, inSequence(edits)), model.text);
    history.change(edits, { ...moved, marks });
  }
}

/** Where what is left of each utterance stands, as the model tells it. */
function writtenIn(marks: Marks): Readonly<Record<number, readonly string[]>> {
  const written: Record<number, { start: number; text: string }[]> = {};
  const pieces = marks
    .flatMap(({ utterance, pieces: own }) => own.map((piece) => ({ utterance, ...piece })))
    .filter(({ text }) => text !== '')
    .sort((a, b) => a.start - b.start);
  for (const { utterance, start, text } of pieces) {
    const own = (written[utterance] ??= []);
    const last = own.at(-1);
    if (last !== undefined && last.start + last.text.length === start) last.text += text;
    else own.push({ start, text });
  }
  return Object.fromEntries(
    Object.entries(written).map(([utterance, own]) => [
      utterance,
      own.map(({ start, text }) => `${String(start)} ${text}`),
    ]),
  );
}

test(`in ${String(RUNS)} random histories of finals, edits, undo and redo, dictation knows what it wrote, and takes back exactly that`, () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 25 }), (actions) => {
      const ledger = new Ledger();
      for (const one of actions) {
        ledger.perform(one);
        assert.deepEqual(writtenIn(ledger.history.current.marks), ledger.model.written);
      }
    }),
    { numRuns: RUNS, includeErrorInReport: true },
  );
});

test('an undone final leaves its places as they were, selections included, and redo sets them behind it again', () => {
  const owner = {};
  const history = new DocumentHistory<DocumentState>(NOTHING_KNOWN, followEdits, restoreState);
  history.replace(withAnchors(history.current, owner, [{ start: 4, end: 7 }]));
  const anchors = (): unknown => history.current.anchors.get(owner);
  const site = {
    anchor: { start: 4, end: 7 },
    replaced: 'two',
    replacedStop: '',
    stop: '',
    right: '',
    isSelectedBehind: false,
  };
  const { edits, next } = planFinal(history.current, owner, 1, [{ ...site, text: 'hello' }]);
  history.change(edits, next);
  const behind = anchors();
  history.undo([{ offset: 4, removedLength: 5, text: 'two' }]);
  const before = anchors();
  history.redo(edits);
  assert.deepEqual(
    [behind, before, anchors()],
    [[{ start: 9, end: 9 }], [{ start: 4, end: 7 }], [{ start: 9, end: 9 }]],
  );
});

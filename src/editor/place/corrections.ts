import * as vscode from 'vscode';
import type { Log } from '../../core/log';
import { writtenText } from '../../text/written-text';
import { applyPlan, editorOf, inEol, rangeOf } from './apply-plan';
import type { DocumentLedger } from '../ledger/document-ledger';
import { moveAnchors, withAnchors, type AnchorOwner } from '../ledger/document-state';
import type { Range } from '../ledger/edits';
import type { Marks } from '../ledger/mark';
import {
  capitalLetters,
  firstCapital,
  hulls,
  rewrite,
  takeBack,
  write,
} from '../ledger/utterances';
import type { Written, WrittenLog } from '../ledger/written-log';

/** Changed by a command that changed nothing dictated. */
const NO_UTTERANCE = 0;

/** What a person can do to text that dictation has written, also when the run is long over. */
export class Corrections {
  constructor(
    private readonly written: WrittenLog,
    private readonly log: Log,
  ) {}

  /** Takes the last utterance back, with everything that changed it. @returns how many that were */
  takeLastBack(): Promise<number> {
    return this.takeBack(this.written.lastUtterance());
  }

  /** Takes the last change back that dictation made, a command's included. */
  undoLastChange(): Promise<number> {
    return this.takeBack(this.written.lastChange());
  }

  /** Takes one change back. @returns 0 where nothing is left of it */
  takeChangeBack(change: Written): Promise<number> {
    return this.takeBack([change]);
  }

  /** Takes everything back that a run wrote. */
  takeRunBack(owner: AnchorOwner): Promise<number> {
    return this.takeBack(this.written.ofRun(owner));
  }

  /** Takes everything back that the last run wrote of which something is left. */
  takeLastRunBack(): Promise<number> {
    return this.takeBack(this.written.ofLastRun());
  }

  /** Selects the last utterance, which the next final then replaces. */
  selectLast(): boolean {
    const last = this.written.lastUtterance();
    const [newest] = last;
    if (newest === undefined) return false;
    const { ledger, owner } = newest;
    const ranges = last
      .map(({ utterance }) => hulls(ledger.state.marks, utterance))
      .find((found) => found.length > 0);
    if (ranges === undefined) return false;
    const trimmed = ranges.map((range) => trim(ledger.document, range));
    select(ledger, trimmed);
    if (ledger.anchorsOf(owner).length > 0) ledger.setAnchors(owner, trimmed);
    return true;
  }

  /** Writes the last utterance with a capital, or all of it in capitals. */
  async capitaliseLast(extent: 'first-letter' | 'all'): Promise<boolean> {
    const [newest] = this.written.lastUtterance();
    if (newest === undefined) return false;
    const { ledger, owner, utterance } = newest;
    const later = this.written.next();
    const change = extent === 'all' ? capitalLetters() : firstCapital();
    const outcome = await applyPlan(
      ledger,
      () => {
        const { state } = ledger;
        const { edits, marks } = rewrite(state.marks, utterance, later, change);
        return { edits, next: { ...state, marks } };
      },
      this.log,
    );
    if (outcome.kind !== 'made') return false;
    this.written.add({ utterance: later, ledger, owner, changes: utterance });
    return true;
  }

  /**
   * Writes `text` for what an utterance wrote, between the spaces that join it, in one step that "undo that"
   * takes back.
   *
   * @returns whether it does: all of it must stand there, as it was written
   */
  async writeFor(utterance: number, text: string): Promise<boolean> {
    const written = this.written.find(utterance);
    if (written === undefined) return false;
    const { ledger, owner } = written;
    const later = this.written.next();
    const outcome = await applyPlan(
      ledger,
      () => {
        const { document, state } = ledger;
        const whole = hulls(state.marks, utterance);
        const ranges = whole.map((range) => trim(document, range));
        const isThere = stands(state.marks, utterance, whole);
        if (!isThere) return { edits: [], next: state, isThere };
        const plain = inEol(document, writtenText(text, 'prose'));
        const writings = ranges
          .map((range, site) => ({ site, start: range.start, replaced: textIn(document, range) }))
          .filter(({ replaced }) => replaced !== plain)
          .map((writing) => ({ ...writing, text: plain }));
        // Apart: what replaces text at a caret would be selected.
        const edits = writings.flatMap(({ start, replaced }) => [
          { offset: start, removedLength: 0, text: plain },
          { offset: start, removedLength: replaced.length, text: '' },
        ]);
        const marks = write(state.marks, later, writings);
        return { edits, next: { anchors: moveAnchors(state.anchors, edits), marks }, isThere };
      },
      this.log,
    );
    if (outcome.kind !== 'made' || !outcome.plan.isThere) return false;
    if (outcome.plan.edits.length > 0) {
      this.written.add({ utterance: later, ledger, owner, changes: utterance });
    }
    return true;
  }

  /** Deletes the word before each place of `owner`, with the space before it. */
  async deleteWordBefore(ledger: DocumentLedger, owner: AnchorOwner): Promise<boolean> {
    const utterance = this.written.next();
    const [last] = this.written.lastUtterance();
    const outcome = await applyPlan(
      ledger,
      () => {
        const { document, state } = ledger;
        const words = ledger.anchorsOf(owner).map(({ start }) => wordBefore(document, start));
        const writings = merged(words)
          .map((word, site) => ({ site, text: '', ...word }))
          .map((word) => ({ ...word, replaced: document.getText(rangeOf(document, word)) }));
        const edits = writings.map(({ start, replaced }) => ({
          offset: start,
          removedLength: replaced.length,
          text: '',
        }));
        const marks = write(state.marks, utterance, writings);
        return { edits, next: { anchors: moveAnchors(state.anchors, edits), marks } };
      },
      this.log,
    );
    if (outcome.kind !== 'made' || outcome.plan.edits.length === 0) return false;
    const changes = last?.ledger === ledger ? last.utterance : NO_UTTERANCE;
    this.written.add({ utterance, ledger, owner, changes });
    return true;
  }

  /** @param entries the latest first */
  private async takeBack(entries: readonly Written[]): Promise<number> {
    const ledgers = new Set(entries.map(({ ledger }) => ledger));
    let count = 0;
    for (const ledger of ledgers) {
      const own = entries.filter((entry) => entry.ledger === ledger);
      const left = this.written.countLeft(own);
      if (await this.takeBackIn(ledger, own)) {
        count += left;
      }
    }
    return count;
  }

  private async takeBackIn(ledger: DocumentLedger, entries: readonly Written[]): Promise<boolean> {
    const ids = entries.map(({ utterance }) => utterance);
    const outcome = await applyPlan(
      ledger,
      () => {
        const { state } = ledger;
        const plan = takeBack(state.marks, ids, lengthOf(ledger.document));
        const anchors = moveAnchors(state.anchors, plan.edits);
        return { ...plan, next: { anchors, marks: plan.marks } };
      },
      this.log,
    );
    if (outcome.kind !== 'made' || outcome.plan.edits.length === 0) return false;
    this.selectRestored(ledger, entries.at(-1)?.owner, outcome.plan.restored);
    return true;
  }

  /** What the person had selected is selected again, and is what the next one replaces. */
  private selectRestored(
    ledger: DocumentLedger,
    owner: AnchorOwner | undefined,
    restored: readonly Range[],
  ): void {
    if (restored.length === 0) return;
    select(ledger, restored);
    if (owner === undefined) return;
    const { length } = ledger.anchorsOf(owner);
    // Fewer, where the carets of adjacent selections have met.
    if (length > 0 && length <= restored.length)
      ledger.replace(withAnchors(ledger.state, owner, restored));
  }
}

/** Whether all that an utterance wrote is there, and nothing between. @param whole its {@link hulls} */
function stands(marks: Marks, utterance: number, whole: readonly Range[]): boolean {
  const own = marks.filter((mark) => mark.utterance === utterance);
  const length = own
    .flatMap(({ pieces }) => pieces)
    .reduce((sum, { text }) => sum + text.length, 0);
  return (
    length > 0 &&
    length === whole.reduce((sum, { start, end }) => sum + end - start, 0) &&
    own.every(({ pieces, isTouched }) => pieces.length > 0 && isTouched !== true)
  );
}

function textIn(document: vscode.TextDocument, range: Range): string {
  return document.getText(rangeOf(document, range));
}

/** Without its text, which may be long. */
function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}

function select({ document }: DocumentLedger, ranges: readonly Range[]): void {
  const editor = editorOf(document);
  if (editor === undefined) return;
  editor.selections = ranges
    .map((range) => rangeOf(document, range))
    .map(({ start, end }) => new vscode.Selection(start, end));
}

function trim(document: vscode.TextDocument, { start, end }: Range): Range {
  const text = document.getText(rangeOf(document, { start, end }));
  const from = start + text.length - text.trimStart().length;
  return { start: from, end: Math.max(from, end - text.length + text.trimEnd().length) };
}

/** In ascending order; what touches is one, so that it comes back in one piece. */
function merged(ranges: readonly Range[]): readonly Range[] {
  const found: Range[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    if (start === end) continue;
    const last = found.at(-1);
    if (last === undefined || last.end < start) found.push({ start, end });
    else found.splice(-1, 1, { start: last.start, end: Math.max(last.end, end) });
  }
  return found;
}

function wordBefore(document: vscode.TextDocument, offset: number): Range {
  const { line, character } = document.positionAt(offset);
  const left = document.lineAt(line).text.slice(0, character);
  const replaced = /\s*(?:[\p{L}\p{M}\p{N}_'’-]+[^\p{L}\p{M}\p{N}\s]*|\S+)\s*$/u.exec(left)?.[0];
  // Indentation is no part of a word.
  const word = replaced === left ? left.trimStart() : (replaced ?? '');
  return { start: offset - word.length, end: offset };
}

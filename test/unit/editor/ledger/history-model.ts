import { type Edit, type Edits, EditScript } from '../../../../src/editor/ledger/edits';

/** One character, and which mark of which utterance wrote it. */
export interface Cell {
  readonly character: string;
  readonly utterance?: number;
  readonly mark?: string;
}

/** What an utterance replaced at one of its cursors. */
interface Replaced {
  readonly mark: string;
  readonly cells: readonly Cell[];
}

/** A document as an editor keeps it: text, and a linear undo stack of steps. */
interface Step {
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** In the order in which they were made, each set at once. */
  readonly changes: readonly Edits[];
  /** What takes each of them back. */
  readonly inverses: readonly Edits[];
  readonly isTyping: boolean;
}

interface Snapshot {
  readonly cells: readonly Cell[];
  readonly replaced: ReadonlyMap<number, readonly Replaced[]>;
}

/** The model: a document whose characters know who wrote them, so that nothing has to be followed. */
export class DocumentModel {
  private now: Snapshot;
  private done: Step[] = [];
  private undone: Step[] = [];

  constructor(text: string) {
    this.now = {
      cells: Array.from(text, (character) => ({ character })),
      replaced: new Map(),
    };
  }

  get text(): string {
    return this.now.cells.map(({ character }) => character).join('');
  }

  get cells(): readonly Cell[] {
    return this.now.cells;
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  /** Where what is left of each utterance stands: its stretches of characters. */
  get written(): Readonly<Record<number, readonly string[]>> {
    const written: Record<number, string[]> = {};
    let last: number | undefined;
    for (const [at, { character, utterance }] of this.now.cells.entries()) {
      if (utterance !== undefined) {
        const stretches = (written[utterance] ??= []);
        if (last === utterance) stretches.push(`${stretches.pop() ?? ''}${character}`);
        else stretches.push(`${String(at)} ${character}`);
      }
      last = utterance;
    }
    return written;
  }

  /** @param isTyping joins the undo step of the typing before it */
  edit(edits: Edits, isTyping = false): void {
    this.step(edits, isTyping, { ...this.now, cells: changed(this.now.cells, edits, foreign) });
  }

  /**
   * @param sites where, ascending, what is replaced and what is written there
   * @param made the edits that the editor makes of it
   */
  write(
    utterance: number,
    made: Edits,
    sites: readonly {
      readonly start: number;
      readonly end: number;
      readonly words: string;
      readonly space: string;
    }[],
  ): void {
    const { cells } = this.now;
    const edits: Edit[] = [];
    const replaced: Replaced[] = [];
    for (const { start, end, words, space } of sites) {
      const mark = `${String(utterance)} ${String(start)}`;
      edits.push({ offset: start, removedLength: end - start, text: words });
      replaced.push({ mark, cells: cells.slice(start, end) });
      if (space !== '') edits.push({ offset: end, removedLength: 0, text: space });
    }
    const next = changed(cells, edits, (edit) => {
      const mark = `${String(utterance)} ${String(edit.offset)}${edit.text === ' ' ? ' space' : ''}`;
      return Array.from(edit.text, (character) => ({ character, utterance, mark }));
    });
    const all = new Map(this.now.replaced).set(utterance, replaced);
    this.step(made, false, { cells: next, replaced: all });
  }

  /**
   * @param utterances the latest first
   * @param made the edits that the editor makes of it
   */
  takeBack(utterances: readonly number[], made: Edits): void {
    let { cells } = this.now;
    for (const utterance of utterances) {
      for (const { mark, cells: back } of this.now.replaced.get(utterance) ?? []) {
        const first = cells.findIndex((cell) => cell.mark === mark);
        if (first === -1) continue;
        const left = cells.slice(0, first);
        const right = cells.slice(first).filter((cell) => cell.mark !== mark);
        cells = [...left, ...back.map((cell) => this.owned(cell, utterances, utterance)), ...right];
      }
      cells = cells.filter((cell) => cell.utterance !== utterance);
    }
    const replaced = new Map(this.now.replaced);
    for (const utterance of utterances) replaced.delete(utterance);
    this.step(made, false, { cells, replaced });
  }

  /** @returns the edits that an editor reports */
  undo(): Edits {
    const step = this.done.pop();
    if (step === undefined) throw new Error('nothing to undo');
    this.undone.push(step);
    this.now = step.before;
    const script = new EditScript(step.after.cells.length);
    for (const edits of step.inverses.toReversed()) {
      for (const edit of edits.toReversed()) script.add(edit);
    }
    return script.edits;
  }

  redo(): Edits {
    const step = this.undone.pop();
    if (step === undefined) throw new Error('nothing to redo');
    this.done.push(step);
    this.now = step.after;
    const script = new EditScript(step.before.cells.length);
    for (const edits of step.changes) {
      for (const edit of edits.toReversed()) script.add(edit);
    }
    return script.edits;
  }

  /** An utterance that is taken back, or forgotten, owns nothing any more. */
  private owned(cell: Cell, takenBack: readonly number[], by: number): Cell {
    const { utterance, character } = cell;
    if (utterance === undefined) return cell;
    const isGone =
      !this.now.replaced.has(utterance) ||
      (takenBack.includes(utterance) && takenBack.indexOf(utterance) < takenBack.indexOf(by));
    return isGone ? { character } : cell;
  }

  private inverse(edits: Edits): Edits {
    let growth = 0;
    return edits.map(({ offset, removedLength, text }) => {
      const at = offset + growth;
      growth += text.length - removedLength;
      const removed = this.now.cells.slice(offset, offset + removedLength);
      return { offset: at, removedLength: text.length, text: textOf(removed) };
    });
  }

  private step(edits: Edits, isTyping: boolean, after: Snapshot): void {
    this.undone = [];
    const last = this.done.at(-1);
    if (isTyping && last?.isTyping === true) {
      const changes = [...last.changes, edits];
      const inverses = [...last.inverses, this.inverse(edits)];
      this.done[this.done.length - 1] = { ...last, after, changes, inverses };
    } else {
      const inverses = [this.inverse(edits)];
      this.done.push({ before: this.now, after, changes: [edits], inverses, isTyping });
    }
    this.now = after;
  }
}

/** White space that is put into one mark becomes part of it; everything else is somebody else's. */
function foreign({ text }: Edit, left: Cell | undefined, right: Cell | undefined): readonly Cell[] {
  const isWithin = text.trim() === '' && left?.mark !== undefined && left.mark === right?.mark;
  const owner = isWithin ? { utterance: left.utterance ?? 0, mark: left.mark } : {};
  return Array.from(text, (character) => ({ character, ...owner }));
}

function changed(
  cells: readonly Cell[],
  edits: Edits,
  cellsOf: (edit: Edit, left: Cell | undefined, right: Cell | undefined) => readonly Cell[],
): readonly Cell[] {
  return edits.toReversed().reduce((before, edit) => {
    const left = before.slice(0, edit.offset);
    const right = before.slice(edit.offset + edit.removedLength);
    return [...left, ...cellsOf(edit, left.at(-1), right[0]), ...right];
  }, cells);
}

function textOf(cells: readonly Cell[]): string {
  return cells.map(({ character }) => character).join('');
}

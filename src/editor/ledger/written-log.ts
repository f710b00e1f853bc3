import type { DocumentLedger } from './document-ledger';
import type { AnchorOwner } from './document-state';
import { isThere } from './utterances';

/** Something that dictation has done to a document. */
export interface Written {
  /** Counts up through all documents. */
  readonly utterance: number;
  readonly ledger: DocumentLedger;
  /** The run's target. */
  readonly owner: AnchorOwner;
  /** For a change of what was written earlier ("cap that"): of which utterance. */
  readonly changes?: number;
}

interface LoggedWriting extends Written {
  /** Compared by identity. */
  readonly run: object;
}

/**
 * Runs are forgotten whole, the oldest first, once those after it have so many utterances: all of what
 * somebody remembers to have said can be taken back, and all of the last run however long it was.
 */
const REMEMBERED = 500;

/** What dictation has written, in all documents of the window. */
export class WrittenLog {
  private entries: readonly LoggedWriting[] = [];
  private count = 0;
  /** The run that an owner is in, after its first. */
  private readonly runs = new WeakMap<AnchorOwner, object>();

  /** The number of the next utterance. */
  next(): number {
    return ++this.count;
  }

  add(written: Written): void {
    const run = this.runOf(written.owner);
    this.entries = [...this.entries, { ...written, run }];
    if (this.entries.length <= REMEMBERED) return;
    const [oldest] = this.entries;
    const later = this.entries.filter((entry) => entry.run !== oldest?.run);
    if (later.length >= REMEMBERED) this.entries = later;
  }

  /** The utterance that was written last, in whatever document; 0: none. */
  get newest(): number {
    return this.entries.at(-1)?.utterance ?? 0;
  }

  /** The first utterance that is remembered. */
  get oldest(): number {
    return this.entries[0]?.utterance ?? 0;
  }

  /** The writing with this number, while it is remembered. */
  find(utterance: number): Written | undefined {
    return this.entries.find((written) => written.utterance === utterance);
  }

  /** What `owner` writes from now on is another run's. */
  startRun(owner: AnchorOwner): void {
    this.runs.set(owner, {});
  }

  /** Forgets what was written in a document that is closed. */
  forget(ledger: DocumentLedger): void {
    this.entries = this.entries.filter((written) => written.ledger !== ledger);
  }

  /** The last change that is still there, alone. */
  lastChange(): readonly Written[] {
    const last = this.lastAlive();
    return last === undefined ? [] : [last];
  }

  /** The last utterance of which something is left, and all that changed it; the latest first. */
  lastUtterance(): readonly Written[] {
    const last = this.lastAlive();
    if (last === undefined) return [];
    const originOf = this.origins();
    const origin = originOf(last);
    return this.entries.filter((written) => originOf(written) === origin).toReversed();
  }

  /** All that the run that `owner` is in wrote, the latest first. */
  ofRun(owner: AnchorOwner): readonly Written[] {
    return this.ofSameRun(this.runOf(owner));
  }

  /** All that the last run wrote of which something is left, the latest first. */
  ofLastRun(): readonly Written[] {
    const last = this.lastAlive();
    return last === undefined ? [] : this.ofSameRun(last.run);
  }

  /** Of how many utterances among `entries` something is left, in their changes at least. */
  countLeft(entries: readonly Written[]): number {
    const left = new Map<DocumentLedger, ReadonlySet<number>>();
    const alive = entries.filter(({ utterance, ledger }) => {
      const there = left.get(ledger) ?? utterancesThere(ledger);
      left.set(ledger, there);
      return there.has(utterance);
    });
    const originOf = this.origins();
    return new Set(alive.map(originOf)).size;
  }

  private ofSameRun(run: object): readonly Written[] {
    return this.entries.filter((written) => written.run === run).toReversed();
  }

  private runOf(owner: AnchorOwner): object {
    return this.runs.get(owner) ?? owner;
  }

  /** What tells of a writing which utterance it is a change of, through all changes. */
  private origins(): (written: Written) => number {
    const byUtterance = new Map(this.entries.map((entry) => [entry.utterance, entry]));
    return function originOf({ utterance, changes = NaN }: Written): number {
      const changed = byUtterance.get(changes);
      return changed === undefined ? utterance : originOf(changed);
    };
  }

  private lastAlive(): LoggedWriting | undefined {
    return this.entries.findLast(isAlive);
  }
}

function isAlive({ utterance, ledger }: Written): boolean {
  return !ledger.document.isClosed && isThere(ledger.state.marks, utterance);
}

/** All utterances of which something is left in a document. */
function utterancesThere({ document, state }: DocumentLedger): ReadonlySet<number> {
  const marks = document.isClosed ? [] : state.marks;
  return new Set(marks.flatMap((mark) => (mark.pieces.length > 0 ? [mark.utterance] : [])));
}

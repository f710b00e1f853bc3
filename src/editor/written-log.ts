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

/** Enough to take back all that somebody remembers to have said. */
const REMEMBERED = 500;

/** What dictation has written, in all documents of the window. */
export class WrittenLog {
  private entries: readonly Written[] = [];
  private count = 0;

  /** The number of the next utterance. */
  next(): number {
    return ++this.count;
  }

  add(written: Written): void {
    this.entries = [...this.entries, written].slice(-REMEMBERED);
  }

  /** The last change that is still there, alone. */
  lastChange(): readonly Written[] {
    return this.alive().slice(-1);
  }

  /** The last utterance of which something is left, and all that changed it; the latest first. */
  lastUtterance(): readonly Written[] {
    const last = this.alive().at(-1);
    if (last === undefined) return [];
    const origin = this.originOf(last);
    return this.entries.filter((written) => this.originOf(written) === origin).toReversed();
  }

  /** All that one run wrote, the latest first. */
  ofRun(owner: AnchorOwner): readonly Written[] {
    return this.entries.filter((written) => written.owner === owner).toReversed();
  }

  /** The run that wrote last, of what is left. */
  get lastRun(): AnchorOwner | undefined {
    return this.alive().at(-1)?.owner;
  }

  private originOf({ utterance, changes }: Written): number {
    const changed = this.entries.find((entry) => entry.utterance === changes);
    return changed === undefined ? utterance : this.originOf(changed);
  }

  private alive(): readonly Written[] {
    return this.entries.filter(
      ({ utterance, ledger }) =>
        !ledger.document.isClosed && isThere(ledger.state.marks, utterance),
    );
  }
}

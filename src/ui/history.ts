import { disposeAll, Emitter, type Disposable } from '../core/events';
import type { DocumentPlace, FinalOutcome, NoteFinal } from '../core/target';
import type { UnlandedText } from '../storage/unlanded-texts';

/** How many finals are remembered; those that wait for the person count on top. */
export const HISTORY_LENGTH = 50;

/** How many texts wait for the person at most, and how long they are together, in UTF-16 units. */
export const KEPT_TEXTS = 2000;
/** See {@link KEPT_TEXTS}. */
export const KEPT_LENGTH = 1_000_000;

/** One final of this window, or one that an earlier window left. */
export interface HistoryEntry extends UnlandedText {
  /**
   * `waiting` for its insertion; `landed`; `kept`, because it could not be inserted; `taken` by the
   * person, who copied or inserted it; `dropped`, because they cancelled.
   */
  readonly state: 'waiting' | 'landed' | 'kept' | 'taken' | 'dropped';
  /** Where it belongs, if its document was closed. */
  readonly place?: DocumentPlace;
  /** Whether this computer heard it; absent: an earlier window knew. */
  readonly isLocal?: boolean;
}

/** The part of `UnlandedTexts` that is needed here. */
export interface TextStore {
  save(text: UnlandedText): () => void;
  recover(): Promise<readonly (UnlandedText & { readonly remove: () => void })[]>;
}

/** The writing side of a {@link HistoryEntry}. */
interface Noted {
  entry: HistoryEntry;
  /** Deletes the copy on disk. */
  readonly remove: () => void;
}

/**
 * The latest finals, in memory. Those that have not landed are on disk too (in `store`), and stay in
 * the history, however old, until the person takes or clears them, or there are too many: then the
 * oldest go, and that is told.
 */
export class History implements Disposable {
  private readonly changes = new Emitter<void>();
  private readonly lettingGo = new Emitter<number>();
  private noted: readonly Noted[] = [];

  readonly onDidChange = this.changes.event;
  /** How many texts that nobody has taken were let go, because there were too many. */
  readonly onDidLetGo = this.lettingGo.event;

  /** @param now Unix time in milliseconds */
  constructor(
    private readonly store: TextStore,
    private readonly now: () => number = Date.now,
  ) {}

  /** In the order they were said. */
  get entries(): readonly HistoryEntry[] {
    return this.noted.map(({ entry }) => entry);
  }

  /** Whether text that could not be inserted waits for the person. */
  get hasKept(): boolean {
    return this.noted.some(isKept);
  }

  /** Whether text of this window is where it was meant to go. */
  get hasLanded(): boolean {
    return this.noted.some(({ entry }) => entry.state === 'landed');
  }

  /** See {@link NoteFinal}. */
  readonly note: NoteFinal = (text, isLocal) => {
    const said = { text: text.trim(), saidAtMs: this.now() };
    const noted: Noted = {
      entry: { ...said, ...(isLocal !== undefined && { isLocal }), state: 'waiting' },
      remove: this.store.save(said),
    };
    this.noted = shortened([...this.noted, noted]);
    return (outcome, place) => {
      const state = stateAfter(outcome);
      if (state === 'forgotten') this.forget(noted);
      else {
        if (place !== undefined) noted.entry = { ...noted.entry, place };
        this.enter(noted, state);
      }
    };
  };

  /** Takes in what earlier windows could not insert. @returns whether there was anything */
  async recover(): Promise<boolean> {
    const recovered = await this.store.recover();
    if (recovered.length === 0) return false;
    const kept = recovered.map(({ text, saidAtMs, remove }): Noted => {
      return { entry: { text, saidAtMs, state: 'kept' }, remove };
    });
    this.noted = [...kept, ...this.noted];
    this.letGoOldest();
    this.changes.fire();
    return true;
  }

  /**
   * Gives everything kept to `receive`, and lets go of it once that has succeeded.
   *
   * @throws what `receive` throws; the text is then still kept
   */
  async handOver(receive: (text: string) => PromiseLike<unknown>): Promise<void> {
    const kept = this.noted.filter(isKept);
    await receive(kept.map(({ entry }) => entry.text).join(' '));
    for (const noted of kept) this.enter(noted, 'taken');
  }

  /** The person has got the text of this entry. */
  take(entry: HistoryEntry): void {
    const noted = this.noted.find((each) => each.entry === entry);
    if (noted === undefined || entry.state === 'waiting' || entry.state === 'landed') return;
    this.enter(noted, 'taken');
  }

  /** The person wanted it inserted, and it could not be. */
  keep(entry: HistoryEntry): void {
    const noted = this.noted.find((each) => each.entry === entry);
    if (noted !== undefined) this.enter(noted, 'kept');
  }

  /** Forgets everything, on disk too, except what is being inserted right now. */
  clear(): void {
    const [forgotten, rest] = partition(this.noted, ({ entry }) => entry.state !== 'waiting');
    for (const { remove } of forgotten) remove();
    this.noted = rest;
    this.changes.fire();
  }

  dispose(): void {
    disposeAll([this.changes, this.lettingGo]);
  }

  /** It was a command, and there is nothing to remember. */
  private forget(noted: Noted): void {
    noted.remove();
    this.noted = this.noted.filter((each) => each !== noted);
    this.changes.fire();
  }

  private enter(noted: Noted, state: HistoryEntry['state']): void {
    noted.entry = { ...noted.entry, state };
    if (state === 'kept') this.letGoOldest();
    else noted.remove();
    this.noted = shortened(this.noted);
    this.changes.fire();
  }

  private letGoOldest(): void {
    let length = 0;
    const tooMany = new Set(
      this.noted
        .filter(isKept)
        .toReversed()
        .filter(({ entry }, i) => {
          length += entry.text.length;
          return i > 0 && (i >= KEPT_TEXTS || length > KEPT_LENGTH);
        }),
    );
    if (tooMany.size === 0) return;
    for (const { remove } of tooMany) remove();
    this.noted = this.noted.filter((noted) => !tooMany.has(noted));
    this.lettingGo.fire(tooMany.size);
  }
}

function stateAfter(outcome: FinalOutcome): HistoryEntry['state'] | 'forgotten' {
  switch (outcome) {
    case 'inserted':
      return 'landed';
    case 'performed':
    case 'impossible':
    case 'stop':
    case 'pause':
      return 'forgotten';
    case 'no-target':
    case 'closed':
    case 'read-only':
      return 'kept';
    case 'dropped':
      return 'dropped';
  }
}

function isKept({ entry }: Noted): boolean {
  return entry.state === 'kept';
}

/** Without the oldest of those that are over and done with. */
function shortened(noted: readonly Noted[]): readonly Noted[] {
  const [done, open] = partition(noted, ({ entry: { state } }) => {
    return state !== 'waiting' && state !== 'kept';
  });
  const forgotten = new Set(done.slice(0, Math.max(0, done.length - HISTORY_LENGTH)));
  return open.length === noted.length ? noted : noted.filter((each) => !forgotten.has(each));
}

function partition<T>(
  items: readonly T[],
  holds: (item: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  return [items.filter(holds), items.filter((item) => !holds(item))];
}

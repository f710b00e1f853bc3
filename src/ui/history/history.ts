import { disposeAll, Emitter, type Disposable } from '../../core/events';
import type { FinalOutcome, NoteFinal } from '../../core/target';
import type { KeptText, PastText } from '../../storage/past-texts';
import type { UnlandedText } from '../../storage/unlanded-texts';

/** How many finals are remembered; those that wait for the person count on top. */
export const HISTORY_LENGTH = 1000;

/** How many texts wait for the person at most, and how long they are together, in UTF-16 units. */
export const KEPT_TEXTS = 2000;
/** See {@link KEPT_TEXTS}. */
export const KEPT_LENGTH = 1_000_000;

/** One final of this window, or one that an earlier window left. */
export interface HistoryEntry extends PastText {
  /**
   * `waiting` for its insertion; `landed`; `kept`, because it could not be inserted; `taken` by the
   * person, who copied or inserted it; `dropped`, because they cancelled.
   */
  readonly state: 'waiting' | 'landed' | 'kept' | 'taken' | 'dropped';
}

/** Where texts are on disk. */
export interface TextStore {
  /** Until it has landed. @returns deletes it */
  save(text: UnlandedText): () => void;
  /** What earlier windows could not insert. */
  recover(): Promise<readonly KeptText[]>;
  /** For the history of later windows, where the person wants that. @returns deletes it */
  keep(text: PastText): () => void;
  /** What is kept and was not given yet, by this window or others. */
  read(): Promise<readonly KeptText[]>;
  /** Deletes all that is kept. */
  clear(): void;
}

/** The writing side of a {@link HistoryEntry}. */
interface Noted {
  entry: HistoryEntry;
  /** Deletes the copy on disk. */
  remove: () => void;
}

/**
 * The latest finals, in memory, and on disk where the person wants that. Those that have not landed are on
 * disk anyway (in `store`), and stay in the history, however old, until the person takes or clears them, or
 * there are too many: then the oldest go, and that is told.
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

  /** Whether a coding agent or a chat has got some of it. */
  get hasReachedAgent(): boolean {
    return this.noted.some(({ entry: { state, landing } }) => {
      return state === 'landed' && (landing?.kind === 'agent' || landing?.kind === 'chat');
    });
  }

  /** See {@link NoteFinal}. */
  readonly note: NoteFinal = (text, isLocal) => {
    const said = { text: text.trim(), saidAtMs: this.now() };
    const noted: Noted = {
      entry: { ...said, ...(isLocal !== undefined && { isLocal }), state: 'waiting' },
      remove: this.store.save(said),
    };
    this.noted = shortened([...this.noted, noted]);
    return (outcome, landing) => {
      const state = stateAfter(outcome);
      if (landing !== undefined) noted.entry = { ...noted.entry, landing };
      if (state === 'forgotten') this.delete([noted.entry]);
      else this.enter(noted, state);
    };
  };

  /** Forgets these, on disk, too. */
  delete(entries: readonly HistoryEntry[]): void {
    const [deleted, rest] = partition(this.noted, ({ entry }) => entries.includes(entry));
    for (const { remove } of deleted) remove();
    this.noted = rest;
    this.changes.fire();
  }

  /** Takes in what earlier windows could not insert. @returns whether there was anything */
  async recover(): Promise<boolean> {
    return this.takeIn(await this.store.recover(), 'kept');
  }

  /** Takes in what is on disk of this window's history and others', as far as it is new. */
  async load(): Promise<void> {
    this.takeIn(await this.store.read(), 'landed');
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
    this.delete(this.entries.filter(({ state }) => state !== 'waiting'));
    this.store.clear();
  }

  dispose(): void {
    disposeAll([this.changes, this.lettingGo]);
  }

  private takeIn(found: readonly KeptText[], state: 'kept' | 'landed'): boolean {
    if (found.length === 0) return false;
    const added = found.map(({ remove, ...past }): Noted => ({
      entry: { ...past, state },
      remove,
    }));
    this.noted = shortened(
      [...added, ...this.noted].sort((a, b) => a.entry.saidAtMs - b.entry.saidAtMs),
    );
    this.letGoOldest();
    this.changes.fire();
    return true;
  }

  private enter(noted: Noted, state: HistoryEntry['state']): void {
    noted.entry = { ...noted.entry, state };
    if (state === 'kept') this.letGoOldest();
    else {
      noted.remove();
      noted.remove = state === 'dropped' ? () => undefined : this.store.keep(noted.entry);
    }
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

/**
 * Gives everything that could not be inserted to `receive`, and lets go of it once that has succeeded.
 *
 * @throws what `receive` throws; the text is then still kept
 */
export async function handOver(
  history: Pick<History, 'entries' | 'take'>,
  receive: (text: string) => PromiseLike<unknown>,
): Promise<void> {
  const kept = history.entries.filter(({ state }) => state === 'kept');
  await receive(kept.map(({ text }) => text).join(' '));
  for (const entry of kept) history.take(entry);
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

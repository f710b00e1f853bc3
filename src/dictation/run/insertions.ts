import { loggable } from '../../core/failure';
import { Emitter, type Disposable } from '../../core/events';
import type { Log } from '../../core/log';
import type {
  InsertionOutcome,
  Landing,
  MissedOutcome,
  NoteFinal,
  Target,
} from '../../core/target';
import type { Reports } from '../notice';

export interface InsertionsOptions {
  readonly log: Log;
  readonly target: Target;
  readonly noteFinal: NoteFinal;
  readonly reports: Reports;
  /** The first final is handed over after this. */
  readonly after: Promise<void>;
}

/** Hands the finals of one run to its target, one after another, and tells what became of each. */
export class Insertions implements Disposable {
  private readonly stops = new Emitter<'stop' | 'pause'>();
  private queue: Promise<void>;
  /** What was said and inserted; undefined: not all that was said is there. */
  private words: number | undefined = 0;
  private end: 'ended' | 'cancelled' | undefined;

  /** The person has said that dictation is to stop, or to pause. */
  readonly onDidAskToStop = this.stops.event;

  constructor(private readonly options: InsertionsOptions) {
    this.queue = options.after;
  }

  /** Resolves when all that was handed over so far is settled; never rejects. */
  get settled(): Promise<void> {
    return this.queue;
  }

  /**
   * @param isLocal whether this computer heard it
   * @param language the one that it was heard in, where that is told
   */
  add(text: string, isLocal: boolean, language?: string): void {
    const noteOutcome = this.options.noteFinal(text, isLocal);
    this.queue = this.queue.then(async () => {
      if (this.end === 'cancelled') noteOutcome('dropped');
      if (this.end !== undefined) return;
      try {
        const { target, reports } = this.options;
        const outcome = await target.insert(text, language);
        noteOutcome(outcome, landing(target, outcome));
        this.count(text, outcome);
        if (isMissed(outcome)) reports.notice({ kind: 'text-not-inserted', text, outcome });
        else if (outcome === 'impossible') reports.notice({ kind: 'command-impossible', text });
        else if (outcome === 'stop' || outcome === 'pause') this.stops.fire(outcome);
      } catch (error) {
        // Whoever listens may fail; the finals after this one, and the end, must still come.
        this.options.log.error(`insertion: ${loggable(error)}`);
      }
    });
  }

  /**
   * The key that was held has been let go, and this was all: tells the target, unless something that was
   * said is not there. Never rejects.
   */
  async release(): Promise<void> {
    await this.queue;
    const { words } = this;
    if (this.end !== undefined || words === undefined) return;
    try {
      await this.options.target.released?.(words);
    } catch (error) {
      this.options.log.error(`release: ${loggable(error)}`);
    }
  }

  /** What waits is not handed over any more; it is the next window's to offer. */
  finish(): void {
    this.end = 'ended';
  }

  /** Drops what waits, takes back what has landed, and lets the target go. */
  async cancel(): Promise<void> {
    this.end = 'cancelled';
    const { target, reports } = this.options;
    // After the insertion that is under way.
    await this.queue;
    const count = await target.takeBack();
    target.dispose();
    if (count > 0) reports.notice({ kind: 'taken-back', count });
  }

  private count(text: string, outcome: InsertionOutcome): void {
    if (isMissed(outcome)) this.words = undefined;
    if (outcome === 'inserted' && this.words !== undefined) this.words += wordCount(text);
  }

  dispose(): void {
    this.stops.dispose();
  }
}

function landing(target: Target, outcome: InsertionOutcome): Landing {
  const { kind, name, resource, written, placeInDocument } = target;
  return {
    kind,
    name: name ?? fileName(resource ?? ''),
    ...(outcome === 'inserted' && written !== undefined && { written }),
    ...(outcome === 'closed' && { place: placeInDocument }),
  };
}

function fileName(uri: string): string {
  const encoded = uri.replace(/[?#].*$/u, '').replace(/^.*[/:]/u, '');
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded; // no percent encoding
  }
}

function isMissed(outcome: InsertionOutcome): outcome is MissedOutcome {
  return outcome === 'no-target' || outcome === 'closed' || outcome === 'read-only';
}

/** Characters of a text whose words are counted: how many there are is asked of short ones only. */
const COUNTED_CHARACTERS = 500;

const SEGMENTER = new Intl.Segmenter(undefined, { granularity: 'word' });

function wordCount(text: string): number {
  const segments = SEGMENTER.segment(text.slice(0, COUNTED_CHARACTERS));
  return [...segments].filter(({ isWordLike }) => isWordLike === true).length;
}

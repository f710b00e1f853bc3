import type { DictationError } from '../../core/failure';
import type { KeptAudio, ReplayedWords } from '../../core/kept-audio';
import type { RecordingSettings } from '../../core/settings';
import { Journal } from '../sessions/journal';
import { NOTHING_REPLAYED } from '../sessions/splice';

/** How a run ended. */
export interface RunEnding {
  readonly isCancelled: boolean;
  readonly failure: DictationError | undefined;
  /** The person did not want to wait for the rest. */
  readonly isLeft: boolean;
  /** All that was said has been heard. */
  readonly isComplete: boolean;
}

/** The sound of one run, and what of it is to be kept for another try. */
export class RunAudio {
  readonly journal: Journal;
  private hasFinal = false;
  private isOutOfOrder = false;
  private isHere = false;

  /**
   * @param recording what is recorded with, where nothing is {@link kept}
   * @param kept what the run is another try of
   * @param replayed see `ReplayCover.replayed`
   */
  constructor(
    private readonly recording: RecordingSettings,
    readonly kept: KeptAudio | undefined,
    private readonly replayed: () => ReplayedWords,
  ) {
    // Kept audio is all there already, and may be as long as a journal can be.
    this.journal = new Journal(kept === undefined ? undefined : Infinity);
  }

  /** Whether any sound has come. */
  get hasCome(): boolean {
    return this.isHere;
  }

  append(frame: Uint8Array): void {
    this.isHere = true;
    this.journal.append(frame);
  }

  /** Some of it is final. */
  noteFinal(): void {
    this.hasFinal = true;
  }

  /** Turns came in an order in which nobody can have said them. @returns whether that is new */
  noteDisorder(): boolean {
    if (this.isOutOfOrder) return false;
    this.isOutOfOrder = true;
    this.journal.keepPast();
    return true;
  }

  /** What no final covers yet; the kept audio itself while nothing of it is final. */
  get unsent(): KeptAudio {
    const { kept, journal, recording } = this;
    // Its frames come a moment later.
    if (kept !== undefined && !this.hasFinal) return kept;
    return { recording, ...kept, frames: journal.all, replayed: this.replayed() };
  }

  /** What turns that came in a wrong order were made of; nothing where they did not. */
  get disordered(): KeptAudio | undefined {
    const { kept, journal, recording } = this;
    if (!this.isOutOfOrder) return undefined;
    // To be heard anew as a whole: nothing of it is sure.
    return kept ?? { recording, frames: journal.withPast, replayed: NOTHING_REPLAYED };
  }

  /**
   * What is to be kept for another try: after a failure, or when nobody wanted to wait, what no final covers, of kept audio also
   * where the run was cut short; when it was cancelled, all that was kept before; where turns came
   * in a wrong order, what they were made of.
   */
  leftAfter({ isCancelled, failure, isLeft, isComplete }: RunEnding): KeptAudio | undefined {
    const { kept } = this;
    if (isCancelled) return kept;
    if (this.isOutOfOrder) return this.disordered;
    const isCutShort = failure !== undefined || isLeft;
    if (kept === undefined) return isCutShort && this.isHere ? this.unsent : undefined;
    return !isCutShort && isComplete ? undefined : this.unsent;
  }
}

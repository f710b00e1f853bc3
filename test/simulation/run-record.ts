import type { KeptAudio } from '../../src/core/kept-audio';
import { FakeTarget } from '../contracts/fake-target';
import type { SimulatedRecorder } from './recorder';
import { CELL_MS, SAMPLE_RATE, wordsIn, wordsInKept, type SaidWord } from './sound';

/** What one run heard and what became of it. */
export interface RunAccount {
  readonly of: 'microphone' | 'kept audio';
  /** The words in its audio, some of which may have been final before. */
  readonly heard: readonly SaidWord[];
  /** What is in the text, each final's. */
  readonly inserted: readonly string[];
  readonly wasCancelled: boolean;
}

/** The target of one run, and what it was used for. */
export class RunRecord extends FakeTarget {
  readonly recorders: SimulatedRecorder[] = [];
  private wasCancelled = false;
  /** What was heard, of so many pieces. */
  private heard: { readonly pieces: number; readonly words: readonly SaidWord[] } | undefined;

  /** @param retried the audio that is tried again; none: the microphone's */
  constructor(private readonly retried: KeptAudio | undefined) {
    super();
  }

  /** The person cancels: it is about this run, unless it is over. */
  cancel(): void {
    if (!this.isDisposed) this.wasCancelled = true;
  }

  get account(): RunAccount {
    const { retried, wasCancelled } = this;
    return {
      of: retried === undefined ? 'microphone' : 'kept audio',
      heard: this.hearAgain(),
      inserted: [...this.inserted],
      wasCancelled,
    };
  }

  private hearAgain(): readonly SaidWord[] {
    const pieces = this.recorders.reduce((sum, { delivered }) => sum + delivered.length, 0);
    if (this.heard?.pieces === pieces) return this.heard.words;
    const { retried } = this;
    const words = retried === undefined ? recordedWords(this.recorders) : wordsInKept(retried);
    this.heard = { pieces, words };
    return words;
  }
}

/** The words that the recorders of a run heard; what is said between two recorders is not. */
function recordedWords(recorders: readonly SimulatedRecorder[]): readonly SaidWord[] {
  const gap = Buffer.alloc((SAMPLE_RATE / 1000) * CELL_MS * 2);
  return wordsIn(recorders.flatMap(({ delivered }) => [...delivered, gap]));
}

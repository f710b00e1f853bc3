import { FRAME_MS } from '../../core/pcm';

/** How much audio is kept in memory while it cannot be sent: ten minutes, 19 MB at 16 kHz. */
export const JOURNAL_LIMIT_MS = 600_000;

/**
 * The frames of one run that no final covers yet, numbered from the key press: frame `n` holds the
 * audio from `n * 50 ms` to `(n + 1) * 50 ms` of run time. In memory only.
 */
export class Journal {
  private frames: Uint8Array[] = [];
  private first = 0;

  constructor(private readonly limitMs: number = JOURNAL_LIMIT_MS) {}

  /** Number of the oldest frame that is kept. */
  get startIndex(): number {
    return this.first;
  }

  /** Number that the next frame will have. */
  get endIndex(): number {
    return this.first + this.frames.length;
  }

  /** Milliseconds of audio that are kept. */
  get keptMs(): number {
    return this.frames.length * FRAME_MS;
  }

  /** Whether nothing more may be kept: the audio is older than any outage we bridge. */
  get isFull(): boolean {
    return this.keptMs >= this.limitMs;
  }

  /** All frames that are kept, oldest first. */
  get all(): readonly Uint8Array[] {
    return this.frames;
  }

  append(frame: Uint8Array): void {
    this.frames.push(frame);
  }

  /** The frame with this number, if it is kept. */
  at(index: number): Uint8Array | undefined {
    return this.frames[index - this.first];
  }

  /** Forgets the frames that end at or before `runMs`: their words are final. */
  coverThrough(runMs: number): void {
    const covered = Math.min(Math.floor(runMs / FRAME_MS), this.endIndex) - this.first;
    if (covered <= 0) return;
    this.frames = this.frames.slice(covered);
    this.first += covered;
  }
}

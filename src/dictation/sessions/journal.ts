import { FRAME_MS } from '../../core/pcm';

/** How much audio is kept in memory while it cannot be sent: ten minutes, 19 MB at 16 kHz. */
export const JOURNAL_LIMIT_MS = 600_000;

/** So much of what is final is kept for the case that turns came in a wrong order: two long ones. */
const PAST_LIMIT_MS = 120_000;

/**
 * The frames of one run that no final covers yet, numbered from the key press: frame `n` holds the
 * audio from `n * 50 ms` to `(n + 1) * 50 ms` of run time. In memory only.
 */
export class Journal {
  private frames: Uint8Array[] = [];
  private first = 0;
  /** Frames right before those, whose words are final. */
  private past: Uint8Array[] = [];
  private pastLimitMs = PAST_LIMIT_MS;

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

  /** All frames that are kept and, as far as memory is for it, those before whose words are final. */
  get withPast(): readonly Uint8Array[] {
    return [...this.past, ...this.frames];
  }

  /** From now on frames whose words are final stay in {@link withPast}, the newest ten minutes. */
  keepPast(): void {
    this.pastLimitMs = this.limitMs;
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
    const past = [...this.past, ...this.frames.slice(0, covered)];
    this.frames = this.frames.slice(covered);
    const leftMs = Math.max(0, Math.min(this.pastLimitMs, this.limitMs - this.keptMs));
    const most = Math.min(past.length, leftMs / FRAME_MS);
    this.past = past.slice(past.length - most);
    this.first += covered;
  }
}

import { FRAME_MS } from '../../core/pcm';

/** How much audio is kept in memory while it cannot be sent: ten minutes, 19 MB at 16 kHz. */
export const JOURNAL_LIMIT_MS = 600_000;

/** So much of what is final is kept for the case that turns came in a wrong order: two long ones. */
const PAST_LIMIT_MS = 120_000;

/** So many frames are let go at once: ten seconds. */
const LET_GO_FRAMES = 10_000 / FRAME_MS;

/**
 * The frames of one run that no final covers yet, numbered from the key press: frame `n` holds the
 * audio from `n * 50 ms` to `(n + 1) * 50 ms` of run time. In memory only.
 */
export class Journal {
  /** Frames whose words are final, as far as they are kept, and after them all others. */
  private held: Uint8Array[] = [];
  private past = 0;
  private first = 0;
  private pastLimitMs = PAST_LIMIT_MS;

  constructor(private readonly limitMs: number = JOURNAL_LIMIT_MS) {}

  /** Number of the oldest frame that is kept. */
  get startIndex(): number {
    return this.first;
  }

  /** Number that the next frame will have. */
  get endIndex(): number {
    return this.first + this.held.length - this.past;
  }

  /** Run time at which the newest frame ends. */
  get endMs(): number {
    return this.endIndex * FRAME_MS;
  }

  /** Milliseconds of audio that are kept. */
  get keptMs(): number {
    return (this.held.length - this.past) * FRAME_MS;
  }

  /** Whether nothing more may be kept: the audio is older than any outage we bridge. */
  get isFull(): boolean {
    return this.keptMs >= this.limitMs;
  }

  /** All frames that are kept, oldest first. */
  get all(): readonly Uint8Array[] {
    return this.held.slice(this.past);
  }

  /** All frames that are kept and, as far as memory is for it, those before whose words are final. */
  get withPast(): readonly Uint8Array[] {
    return this.held.slice(Math.max(0, this.past - this.mostPast));
  }

  /** From now on frames whose words are final stay in {@link withPast}, the newest ten minutes. */
  keepPast(): void {
    this.pastLimitMs = this.limitMs;
  }

  append(frame: Uint8Array): void {
    this.held.push(frame);
  }

  /** The frame with this number, if it is kept. */
  at(index: number): Uint8Array | undefined {
    return index < this.first ? undefined : this.held[index - this.first + this.past];
  }

  /** Forgets the frames that end at or before `runMs`: their words are final. */
  coverThrough(runMs: number): void {
    const covered = Math.min(Math.floor(runMs / FRAME_MS), this.endIndex) - this.first;
    if (covered <= 0) return;
    this.first += covered;
    this.past += covered;
    // What is too much is let go now and then: frames are covered one by one, too.
    const surplus = this.past - this.mostPast;
    if (surplus < LET_GO_FRAMES) return;
    this.held.splice(0, surplus);
    this.past -= surplus;
  }

  private get mostPast(): number {
    return Math.floor(
      Math.max(0, Math.min(this.pastLimitMs, this.limitMs - this.keptMs)) / FRAME_MS,
    );
  }
}

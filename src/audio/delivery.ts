import { durationMs } from '../core/pcm';
import type { SampleRate } from '../core/settings';

/**
 * Up to which moment a recorder has delivered what the microphone heard. The moment at which a stream
 * began is not told, but no sound comes before it was made: the earliest that a piece has ever come
 * for its place in the stream is when it began and how long sound is under way at least.
 */
export class Delivery {
  private totalMs = 0;
  private pieceMs = 0;
  private beginMs = Infinity;

  constructor(private readonly sampleRate: SampleRate) {}

  /** A piece of the sound has come. */
  add(bytes: number, nowMs: number): void {
    this.pieceMs = durationMs(bytes, this.sampleRate, 'pcm_s16le');
    this.totalMs += this.pieceMs;
    this.beginMs = Math.min(this.beginMs, nowMs - this.totalMs);
  }

  /** How much of the sound cannot have been heard since a moment, milliseconds. */
  excessMs(sinceMs: number, nowMs: number): number {
    return this.totalMs - (nowMs - sinceMs);
  }

  /**
   * Whether everything has come that was made before a moment.
   *
   * @param latencyMs how long sound is under way at least
   * @param isFlushed whether a piece that is not full comes at the end
   */
  hasAllUntil(momentMs: number, latencyMs: number, isFlushed: boolean): boolean {
    if (this.totalMs === 0) return false;
    const hasMs = this.beginMs + this.totalMs + (isFlushed ? this.pieceMs : 0);
    return hasMs >= momentMs + latencyMs;
  }
}

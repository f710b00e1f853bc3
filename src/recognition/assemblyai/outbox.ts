import { bytesPerSample, durationMs, FRAME_MS, samplesPerFrame } from '../../core/pcm';
import type { Encoding, SampleRate } from '../../core/settings';

/**
 * The longest message the server takes; a frame is the shortest. Longer or shorter ends the session
 * with 3007, and so would 128 KB, which no rate reaches in this time (docs/protocol.md §6, §7).
 */
const MAX_MESSAGE_MS = 1000;
const FRAMES_PER_MESSAGE = MAX_MESSAGE_MS / FRAME_MS;

/** Frames that wait for the session to begin, and the count of what has gone out. */
export class Outbox {
  private readonly frameBytes: number;
  private queue: Uint8Array[] = [];
  private sentBytes = 0;

  constructor(
    private readonly sampleRate: SampleRate,
    private readonly encoding: Encoding,
  ) {
    this.frameBytes = samplesPerFrame(sampleRate) * bytesPerSample(encoding);
  }

  /** Audio handed out by {@link take} so far, ms. */
  get takenMs(): number {
    return durationMs(this.sentBytes, this.sampleRate, this.encoding);
  }

  /**
   * Queues one frame.
   * @returns false when it is not exactly 50 ms and was refused: the server would end the session
   */
  push(frame: Uint8Array): boolean {
    if (frame.length !== this.frameBytes) return false;
    this.queue.push(frame);
    return true;
  }

  /** @returns all that is queued, in order, as messages that the server takes; the queue is empty then */
  take(): readonly Uint8Array[] {
    const messages: Uint8Array[] = [];
    for (let i = 0; i < this.queue.length; i += FRAMES_PER_MESSAGE) {
      const frames = this.queue.slice(i, i + FRAMES_PER_MESSAGE);
      const [only] = frames;
      messages.push(frames.length === 1 && only !== undefined ? only : Buffer.concat(frames));
    }
    this.sentBytes += this.queue.length * this.frameBytes;
    this.queue = [];
    return messages;
  }

  clear(): void {
    this.queue = [];
  }
}

/**
 * How much audio may be ahead of real time. AssemblyAI closes a session that has more than about
 * five minutes buffered (docs/protocol.md §7); this leaves a third of it unused.
 */
const BURST_MS = 200_000;

/** How fast a longer backlog follows: the server is said to drain at 1.25 times real time. */
const RATE = 1.2;

/**
 * Whether one more frame would be too far ahead.
 *
 * @param sentMs audio sent since the session began
 * @param elapsedMs milliseconds since it began
 */
export function isTooFarAhead(sentMs: number, elapsedMs: number): boolean {
  return sentMs + FRAME_MS > BURST_MS + RATE * elapsedMs;
}

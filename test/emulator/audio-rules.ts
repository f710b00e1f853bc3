import type { Clock } from '../../src/core/clock';
import type { ServerError } from './messages';

/** Legal length of one audio message (docs/protocol.md §6). */
const SHORTEST_MS = 50;
const LONGEST_MS = 1000;
/** Live, 20 ms messages were refused after about 49 of them (§7). */
const TOLERATED_SHORT_TOTAL_MS = 980;
/** Live, one short message before Terminate passed and three did not (§7). */
const TOLERATED_SHORT_AT_END = 2;
/** The server reads ahead at 1.25 times real time and gives up with five minutes waiting (§7). */
const DRAIN_RATE = 1.25;
const BUFFERED_LIMIT_MS = 300_000;

/** Judges the length and the pace of one session's audio messages: the 3007 rules. */
export class AudioRules {
  private shortMessages = 0;
  private shortTotalMs = 0;
  private readonly startedAtMs: number;
  /** All audio so far, milliseconds. */
  receivedMs = 0;

  constructor(
    private readonly bytesPerMs: number,
    private readonly bytesPerSample: number,
    private readonly clock: Clock,
  ) {
    this.startedAtMs = clock.now();
  }

  durationMs(bytes: number): number {
    return bytes / this.bytesPerMs;
  }

  /** Takes one message into account. `violation`: what is wrong with it; `error`: what the server says to that. */
  accept(bytes: number): { readonly violation?: string; readonly error?: ServerError } {
    const durationMs = this.durationMs(bytes);
    this.receivedMs += durationMs;
    const isShort = durationMs < SHORTEST_MS;
    this.shortMessages = isShort ? this.shortMessages + 1 : 0;
    this.shortTotalMs = isShort ? this.shortTotalMs + durationMs : 0;

    if (durationMs > LONGEST_MS || this.shortTotalMs >= TOLERATED_SHORT_TOTAL_MS) {
      const error = durationError(durationMs);
      return { violation: error.error, error };
    }
    const elapsedMs = this.clock.now() - this.startedAtMs;
    if (this.receivedMs - elapsedMs * DRAIN_RATE > BUFFERED_LIMIT_MS) {
      const error = rateError(this.receivedMs, elapsedMs);
      return { violation: error.error, error };
    }
    if (isShort) return { violation: `audio message of ${durationMs.toFixed(1)} ms` };
    if (bytes % this.bytesPerSample !== 0) {
      return { violation: `audio message of ${String(bytes)} bytes cuts a sample` };
    }
    return {};
  }

  /** What the server says when the audio ends here. */
  atTerminate(): ServerError | undefined {
    if (this.shortMessages <= TOLERATED_SHORT_AT_END) return undefined;
    return durationError(this.shortTotalMs / this.shortMessages);
  }
}

function durationError(durationMs: number): ServerError {
  return {
    code: 3007,
    error: `Input Duration Error: Input Duration Violation: ${durationMs.toFixed(1)} ms. Expected between 50 and 1000 ms`,
  };
}

function rateError(receivedMs: number, elapsedMs: number): ServerError {
  const seconds = (ms: number): string => (ms / 1000).toFixed(2);
  return {
    code: 3007,
    error: `Audio Transmission Rate Exceeded: Received ${seconds(receivedMs)} sec. audio in ${seconds(elapsedMs)} sec`,
  };
}

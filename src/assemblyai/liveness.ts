import type { Clock } from '../core/clock';
import type { Disposable } from '../core/events';

/** How often the server is asked for a sign of life. */
export const PING_INTERVAL_MS = 5000;

/** So long without any sign, though asked three times, and the connection is half-open. */
export const SILENCE_LIMIT_MS = 16_000;

/**
 * Notices that a connection is half-open: the network is gone but no close came. Every message and
 * every pong is a sign of life. How v3 answers pings is not documented (assemblyai-streaming-v3.md
 * §7), so a server that has never answered one is not judged by it.
 */
export class Liveness implements Disposable {
  private timer: Disposable;
  private heardMs: number;
  private answersPings = false;

  /** Starts at once, with a ping. */
  constructor(
    private readonly clock: Clock,
    private readonly ping: () => void,
    private readonly onSilence: () => void,
  ) {
    this.heardMs = clock.now();
    ping();
    this.timer = this.schedule();
  }

  /** A message came. */
  heard(): void {
    this.heardMs = this.clock.now();
  }

  /** A pong came. */
  answered(): void {
    this.answersPings = true;
    this.heard();
  }

  dispose(): void {
    this.timer.dispose();
  }

  private schedule(): Disposable {
    return this.clock.schedule(PING_INTERVAL_MS, () => {
      if (this.answersPings && this.clock.now() - this.heardMs >= SILENCE_LIMIT_MS) {
        this.onSilence();
        return;
      }
      this.ping();
      this.timer = this.schedule();
    });
  }
}

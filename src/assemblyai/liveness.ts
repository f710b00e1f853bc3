import type { Clock } from '../core/clock';
import type { Disposable } from '../core/events';

/** How often the connection is looked at, and the server asked for a sign of life. */
export const PING_INTERVAL_MS = 5000;

/** So long without any sign, though asked three times, and the connection is half-open. */
export const SILENCE_LIMIT_MS = 16_000;

/** What a {@link Liveness} watches. */
export interface Watched {
  /** Asks the other end for a pong. */
  ping(): void;
  /** Bytes given to the socket so far. */
  givenBytes(): number;
  /** Those of them that have not left this machine. */
  bufferedBytes(): number;
}

/**
 * Notices that a connection is half-open: the network is gone but no close came. Every message and
 * every pong is a sign of life; so is a buffer that empties. How v3 answers pings is not documented
 * (assemblyai-streaming-v3.md §7), so a server that has never answered one is judged only by
 * whether it takes what it is sent.
 */
export class Liveness implements Disposable {
  private timer: Disposable;
  private heardMs: number;
  private flowedMs: number;
  private flushedBytes = 0;
  private answersPings = false;

  /** Starts at once, with a ping; `onDead` is called once, at most. */
  constructor(
    private readonly clock: Clock,
    private readonly watched: Watched,
    private readonly onDead: () => void,
  ) {
    this.heardMs = this.flowedMs = clock.now();
    watched.ping();
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
      if (this.isDead()) {
        this.onDead();
        return;
      }
      this.watched.ping();
      this.timer = this.schedule();
    });
  }

  private isDead(): boolean {
    const nowMs = this.clock.now();
    const bufferedBytes = this.watched.bufferedBytes();
    const flushedBytes = this.watched.givenBytes() - bufferedBytes;
    if (bufferedBytes === 0 || flushedBytes > this.flushedBytes) this.flowedMs = nowMs;
    this.flushedBytes = flushedBytes;
    const isSilent = this.answersPings && nowMs - this.heardMs >= SILENCE_LIMIT_MS;
    return isSilent || nowMs - this.flowedMs >= SILENCE_LIMIT_MS;
  }
}

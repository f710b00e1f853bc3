import type { Clock } from '../../core/clock';
import type { Disposable } from '../../core/events';

/** How often the connection is looked at, and the server asked for a sign of life. */
export const PING_INTERVAL_MS = 5000;

/**
 * So many looks in a row without any sign, though asked each time, and the connection is half-open.
 * Not a time: while the computer sleeps, or we are busy, nobody looks and nothing can be heard.
 */
export const SILENT_LOOKS = 4;

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
 * (docs/protocol.md §12), so a server that says something, has never answered one and sends no
 * heartbeats is judged only by whether it takes what it is sent.
 */
export class Liveness implements Disposable {
  private timer: Disposable;
  private flushedBytes = 0;
  /** It has given signs of life that nobody has to speak for. */
  private isRegular = false;
  private hasSpoken = false;
  /** Looks since the last sign of life, and since the buffer last emptied or moved. */
  private silentLooks = 0;
  private stuckLooks = 0;

  /** Starts at once, with a ping; `onDead` is called once, at most. */
  constructor(
    private readonly clock: Clock,
    private readonly watched: Watched,
    private readonly onDead: () => void,
  ) {
    watched.ping();
    this.timer = this.schedule();
  }

  /** A heartbeat came: others will, as often as we look. */
  beat(): void {
    this.isRegular = true;
    this.silentLooks = 0;
  }

  /** A message came. */
  heard(): void {
    this.hasSpoken = true;
    this.silentLooks = 0;
  }

  /** A pong came. */
  answered(): void {
    this.beat();
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
    const bufferedBytes = this.watched.bufferedBytes();
    const flushedBytes = this.watched.givenBytes() - bufferedBytes;
    const hasMoved = flushedBytes > this.flushedBytes;
    this.flushedBytes = flushedBytes;
    this.stuckLooks = bufferedBytes === 0 || hasMoved ? 0 : this.stuckLooks + 1;
    // Behind a buffer that empties slowly, a ping may not even have left.
    this.silentLooks = bufferedBytes > 0 && hasMoved ? 0 : this.silentLooks + 1;
    const mustAnswer = this.isRegular || !this.hasSpoken;
    return this.stuckLooks >= SILENT_LOOKS || (mustAnswer && this.silentLooks >= SILENT_LOOKS);
  }
}

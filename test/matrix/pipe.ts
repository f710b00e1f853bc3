import type { Socket } from 'node:net';

/** How bytes get through one direction of a connection. */
export interface Weather {
  /** They vanish, and so does the end. */
  readonly isLost?: boolean;
  /** They wait until the weather changes. */
  readonly isHeld?: boolean;
  readonly delayMs?: number;
  readonly bytesPerSecond?: number;
  /** No segment is longer. */
  readonly segmentBytes?: number;
}

/** How a connection ends: by FIN, by RST. */
export type Ending = 'close' | 'reset';

interface Parcel {
  /** Empty: the end. */
  readonly bytes: Buffer;
  readonly dueMs: number;
}

/** One direction of a proxied connection: everything arrives in order, and never twice. */
export class Pipe {
  private weather: Weather = {};
  private readonly queue: Parcel[] = [];
  private timer: NodeJS.Timeout | undefined;
  private freeAtMs = 0;
  private trap: ((bytes: Buffer) => Buffer) | undefined;

  constructor(
    private readonly source: Socket,
    private readonly sink: Socket,
    /** Looks at what has come, before it is sent on. */
    private readonly look: (bytes: Buffer) => void,
  ) {
    source.on('data', (bytes: Buffer) => {
      this.look(bytes);
      this.push(bytes);
    });
    source.on('end', () => {
      this.push(Buffer.alloc(0));
    });
    source.on('close', () => {
      if (this.weather.isLost !== true && !source.readableEnded) this.sink.destroy();
    });
  }

  /** From now on; what waits, waits as it did, unless it was held. */
  change(weather: Weather): void {
    const wasHeld = this.weather.isHeld === true;
    this.weather = weather;
    if (wasHeld && weather.isHeld !== true) this.pump();
  }

  /** Lets only `pick` of the next bytes through, then ends the whole connection. */
  cutNext(pick: (bytes: Buffer) => Buffer, ending: Ending): void {
    this.trap = (bytes) => {
      setImmediate(() => {
        end(this.source, ending);
        end(this.sink, ending);
      });
      return pick(bytes);
    };
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  private push(bytes: Buffer): void {
    const { isLost, delayMs = 0, bytesPerSecond = Infinity, segmentBytes } = this.weather;
    if (isLost === true) {
      // Its owner has given it up, and the other end is not told.
      if (bytes.length === 0) this.source.destroySoon();
      return;
    }
    const { trap } = this;
    if (trap !== undefined && bytes.length > 0) {
      this.trap = undefined;
      this.weather = { isLost: true };
      this.queue.push({ bytes: trap(bytes), dueMs: 0 });
    } else {
      for (const part of parts(bytes, segmentBytes)) {
        const nowMs = performance.now();
        this.freeAtMs = Math.max(nowMs, this.freeAtMs) + (part.length * 1000) / bytesPerSecond;
        this.queue.push({ bytes: part, dueMs: this.freeAtMs + delayMs });
      }
    }
    this.pump();
  }

  private pump(): void {
    clearTimeout(this.timer);
    if (this.weather.isHeld === true) return;
    for (;;) {
      const next = this.queue[0];
      if (next === undefined) return;
      const waitMs = next.dueMs - performance.now();
      if (waitMs > 0) {
        this.timer = setTimeout(() => {
          this.pump();
        }, waitMs);
        return;
      }
      this.queue.shift();
      if (this.sink.destroyed) continue;
      if (next.bytes.length === 0) this.sink.end();
      else this.sink.write(next.bytes);
    }
  }
}

/** Ends one end of a connection. */
export function end(socket: Socket, ending: Ending): void {
  if (socket.destroyed) return;
  if (ending === 'reset') socket.resetAndDestroy();
  else socket.destroySoon();
}

function parts(bytes: Buffer, size = bytes.length): readonly Buffer[] {
  if (bytes.length <= size) return [bytes];
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
    bytes.subarray(n * size, (n + 1) * size),
  );
}

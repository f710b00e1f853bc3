/** How fast a held key repeats, ms. */
export interface KeyRepeatTimes {
  /** From the press to the first repeat. */
  readonly delayMs: number;
  /** From one repeat to the next. */
  readonly intervalMs: number;
}

/** Keeps what was learnt on this computer; neither method throws. */
export interface KeyRepeatMemory {
  /** What was written last, oldest first. */
  read(): readonly KeyRepeatTimes[];
  write(learnt: readonly KeyRepeatTimes[]): void;
}

/**
 * Windows' slowest settings: about 1 s, and 2.5 a second less 20 %
 * (learn.microsoft.com, SystemParametersInfo, SPI_SETKEYBOARDDELAY and SPI_SETKEYBOARDSPEED).
 */
const SLOWEST: KeyRepeatTimes = { delayMs: 1000, intervalMs: 500 };

/** Slower than this is no key that repeats, faster only a burst after a stall. */
const LONGEST: KeyRepeatTimes = { delayMs: 2000, intervalMs: 600 };
const SHORTEST: KeyRepeatTimes = { delayMs: 150, intervalMs: 5 };

/**
 * How late one event may be beside another: keys come through the window's process, which now and
 * then does something else for a quarter of a second.
 */
const JITTER_MS = 250;

/** As many times in a row, the first longer and the others alike, are a held key: nobody taps so. */
const TIMES_IN_STEP = 5;
const LONGER_BY = 1.5;
const ALIKE_MS = 30;

/** How many holds are remembered: the slowest of them counts. */
const REMEMBERED = 5;

/** Learns from the events of one key how fast this computer repeats it. */
export class KeyRepeat {
  private seenMs = -Infinity;
  /** Times between the events since the last long pause, ms. */
  private intervals: number[] = [];
  /** How many of the last events each came soon enough to be a repeat. */
  private repeats = 0;
  private learnt: readonly KeyRepeatTimes[];

  constructor(private readonly memory: KeyRepeatMemory) {
    this.learnt = memory.read().filter(isPlausible).slice(-REMEMBERED);
  }

  /** The longest time from a press to what may be its first repeat, ms. */
  get longestDelayMs(): number {
    return this.slowest('delayMs') + JITTER_MS;
  }

  /** The longest time from one repeat to the next, ms: after it the key is released. */
  get longestIntervalMs(): number {
    return this.slowest('intervalMs') + JITTER_MS;
  }

  /** Whether the last events are too many in a row for taps. */
  get isHeld(): boolean {
    return this.repeats >= TIMES_IN_STEP;
  }

  /** Takes an event; `isPress`: the key rested before, else it comes late at most. */
  note(nowMs: number, isPress: boolean): void {
    const sinceMs = nowMs - this.seenMs;
    this.seenMs = nowMs;
    const isInRow = sinceMs <= this.longestIntervalMs || (this.isHeld && !isPress);
    this.repeats = isInRow ? this.repeats + 1 : 0;
    if (sinceMs > LONGEST.delayMs + JITTER_MS) this.intervals = [];
    else this.intervals.push(sinceMs);
    if (this.intervals.length !== TIMES_IN_STEP) return;
    const [delayMs = 0, ...intervals] = this.intervals;
    const times = { delayMs, intervalMs: Math.max(...intervals) };
    if (!isPlausible(times) || times.intervalMs - Math.min(...intervals) > ALIKE_MS) return;
    this.learnt = [...this.learnt, times].slice(-REMEMBERED);
    this.memory.write(this.learnt);
  }

  private slowest(key: keyof KeyRepeatTimes): number {
    const known = this.learnt.map((times) => times[key]);
    return known.length === 0 ? SLOWEST[key] : Math.max(...known);
  }
}

function isPlausible({ delayMs, intervalMs }: KeyRepeatTimes): boolean {
  return (
    delayMs >= Math.max(SHORTEST.delayMs, LONGER_BY * intervalMs) &&
    delayMs <= LONGEST.delayMs &&
    intervalMs >= SHORTEST.intervalMs &&
    intervalMs <= LONGEST.intervalMs
  );
}

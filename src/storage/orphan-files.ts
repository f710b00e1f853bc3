import { lstat, utimes } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Clock } from '../core/clock';
import { Emitter, type Disposable } from '../core/events';
import { hasCode, isRunning, namesIn } from './files';

/** How often a window says of each file that it has that it still has it; nothing else is done. */
export const BEAT_MS = 300_000;

/**
 * Of a file this long without a beat it is asked whether its window is still there, although a process
 * with its number runs: numbers are used again.
 */
export const SILENCE_LIMIT_MS = 3_600_000;

/**
 * Then it is looked at again, after this long: a computer that slept has windows that have not beaten,
 * and do so within {@link BEAT_MS} of being awake, which is what clocks of ours count.
 */
export const SECOND_LOOK_MS = 2 * BEAT_MS;

export interface OrphanFilesOptions {
  /** Shared by all windows. */
  readonly folder: string;
  readonly clock: Clock;
  /** Which process has a file, as its name tells; undefined: it is none of ours. */
  readonly ownerOf: (name: string) => number | 'nobody' | undefined;
  /** This window; default `process.pid`. */
  readonly pid?: number | undefined;
  /** When the computer was started, Unix time in milliseconds; default: as the system tells. */
  readonly upSinceMs?: number;
}

/**
 * Files of one folder that outlive their window: which this one has, and which nobody has any more. A
 * window that is there says so by touching what it has; it does nothing while it has nothing.
 */
export class OrphanFiles implements Disposable {
  private readonly held = new Set<string>();
  private readonly doubts = new Emitter<void>();
  /** When each file without a beat was seen first, and as of when it was. */
  private silent = new Map<string, { readonly seenAtMs: number; readonly beatMs: number }>();
  private nextBeat: Disposable | undefined;
  private secondLook: Disposable | undefined;
  private readonly pid: number;

  /** It is time to {@link find} again: a file whose window did not beat may be nobody's. */
  readonly onDidDoubt = this.doubts.event;

  constructor(private readonly options: OrphanFilesOptions) {
    this.pid = options.pid ?? process.pid;
  }

  /** From now on this window has the file. */
  hold(name: string): void {
    this.held.add(name);
    if (this.nextBeat === undefined) this.scheduleBeat();
  }

  /** @returns whether this window had the file */
  letGo(name: string): boolean {
    const had = this.held.delete(name);
    if (this.held.size === 0) {
      this.nextBeat?.dispose();
      this.nextBeat = undefined;
    }
    return had;
  }

  /** Says that this window has a file that was another's until now: it is as old as it was. */
  async beat(name: string): Promise<void> {
    const now = new Date();
    await utimes(path.join(this.options.folder, name), now, now).catch((error: unknown) => {
      if (!hasCode(error, 'ENOENT')) throw error;
    });
  }

  /** The plain files that nobody has, or whose window is gone, sorted by name. @throws {Error} */
  async find(): Promise<readonly string[]> {
    const found: string[] = [];
    const silent = new Map<string, { seenAtMs: number; beatMs: number }>();
    for (const name of (await namesIn(this.options.folder)).toSorted()) {
      const owner = this.options.ownerOf(name);
      if (owner === undefined || this.held.has(name)) continue;
      const beatMs = await this.beatOf(name);
      if (beatMs === undefined) continue;
      if (this.isGone(owner, beatMs)) found.push(name);
      else if (Math.abs(Date.now() - beatMs) > SILENCE_LIMIT_MS) {
        const nowMs = this.options.clock.now();
        const before = this.silent.get(name);
        const seenAtMs = before?.beatMs === beatMs ? before.seenAtMs : nowMs;
        if (nowMs - seenAtMs >= SECOND_LOOK_MS) found.push(name);
        else silent.set(name, { seenAtMs, beatMs });
      }
    }
    this.silent = silent;
    if (silent.size > 0) this.scheduleSecondLook();
    return found;
  }

  dispose(): void {
    this.nextBeat?.dispose();
    this.secondLook?.dispose();
    this.doubts.dispose();
  }

  private isGone(owner: number | 'nobody', beatMs: number): boolean {
    // Ours by its number, but not held: an earlier process had that number.
    if (owner === 'nobody' || owner === this.pid || !isRunning(owner)) return true;
    // No process survives a restart of the computer, after which the same numbers come again.
    const { upSinceMs = Date.now() - os.uptime() * 1000 } = this.options;
    return beatMs < upSinceMs;
  }

  /** @returns nothing for a file that another window has just taken, and for what is no plain file */
  private async beatOf(name: string): Promise<number | undefined> {
    try {
      const stats = await lstat(path.join(this.options.folder, name));
      return stats.isFile() ? stats.mtimeMs : undefined;
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined;
      throw error;
    }
  }

  private scheduleBeat(): void {
    this.nextBeat = this.options.clock.schedule(BEAT_MS, () => {
      this.scheduleBeat();
      // A disk that refuses now may not at the next beat.
      for (const name of this.held) void this.beat(name).catch(() => undefined);
    });
  }

  private scheduleSecondLook(): void {
    this.secondLook?.dispose();
    this.secondLook = this.options.clock.schedule(SECOND_LOOK_MS, () => {
      this.doubts.fire();
    });
  }
}

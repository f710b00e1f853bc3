import { lstat, readdir, unlink, utimes } from 'node:fs/promises';
import path from 'node:path';
import { hasCode, isRunning, openFolder, readOwn, writeNew } from './files';

/** How often who holds the microphone says so. */
export const BEAT_MS = 1000;

/** Silent for this long, a holder is gone: five beats, for an extension host that is busy. */
export const SILENCE_LIMIT_MS = 5000;

/** The beat of a claim that was given back: as old as every file system can tell. */
const GIVEN_BACK = new Date(Date.UTC(2000, 0));

/** The largest of nine digits; a claim a second for thirty years comes to it. It makes way when it is given back. */
const MAX_NUMBER = 999_999_999;

/** A process id. */
const CLAIM_LIMIT_BYTES = 64;

/** The newest claim, as a file tells it. */
export interface Claim {
  /** 1, 2, 3 …; 0: nobody has ever claimed. */
  readonly number: number;
  /** The claiming process; undefined while the file is being written. */
  readonly pid: number | undefined;
  /** Unix time of the last beat, in milliseconds. */
  readonly beatMs: number;
}

/** Whether the claim stands: its process runs and has beaten lately, by a clock that may be set. */
export function isHeld(claim: Claim, nowMs: number, runs: (pid: number) => boolean): boolean {
  if (claim.number === 0 || Math.abs(nowMs - claim.beatMs) > SILENCE_LIMIT_MS) return false;
  return claim.pid === undefined || runs(claim.pid);
}

/**
 * Claims on the microphone of this computer as files of one folder, shared by all windows. A claim
 * is a file with a number for a name and the process id inside; its modification time is the last
 * beat; the highest number counts. Nobody deletes or overwrites another's claim to get the
 * microphone: the next number is made, with `wx`, so that of many at most one succeeds. The
 * highest number stays when it is given back, so that numbers only grow. Links and folders with such
 * names are claims without a process that never beat.
 */
export class MicrophoneClaims {
  constructor(
    private readonly folder: string,
    private readonly runs: (pid: number) => boolean = isRunning,
  ) {}

  /** Makes the folder. @throws {Error} when it cannot be made */
  open(): void {
    openFolder(this.folder);
  }

  /** The number of the claim that stands, or nothing. */
  async held(): Promise<number | undefined> {
    const newest = await this.newest();
    return isHeld(newest, Date.now(), this.runs) ? newest.number : undefined;
  }

  /** @returns the number of our claim, or nothing when another's stands; throws when it cannot write */
  async claim(): Promise<number | undefined> {
    const newest = await this.newest();
    if (isHeld(newest, Date.now(), this.runs)) return undefined;
    if (newest.number === MAX_NUMBER) {
      await unlink(this.file(MAX_NUMBER)).catch((error: unknown) => {
        // Another window has made way for all already.
        if (!hasCode(error, 'ENOENT')) throw error;
      });
      return this.claim();
    }
    const number = newest.number + 1;
    // Nobody can have asked yet for what was not claimed.
    await unlink(this.requestFile(number)).catch(ignore);
    try {
      writeNew(this.file(number), String(process.pid));
    } catch (error) {
      if (hasCode(error, 'EEXIST')) return undefined;
      throw error;
    }
    // Between our two steps others may have claimed, given back and tidied up: they count.
    const numbers = await this.numbers();
    if (Math.max(...numbers) !== number) {
      await unlink(this.file(number)).catch(ignore);
      return undefined;
    }
    // The one before stays, for who is reading the folder right now.
    await Promise.all(numbers.filter((n) => n < number - 1).map((n) => this.forget(n)));
    return number;
  }

  /** Says that the claim's holder is alive. */
  async beat(number: number): Promise<void> {
    const now = new Date();
    await utimes(this.file(number), now, now);
  }

  async giveBack(number: number): Promise<void> {
    await utimes(this.file(number), GIVEN_BACK, GIVEN_BACK);
  }

  /** Asks the holder of a claim to give it back. */
  askBack(number: number): void {
    try {
      writeNew(this.requestFile(number), '');
    } catch (error) {
      // It was asked already.
      if (!hasCode(error, 'EEXIST')) throw error;
    }
  }

  /** Whether the claim's holder must give it back: asked to, or passed over while it slept. */
  async isAskedBack(number: number): Promise<boolean> {
    const names = await readdir(this.folder);
    return names.includes(`${String(number)}.request`) || Math.max(...numbersIn(names)) > number;
  }

  private async newest(): Promise<Claim> {
    for (;;) {
      const number = Math.max(0, ...(await this.numbers()));
      if (number === 0) return { number, pid: undefined, beatMs: 0 };
      try {
        const stats = await lstat(this.file(number));
        if (!stats.isFile()) return { number, pid: undefined, beatMs: 0 };
        return { number, pid: await this.pidIn(number), beatMs: stats.mtimeMs };
      } catch (error) {
        // Tidied up between two looks: there is a newer one.
        if (!hasCode(error, 'ENOENT')) throw error;
      }
    }
  }

  private async pidIn(number: number): Promise<number | undefined> {
    const content = (await readOwn(this.file(number), CLAIM_LIMIT_BYTES)).toString();
    return /^\d+$/.test(content) ? Number(content) : undefined;
  }

  private async numbers(): Promise<readonly number[]> {
    return numbersIn(await readdir(this.folder));
  }

  private async forget(number: number): Promise<void> {
    await Promise.all([
      unlink(this.file(number)).catch(ignore),
      unlink(this.requestFile(number)).catch(ignore),
    ]);
  }

  private file(number: number): string {
    return path.join(this.folder, String(number));
  }

  private requestFile(number: number): string {
    return path.join(this.folder, `${String(number)}.request`);
  }
}

function numbersIn(names: readonly string[]): readonly number[] {
  return names.filter((name) => /^[1-9]\d{0,8}$/.test(name)).map(Number);
}

/** Tidying up may fail: others do it too, and the next claim tries again. */
function ignore(): void {
  // Nothing depends on it.
}

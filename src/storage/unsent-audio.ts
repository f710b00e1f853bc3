import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile, rename, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Clock } from '../core/clock';
import type { Disposable, Event } from '../core/events';
import type { Log } from '../core/log';
import type { Settings } from '../core/settings';
import type { KeptAudio, StoredCopy } from '../dictation/run/audio-source';
import { decodeKeptAudio, encodeKeptAudio } from './kept-audio-file';
import { namesIn } from './names-in';
import { isRunning } from './running-process';

/** Long enough to come back to it the next day, short enough for a recording nobody asks for. */
export const LIFETIME_MS = 24 * 3_600_000;

/** Windows stay open for days: what another one left is deleted in time too. */
const EXPIRY_CHECK_MS = 3_600_000;

/** A full journal of the highest quality, or half an hour at 16 kHz; all windows together. */
const LIMIT_BYTES = 64 * 1024 * 1024;

/** Owner only: it is somebody's voice. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

export interface UnsentAudioOptions {
  /** Shared by all windows; made when it is needed. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Where `privacy.keepUnsentAudio` stands. */
  readonly settings: { peek(): Settings; readonly onDidChange: Event<void> };
  /** Unix time in milliseconds; default `Date.now`. */
  readonly now?: () => number;
  /** This window; default `process.pid`. */
  readonly pid?: number;
  /** For all files together; default 64 MiB. */
  readonly limitBytes?: number;
}

/**
 * Audio that was not transcribed when its window closed, on disk for the next window, if the person
 * has allowed it: one file each. A file named `<time>-<writer>-<number>` is free; with `.<process>`
 * behind, that process writes it or has claimed it by renaming. Deleted as soon as it is transcribed
 * or saved, and after {@link LIFETIME_MS} even if somebody has it claimed.
 */
export class UnsentAudio implements Disposable {
  /** What this window has on disk. */
  private readonly claimed = new Map<StoredCopy, Claimed>();
  private readonly subscription: Disposable;
  private expiryCheck: Disposable | undefined;
  private readonly pid: number;
  private readonly now: () => number;

  constructor(private readonly options: UnsentAudioOptions) {
    this.pid = options.pid ?? process.pid;
    this.now = options.now ?? Date.now;
    this.subscription = options.settings.onDidChange(() => {
      if (this.isAllowed) this.scheduleExpiryCheck();
      else for (const copy of this.claimed.keys()) this.forget(copy);
    });
  }

  /**
   * Leaves audio for the next window, where that is allowed, and has done so on return: a window
   * that closes waits for little. What does not fit on top of the newest is left out, and logged.
   * Of what was tried again, the rest takes the place of the whole, which stays where that fails.
   */
  save(audio: readonly KeptAudio[]): void {
    if (!this.isAllowed || audio.length === 0) return;
    this.attempt('kept', () => {
      mkdirSync(this.options.folder, { recursive: true, mode: FOLDER_MODE });
    });
    const savedAtMs = this.now();
    for (const [index, each] of [...audio.entries()].reverse()) {
      const { copy } = each;
      const known = copy === undefined ? undefined : this.claimed.get(copy);
      const isWritten =
        known?.audio !== each &&
        this.attempt('kept', () => {
          this.write(each, `${String(savedAtMs)}-${String(this.pid)}-${String(index)}`, known);
        });
      if (copy === undefined || known === undefined) continue;
      if (isWritten) this.forget(copy);
      else this.leave(copy, known);
    }
  }

  /**
   * What closed windows have left, oldest first, claimed by this window: no other one gets it.
   * From now on, where there is any or may be, what nobody has asked for in time is deleted.
   */
  async recover(): Promise<readonly KeptAudio[]> {
    const found: KeptAudio[] = [];
    try {
      await this.deleteExpired();
      for (const entry of await this.entries()) {
        const audio = (await this.isOrphan(entry)) ? await this.claim(entry) : undefined;
        if (audio !== undefined) found.push(audio);
      }
    } catch (error) {
      this.options.log.warn(`audio of earlier windows cannot be read: ${String(error)}`);
    }
    return found;
  }

  /** What is on disk stays there, for the next window. */
  dispose(): void {
    this.subscription.dispose();
    this.expiryCheck?.dispose();
  }

  private get isAllowed(): boolean {
    return this.options.settings.peek().privacy.keepUnsentAudio;
  }

  /** Under a name that nobody claims while it is being written. */
  private write(audio: KeptAudio, base: string, replaced: Claimed | undefined): void {
    const file = encodeKeptAudio(audio);
    const replacedName = replaced === undefined ? '' : path.basename(this.ownFile(replaced.base));
    const { folder, limitBytes = LIMIT_BYTES } = this.options;
    const usedBytes = readdirSync(folder)
      .filter((name) => name !== replacedName)
      .map((name) => statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
      .reduce((sum, bytes) => sum + bytes, 0);
    if (usedBytes + file.length > limitBytes) throw new Error('there is too much of it');
    writeFileSync(this.ownFile(base), file, { flag: 'wx', mode: FILE_MODE });
    renameSync(this.ownFile(base), this.freeFile(base));
  }

  private async claim({ name, base }: Entry): Promise<KeptAudio | undefined> {
    const file = this.ownFile(base);
    try {
      // Of several windows that start at once, one succeeds.
      await rename(path.join(this.options.folder, name), file);
    } catch (error) {
      this.options.log.debug(`audio claimed by another window: ${String(error)}`);
      return undefined;
    }
    const decoded = decodeKeptAudio(await readFile(file));
    if (decoded === undefined || !this.isAllowed) await rm(file, { force: true });
    if (decoded === undefined) return undefined;
    const copy: StoredCopy = {
      forget: () => {
        this.forget(copy);
      },
    };
    const audio = { ...decoded, copy };
    if (this.isAllowed) this.claimed.set(copy, { base, audio });
    return audio;
  }

  private forget(copy: StoredCopy): void {
    const known = this.claimed.get(copy);
    if (known === undefined) return;
    this.claimed.delete(copy);
    this.attempt('deleted', () => {
      rmSync(this.ownFile(known.base), { force: true });
    });
  }

  /** Gives the copy back as it is, for whoever comes next. */
  private leave(copy: StoredCopy, { base }: Claimed): void {
    this.claimed.delete(copy);
    this.attempt('kept', () => {
      renameSync(this.ownFile(base), this.freeFile(base));
    });
  }

  private async deleteExpired(): Promise<void> {
    // Another window may leave some as long as it is allowed.
    if (this.isAllowed) this.scheduleExpiryCheck();
    const entries = await this.entries();
    if (entries.length > 0) this.scheduleExpiryCheck();
    for (const { name, savedAtMs } of entries) {
      if (this.now() - savedAtMs <= LIFETIME_MS) continue;
      await rm(path.join(this.options.folder, name), { force: true });
    }
  }

  private scheduleExpiryCheck(): void {
    this.expiryCheck?.dispose();
    this.expiryCheck = this.options.clock.schedule(EXPIRY_CHECK_MS, () => {
      this.deleteExpired().catch((error: unknown) => {
        this.options.log.warn(`audio not deleted from disk: ${String(error)}`);
      });
    });
  }

  /** Whether nobody has it: not claimed, or claimed by a process that is gone. */
  private async isOrphan({ name, base, claimant }: Entry): Promise<boolean> {
    if (claimant === undefined || !isRunning(claimant)) return true;
    if (claimant === this.pid) return !this.isOurs(base);
    // Claims do not survive a restart of the computer, whose processes get the same numbers again.
    const { ctimeMs } = await stat(path.join(this.options.folder, name));
    return ctimeMs < Date.now() - os.uptime() * 1000;
  }

  private isOurs(base: string): boolean {
    return [...this.claimed.values()].some((known) => known.base === base);
  }

  private async entries(): Promise<readonly Entry[]> {
    return (await namesIn(this.options.folder))
      .flatMap((name) => parseName(name) ?? [])
      .sort((a, b) => a.savedAtMs - b.savedAtMs || a.index - b.index);
  }

  /** @returns whether it succeeded */
  private attempt(what: string, act: () => void): boolean {
    try {
      act();
      return true;
    } catch (error) {
      this.options.log.warn(`audio not ${what} on disk: ${String(error)}`);
      return false;
    }
  }

  private freeFile(base: string): string {
    return path.join(this.options.folder, base);
  }

  private ownFile(base: string): string {
    return path.join(this.options.folder, `${base}.${String(this.pid)}`);
  }
}

/** A copy on disk that this window has. */
interface Claimed {
  /** Its name without the process. */
  readonly base: string;
  /** What is in it. */
  readonly audio: KeptAudio;
}

/** One of our files, as its name tells. */
interface Entry {
  readonly name: string;
  readonly base: string;
  /** Unix time in milliseconds. */
  readonly savedAtMs: number;
  readonly index: number;
  readonly claimant: number | undefined;
}

function parseName(name: string): Entry | undefined {
  const [, base, savedAtMs, index, claimant] =
    /^((\d{1,15})-\d{1,10}-(\d{1,10}))(?:\.(\d{1,10}))?$/.exec(name) ?? [];
  if (base === undefined) return undefined;
  return {
    name,
    base,
    savedAtMs: Number(savedAtMs),
    index: Number(index),
    claimant: claimant === undefined ? undefined : Number(claimant),
  };
}

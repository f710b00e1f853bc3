import { lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '../core/clock';
import { disposeAll, type Disposable, type Event } from '../core/events';
import { loggable } from '../core/failure';
import type { Log } from '../core/log';
import type { Settings } from '../core/settings';
import type { KeptAudio, StoredCopy } from '../core/kept-audio';
import { namesIn, openFolder, readOwn, writeNew } from './files';
import { decodeKeptAudio, encodeKeptAudio } from './kept-audio-file';
import { OrphanFiles } from './orphan-files';

/** Long enough to come back to it the next day, short enough for a recording nobody asks for. */
export const LIFETIME_MS = 24 * 3_600_000;

/** Windows stay open for days: what another one left is deleted in time too. */
const EXPIRY_CHECK_MS = 3_600_000;

/** A full journal of the highest quality, or half an hour at 16 kHz; all windows together. */
const LIMIT_BYTES = 64 * 1024 * 1024;

/** With the line of JSON before the audio; what is larger is none of ours. */
const FILE_LIMIT_BYTES = 2 * LIMIT_BYTES;

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
 * or saved, and after {@link LIFETIME_MS} even if somebody has it claimed. The time of a file that was
 * saved under a clock that ran ahead is corrected, so that it, too, has an end.
 */
export class UnsentAudio implements Disposable {
  /** What this window has on disk. */
  private readonly claimed = new Map<StoredCopy, Claimed>();
  private readonly orphans: OrphanFiles;
  private readonly subscription: Disposable;
  private count = 0;
  private expiryCheck: Disposable | undefined;
  private readonly pid: number;
  private readonly now: () => number;

  /** It is time to {@link recover} again: a window that had audio may be gone after all. */
  readonly onDidDoubt: Event<void>;

  constructor(private readonly options: UnsentAudioOptions) {
    const { folder, clock, pid } = options;
    const ownerOf = (name: string): number | 'nobody' | undefined => parseName(name)?.owner;
    this.orphans = new OrphanFiles({ folder, clock, pid, ownerOf });
    this.onDidDoubt = this.orphans.onDidDoubt;
    this.pid = pid ?? process.pid;
    this.now = options.now ?? Date.now;
    // Another window may leave some as long as it is allowed.
    if (this.isAllowed) this.scheduleExpiryCheck();
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
      openFolder(this.options.folder);
    });
    const bases = audio.map(() => this.nextBase());
    for (const [index, each] of [...audio.entries()].reverse()) {
      const { copy } = each;
      const known = copy === undefined ? undefined : this.claimed.get(copy);
      const isWritten =
        known?.audio !== each &&
        this.attempt('kept', () => {
          this.write(each, bases[index] ?? this.nextBase(), known);
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
      for (const entry of inOrder(await this.orphans.find())) {
        const audio = await this.claim(entry);
        if (audio !== undefined) found.push(audio);
      }
    } catch (error) {
      this.options.log.warn(`audio of earlier windows cannot be read: ${loggable(error)}`);
    }
    return found;
  }

  /** What is on disk stays there, for the next window. */
  dispose(): void {
    disposeAll([this.subscription, this.orphans]);
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
      .map((name) => lstatSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
      .reduce((sum, bytes) => sum + bytes, 0);
    if (usedBytes + file.length > limitBytes) {
      throw Object.assign(new Error('there is too much of it'), { code: 'EDQUOT' });
    }
    writeNew(this.ownFile(base), file);
    renameSync(this.ownFile(base), this.freeFile(base));
  }

  private async claim(entry: Entry): Promise<KeptAudio | undefined> {
    const base = entry.savedAtMs > this.now() ? this.nextBase() : entry.base;
    const file = this.ownFile(base);
    let content: Uint8Array;
    try {
      // Of several windows that start at once, one succeeds.
      await rename(path.join(this.options.folder, entry.name), file);
      await this.orphans.beat(path.basename(file));
      content = await readOwn(file, FILE_LIMIT_BYTES);
    } catch (error) {
      this.options.log.debug(`audio left alone: ${loggable(error)}`);
      return undefined;
    }
    const decoded = decodeKeptAudio(content);
    if (decoded === undefined || !this.isAllowed) await rm(file, { force: true });
    if (decoded === undefined) return undefined;
    const copy: StoredCopy = {
      forget: () => {
        this.forget(copy);
      },
    };
    const audio = { ...decoded, copy };
    if (this.isAllowed) {
      this.claimed.set(copy, { base, audio });
      this.orphans.hold(path.basename(file));
    }
    return audio;
  }

  private forget(copy: StoredCopy): void {
    const known = this.claimed.get(copy);
    if (known === undefined) return;
    this.letGo(copy, known);
    this.attempt('deleted', () => {
      rmSync(this.ownFile(known.base), { force: true });
    });
  }

  /** Gives the copy back as it is, for whoever comes next. */
  private leave(copy: StoredCopy, known: Claimed): void {
    this.letGo(copy, known);
    this.attempt('kept', () => {
      renameSync(this.ownFile(known.base), this.freeFile(known.base));
    });
  }

  private letGo(copy: StoredCopy, { base }: Claimed): void {
    this.claimed.delete(copy);
    this.orphans.letGo(path.basename(this.ownFile(base)));
  }

  private async deleteExpired(): Promise<void> {
    // Another window may leave some as long as it is allowed.
    if (this.isAllowed) this.scheduleExpiryCheck();
    const { folder, log } = this.options;
    const entries = inOrder(await namesIn(folder));
    if (entries.length > 0) this.scheduleExpiryCheck();
    for (const { name, savedAtMs, owner } of entries) {
      const ageMs = this.now() - savedAtMs;
      const file = path.join(folder, name);
      try {
        if (ageMs > LIFETIME_MS) await rm(file, { force: true });
        else if (ageMs < 0 && owner === 'nobody') {
          await rename(file, this.freeFile(this.nextBase()));
        }
      } catch (error) {
        // Another window has just taken it, or it is none of ours.
        log.debug(`audio not deleted: ${loggable(error)}`);
      }
    }
  }

  /** A name without process that no file has. */
  private nextBase(): string {
    return [this.now(), this.pid, this.count++].join('-');
  }

  private scheduleExpiryCheck(): void {
    this.expiryCheck?.dispose();
    this.expiryCheck = this.options.clock.schedule(EXPIRY_CHECK_MS, () => {
      this.deleteExpired().catch((error: unknown) => {
        this.options.log.warn(`audio not deleted from disk: ${loggable(error)}`);
      });
    });
  }

  /** @returns whether it succeeded */
  private attempt(what: string, act: () => void): boolean {
    try {
      act();
      return true;
    } catch (error) {
      this.options.log.warn(`audio not ${what} on disk: ${loggable(error)}`);
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
  readonly owner: number | 'nobody';
}

/** The oldest first. */
function inOrder(names: readonly string[]): readonly Entry[] {
  return names
    .flatMap((name) => parseName(name) ?? [])
    .sort((a, b) => a.savedAtMs - b.savedAtMs || a.index - b.index);
}

function parseName(name: string): Entry | undefined {
  const [, base, savedAtMs, index, owner] =
    /^((\d{1,15})-\d{1,10}-(\d{1,10}))(?:\.(\d{1,10}))?$/.exec(name) ?? [];
  if (base === undefined) return undefined;
  return {
    name,
    base,
    savedAtMs: Number(savedAtMs),
    index: Number(index),
    owner: owner === undefined ? 'nobody' : Number(owner),
  };
}

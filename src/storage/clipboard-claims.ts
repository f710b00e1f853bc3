import { createHash, randomBytes } from 'node:crypto';
import { lstatSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Clipboard, ClipboardShare } from '../core/clipboard-share';
import type { Clock } from '../core/clock';
import { loggable } from '../core/failure';
import type { Log } from '../core/log';
import { isRunning, namesIn, openFolder, readOwn, writeNew } from './files';

/** A text is pasted within two seconds and taken back five later: who says longer that it is there is gone. */
export const CLAIM_LIMIT_MS = 10_000;

/** How often the others are looked at again. */
const LOOK_AGAIN_MS = 250;

export interface ClipboardClaimsOptions {
  /** Shared by all windows; made when it is needed. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  /** This window; default `process.pid`. */
  readonly pid?: number;
}

/** A salt and a hash, as hexadecimal digits. */
const CLAIM_BYTES = 97;

/**
 * Which window has a text of its own on the clipboard: a file each, named after its process, with a salted
 * hash of that text, by which it is known again when the window was killed. What the person had there is
 * nowhere but in that window's memory.
 */
export class ClipboardClaims implements ClipboardShare {
  constructor(private readonly options: ClipboardClaimsOptions) {}

  async untilFree(): Promise<void> {
    const { clock, log } = this.options;
    const untilMs = clock.now() + CLAIM_LIMIT_MS;
    try {
      while ((await this.isTaken()) && clock.now() < untilMs) {
        await new Promise<void>((resolve) => clock.schedule(LOOK_AGAIN_MS, resolve));
      }
    } catch (error) {
      log.warn(`clipboard of other windows not known: ${loggable(error)}`);
    }
  }

  take(text: string): void {
    this.leave();
    try {
      openFolder(this.options.folder);
      writeNew(this.ownFile, claimFor(text, randomBytes(16).toString('hex')));
    } catch (error) {
      this.options.log.warn(`clipboard not claimed: ${loggable(error)}`);
    }
  }

  leave(): void {
    try {
      rmSync(this.ownFile, { force: true });
    } catch (error) {
      this.options.log.warn(`clipboard claim not deleted: ${loggable(error)}`);
    }
  }

  async clearLeft(clipboard: Clipboard): Promise<void> {
    const { folder, log } = this.options;
    try {
      for (const name of await namesIn(folder)) {
        const pid = /^\d{1,10}$/.test(name) ? Number(name) : undefined;
        if (pid === undefined || pid === this.pid || (isRunning(pid) && this.isFresh(name)))
          continue;
        const file = path.join(folder, name);
        const claim = await readOwn(file, CLAIM_BYTES).catch(() => undefined);
        rmSync(file, { force: true });
        const [salt = '', hash] = claim?.toString('latin1').split(' ') ?? [];
        const isTheirs =
          hash === undefined || claimFor(await clipboard.readText(), salt) !== `${salt} ${hash}`;
        if (!isTheirs) await clipboard.writeText('');
      }
    } catch (error) {
      log.warn(`what a window left on the clipboard is not known: ${loggable(error)}`);
    }
  }

  private get pid(): number {
    return this.options.pid ?? process.pid;
  }

  private get ownFile(): string {
    return path.join(this.options.folder, String(this.pid));
  }

  private async isTaken(): Promise<boolean> {
    const names = await namesIn(this.options.folder);
    return names.some((name) => {
      const pid = /^\d{1,10}$/.test(name) ? Number(name) : this.pid;
      return pid !== this.pid && isRunning(pid) && this.isFresh(name);
    });
  }

  private isFresh(name: string): boolean {
    const stats = lstatSync(path.join(this.options.folder, name), { throwIfNoEntry: false });
    return stats?.isFile() === true && Math.abs(Date.now() - stats.mtimeMs) < CLAIM_LIMIT_MS;
  }
}

function claimFor(text: string, salt: string): string {
  return `${salt} ${createHash('sha256').update(salt).update(text).digest('hex')}`;
}

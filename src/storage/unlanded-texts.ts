import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Disposable, Event } from '../core/events';
import type { Log } from '../core/log';
import type { Settings } from '../core/settings';
import { namesIn } from './names-in';
import { isRunning } from './running-process';

/**
 * A text this old is offered although a process with its number runs: numbers are used again. Should
 * it be the same window after all, the text is offered twice.
 */
const ORPHANED_AFTER_MS = 3_600_000;

/** Owner only: it is what somebody said. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** A dictated text on its way. */
export interface UnlandedText {
  readonly text: string;
  /** Unix time in milliseconds. */
  readonly saidAtMs: number;
}

export interface UnlandedTextsOptions {
  /** Shared by all windows; made when it is needed. */
  readonly folder: string;
  readonly log: Log;
  /** Where `privacy.keepUnlandedText` stands. */
  readonly settings: { peek(): Settings; readonly onDidChange: Event<void> };
}

/**
 * Dictated texts that have not landed yet, on disk, so that a window that closes or crashes does not
 * lose them: one file each, named after time and process, deleted as soon as the text has landed.
 * The only dictated text that is ever written to disk.
 */
export class UnlandedTexts implements Disposable {
  private readonly files = new Set<string>();
  private readonly subscription: Disposable;
  private count = 0;

  constructor(private readonly options: UnlandedTextsOptions) {
    this.subscription = options.settings.onDidChange(() => {
      if (!this.isEnabled) for (const file of this.files) this.remove(file);
    });
  }

  /**
   * Writes a text, and has written it on return (a millisecond): what is inserted next is then safe
   * in any case. A disk that refuses is logged.
   *
   * @returns deletes the file again; harmless when there is none
   */
  save({ text, saidAtMs }: UnlandedText): () => void {
    if (!this.isEnabled) return () => undefined;
    const file = this.fileOf(saidAtMs);
    this.attempt('kept', () => {
      mkdirSync(this.options.folder, { recursive: true, mode: FOLDER_MODE });
      writeFileSync(file, JSON.stringify({ text }), { flag: 'wx', mode: FILE_MODE });
      this.files.add(file);
    });
    return () => {
      this.remove(file);
    };
  }

  /**
   * What windows that are gone have left, oldest first, taken over by this one: no other window gets
   * it. Each has a `remove` as {@link save} returns it. What cannot be read is left alone.
   */
  async recover(): Promise<readonly (UnlandedText & { readonly remove: () => void })[]> {
    const found: (UnlandedText & { readonly remove: () => void })[] = [];
    try {
      for (const name of (await namesIn(this.options.folder)).toSorted()) {
        if (await this.isOrphan(name)) found.push(...this.takeOver(name));
      }
    } catch (error) {
      this.options.log.warn(`texts of earlier windows cannot be read: ${String(error)}`);
    }
    return found.sort((a, b) => a.saidAtMs - b.saidAtMs);
  }

  /** What is on disk stays there, for the next window. */
  dispose(): void {
    this.subscription.dispose();
  }

  private get isEnabled(): boolean {
    return this.options.settings.peek().privacy.keepUnlandedText;
  }

  private async isOrphan(name: string): Promise<boolean> {
    const pid = parseName(name)?.pid;
    const file = path.join(this.options.folder, name);
    if (pid === undefined || this.files.has(file)) return false;
    if (pid === process.pid || !isRunning(pid)) return true;
    const { mtimeMs } = await stat(file);
    const bootMs = Date.now() - os.uptime() * 1000;
    return mtimeMs < bootMs || Date.now() - mtimeMs > ORPHANED_AFTER_MS;
  }

  private takeOver(name: string): readonly (UnlandedText & { readonly remove: () => void })[] {
    const saidAtMs = parseName(name)?.saidAtMs ?? 0;
    const file = this.fileOf(saidAtMs);
    let text: string | undefined;
    this.attempt('read', () => {
      // Of several windows that start at once, one succeeds.
      renameSync(path.join(this.options.folder, name), file);
      this.files.add(file);
      text = parseText(readFileSync(file, 'utf8'));
    });
    if (text === undefined || !this.isEnabled) this.remove(file);
    return text === undefined
      ? []
      : [
          {
            text,
            saidAtMs,
            remove: () => {
              this.remove(file);
            },
          },
        ];
  }

  private remove(file: string): void {
    if (!this.files.delete(file)) return;
    this.attempt('deleted', () => {
      rmSync(file, { force: true });
    });
  }

  private attempt(what: string, act: () => void): void {
    try {
      act();
    } catch (error) {
      this.options.log.warn(`text not ${what} on disk: ${String(error)}`);
    }
  }

  private fileOf(saidAtMs: number): string {
    const name = [saidAtMs, process.pid, ++this.count].join('-');
    return path.join(this.options.folder, `${name}.json`);
  }
}

function parseName(name: string): { saidAtMs: number; pid: number } | undefined {
  const [, saidAtMs, pid] = /^(\d{1,15})-(\d{1,10})-\d+\.json$/.exec(name) ?? [];
  return pid === undefined ? undefined : { saidAtMs: Number(saidAtMs), pid: Number(pid) };
}

/** @returns nothing for what a crash in the middle of writing left */
function parseText(json: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(json);
    const isText = typeof parsed === 'object' && parsed !== null && 'text' in parsed;
    return isText && typeof parsed.text === 'string' ? parsed.text : undefined;
  } catch {
    return undefined;
  }
}

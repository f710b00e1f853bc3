import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Clock } from '../core/clock';
import { disposeAll, type Disposable, type Event } from '../core/events';
import { loggable } from '../core/failure';
import type { Log } from '../core/log';
import type { Settings } from '../core/settings';
import { field } from '../core/unknown';
import { openFolder, readOwn, writeNew } from './files';
import { OrphanFiles } from './orphan-files';

/** No final is nearly as long; what is larger is none of ours. */
const FILE_LIMIT_BYTES = 4 * 1024 * 1024;

/** A dictated text on its way. */
export interface UnlandedText {
  readonly text: string;
  /** Unix time in milliseconds. */
  readonly saidAtMs: number;
}

/** One that a window which is gone has left. */
export interface LeftText extends UnlandedText {
  /** Deletes it on disk; harmless when it is not there. */
  readonly remove: () => void;
}

export interface UnlandedTextsOptions {
  /** Shared by all windows; made when it is needed. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Where `privacy.keepUnlandedText` stands. */
  readonly settings: { peek(): Settings; readonly onDidChange: Event<void> };
}

/**
 * Dictated texts that have not landed yet, on disk, so that a window that closes or crashes does not
 * lose them: one file each, named after time and process, deleted as soon as the text has landed.
 * Besides it, only a person who wants their history kept has dictated text on disk (`past-texts.ts`).
 */
export class UnlandedTexts implements Disposable {
  private readonly names = new Set<string>();
  private readonly orphans: OrphanFiles;
  private readonly subscription: Disposable;
  private count = 0;

  /** It is time to {@link recover} again: a window that had texts may be gone after all. */
  readonly onDidDoubt: Event<void>;

  constructor(private readonly options: UnlandedTextsOptions) {
    const { folder, clock } = options;
    const ownerOf = (name: string): number | undefined => parseName(name)?.pid;
    this.orphans = new OrphanFiles({ folder, clock, ownerOf });
    this.onDidDoubt = this.orphans.onDidDoubt;
    this.subscription = options.settings.onDidChange(() => {
      if (!this.isEnabled) for (const name of this.names) this.remove(name);
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
    const name = this.nameOf(saidAtMs);
    this.attempt('kept', () => {
      openFolder(this.options.folder);
      writeNew(this.fileOf(name), JSON.stringify({ text }));
      this.hold(name);
    });
    return () => {
      this.remove(name);
    };
  }

  /**
   * What windows that are gone have left, oldest first, taken over by this one: no other window gets
   * it. What cannot be read is left alone, but for what a crash left half written.
   */
  async recover(): Promise<readonly LeftText[]> {
    const found: LeftText[] = [];
    try {
      for (const name of await this.orphans.find()) {
        const text = await this.takeOver(name);
        if (text !== undefined) found.push(text);
      }
    } catch (error) {
      this.options.log.warn(`texts of earlier windows cannot be read: ${loggable(error)}`);
    }
    return found.sort((a, b) => a.saidAtMs - b.saidAtMs);
  }

  /** What is on disk stays there, for the next window. */
  dispose(): void {
    disposeAll([this.subscription, this.orphans]);
  }

  private get isEnabled(): boolean {
    return this.options.settings.peek().privacy.keepUnlandedText;
  }

  private async takeOver(left: string): Promise<LeftText | undefined> {
    const saidAtMs = parseName(left)?.saidAtMs ?? 0;
    const name = this.nameOf(saidAtMs);
    let content: string;
    try {
      // Of several windows that start at once, one succeeds.
      renameSync(this.fileOf(left), this.fileOf(name));
      this.hold(name);
      await this.orphans.beat(name);
      content = (await readOwn(this.fileOf(name), FILE_LIMIT_BYTES)).toString();
    } catch (error) {
      this.options.log.debug(`text left alone: ${loggable(error)}`);
      return undefined;
    }
    const text = parseText(content);
    const remove = (): void => {
      this.remove(name);
    };
    if (text === undefined || !this.isEnabled) remove();
    return text === undefined ? undefined : { text, saidAtMs, remove };
  }

  private hold(name: string): void {
    this.names.add(name);
    this.orphans.hold(name);
  }

  private remove(name: string): void {
    if (!this.names.delete(name)) return;
    this.orphans.letGo(name);
    this.attempt('deleted', () => {
      rmSync(this.fileOf(name), { force: true });
    });
  }

  private attempt(what: string, act: () => void): void {
    try {
      act();
    } catch (error) {
      this.options.log.warn(`text not ${what} on disk: ${loggable(error)}`);
    }
  }

  private nameOf(saidAtMs: number): string {
    return `${[saidAtMs, process.pid, ++this.count].join('-')}.json`;
  }

  private fileOf(name: string): string {
    return path.join(this.options.folder, name);
  }
}

function parseName(name: string): { saidAtMs: number; pid: number } | undefined {
  const [, saidAtMs, pid] = /^(\d{1,15})-(\d{1,10})-\d+\.json$/.exec(name) ?? [];
  return pid === undefined ? undefined : { saidAtMs: Number(saidAtMs), pid: Number(pid) };
}

/** @returns nothing for what a crash in the middle of writing left */
function parseText(json: string): string | undefined {
  try {
    const text = field(JSON.parse(json), 'text');
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

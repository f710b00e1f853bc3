import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Disposable, Event } from '../core/events';
import { loggable } from '../core/failure';
import type { Log } from '../core/log';
import type { Settings } from '../core/settings';
import { TARGET_KINDS, type Landing } from '../core/target';
import { isRecord } from '../core/unknown';
import { namesIn, openFolder, readOwn, writeNew } from './files';
import type { UnlandedText } from './unlanded-texts';

/** How many texts are kept; the oldest go. */
export const PAST_TEXTS = 1000;

/** No final is nearly as long; what is larger is none of ours. */
const FILE_LIMIT_BYTES = 1024 * 1024;

/** How many files are deleted before their number is looked at again. */
const SLACK = 50;

/** A dictated text, where it went, and what was written for it. */
export interface PastText extends UnlandedText {
  /** Whether this computer heard it; absent: nobody knows any more. */
  readonly isLocal?: boolean;
  /** Where it went, and what was written there; absent: nobody knows any more. */
  readonly landing?: Landing;
}

/** One that is on disk. */
export interface KeptText extends PastText {
  /** Deletes it on disk; harmless when it is not there. */
  readonly remove: () => void;
}

export interface PastTextsOptions {
  /** Shared by all windows; made when it is needed. */
  readonly folder: string;
  readonly log: Log;
  /** Where `privacy.keepHistory` stands. */
  readonly settings: { peek(): Settings; readonly onDidChange: Event<void> };
}

/**
 * What was dictated, on disk, for a person who wants their history to outlive the window: one file each,
 * for them only, the newest {@link PAST_TEXTS}. All windows read what all of them have written. Nothing
 * is written, and what is there is deleted, where the setting is off.
 */
export class PastTexts implements Disposable {
  /** Files that this window has written or read. */
  private readonly known = new Set<string>();
  private readonly subscription: Disposable;
  private count = 0;
  private written = 0;

  constructor(private readonly options: PastTextsOptions) {
    this.subscription = options.settings.onDidChange(() => {
      this.obey();
    });
    this.obey();
  }

  /** @returns deletes it again; harmless when there is nothing */
  save(past: PastText): () => void {
    if (!this.isEnabled) return () => undefined;
    const name = `${[past.saidAtMs, process.pid, ++this.count].join('-')}.json`;
    const { text, isLocal, landing } = past;
    const { kind, name: place, written } = landing ?? {};
    try {
      openFolder(this.options.folder);
      writeNew(
        this.fileOf(name),
        JSON.stringify({ text, isLocal, kind, place, written: written?.text }),
      );
      this.known.add(name);
      if (++this.written % SLACK === 1) void this.letOldestGo();
    } catch (error) {
      this.options.log.warn(`history not written: ${loggable(error)}`);
    }
    return () => {
      this.remove(name);
    };
  }

  /** What is there and was neither written nor read by this window yet, oldest first. */
  async read(): Promise<readonly KeptText[]> {
    if (!this.isEnabled) return [];
    const found: KeptText[] = [];
    try {
      for (const name of await this.names()) {
        if (this.known.has(name)) continue;
        this.known.add(name);
        const past = await this.readFile(name);
        if (past !== undefined) found.push(past);
      }
    } catch (error) {
      this.options.log.warn(`history cannot be read: ${loggable(error)}`);
    }
    return found;
  }

  /** Deletes everything, other windows' texts as well. */
  async clear(): Promise<void> {
    try {
      for (const name of await this.names()) this.remove(name);
    } catch (error) {
      this.options.log.warn(`history cannot be deleted: ${loggable(error)}`);
    }
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private get isEnabled(): boolean {
    return this.options.settings.peek().privacy.keepHistory;
  }

  private obey(): void {
    if (!this.isEnabled) void this.clear();
  }

  private async readFile(name: string): Promise<KeptText | undefined> {
    try {
      const content = await readOwn(this.fileOf(name), FILE_LIMIT_BYTES);
      const past = parsePast(JSON.parse(content.toString()));
      if (past === undefined) return undefined;
      const remove = (): void => {
        this.remove(name);
      };
      return { ...past, saidAtMs: saidAtMsOf(name) ?? 0, remove };
    } catch (error) {
      this.options.log.debug(`a text of the history is left alone: ${loggable(error)}`);
      return undefined;
    }
  }

  private async letOldestGo(): Promise<void> {
    try {
      const names = await this.names();
      for (const name of names.slice(0, Math.max(0, names.length - PAST_TEXTS))) this.remove(name);
    } catch (error) {
      this.options.log.warn(`history not shortened: ${loggable(error)}`);
    }
  }

  /** Of our files, oldest first. */
  private async names(): Promise<readonly string[]> {
    const names = await namesIn(this.options.folder);
    return names
      .flatMap((name) => {
        const saidAtMs = saidAtMsOf(name);
        return saidAtMs === undefined ? [] : [{ name, saidAtMs }];
      })
      .sort((a, b) => a.saidAtMs - b.saidAtMs)
      .map(({ name }) => name);
  }

  private remove(name: string): void {
    try {
      rmSync(this.fileOf(name), { force: true });
    } catch (error) {
      this.options.log.warn(`history not deleted: ${loggable(error)}`);
    }
  }

  private fileOf(name: string): string {
    return path.join(this.options.folder, name);
  }
}

function saidAtMsOf(name: string): number | undefined {
  const [, saidAtMs] = /^(\d{1,15})-\d{1,10}-\d+\.json$/.exec(name) ?? [];
  return saidAtMs === undefined ? undefined : Number(saidAtMs);
}

/** @returns nothing for what is none of ours */
function parsePast(value: unknown): Omit<PastText, 'saidAtMs'> | undefined {
  if (!isRecord(value) || typeof value['text'] !== 'string') return undefined;
  const { text, isLocal } = value;
  const landing = parseLanding(value);
  return {
    text,
    ...(typeof isLocal === 'boolean' && { isLocal }),
    ...(landing !== undefined && { landing }),
  };
}

function parseLanding(value: Readonly<Record<string, unknown>>): Landing | undefined {
  const kind = TARGET_KINDS.find((each) => each === value['kind']);
  const { place, written } = value;
  if (kind === undefined || typeof place !== 'string') return undefined;
  return { kind, name: place, ...(typeof written === 'string' && { written: { text: written } }) };
}

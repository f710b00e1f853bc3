import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Clock } from '../core/clock';
import { loggable } from '../core/failure';
import type { Log } from '../core/log';
import { appendOwn, openFolder, readOwnSync } from './files';
import type { UsageEntry, UsageStore } from '../core/usage';
import { isRecord } from '../core/unknown';

const FILE_NAME = /^usage-\d{4}-\d{2}\.jsonl$/;

/** How old what other windows have written may be: the status bar asks several times a second. */
const REREAD_MS = 5000;

/** A month of sessions, one a second, comes to it. */
const FILE_LIMIT_BYTES = 256 * 1024 * 1024;

/**
 * Billed time in files of one line a session, one file a month. All windows append to the same
 * file, so none can overwrite what another one wrote (in VS Code's `globalState` the last window
 * would win). Written at once: a window that closes would not wait. Only day, model and duration.
 */
export class UsageFiles implements UsageStore {
  /** Files only grow, so one of the same size is the same. */
  private readonly cache = new Map<string, { bytes: number; entries: readonly UsageEntry[] }>();

  /** What was read last, and what this window has written since. */
  private known: UsageEntry[] = [];
  private readAtMs = -Infinity;

  /** @param folder made at the first entry */
  constructor(
    private readonly folder: string,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  append(entry: UsageEntry): void {
    const { day, model, billedMs, freeMs } = entry;
    const file = path.join(this.folder, `usage-${day.slice(0, 7)}.jsonl`);
    try {
      openFolder(this.folder);
      // On a line of its own: a full disk may have cut the one before it off.
      appendOwn(file, `\n${JSON.stringify({ day, model, billedMs, freeMs })}\n`);
      this.known.push(entry);
    } catch (error) {
      this.log.error(`usage: not written, ${loggable(error)}`);
    }
  }

  read(): readonly UsageEntry[] {
    const nowMs = this.clock.now();
    if (nowMs - this.readAtMs < REREAD_MS) return this.known;
    this.readAtMs = nowMs;
    this.known = this.fileNames().flatMap((name) => {
      try {
        return this.readFile(path.join(this.folder, name));
      } catch (error) {
        this.log.error(`usage: ${name} not read, ${loggable(error)}`);
        return [];
      }
    });
    return this.known;
  }

  private fileNames(): readonly string[] {
    try {
      return readdirSync(this.folder).filter((name) => FILE_NAME.test(name));
    } catch {
      // Nothing was ever billed: there is no folder yet.
      return [];
    }
  }

  private readFile(file: string): readonly UsageEntry[] {
    const bytes = lstatSync(file).size;
    const cached = this.cache.get(file);
    if (cached?.bytes === bytes) return cached.entries;
    const entries = readOwnSync(file, FILE_LIMIT_BYTES)
      .toString()
      .split('\n')
      .map(parseLine)
      .filter((entry) => entry !== undefined);
    this.cache.set(file, { bytes, entries });
    return entries;
  }
}

/**
 * No session lasts longer than three hours (docs/protocol.md §8): a line is one session,
 * and one that claims more, in a file that a server has had a hand in, counts as that.
 */
const LONGEST_SESSION_MS = 3 * 3_600_000;

/** What a model may be called; a longer name is nobody's. */
const MAX_MODEL_CHARACTERS = 100;

/** @returns nothing for a line that is none of ours, or was cut off when a computer went down */
function parseLine(line: string): UsageEntry | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (!isRecord(value)) return undefined;
    const { day, model, billedMs, freeMs } = value;
    const isEntry =
      typeof day === 'string' &&
      /^\d{4}-\d{2}-\d{2}$/.test(day) &&
      typeof model === 'string' &&
      typeof billedMs === 'number' &&
      (billedMs > 0 || (billedMs === 0 && isTime(freeMs)));
    if (!isEntry) return undefined;
    return {
      day,
      model: model.slice(0, MAX_MODEL_CHARACTERS),
      billedMs: Math.min(billedMs, LONGEST_SESSION_MS),
      // This computer bills nothing, and listens for as long as somebody speaks.
      ...(isTime(freeMs) && { freeMs }),
    };
  } catch {
    return undefined;
  }
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && value > 0;
}

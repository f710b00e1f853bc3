import { mkdir, readdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '../../../core/clock';
import { DictationError } from '../../../core/failure';
import { download, failureOf, sha256Of, sizeOf } from './download';
import { withLock } from './lock';
import { unpackNpmTarball } from './npm-tarball';
import { packageBytes, type Package, type PublishedFile } from './package';
import type { Source } from './source';

/** What is left free on the disk: editors and systems fail on a full one. */
const SPARE_BYTES = 200_000_000;

/** What an archive needs, unpacked, for each of its bytes. */
const UNPACKED_RATIO = 4;

/** Lists the files of a package that is whole, as they were when it was fetched. */
const INVENTORY = 'inventory.json';

/** A folder that is not whole yet. */
const UNFINISHED = '.unfinished-';
const LOCK = '.lock-';

/** A file of ours as it was fetched. */
type Listed = Pick<PublishedFile, 'name' | 'bytes' | 'sha256'>;

export interface StoreOptions {
  /** Shared by all windows; made when it is needed. */
  readonly folder: string;
  readonly clock: Clock;
  /** Bytes that may be written to the disk of a folder; a test's. */
  readonly freeBytes?: (folder: string) => Promise<number>;
}

export interface FetchOptions {
  readonly source: Source;
  readonly signal: AbortSignal;
  readonly onBytes: (bytes: number) => void;
}

/**
 * Engines and models on disk: a folder each, whole or absent, whose files are those that were
 * published. One window fetches, all have it.
 */
export class Store {
  constructor(private readonly options: StoreOptions) {}

  /** Where things are, for people. */
  get folder(): string {
    return this.options.folder;
  }

  /** The folder of a package that is there; its files' sizes are looked at, their hashes are known. */
  async find(wanted: Package): Promise<string | undefined> {
    const folder = this.homeOf(wanted);
    const inventory = await readInventory(folder, wanted);
    if (inventory === undefined) return undefined;
    for (const { name, bytes } of inventory) {
      if ((await sizeOf(path.join(folder, name))) !== bytes) return undefined;
    }
    return folder;
  }

  /** Whether its files are still those that were fetched; one that is not is no longer there. */
  async verify(wanted: Package): Promise<boolean> {
    const folder = this.homeOf(wanted);
    const inventory = (await readInventory(folder, wanted)) ?? [];
    for (const { name, sha256 } of inventory) {
      if ((await sha256Of(path.join(folder, name))) === sha256) continue;
      await rm(folder, { recursive: true, force: true });
      return false;
    }
    return inventory.length > 0;
  }

  /**
   * The folder of a package, which is fetched where it is not there.
   *
   * @throws {DictationError} `download-failed`, `download-wrong`, `download-cancelled`, `disk-full`
   */
  async fetch(wanted: Package, options: FetchOptions): Promise<string> {
    try {
      return await this.fetchWhole(wanted, options);
    } catch (error) {
      // A disk may be full, or may not be written to, at every step.
      throw failureOf(error, options.signal);
    }
  }

  private async fetchWhole(wanted: Package, options: FetchOptions): Promise<string> {
    const found = await this.find(wanted);
    if (found !== undefined) return found;
    const { folder, clock } = this.options;
    const { signal, onBytes } = options;
    await mkdir(folder, { recursive: true });
    const unfinished = path.join(folder, `${UNFINISHED}${wanted.id}`);
    const tellProgress = async (): Promise<void> => {
      onBytes(await fetchedBytes(unfinished, wanted));
    };
    const lock = path.join(folder, `${LOCK}${wanted.id}`);
    return withLock(lock, { clock, signal, onWait: tellProgress }, async () => {
      const foundNow = await this.find(wanted);
      if (foundNow !== undefined) return foundNow;
      await mkdir(unfinished, { recursive: true });
      await this.checkDisk(wanted, await fetchedBytes(unfinished, wanted));
      await fetchFiles(wanted, unfinished, clock, options);
      await finish(wanted, unfinished);
      const home = this.homeOf(wanted);
      await rm(home, { recursive: true, force: true });
      await rename(unfinished, home);
      return home;
    });
  }

  /** Deletes everything but these packages, as far as nobody uses it. */
  async keepOnly(kept: readonly Package[]): Promise<void> {
    const { folder } = this.options;
    const names = await readdir(folder).catch(() => []);
    const ids = new Set(kept.map(({ id }) => id));
    for (const name of names) {
      if (ids.has(name.replace(UNFINISHED, '').replace(LOCK, ''))) continue;
      // Windows keeps what another window has loaded; the next time it goes.
      await rm(path.join(folder, name), { recursive: true, force: true }).catch(() => undefined);
    }
  }

  private homeOf({ id }: Package): string {
    return path.join(this.options.folder, id);
  }

  private async checkDisk(wanted: Package, fetched: number): Promise<void> {
    const { folder, freeBytes = freeBytesOf } = this.options;
    const unpacked = wanted.unpacked === undefined ? 0 : packageBytes(wanted) * UNPACKED_RATIO;
    const needed = packageBytes(wanted) - fetched + unpacked + SPARE_BYTES;
    if ((await freeBytes(folder)) < needed) throw new DictationError('disk-full');
  }
}

async function fetchFiles(
  wanted: Package,
  folder: string,
  clock: Clock,
  { onBytes, ...options }: FetchOptions,
): Promise<void> {
  let done = 0;
  for (const file of wanted.files) {
    const before = done;
    await download(wanted, file, path.join(folder, file.name), {
      ...options,
      clock,
      onBytes: (bytes) => {
        onBytes(before + bytes);
      },
    });
    done += file.bytes;
    onBytes(done);
  }
}

/** Everything is there: unpacks it, and lists it. */
async function finish(wanted: Package, folder: string): Promise<void> {
  const { files, unpacked } = wanted;
  let listed: readonly Listed[] = files;
  const [archive] = files;
  if (unpacked !== undefined && archive !== undefined) {
    const file = path.join(folder, archive.name);
    await unpackNpmTarball(file, unpacked, folder);
    listed = await Promise.all(
      unpacked.map(async (name) => {
        const inner = path.join(folder, name);
        return { name, bytes: await sizeOf(inner), sha256: await sha256Of(inner) };
      }),
    );
    await rm(file);
  }
  const inventory = listed.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
  const content = JSON.stringify({ published: pinsOf(wanted), inventory });
  await writeFile(path.join(folder, INVENTORY), content);
}

/** @returns nothing where the folder is not whole, or what it has is not what is wanted */
async function readInventory(
  folder: string,
  wanted: Package,
): Promise<readonly Listed[] | undefined> {
  try {
    const content: unknown = JSON.parse(await readFile(path.join(folder, INVENTORY), 'utf8'));
    const { published, inventory } = Object(content) as Record<string, unknown>;
    if (published !== pinsOf(wanted) || !Array.isArray(inventory)) return undefined;
    const names = wanted.unpacked ?? wanted.files.map(({ name }) => name);
    const isWhole = inventory.every(isListed) && inventory.length === names.length;
    return isWhole ? inventory : undefined;
  } catch {
    return undefined;
  }
}

function isListed(value: unknown): value is Listed {
  const { name, bytes, sha256 } = Object(value) as Record<string, unknown>;
  // A name, not a path: it was ours when it was written.
  const isName = typeof name === 'string' && path.basename(name) === name;
  return isName && typeof bytes === 'number' && typeof sha256 === 'string';
}

function pinsOf({ files }: Package): string {
  return files.map(({ sha256 }) => sha256).join(' ');
}

async function fetchedBytes(folder: string, { files }: Package): Promise<number> {
  const sizes = await Promise.all(files.map(({ name }) => sizeOf(path.join(folder, name))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What cannot be found out is not in the way: a disk that turns out full says so. */
async function freeBytesOf(folder: string): Promise<number> {
  return statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => Infinity,
  );
}

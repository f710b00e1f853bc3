import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { DictationError } from '../../../core/failure';
import { writtenFolder } from './written-folder';
import type { Package, PublishedFile } from './package';

/** What a source sends of a file. */
interface Delivery {
  /** The first byte that is sent: what was asked for, or 0 where the source cannot begin elsewhere. */
  readonly fromByte: number;
  /** How much it says that it sends; undefined: it does not say. */
  readonly bytes: number | undefined;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Where files come from. What comes is never trusted: its hash is known. */
export interface Source {
  /** For people: a host, or a folder. */
  readonly name: string;
  /** @throws {DictationError} `download-failed`, `download-wrong`; other errors are the network's */
  open(
    owner: Package,
    file: PublishedFile,
    fromByte: number,
    signal: AbortSignal,
  ): Promise<Delivery>;
}

/** The part of `fetch` that is needed; VS Code's own goes through its proxy and trusts its certificates. */
export type Fetch = (
  url: string,
  init: { readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
) => Promise<Response>;

/**
 * Where to get things.
 *
 * @param place `onDevice.source`: empty (where they are published), a base address or a folder, which
 *   have each file as `<package id>/<file name>`
 * @throws {DictationError} `source-invalid`
 */
export function openSource(place: string, fetch: Fetch): Source {
  if (place === '') return new WebSource(fetch, undefined);
  const folder = writtenFolder(place);
  if (folder !== undefined) return new FolderSource(folder);
  const url = URL.canParse(place) ? new URL(place) : undefined;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  // A name in an address would be refused by fetch, and a query is not part of a base.
  if (!isWeb || url.username !== '' || url.search !== '')
    throw new DictationError('source-invalid');
  return new WebSource(fetch, url);
}

class WebSource implements Source {
  constructor(
    private readonly fetch: Fetch,
    private readonly base: URL | undefined,
  ) {}

  get name(): string {
    return this.base?.host ?? '';
  }

  async open(
    owner: Package,
    file: PublishedFile,
    fromByte: number,
    signal: AbortSignal,
  ): Promise<Delivery> {
    const url = this.base === undefined ? file.url : mirrored(this.base, owner, file);
    const response = await this.fetch(url, {
      headers: {
        // Compressed again, its length would tell nothing.
        'accept-encoding': 'identity',
        ...(fromByte > 0 && { range: `bytes=${String(fromByte)}-` }),
      },
      signal,
    });
    const { status, headers, body } = response;
    if (!response.ok || body === null) {
      await body?.cancel();
      // Those of a server may pass; what it does not have, it will not have in a second.
      const retryable = status >= 500 || status === 429 || status === 408;
      throw new DictationError('download-failed', { retryable, code: `HTTP ${String(status)}` });
    }
    // A network that wants somebody to sign in sends its page for everything.
    if (/^(?:text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? '')) {
      await body.cancel();
      throw new DictationError('download-wrong');
    }
    const range = /^bytes (\d+)-/.exec(headers.get('content-range') ?? '')?.[1];
    const begins = status === 206 ? Number(range ?? Number.NaN) : 0;
    if (begins !== fromByte && begins !== 0) {
      await body.cancel();
      throw new DictationError('download-failed', { retryable: true, code: 'HTTP 206' });
    }
    const isCoded = (headers.get('content-encoding') ?? 'identity') !== 'identity';
    const length = Number(headers.get('content-length') ?? Number.NaN);
    const bytes = isCoded || Number.isNaN(length) ? undefined : length;
    return { fromByte: begins, bytes, body };
  }
}

class FolderSource implements Source {
  constructor(readonly name: string) {}

  async open(
    owner: Package,
    file: PublishedFile,
    fromByte: number,
    signal: AbortSignal,
  ): Promise<Delivery> {
    const at = path.join(this.name, owner.id, file.name);
    const size = await stat(at).then(
      (stats) => (stats.isFile() ? stats.size : undefined),
      () => undefined,
    );
    if (size === undefined) throw new DictationError('download-failed', { code: 'ENOENT' });
    const body = createReadStream(at, { start: fromByte, signal });
    return { fromByte, bytes: size - fromByte, body };
  }
}

function mirrored(base: URL, owner: Package, file: PublishedFile): string {
  const folder = base.href.endsWith('/') ? base.href : `${base.href}/`;
  return `${folder}${encodeURIComponent(owner.id)}/${encodeURIComponent(file.name)}`;
}

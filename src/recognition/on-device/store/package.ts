/** A file that is published somewhere, and what it must be. */
export interface PublishedFile {
  /** Its name in the package's folder, and at a mirror. */
  readonly name: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly url: string;
}

/** Files that belong together: an engine, or a model. */
export interface Package {
  /** Its name with its version: a folder's here, and at a mirror. */
  readonly id: string;
  readonly files: readonly PublishedFile[];
  /** What is kept of its one file, which is a package of npm; without: the files as they are. */
  readonly unpacked?: readonly string[];
}

/** What is to be fetched of a package that is not there at all. */
export function packageBytes({ files }: Package): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

import { inflateRawSync } from 'node:zlib';

/** End of central directory, without a comment (PKWARE APPNOTE 4.3.16). */
const END_BYTES = 22;
const CENTRAL_HEADER_BYTES = 46;
const LOCAL_HEADER_BYTES = 30;
const STORED = 0;

/** The files of a zip archive by name, in the archive's order. Neither zip64 nor encryption. */
export function unzip(archive: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = archive.length - END_BYTES;
  if (archive.toString('latin1', end, end + 4) !== 'PK\x05\x06')
    throw new Error('not a zip archive');
  let at = archive.readUInt32LE(end + 16);
  for (let i = archive.readUInt16LE(end + 10); i > 0; i--) {
    const method = archive.readUInt16LE(at + 10);
    const size = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const local = archive.readUInt32LE(at + 42);
    const nameAt = at + CENTRAL_HEADER_BYTES;
    const name = archive.toString('utf8', nameAt, nameAt + nameLength);
    const start =
      local +
      LOCAL_HEADER_BYTES +
      archive.readUInt16LE(local + 26) +
      archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + size);
    files.set(name, method === STORED ? packed : inflateRawSync(packed));
    at = nameAt + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

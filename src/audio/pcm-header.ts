import type { HeaderStripper } from './recorder-program';

/** No header that we know has its data farther in. */
const LONGEST_BYTES = 4096;

/** The header of AU without a word of its own. */
const AU_LEAST_BYTES = 24;

/** Behind `RIFF`, its size and `WAVE`. */
const WAVE_FIRST_CHUNK = 12;

/** What the first four bytes say: AU with little-endian samples (PipeWire's), WAVE. */
type Kind = 'dns.' | 'RIFF';

/**
 * Takes the header off a stream that should have none: pw-record 1.4 writes one of AU in spite of
 * being asked for raw sound on a pipe (docs/audio.md §2). Without one it passes everything on.
 */
export class PcmHeader implements HeaderStripper {
  /** Bytes that may be a header; undefined: it is behind us. */
  private held: Buffer | undefined = Buffer.alloc(0);

  strip(bytes: Buffer): Buffer {
    if (this.held === undefined) return bytes;
    const held = this.held.length === 0 ? bytes : Buffer.concat([this.held, bytes]);
    const end = headerBytes(held);
    this.held = end === undefined ? held : undefined;
    return held.subarray(end ?? held.length);
  }
}

/** @returns where the sound begins; undefined: that cannot be told yet */
function headerBytes(bytes: Buffer): number | undefined {
  const kind = kindOf(bytes);
  if (kind === undefined) return 0;
  const end = kind === 'dns.' ? auHeaderBytes(bytes) : waveHeaderBytes(bytes);
  if (end !== undefined && end <= bytes.length) return end;
  // Sound that happens to begin like one.
  return bytes.length > LONGEST_BYTES ? 0 : undefined;
}

/** The kind of which the bytes are the beginning, as far as there are any. */
function kindOf(bytes: Buffer): Kind | undefined {
  const start = bytes.toString('latin1', 0, 4);
  return (['dns.', 'RIFF'] as const).find((kind) => kind.startsWith(start));
}

/** What tells no place behind its own six words is no header. */
function auHeaderBytes(bytes: Buffer): number | undefined {
  if (bytes.length < 8) return undefined;
  const begin = bytes.readUInt32LE(4);
  return begin < AU_LEAST_BYTES ? 0 : begin;
}

/** Chunk by chunk: `data` may also stand in what one of them says. */
function waveHeaderBytes(bytes: Buffer): number | undefined {
  for (let at = WAVE_FIRST_CHUNK; at + 8 <= bytes.length;) {
    if (bytes.toString('latin1', at, at + 4) === 'data') return at + 8;
    const size = bytes.readUInt32LE(at + 4);
    at += 8 + size + (size % 2);
  }
  return undefined;
}

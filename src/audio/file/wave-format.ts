/** How the samples of a WAVE file are coded. */
type SampleCoding = 'pcm' | 'float' | 'alaw' | 'mulaw';

/** What the `fmt ` chunk says, as far as we read it (Microsoft, mmreg.h). */
export interface WaveFormat {
  readonly coding: SampleCoding;
  readonly channels: number;
  /** Hz. */
  readonly sampleRate: number;
  /** Of one sample of one channel, with what pads it. */
  readonly sampleBytes: number;
  /** From one sample of a channel to the next. */
  readonly blockBytes: number;
}

/** Where the samples are. */
export interface WaveLayout extends WaveFormat {
  readonly dataStart: number;
  /** Of whole blocks that are in the file, whatever its header says. */
  readonly dataBytes: number;
}

/** Reads `length` bytes of the file at `position`, fewer at its end. */
export type ReadAt = (position: number, length: number) => Promise<Uint8Array>;

/** A file of so many chunks before its sound was made to be hard to read. */
const MOST_CHUNKS = 1000;

const CODINGS: Readonly<Partial<Record<number, SampleCoding>>> = {
  1: 'pcm',
  3: 'float',
  6: 'alaw',
  7: 'mulaw',
};
const EXTENSIBLE = 0xfffe;
/** The end of a sub-format that is one of those tags (KSDATAFORMAT_SUBTYPE_…). */
const SUBTYPE_TAIL = '000000001000800000aa00389b71';
/** Bytes of a sample that we read, by coding. */
const SAMPLE_BYTES: Readonly<Record<SampleCoding, readonly number[]>> = {
  pcm: [1, 2, 3, 4],
  float: [4, 8],
  alaw: [1],
  mulaw: [1],
};
const MOST_CHANNELS = 256;
/** Hz: what anything records in, and what can be turned into ours in little memory. */
const RATES = { lowest: 1000, highest: 384_000 };

/**
 * Finds the sound of a WAVE file (RIFF, or RF64 for those beyond 4 GiB). Lengths in its header are not
 * trusted: those of files that were written to a pipe, or by what crashed, are wrong.
 *
 * @returns undefined: it is none, or one whose coding we do not read
 */
export async function findWaveData(
  read: ReadAt,
  fileBytes: number,
): Promise<WaveLayout | undefined> {
  const head = viewOf(await read(0, 12));
  if (head.byteLength < 12 || textAt(head, 8) !== 'WAVE') return undefined;
  if (!['RIFF', 'RF64', 'BW64'].includes(textAt(head, 0))) return undefined;
  let format: WaveFormat | undefined;
  let longDataBytes: number | undefined;
  let position = 12;
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk++) {
    const start = viewOf(await read(position, 8));
    if (start.byteLength < 8) return undefined;
    const bytes = start.getUint32(4, true);
    const body = position + 8;
    switch (textAt(start, 0)) {
      case 'ds64':
        longDataBytes = longLength(viewOf(await read(body, 16)));
        break;
      case 'fmt ':
        format = parseFormat(viewOf(await read(body, Math.min(bytes, 40))));
        break;
      case 'data': {
        if (format === undefined) return undefined;
        const told = bytes === 0xffffffff ? longDataBytes : bytes;
        const there = Math.max(0, fileBytes - body);
        const isEmpty = told === 0 && (await isChunk(read, body, fileBytes));
        // None and too many: whoever wrote it did not come back to write how many there are.
        const dataBytes = isEmpty ? 0 : Math.min(told === 0 ? there : (told ?? there), there);
        return { ...format, dataStart: body, dataBytes: wholeBlocks(dataBytes, format) };
      }
      default:
    }
    const end = body + bytes;
    // Some forget the byte that makes a length even.
    const isPadded = bytes % 2 === 1 && !(await isChunk(read, end, fileBytes));
    position = isPadded ? end + 1 : end;
  }
  return undefined;
}

/** @param view of the `fmt ` chunk, which has 16 bytes at least */
function parseFormat(view: DataView): WaveFormat | undefined {
  if (view.byteLength < 16) return undefined;
  const coding = CODINGS[formatTag(view)];
  const channels = view.getUint16(2, true);
  const sampleRate = view.getUint32(4, true);
  const told = view.getUint16(12, true);
  const bits = view.getUint16(14, true);
  if (coding === undefined || channels < 1 || channels > MOST_CHANNELS) return undefined;
  if (sampleRate < RATES.lowest || sampleRate > RATES.highest) return undefined;
  // A sample may have more bytes than its bits need: they stand at its top.
  const possible = SAMPLE_BYTES[coding];
  const sampleBytes = possible.find((each) => each * channels === told && each * 8 >= bits);
  const plainBytes = possible.find((each) => each * 8 === Math.ceil(bits / 8) * 8);
  const bytes = sampleBytes ?? plainBytes;
  if (bytes === undefined) return undefined;
  return { coding, channels, sampleRate, sampleBytes: bytes, blockBytes: bytes * channels };
}

function formatTag(view: DataView): number {
  const tag = view.getUint16(0, true);
  if (tag !== EXTENSIBLE || view.byteLength < 40) return tag;
  const tail = Buffer.from(view.buffer, view.byteOffset + 26, 14).toString('hex');
  return tail === SUBTYPE_TAIL ? view.getUint16(24, true) : tag;
}

function wholeBlocks(bytes: number, { blockBytes }: WaveFormat): number {
  return bytes - (bytes % blockBytes);
}

/** The 64-bit length of the sound in a `ds64` chunk. */
function longLength(view: DataView): number | undefined {
  return view.byteLength < 16 ? undefined : Number(view.getBigUint64(8, true));
}

/** Whether a chunk begins there that is wholly in the file. */
async function isChunk(read: ReadAt, position: number, fileBytes: number): Promise<boolean> {
  const view = viewOf(await read(position, 8));
  if (view.byteLength < 8) return false;
  const isName = /^[A-Za-z0-9]{3}[A-Za-z0-9 ]$/.test(textAt(view, 0));
  return isName && position + 8 + view.getUint32(4, true) <= fileBytes + 1;
}

function textAt(view: DataView, offset: number): string {
  return Buffer.from(view.buffer, view.byteOffset + offset, 4).toString('latin1');
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

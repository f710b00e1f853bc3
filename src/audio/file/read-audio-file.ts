import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import {
  problemOfFile,
  type AudioFileProblem,
  type AudioFileReading,
  type ReadAudioFile,
} from '../../core/audio-file';
import type { Clock } from '../../core/clock';
import { loggable } from '../../core/failure';
import type { KeptAudio } from '../../core/kept-audio';
import type { Log } from '../../core/log';
import { fileSystemProbe, type Surroundings } from '../find-program';
import { decode } from './decode';
import { DECODERS, type Decoder } from './decoders';
import { FILE_SAMPLE_RATE, FrameCollector, LONGEST_FILE_MS } from './frame-collector';
import { readerOf, readWave } from './read-wave';
import { HEAD_BYTES } from './sox-type';
import { findWaveData } from './wave-format';

export interface AudioFileReaderOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Where decoders are looked for; default: on this computer. */
  readonly surroundings?: Surroundings;
  /** Best first; default: those that we know. */
  readonly decoders?: readonly Decoder[];
}

/** What sox says of a format that this build of it does not have. */
const SOX_CANNOT = /no handler for/i;

/** What ffmpeg says of a film without sound; the rest of it is about its options. */
const NO_STREAM = /matches no streams/i;

/** Reads the sound of files: WAVE by ourselves, anything else by a program that is installed. */
export function createAudioFileReader(options: AudioFileReaderOptions): ReadAudioFile {
  return async (file, request) => {
    const { signal } = request;
    const frames = new FrameCollector();
    try {
      // Before it is opened: a pipe would have us wait for its other end.
      const found = await stat(file);
      if (!found.isFile()) return problem({ kind: 'no-file' });
      if (found.size === 0) return problem({ kind: 'empty' });
      const head = await readAsWave(file, frames, request);
      const failure =
        head === undefined
          ? undefined
          : await decodeFile(file, head, frames, { ...options, signal });
      if (signal.aborted) return { kind: 'cancelled' };
      if (frames.isTooLong) return problem({ kind: 'too-long', limitMs: LONGEST_FILE_MS });
      if (failure !== undefined) return problem(failure);
    } catch (error) {
      options.log.warn(`audio file: ${loggable(error)}`);
      return problem(problemOfFile(error));
    }
    const audio = audioOf(frames.finish());
    return audio.frames.length === 0 ? problem({ kind: 'empty' }) : { kind: 'audio', audio };
  };
}

function problem(what: AudioFileProblem): AudioFileReading {
  return { kind: 'problem', problem: what };
}

function audioOf(frames: readonly Uint8Array[]): KeptAudio {
  const format = { sampleRate: FILE_SAMPLE_RATE, encoding: 'pcm_s16le' } as const;
  return {
    frames,
    // No microphone has recorded it.
    recording: { recorder: 'auto', soxPath: '', device: '', ...format },
    replayed: { untilMs: 0, words: [] },
  };
}

/** @returns undefined: it is a file that we read ourselves; else its first bytes */
async function readAsWave(
  file: string,
  frames: FrameCollector,
  request: Parameters<ReadAudioFile>[1],
): Promise<Uint8Array | undefined> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const found = await handle.stat();
    if (!found.isFile()) return new Uint8Array();
    const read = readerOf(handle);
    const layout = await findWaveData(read, found.size);
    if (layout === undefined) return await read(0, HEAD_BYTES);
    await readWave(read, layout, frames, request);
    return undefined;
  } finally {
    await handle?.close();
  }
}

/** @returns why there is no sound; undefined: there is, or nobody wants it any more */
async function decodeFile(
  file: string,
  head: Uint8Array,
  frames: FrameCollector,
  options: AudioFileReaderOptions & { readonly signal: AbortSignal },
): Promise<AudioFileProblem | undefined> {
  const { platform, env } = process;
  const { surroundings = { platform, env, probe: fileSystemProbe }, decoders = DECODERS } = options;
  let failure: AudioFileProblem = { kind: 'no-decoder' };
  for (const decoder of decoders) {
    const program = decoder.find(surroundings);
    const args = decoder.args(file, head);
    if (program === undefined || args === undefined) continue;
    const { code, isStuck, complaints } = await decode(program, args, frames, {
      ...options,
      ...surroundings,
    });
    options.log.info(`audio file: ${decoder.name} ended with ${String(code)}`);
    // What is broken in the middle has a beginning.
    if (frames.hasAny || options.signal.aborted) return undefined;
    if (code === 0) failure = { kind: 'empty' };
    else if (isStuck) failure = { kind: 'stuck' };
    else if (!SOX_CANNOT.test(complaints))
      failure = { kind: 'not-audio', detail: complaintOf(complaints, file) };
  }
  return failure;
}

/** The last line of what a decoder complains of, as far as it is about what is in the file. */
export function complaintOf(complaints: string, file: string): string {
  if (NO_STREAM.test(complaints)) return '';
  const line = complaints.trim().split(/\r?\n/).at(-1) ?? '';
  const at = line.lastIndexOf(file);
  return at < 0 ? line : line.slice(at + file.length).replace(/^['"]?:?\s*/, '');
}

import type { KeptAudio } from '../core/kept-audio';
import { bytesPerSample, samplesPerFrame } from '../core/pcm';
import { decodeWav, encodeWav } from '../core/wav';
import { isRecord } from '../core/unknown';

const NEWLINE = 0x0a;

/** Kept audio as a WAV file. */
export function wavOf({ frames, recording }: KeptAudio): Uint8Array {
  const { sampleRate, encoding } = recording;
  return encodeWav({ bytes: Buffer.concat(frames), sampleRate, encoding });
}

/** Kept audio as one file: a line of JSON with what of it is final, then a WAV file. */
export function encodeKeptAudio(audio: KeptAudio): Uint8Array {
  const { untilMs, words } = audio.replayed;
  return Buffer.concat([Buffer.from(`${JSON.stringify({ untilMs, words })}\n`), wavOf(audio)]);
}

/**
 * @returns what {@link encodeKeptAudio} was given, of a file that a crash has cut off the frames that are
 *   there; nothing when it is not one of its files
 */
export function decodeKeptAudio(file: Uint8Array): KeptAudio | undefined {
  const end = file.indexOf(NEWLINE);
  const replayed = parseReplayed(Buffer.from(file.subarray(0, Math.max(0, end))).toString());
  const audio = decodeWav(file.subarray(end + 1));
  if (replayed === undefined || audio === undefined) return undefined;
  const { bytes, sampleRate, encoding } = audio;
  const frameBytes = samplesPerFrame(sampleRate) * bytesPerSample(encoding);
  const frames: Uint8Array[] = [];
  for (let end = frameBytes; end <= bytes.length; end += frameBytes) {
    frames.push(bytes.subarray(end - frameBytes, end));
  }
  if (frames.length === 0) return undefined;
  // The microphone it came from is not asked any more.
  return {
    frames,
    recording: { recorder: 'auto', soxPath: '', device: '', sampleRate, encoding },
    replayed,
  };
}

function parseReplayed(json: string): KeptAudio['replayed'] | undefined {
  try {
    const parsed: unknown = JSON.parse(json);
    if (!isRecord(parsed)) return undefined;
    const { untilMs, words } = parsed;
    const isReplayed =
      typeof untilMs === 'number' &&
      Array.isArray(words) &&
      words.every((word) => typeof word === 'string');
    return isReplayed ? { untilMs, words } : undefined;
  } catch {
    return undefined;
  }
}

/** The name that is proposed for saving, with the local time: `dictation-2026-01-31-09-05-00.wav`. */
export function audioFileName(date: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()];
  return `dictation-${[...day, ...time].map(two).join('-')}.wav`;
}

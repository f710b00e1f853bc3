import type { KeptAudio } from './kept-audio';
import { errorCode } from './unknown';

/** Why the sound in a file cannot be transcribed. */
export type AudioFileProblem =
  /** It was moved or deleted, or is a link to nothing. */
  | { readonly kind: 'gone' }
  /** It is a folder, a device or a pipe. */
  | { readonly kind: 'no-file' }
  /** The person may not read it. */
  | { readonly kind: 'forbidden' }
  /** It cannot be read, in the system's words. */
  | { readonly kind: 'unreadable'; readonly detail: string }
  /** No program here turns it into sound. */
  | { readonly kind: 'no-decoder' }
  /** Nothing in it is sound that can be decoded; in the decoder's words, if it has any. */
  | { readonly kind: 'not-audio'; readonly detail: string }
  /** It has no sound. */
  | { readonly kind: 'empty' }
  /** Nobody can be speaking in it. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'too-long'; readonly limitMs: number }
  /** The decoder hangs. */
  | { readonly kind: 'stuck' };

/** What a file has come to. */
export type AudioFileReading =
  | { readonly kind: 'audio'; readonly audio: KeptAudio }
  | { readonly kind: 'problem'; readonly problem: AudioFileProblem }
  /** The person does not want it any more. */
  | { readonly kind: 'cancelled' };

/** @param error of Node, or of VS Code's file system */
export function problemOfFile(error: unknown): AudioFileProblem {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'FileNotFound':
      return { kind: 'gone' };
    case 'EISDIR':
    case 'FileIsADirectory':
      return { kind: 'no-file' };
    case 'EACCES':
    case 'EPERM':
    case 'NoPermissions':
      return { kind: 'forbidden' };
    case undefined:
    default:
      return { kind: 'unreadable', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Reads the sound of a file; never rejects. */
export type ReadAudioFile = (
  file: string,
  options: {
    readonly signal: AbortSignal;
    /** @param percent of the file, 0 to 100; not told where it is not known */
    readonly onProgress?: (percent: number) => void;
  },
) => Promise<AudioFileReading>;

/** What files may end in that people call sound, without the dot; videos whose sound is heard, too. */
export const AUDIO_EXTENSIONS = [
  ...['wav', 'wave', 'mp3', 'm4a', 'm4b', 'aac', 'flac', 'ogg', 'oga', 'opus'],
  ...['aif', 'aiff', 'aifc', 'caf', 'au', 'snd', 'amr', 'wma', 'w64', 'wv'],
  ...['mp4', 'mov', 'mkv', 'webm'],
] as const;

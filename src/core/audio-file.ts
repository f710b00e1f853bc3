import type { KeptAudio } from './kept-audio';

/** Why the sound in a file cannot be transcribed. */
export type AudioFileProblem =
  /** It cannot be read, or is no file; in the system's words. */
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

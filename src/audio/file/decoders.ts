import { findProgram, type Surroundings } from '../find-program';
import { findSox } from '../sox/find-sox';
import { FILE_SAMPLE_RATE, LONGEST_FILE_MS } from './frame-collector';
import { soxType } from './sox-type';

/** A program that turns a file into 16-bit mono of {@link FILE_SAMPLE_RATE} on its standard output. */
export interface Decoder {
  readonly name: string;
  /** @returns an absolute path, if it is installed */
  readonly find: (surroundings: Surroundings) => string | undefined;
  /**
   * @param file an absolute path: it begins with nothing that a program takes for an option or a protocol
   * @param head its first bytes
   * @returns undefined: it does not take what that is
   */
  readonly args: (file: string, head: Uint8Array) => readonly string[] | undefined;
}

/**
 * What ffmpeg may find in a file, whatever it is called: formats that have sound in them. Those that name
 * other files or addresses (playlists, `concat`, HLS, DASH, SDP) are not among them.
 */
const FFMPEG_FORMATS = [
  ...['wav', 'w64', 'aiff', 'au', 'caf', 'mp3', 'aac', 'flac', 'ogg', 'wv'],
  ...['amr', 'amrnb', 'amrwb', 'asf', 'avi', 'mov', 'mp4', 'm4a', 'matroska', 'webm'],
];

/** A second more than is taken, so that it can be told that there is more. */
const LONGEST = String(LONGEST_FILE_MS / 1000 + 1);

/** Best first. */
export const DECODERS: readonly Decoder[] = [
  {
    name: 'ffmpeg',
    find: (surroundings) => findProgram(['ffmpeg'], surroundings),
    args: (file) => [
      ...['-hide_banner', '-nostdin', '-loglevel', 'error'],
      ...['-protocol_whitelist', 'file,pipe', '-format_whitelist', FFMPEG_FORMATS.join()],
      ...['-i', `file:${file}`],
      // The first that is sound; pictures and subtitles are not looked at.
      ...['-map', '0:a:0', '-vn', '-sn', '-dn', '-t', LONGEST],
      ...['-ac', '1', '-ar', String(FILE_SAMPLE_RATE), '-f', 's16le', 'pipe:1'],
    ],
  },
  {
    name: 'sox',
    find: findSox,
    args: (file, head) => {
      const type = soxType(file, head);
      if (type === undefined) return undefined;
      return [
        ...['-V1', '-t', type, file],
        ...['-t', 'raw', '-e', 'signed-integer', '-b', '16', '-L', '-c', '1'],
        ...['-r', String(FILE_SAMPLE_RATE), '-', 'trim', '0', LONGEST],
      ];
    },
  },
];

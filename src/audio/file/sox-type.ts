import path from 'node:path';

/** So many bytes at the beginning of a file tell what it is. */
export const HEAD_BYTES = 64;

/** What sox calls what files end in; by the ending it would also take playlists. */
const BY_ENDING: Readonly<Partial<Record<string, string>>> = {
  ...{ wav: 'wav', wave: 'wav', w64: 'w64', aif: 'aiff', aiff: 'aiff', aifc: 'aifc' },
  ...{ au: 'au', snd: 'au', caf: 'caf', mp3: 'mp3', flac: 'flac', ogg: 'ogg', oga: 'ogg' },
  ...{ opus: 'opus', wv: 'wv', amr: 'amr-nb' },
};

/** What files begin with, by what sox calls it; undefined: sox has no word for it, and would hear noise. */
const BY_HEAD: readonly (readonly [head: RegExp, type: string | undefined])[] = [
  [/^(?:RIF[FX]|RF64|BW64)....WAVE/s, 'wav'],
  [/^riff/, 'w64'],
  [/^FORM....AIFF/s, 'aiff'],
  [/^FORM....AIFC/s, 'aifc'],
  [/^(?:\.snd|dns\.)/, 'au'],
  [/^caff/, 'caf'],
  [/^fLaC/, 'flac'],
  [/^OggS.*OpusHead/s, 'opus'],
  [/^OggS/, 'ogg'],
  [/^wvpk/, 'wv'],
  [/^#!AMR-WB\n/, 'amr-wb'],
  [/^#!AMR\n/, 'amr-nb'],
  // MPEG's tag, or its first frame: eleven bits that are set, and a layer. Those of AAC have none.
  [/^(?:ID3|\xff[\xe2-\xef\xf2-\xf7\xfa-\xff])/, 'mp3'],
  // MP4 and its kin, Matroska, ASF, AAC.
  [/^(?:....ftyp|.E\xdf\xa3|0&\xb2u|\xff[\xf0\xf1\xf8\xf9])/s, undefined],
];

/**
 * What sox is told that a file is: by its first bytes, whatever it is called, and by its name where they
 * tell nothing.
 *
 * @param head the first {@link HEAD_BYTES} of it
 * @returns undefined: nothing that sox reads
 */
export function soxType(file: string, head: Uint8Array): string | undefined {
  const text = Buffer.from(head).toString('latin1');
  const known = BY_HEAD.find(([pattern]) => pattern.test(text));
  return known === undefined ? BY_ENDING[path.extname(file).slice(1).toLowerCase()] : known[1];
}

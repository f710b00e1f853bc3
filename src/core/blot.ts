/** What stands for a piece that is not shown. */
const BLOT = '…';

/** Longer than any sentence of a server or program that helps a person. */
const LONGEST = 300;

/** As credentials stand in a header. */
const CREDENTIALS = /\b((?:bearer|basic)\s{1,3})\S+/giu;

/** Where something secret follows: "password is …", "token=…". */
const ANNOUNCED =
  /\b((?:pass(?:word|phrase|wd)?|pwd|secret|(?:api[ _-]?|access[ _-]?)?(?:key|token)|credentials?|authorization)["']?\s{0,3}(?:\bis\b|\bwas\b|[:=])\s{0,3})\S+/giu;

/** Addresses of every kind, `command:` and `mailto:` included, and what only lacks its scheme. */
const ADDRESS =
  /(?:[a-z][a-z0-9+.-]{0,30})?:\/\/\S*|\b(?:command|data|file|javascript|mailto|vscode[\w-]{0,20}):\S+|\bwww\.\S+|[^\s@]{1,100}@[^\s@]+/giu;

/** Runs that may be a key, a token or an id, and are looked at by {@link isKeyLike}. */
const RUN = /[\w+/=-]{8,}(?:\.[\w+/=-]{8,}){0,8}/gu;

/**
 * Foreign words (a server's, a program's) with what may be a key, a token, an address or a password
 * taken out, in one line without control and direction characters, of bounded length.
 */
export function blotted(text: string): string {
  const line = text
    .slice(0, LONGEST * 4)
    .replace(/[\s\p{C}\u2028\u2029]+/gu, ' ')
    .trim();
  const clean = line
    .replace(ADDRESS, BLOT)
    .replace(CREDENTIALS, `$1${BLOT}`)
    .replace(ANNOUNCED, `$1${BLOT}`)
    .replace(RUN, (run) => (isKeyLike(run) ? BLOT : run));
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1)}…` : clean;
}

/** Words are letters, with a capital at most at their start; names of models have two digits or so. */
function isKeyLike(run: string): boolean {
  const digits = run.match(/\d/gu)?.length ?? 0;
  const letters = run.match(/\p{L}/gu)?.length ?? 0;
  if (letters >= 2 && digits >= 4) return true;
  if (run.split(/[^\p{L}\p{N}]/u).some((part) => part.length >= 20)) return true;
  const turns = run.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;
  return letters >= 12 && (turns >= 3 || (turns >= 1 && digits >= 2));
}

/** As much of a secret as nobody may read: where so much of it stands in a word, the word goes. */
const TELLTALE = 6;

/** `text` without the words that have a piece of `secret` in them, in whatever case. */
export function withoutPieces(text: string, secret: string): string {
  if (secret === '') return text;
  const length = Math.min(TELLTALE, secret.length);
  const pieces = new Set<string>();
  const hidden = secret.toLowerCase();
  for (let i = 0; i + length <= hidden.length; i++) pieces.add(hidden.slice(i, i + length));
  return text.replace(/\S+/gu, (word) => {
    const lower = word.toLowerCase();
    for (let i = 0; i + length <= lower.length; i++) {
      if (pieces.has(lower.slice(i, i + length))) return BLOT;
    }
    return word;
  });
}

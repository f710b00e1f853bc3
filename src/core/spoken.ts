/** What it costs if a letter is another one, or is not there. */
export const LETTER = 10;
/** A number's or sign's name is another one in another language: its letters tell less. */
const LIKELY_OTHER = 2;
const LIKELY_GONE = 4;

/** Longer texts are alike if their ends are. */
const ALIKE_LETTERS = 300;

const UNDER_TWENTY =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const LARGE = [
  ['billion', 1e9],
  ['million', 1e6],
] as const;

const SIGNS: Readonly<Record<string, string>> = {
  '%': 'percent',
  $: 'dollars',
  '€': 'euros',
  '£': 'pounds',
  '&': 'and',
  '+': 'plus',
  '=': 'equals',
  '@': 'at',
  '°': 'degrees',
};

/** What is short for two words, which may be heard again in full, or the other way. */
const CONTRACTED: Readonly<Record<string, string>> = {
  'won’t': 'will not',
  'n’t': ' not',
  '’s': ' is',
  '’re': ' are',
  '’ve': ' have',
  '’ll': ' will',
  '’d': ' would',
  '’m': ' am',
  gonna: 'going to',
  wanna: 'want to',
  gotta: 'got to',
};
const CONTRACTIONS = new RegExp(Object.keys(CONTRACTED).join('|'), 'giu');
/** An apostrophe that stands for no word. */
const OTHER_APOSTROPHE = /(?<!\p{L})’|’(?!(?:s|re|ve|ll|d|m|(?<=n’)t)(?!\p{L}))/giu;

/**
 * What of a text is heard, whatever its case, accents and marks: letters, digits with what parts
 * them, and the signs that have a name, an apostrophe for a word among them. Two texts that say the
 * same may still differ in it, see {@link likelyLetters}.
 */
export function heardIn(text: string): string {
  return withApostrophes(text.normalize('NFKD').replaceAll(/[\u0300-\u036f]/gu, ''))
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[ァ-ヶ]/gu, inHiragana)
    .replaceAll('ß', 'ss')
    .replaceAll(/([$€£])\s?(\d[\d,]*(?:\.\d+)?)/gu, '$2$1')
    .replaceAll(/(?!(?<=\d)(?:,(?=\d{3}(?!\d))|[.:/](?=\d)))[^\p{L}\p{M}\p{N}%$€£&+=@°’]/gu, '');
}

/** A Japanese syllable is heard alike, whichever of its two letters it is written with. */
function inHiragana(katakana: string): string {
  return String.fromCharCode(katakana.charCodeAt(0) - 0x60);
}

/** Of all apostrophes only those that stand for a word, in one form. */
function withApostrophes(text: string): string {
  return text.replaceAll(/['ʼ]/gu, '’').replaceAll(OTHER_APOSTROPHE, '');
}

/**
 * Signs, and numbers in digits, by their English names: `25%` is `twenty five percent`. Of what is
 * contracted, both words.
 */
export function inWords(text: string): string {
  return withApostrophes(text)
    .replaceAll(CONTRACTIONS, inFull)
    .replaceAll(/\.(\d\d)([$€£])/gu, '$2 and $1 cents')
    .replaceAll(/(?<=\d)\.(\d+)/gu, (_, digits: string) => ` point ${digitByDigit(digits)}`)
    .replaceAll(/(?<=\d)[:/](?=\d)/gu, ' ')
    .replaceAll(/\d+(,\d{3})*/gu, nameOf)
    .replaceAll(/[%$€£&+=@°]/gu, (sign) => ` ${SIGNS[sign] ?? ''} `);
}

/**
 * The letters of {@link heardIn}, and of names in capitals: these are only likely.
 *
 * @param isUnspaced among words of a script without spaces, in which a name has few characters
 */
export function likelyLetters(heard: string, isUnspaced = false): string {
  return heard
    .replaceAll(CONTRACTIONS, (contracted) => inFull(contracted).toUpperCase())
    .replaceAll(/[\d.:/,%$€£&+=@°]+/gu, (named) =>
      isUnspaced ? 'N'.repeat(named.length * 2 - 1) : inWords(named).toUpperCase(),
    )
    .replaceAll(' ', '');
}

function inFull(contracted: string): string {
  return CONTRACTED[contracted.toLowerCase()] ?? contracted;
}

function nameOf(numeral: string): string {
  const digits = numeral.replaceAll(',', '');
  const value = Number(digits);
  // A long one that is not parted is a telephone's.
  const isOne = digits.length <= 6 || digits !== numeral || digits.endsWith('000');
  if (!isOne || digits.length > 12 || (digits.startsWith('0') && digits !== '0')) {
    return digitByDigit(digits);
  }
  const [large, size] = LARGE.find(([, least]) => value >= least) ?? [];
  if (size !== undefined) {
    const rest = value % size;
    const name = `${nameOf(String(Math.floor(value / size)))} ${large}`;
    return rest === 0 ? name : `${name} ${nameOf(rest.toLocaleString('en'))}`;
  }
  const isYear =
    numeral === digits && ((value >= 1100 && value < 2000) || (value >= 2010 && value < 2100));
  const whole = Math.floor(value / (isYear ? 100 : 1000));
  if (whole === 0) return under1000(value);
  const rest = value % (isYear ? 100 : 1000);
  const unit = isYear && rest > 0 ? [] : [isYear ? 'hundred' : 'thousand'];
  return [under1000(whole), ...unit, ...(rest > 0 ? [under1000(rest)] : [])].join(' ');
}

function digitByDigit(digits: string): string {
  return Array.from(digits, (digit) => UNDER_TWENTY[Number(digit)] ?? '').join(' ');
}

function under1000(value: number): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  if (hundreds > 0) {
    const name = `${UNDER_TWENTY[hundreds] ?? ''} hundred`;
    return rest === 0 ? name : `${name} ${under1000(rest)}`;
  }
  const unit = rest % 10;
  if (rest < 20) return UNDER_TWENTY[rest] ?? '';
  const tens = TENS[Math.floor(rest / 10)] ?? '';
  return unit === 0 ? tens : `${tens} ${UNDER_TWENTY[unit] ?? ''}`;
}

/**
 * How far the beginnings of a text are from another text that grows letter by letter: Levenshtein's
 * distance, in {@link LETTER}s.
 */
export class Distance {
  private readonly codes: Uint16Array;
  private readonly likely: Uint8Array;
  /** By how many letters of the text there are. */
  row: Uint16Array;
  private next: Uint16Array;
  /** So many letters the other text has. */
  length = 0;

  /** @param text as {@link likelyLetters} has it */
  constructor(text: string) {
    const size = text.length;
    this.codes = new Uint16Array(size);
    this.likely = new Uint8Array(size + 1);
    this.row = new Uint16Array(size + 1);
    this.next = new Uint16Array(size + 1);
    for (let at = 0; at < size; at++) {
      const code = text.charCodeAt(at);
      const isSoft = isLikely(code);
      this.codes[at] = isSoft ? code + TO_LOWER : code;
      this.likely[at] = isSoft ? 1 : 0;
      this.row[at + 1] = (this.row[at] ?? 0) + (isSoft ? LIKELY_GONE : LETTER);
    }
  }

  /** To the whole text, in letters, as a share of the longer one; may be over 1. */
  get unlike(): number {
    return (this.row.at(-1) ?? 0) / LETTER / Math.max(this.length, this.codes.length, 1);
  }

  /** The other text has one more letter. */
  add(letter: string): void {
    const { codes, likely, row, next } = this;
    const given = letter.charCodeAt(0);
    const isSoft = isLikely(given);
    const code = isSoft ? given + TO_LOWER : given;
    const size = codes.length;
    let left = (row[0] ?? 0) + (isSoft || likely[0] === 1 ? LIKELY_GONE : LETTER);
    let isSoftBefore = likely[0] === 1;
    next[0] = left;
    for (let at = 1; at <= size; at++) {
      const isSoftHere = isSoft || isSoftBefore;
      const isSoftAfter = likely[at] === 1;
      const other = codes[at - 1] === code ? 0 : isSoftHere ? LIKELY_OTHER : LETTER;
      const replaced = (row[at - 1] ?? 0) + other;
      const added = (row[at] ?? 0) + (isSoftHere || isSoftAfter ? LIKELY_GONE : LETTER);
      const skipped = left + (isSoftHere ? LIKELY_GONE : LETTER);
      left = replaced < added ? replaced : added;
      if (skipped < left) left = skipped;
      next[at] = left;
      isSoftBefore = isSoftAfter;
    }
    this.row = next;
    this.next = row;
    this.length++;
  }
}

/** From a capital to its letter. */
const TO_LOWER = 32;

function isLikely(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** Whether texts, as {@link heardIn} has them, are for the most part the same. */
export function areAlike(one: string, other: string): boolean {
  const distance = distanceOf(
    likelyLetters(one).slice(-ALIKE_LETTERS),
    likelyLetters(other).slice(-ALIKE_LETTERS),
  );
  return distance.unlike < 0.5;
}

/** Whether `start` is for the most part how `text` begins; both as {@link heardIn} has them. */
export function beginsAlike(text: string, start: string): boolean {
  const letters = likelyLetters(start).slice(0, ALIKE_LETTERS);
  const distance = distanceOf(likelyLetters(text).slice(0, 2 * ALIKE_LETTERS), letters);
  return Math.min(...distance.row) / LETTER < letters.length / 2;
}

function distanceOf(one: string, other: string): Distance {
  const distance = new Distance(one);
  for (const letter of other.split('')) distance.add(letter);
  return distance;
}

/**
 * What is left to say of `text` after so many of its {@link likelyLetters}; the marks behind those go with
 * them.
 */
export function restOf(text: string, letters: number): string {
  let left = letters;
  const rest = Array.from(text).findIndex((character) => {
    const { length } = heardIn(character);
    if (left <= 0 && length > 0) return true;
    left -= length;
    return false;
  });
  return rest < 0 ? '' : Array.from(text).slice(rest).join('');
}

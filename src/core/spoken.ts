/** What it costs if a letter is another one, or is not there. */
export const LETTER = 10;
/** A number's or sign's name is another one in another language: its letters tell less. */
const LIKELY_OTHER = 2;
const LIKELY_GONE = 4;

const UNDER_TWENTY =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

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

/**
 * What of a text is heard, whatever its case, accents and marks: letters, digits, and the signs that
 * have a name. Two texts that say the same may still differ in it, see {@link likelyLetters}.
 */
export function heardIn(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/([$€£])\s?(\d+)/gu, '$2$1')
    .replaceAll(/(?!(?<=\d),(?=\d{3}(?!\d)))[^\p{L}\p{M}\p{N}%$€£&+=@°]/gu, '');
}

/** Signs, and numbers in digits, by their English names: `25%` is `twenty five percent`. */
export function inWords(text: string): string {
  return text
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
    .replaceAll(/[\d,%$€£&+=@°]+/gu, (named) =>
      isUnspaced ? 'N'.repeat(named.length * 2 - 1) : inWords(named).toUpperCase(),
    )
    .replaceAll(' ', '');
}

function nameOf(numeral: string): string {
  const digits = numeral.replaceAll(',', '');
  const value = Number(digits);
  if (digits.length > 6 || (digits.startsWith('0') && digits !== '0')) {
    return Array.from(digits, (digit) => UNDER_TWENTY[Number(digit)] ?? '').join(' ');
  }
  const isYear =
    numeral === digits && ((value >= 1100 && value < 2000) || (value >= 2010 && value < 2100));
  const whole = Math.floor(value / (isYear ? 100 : 1000));
  if (whole === 0) return under1000(value);
  const rest = value % (isYear ? 100 : 1000);
  const unit = isYear && rest > 0 ? [] : [isYear ? 'hundred' : 'thousand'];
  return [under1000(whole), ...unit, ...(rest > 0 ? [under1000(rest)] : [])].join(' ');
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
 * How far texts are apart by {@link LETTER}s (Levenshtein's distance): for each beginning of `text`,
 * that to the empty one.
 */
export function firstRow(text: string): Uint16Array<ArrayBuffer> {
  const row = new Uint16Array(text.length + 1);
  for (let at = 1; at < row.length; at++) {
    row[at] = (row[at - 1] ?? 0) + (isLikely(text[at - 1]) ? LIKELY_GONE : LETTER);
  }
  return row;
}

/** The same to a text that has one more `letter`. */
export function nextRow(row: Uint16Array, letter: string, text: string): Uint16Array<ArrayBuffer> {
  const next = new Uint16Array(row.length);
  const isSoft = isLikely(letter);
  const lower = letter.toLowerCase();
  const skipped = isSoft ? LIKELY_GONE : LETTER;
  let isSoftBefore = false;
  for (let at = 0; at < row.length; at++) {
    const isSoftAfter = isLikely(text[at]);
    const added = isSoft || isSoftBefore || isSoftAfter ? LIKELY_GONE : LETTER;
    let least = (row[at] ?? 0) + added;
    if (at > 0) {
      const other = isSoft || isSoftBefore ? LIKELY_OTHER : LETTER;
      const isSame = text[at - 1]?.toLowerCase() === lower;
      least = Math.min(
        least,
        (row[at - 1] ?? 0) + (isSame ? 0 : other),
        (next[at - 1] ?? 0) + (isSoftBefore ? LIKELY_GONE : skipped),
      );
    }
    next[at] = least;
    isSoftBefore = isSoftAfter;
  }
  return next;
}

function isLikely(letter: string | undefined): boolean {
  return letter !== undefined && letter >= 'A' && letter <= 'Z';
}

/** What is left to say of `text` after so many of its {@link likelyLetters}. */
export function restOf(text: string, letters: number): string {
  let left = letters;
  const rest = Array.from(text).findIndex((character) => {
    if (left <= 0) return true;
    left -= heardIn(character).length;
    return false;
  });
  return rest < 0 ? '' : Array.from(text).slice(rest).join('');
}

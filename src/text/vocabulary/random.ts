import { costOf, oddTriples } from './letters';

/** Nobody says a longer name, and longer ones are not used (`isName`). */
const MAX_NAME_LENGTH = 60;

/** From here on a name can be a key or a hash; shorter ones are too short to tell, or to matter. */
const MIN_TOKEN_LENGTH = 8;

/** From here on letters alone can tell that a name is none; before, only when they are very odd. */
const MIN_TELLING_LENGTH = 12;

/**
 * The cost of a character, in bits, above which a name counts as random: the shorter, the more it may
 * be one of a kind. Measured in secrets.test.ts and packages.test.ts.
 */
const MAX_COSTS: readonly (readonly [below: number, cost: number])[] = [
  [14, 5.6],
  [17, 5.2],
  [Infinity, 5],
];

/** The share of three letters in a row that no words have, from which on it is no word. */
const ODD_SHARE = 0.25;

/** Of a short name: how much both have to be, to tell. */
const SHORT = { cost: 6.3, oddShare: 0.6 };

/** The share of neighbours that change between small letters, capitals and digits in random text. */
const CHANGING_SHARE = 0.38;

/** The share of letters in words that somebody could read, which random text does not have. */
const READABLE_SHARE = 1 / 3;

/**
 * Whether `name` looks like a key, a token or a hash rather than a name that somebody made up to be
 * read: too long, hexadecimal, full of changes between letters and digits, or of letters that do not
 * follow each other in words.
 */
export function looksRandom(name: string): boolean {
  if (name.length > MAX_NAME_LENGTH) return true;
  const pieces = name.split(/[^\p{L}\p{N}]+/u).filter((piece) => piece !== '');
  const text = pieces.join('');
  if (text.length < MIN_TOKEN_LENGTH || /[^\x20-\x7e]/.test(text)) return false;
  if (isHexadecimal(text) || pieces.some(changesOften)) return true;
  const words = pieces
    .flatMap((piece) => piece.match(WORD) ?? [])
    .map((word) => word.toLowerCase());
  const cost = costOf(words);
  const { all, odd } = oddTriples(words);
  if (text.length < MIN_TELLING_LENGTH) return cost > SHORT.cost && odd >= SHORT.oddShare * all;
  if (words.filter(isReadable).join('').length >= READABLE_SHARE * text.length) return false;
  const maxCost = MAX_COSTS.find(([below]) => text.length < below)?.[1] ?? 0;
  return cost > maxCost || (odd >= 2 && odd >= ODD_SHARE * all);
}

/** Whether a word has only letters in a row that other words have, too. */
function isReadable(word: string): boolean {
  const { all, odd } = oddTriples([word]);
  return all > 2 && odd === 0;
}

/** As in `spoken-form.ts`, of ASCII. */
const WORD = /[A-Z]{2,}s(?![a-z])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g;

function isHexadecimal(text: string): boolean {
  if (!/^[\da-f]+$/i.test(text)) return false;
  const numbers = text.match(/\d+/g)?.length ?? 0;
  return numbers > 1 || (numbers === 1 && text.length >= 12);
}

function changesOften(piece: string): boolean {
  if (piece.length < MIN_TOKEN_LENGTH) return false;
  const changes = piece.match(/(?<=[a-z])(?=[A-Z\d])|(?<=\d)(?=[A-Za-z])|(?<=[A-Z])(?=\d)/g) ?? [];
  if (changes.length >= CHANGING_SHARE * piece.length) return true;
  const numbers = piece.match(/\d+/g)?.length ?? 0;
  return numbers > 2 || (numbers > 1 && piece.length >= 12 && !/[a-z][A-Z]|[A-Z][a-z]/.test(piece));
}

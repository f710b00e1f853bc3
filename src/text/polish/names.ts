import type { Language } from '../languages/language';
import { isOrdinary } from '../languages/ordinary/ordinary-words';
import { isSound, Vocabulary, wordsOf, type Word } from './words';

/** What parts a text into pieces, of which names of code are one each. */
const PIECE = /[^\s"“”„«»‘]+/gu;
/** Marks of the sentence around a piece. */
const AROUND = /^[('’[{]+|[)'’\]}.,;:!?…]+$/gu;
/** A number with its unit. */
const MEASURE = /^[\p{Nd}.,:]+[\p{L}%°€$£]{0,3}$/u;

/** Whether every name, identifier, path, address and reference of `raw` stands in `polished` as it is. */
export function keepsNames(raw: string, polished: string, languages: readonly Language[]): boolean {
  return keepsCode(raw, polished) && keepsProperNames(raw, polished, languages);
}

function keepsCode(raw: string, polished: string): boolean {
  const pieces = (raw.match(PIECE) ?? []).map((piece) => piece.replace(AROUND, ''));
  const names = new Set(pieces.filter(isCode));
  return [...names].every((name) => isWithin(name, polished));
}

/** Whether a piece of text is none of the words of a language: `getUser`, `a/b.ts`, `--all`, `HTTP`. */
function isCode(piece: string): boolean {
  if (piece.length < 2 || MEASURE.test(piece) || !/[\p{L}\p{N}]/u.test(piece)) return false;
  return (
    /[_/\\@#$=<>{}[\]`~^|*&%+\p{Nd}]/u.test(piece) ||
    /\p{Ll}\p{Lu}|\p{Lu}{2}/u.test(piece) ||
    /[\p{L}\p{N}][.:-]+[\p{L}\p{N}]/u.test(piece) ||
    piece.startsWith('-')
  );
}

/** Whether `name` stands there, and not as a part of another. */
function isWithin(name: string, text: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text.slice(0, at);
    const behind = text.slice(at + name.length);
    const isCutBefore = /[\p{L}\p{M}\p{N}_@#$/\\-]$/u.test(before);
    const isCutBehind = /^(?:[\p{L}\p{M}\p{N}_$/\\-]|[.:][\p{L}\p{N}_])/u.test(behind);
    if (!isCutBefore && !isCutBehind) return true;
  }
  return false;
}

function keepsProperNames(raw: string, polished: string, languages: readonly Language[]): boolean {
  const there = new Vocabulary(wordsOf(polished));
  return wordsOf(raw).every((word) => {
    switch (nameKind(word, languages)) {
      case 'name':
        return there.has(word.key);
      case 'form':
        return there.hasFormOf(word.key);
      case undefined:
        return true;
    }
  });
}

/**
 * `name`: stands as it is; `form`: may be inflected: a noun where nouns have capitals, or a rare word
 * that may be a name in lower case.
 */
function nameKind(
  { text, key, isFirst }: Word,
  languages: readonly Language[],
): 'name' | 'form' | undefined {
  if (!/\p{L}{2}/u.test(text) || isSound(key, languages)) return undefined;
  const base = key.replace(/'\p{L}*$/u, '');
  const isKnown = languages.some(
    ({ letterCase, frequent }) => frequent.has(base) || isOrdinary(base, letterCase),
  );
  const isCapital = /^\p{Lu}/u.test(text);
  if (isCapital && !isFirst) {
    if (key.startsWith("i'")) return undefined;
    return isKnown && languages.some(({ letterCase }) => letterCase.nouns !== null)
      ? 'form'
      : 'name';
  }
  // What is drawn together is no name: "don't".
  if (isKnown || languages.length === 0 || (!isCapital && key.includes("'"))) return undefined;
  return isCapital ? 'name' : 'form';
}

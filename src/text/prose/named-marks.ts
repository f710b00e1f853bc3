import type { Language } from '../languages/language';
import { normalPhrase, type Lexicon } from './lexicon';
import type { ProseMark } from './marks';
import { phraseAtStart } from './phrase-edges';
import { isNoNoun } from './stop-noun';

/** What is looked at on each side, so that a long text costs no more. */
export const SIGHT = 200;

/** Where a phrase stands in a text. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** The phrase of a mark, as it stands in a text. */
export interface Named extends Span {
  /** The word before it that says not to act on it, with what parts them; '' where there is none. */
  readonly escape: string;
  readonly mark: ProseMark;
  /** Whether it is an ordinary word, which acts with its partner, or between stops, only. */
  readonly isGuarded: boolean;
}

/** The phrases that may act; of those that are guarded, the ones with a partner or between stops. */
export function namesIn(text: string, lexicon: Lexicon): readonly Named[] {
  const { phrases, guarded } = patternsOf(lexicon);
  const small = inLowerCase(text);
  const acting = named(small, phrases, lexicon.marks, false);
  const doubted = named(small, guarded, lexicon.guarded, true).filter(
    ({ start, end }) => !acting.some((other) => other.start <= start && end <= other.end),
  );
  if (doubted.length === 0) return acting;
  const all = merged(acting, doubted);
  const meant = doubted.filter((one) =>
    isEnclosing(one)
      ? isAmongPartners(one, all)
      : isBesideBreak(one, text, all) || isBetweenStops(one, text, lexicon, acting),
  );
  return merged(acting, meant);
}

function named(
  small: string,
  pattern: RegExp,
  marks: ReadonlyMap<string, ProseMark>,
  isGuarded: boolean,
): readonly Named[] {
  return [...small.matchAll(pattern)].flatMap((match) => {
    const [whole, escape = '', phrase = ''] = match;
    const mark = marks.get(normalPhrase(phrase));
    const start = match.index;
    return mark === undefined
      ? []
      : [{ start, end: start + whole.length, escape, mark, isGuarded }];
  });
}

/** Both in their order; where two share words, the one that is guarded, which is longer. */
function merged(acting: readonly Named[], guarded: readonly Named[]): readonly Named[] {
  const apart = acting.filter(
    ({ start, end }) => !guarded.some((other) => start < other.end && other.start < end),
  );
  return [...apart, ...guarded].sort((a, b) => a.start - b.start);
}

/** Whether the next of what encloses, or the last one, is the partner of `named`. */
function isAmongPartners(named: Named, all: readonly Named[]): boolean {
  const i = all.indexOf(named);
  const isOpen = named.mark.role === 'open';
  // What opens a question is closed by what ends one.
  if (isOpen && isInverted(named)) return all.slice(i + 1).some(({ mark }) => isEndOf(named, mark));
  const isOfKind = (one: Named): boolean =>
    isEnclosing(one) &&
    (one.mark.text === named.mark.text || arePartners(named, one) || arePartners(one, named));
  const partner = isOpen ? all.slice(i + 1).find(isOfKind) : all.slice(0, i).findLast(isOfKind);
  if (partner === undefined) return false;
  const [open, close] = isOpen ? [named, partner] : [partner, named];
  return open.mark.role === 'open' && close.mark.role === 'close' && arePartners(open, close);
}

/** Whether one opens what the other closes. */
export function arePartners(open: Pick<Named, 'mark'>, close: Pick<Named, 'mark'>): boolean {
  return PARTNERS.has(open.mark.text.trim() + close.mark.text.trim());
}

/** Whether `text` has opened what `close` closes. */
export function isOpenIn(text: string, close: string): boolean {
  const mark = close.trim();
  const count = (each: string): number => text.split(each).length - 1;
  return [...PARTNERS].some(([open = '', end]) => {
    if (end !== mark) return false;
    return open === mark ? count(open) % 2 === 1 : count(open) > count(mark);
  });
}

/** Whether it is ¿ or ¡, which other marks close than brackets have. */
export function isInverted({ mark: { text } }: Pick<Named, 'mark'>): boolean {
  return text === '¿' || text === '¡';
}

function isEndOf({ mark }: Pick<Named, 'mark'>, end: ProseMark): boolean {
  return PARTNERS.has(mark.text + end.text.trim());
}

const PARTNERS: ReadonlySet<string> = new Set([
  ...['()', '[]', '{}', '<>', '""', "''", '``', '“”', '„“', '‚‘', '«»', '¿?', '¡!'],
]);

/** Whether a stop or a pause stands directly before a line ("Dear Anna comma new line"), or is that line. */
function isBesideBreak(one: Named, text: string, all: readonly Named[]): boolean {
  const i = all.indexOf(one);
  const next = all[i + 1];
  const last = all[i - 1];
  if (one.mark.role === 'break')
    return last !== undefined && isStop(last) && isBeside(last, one, text);
  return isStop(one) && next?.mark.role === 'break' && isBeside(one, next, text);
}

/** Whether two phrases follow each other, with no more than the recogniser's comma or stop between them. */
export function isBeside(last: Span, next: Span, text: string): boolean {
  return next.start >= last.end && /^[,.]?[^\S\n]+$/u.test(text.slice(last.end, next.start));
}

/**
 * Whether a line or a pause is a sentence of its own ("The plan. Next line. The code."), which a line is
 * between commas, too; or whether what ends a sentence ends all that is said, or its line.
 */
function isBetweenStops(
  named: Named,
  text: string,
  lexicon: Lexicon,
  acting: readonly Named[],
): boolean {
  const before = textBefore(named, text, acting);
  const behind = textBehind(named, text, acting);
  switch (named.mark.role) {
    case 'break': {
      const isSentence = /(?:^|[.!?…])\s*$/u.test(before) && /^\s*(?:$|[.!?…])/u.test(behind);
      return isSentence || (/[,;:]\s*$/u.test(before) && /^\s*(?:$|[.!?…,;:])/u.test(behind));
    }
    case 'end': {
      // "Punto" may be any point, but as the last sentence of several ("I agree. Period."), or where no noun can stand.
      const name = text.slice(named.start, named.end);
      if (!/\s/u.test(name)) {
        const isSentence = /[\p{L}\p{N}][.!?…]\s*$/u.test(before);
        return (isSentence || isNoNoun(name, before, lexicon)) && /^[.!]?\s*$/u.test(behind);
      }
      const next = phraseAtStart(behind.replace(/^[.,]?\s+/u, '').toLowerCase(), lexicon.marks);
      return /^[.!]?\s*$/u.test(behind) || lexicon.marks.get(normalPhrase(next))?.role === 'break';
    }
    case 'pause':
    case 'open':
    case 'close':
    case 'symbol':
      return /[\p{L}\p{N}]\.\s*$/u.test(before) && /^\.\s+\p{L}/u.test(behind);
  }
}

/** Whether it ends or parts what is said. */
export function isStop({ mark: { role } }: Pick<Named, 'mark'>): boolean {
  return role === 'end' || role === 'pause';
}

/** What stands before a phrase; where that is the name of a stop or of a line, as if it were written. */
function textBefore({ start }: Named, text: string, acting: readonly Named[]): string {
  const last = acting.findLast(({ end }) => end <= start);
  if (last !== undefined && /^[\s,;:.!?…]*$/u.test(text.slice(last.end, start))) {
    if (last.mark.role === 'break') return '';
    if (isStop(last)) return text.slice(0, last.start).trimEnd() + last.mark.text.trim();
  }
  return text.slice(Math.max(0, start - SIGHT), start);
}

/** Likewise what stands behind it. */
function textBehind({ end }: Named, text: string, acting: readonly Named[]): string {
  const next = acting.find(({ start }) => start >= end);
  if (next !== undefined && /^[\s,;:.!?…]*$/u.test(text.slice(end, next.start))) {
    if (next.mark.role === 'break') return '.';
    const rest = text.slice(next.end).replace(/^[\s,;:.!?…]+/u, '');
    if (isStop(next)) return `${next.mark.text.trim()} ${rest}`;
  }
  return text.slice(end, end + SIGHT);
}

/** In lower case where that leaves every character where it is: a dotted capital I has none that does. */
function inLowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replaceAll('İ', 'I').toLowerCase();
}

/** Whether it opens or closes. */
export function isEnclosing({ mark: { role } }: Pick<Named, 'mark'>): boolean {
  return role === 'open' || role === 'close';
}

interface Patterns {
  /**
   * With the groups escape and phrase, of a text in lower case: one that ignores case takes five times
   * as long to make.
   */
  readonly phrases: RegExp;
  /** Likewise, of what is guarded. */
  readonly guarded: RegExp;
  /** The start of an escaped final, with the groups before and escape. */
  readonly escape: RegExp;
}

const patterns = new WeakMap<Lexicon, Patterns>();

/** The expressions of a lexicon. */
export function patternsOf(lexicon: Lexicon): Patterns {
  const known = patterns.get(lexicon);
  if (known !== undefined) return known;
  const anyNameOf = (names: Iterable<string>): string =>
    [...names]
      .sort((a, b) => b.length - a.length)
      .map(spaced)
      .join('|');
  const escape = anyOf(lexicon, ({ literal }) => literal);
  const before = "(?<![\\p{L}\\p{M}\\p{N}_]|[\\p{L}\\p{N}][-'’])";
  const behind = "(?![\\p{L}\\p{M}\\p{N}_]|[-'’][\\p{L}\\p{N}])";
  const phraseOf = (name: string): RegExp =>
    new RegExp(`${before}((?:${escape}),?[^\\S\\n]+)?(${name})${behind}`, 'gu');
  const made = {
    phrases: phraseOf(anyNameOf(lexicon.marks.keys())),
    guarded: phraseOf(anyNameOf(lexicon.guarded.keys())),
    escape: new RegExp(`^([^\\p{L}\\p{N}]*)((?:${escape}),?[^\\S\\n]+)`, 'iu'),
  };
  patterns.set(lexicon, made);
  return made;
}

function anyOf(
  { languages }: Lexicon,
  phrasesIn: (language: Language) => readonly string[],
): string {
  return languages.flatMap(phrasesIn).map(spaced).join('|');
}

/** Source of an expression for a phrase of letters, hyphens, apostrophes and spaces. */
function spaced(phrase: string): string {
  return phrase.replaceAll("'", "['’]").replaceAll(/[ -]/gu, '(?:[^\\S\\n]+|-)');
}

import type { Language } from '../languages/language';
import { MARK, mentionOf, type Mention, type Saying } from './mention';
import { lexiconOf, normalPhrase, type Lexicon } from './lexicon';
import type { ProseMark } from './marks';
import { parseSpokenCommand } from './parse';
import { phraseAtStart } from './phrase-edges';
import { Sentence, type Lower } from './sentence';

/** A phrase of a mark inside a sentence. */
interface Occurrence {
  readonly start: number;
  readonly end: number;
  /** The word before it that says not to act on it, with what parts them; '' where there is none. */
  readonly escape: string;
  readonly mark: ProseMark;
  /** Whether it is spoken about: "add a question mark". */
  readonly mention: Mention;
}

/**
 * Writes the marks whose names are spoken inside a sentence: only those that are said for nothing
 * else (`anywhere` of the language), with the spaces and capitals that belong to them and without the
 * punctuation that the recogniser has set around their names. A phrase after an article, or another
 * word that no sentence ends with, is spoken about and stays; but an opening mark acts there when a
 * closing one follows. In "literal full stop" the phrase stays, and "literal" goes; before a command
 * that acts alone, only when nothing else is said. Text without a phrase stays as it is; lines may
 * begin and end in the result ("\n").
 *
 * @param languages codes such as `de` or `de-AT`; none: English
 * @param lower for what follows a comma in the place of a full stop; it keeps its capital without
 */
export function writePunctuation(
  text: string,
  languages: readonly string[],
  lower: Lower = (words) => words,
): string {
  const lexicon = lexiconOf(languages);
  const escaped = unescaped(text, lexicon, languages);
  if (escaped !== undefined) return escaped;
  const occurrences = find(text, lexicon);
  if (!occurrences.some((one) => isEscaped(one) || isActing(one, occurrences))) return text;
  const sentence = new Sentence(lower);
  let end = 0;
  let words = '';
  for (const occurrence of occurrences) {
    words += text.slice(end, occurrence.start);
    end = occurrence.end;
    const said = text.slice(occurrence.start, occurrence.end);
    if (isActing(occurrence, occurrences)) {
      const { mark } = occurrence;
      const isSetOff = /,\s*$/u.test(words) && /^,(?=\s)/u.test(text.slice(end, end + 2));
      sentence.add(words, { mark, said, isSetOff });
      words = '';
    } else {
      words += isEscaped(occurrence) ? withoutEscape(said, occurrence.escape) : said;
    }
  }
  return sentence.finish(words + text.slice(end));
}

/** What stays of a final that is nothing but an escaped command. */
function unescaped(
  text: string,
  lexicon: Lexicon,
  languages: readonly string[],
): string | undefined {
  const match = patternsOf(lexicon).escape.exec(text);
  if (match === null) return undefined;
  const [whole, before = '', escape = ''] = match;
  if (parseSpokenCommand(text.slice(whole.length), languages) === undefined) return undefined;
  return before + withoutEscape(text.slice(before.length), escape);
}

/** What is looked at on each side, so that a long text costs no more. */
const SIGHT = 200;

function find(text: string, lexicon: Lexicon): readonly Occurrence[] {
  let last = 0;
  let lastMark = '';
  let isLastWritten = false;
  return namesIn(text, lexicon).map(({ start, end, escape, mark, isGuarded }, i, all) => {
    const next = all[i + 1];
    const isBeforeGuarded =
      next?.isGuarded === true && /^[^\S\n]+$/u.test(text.slice(end, next.start));
    const before = text.slice(Math.max(0, start - SIGHT), start);
    const since = before.slice(Math.max(0, last - start + before.length));
    const saying: Saying = {
      before,
      // What stands behind a mark that is written goes with its name, and ends no sentence.
      since: lastMark + (isLastWritten ? since.replace(/^[,;:.!?…]+(?=\s|$)/u, '') : since),
      // As where the phrase of a mark that always acts follows.
      behind: isBeforeGuarded ? MARK : text.slice(end, end + SIGHT),
      mark,
    };
    last = end;
    lastMark = mark.text === '¿' ? '¿' : MARK;
    const mention = mentionOf(saying, lexicon);
    isLastWritten = escape === '' && mention === 'none';
    // An ordinary word: only its partner tells that it is meant.
    const isDoubted =
      isGuarded && isEnclosing({ mark }) && !isInverted({ mark }) && mention === 'none';
    return { start, end, escape, mark, mention: isDoubted ? 'weak' : mention };
  });
}

/** The phrase of a mark, as it stands in the text. */
interface Named extends Omit<Occurrence, 'mention'> {
  readonly isGuarded: boolean;
}

/** The phrases that may act; of those that are guarded, the ones with a partner or between stops. */
function namesIn(text: string, lexicon: Lexicon): readonly Named[] {
  const { phrases, guarded } = patternsOf(lexicon);
  const small = inLowerCase(text);
  const acting = named(small, phrases, lexicon.marks, false);
  const doubted = named(small, guarded, lexicon.guarded, true).filter(
    ({ start, end }) => !acting.some((other) => other.start <= start && end <= other.end),
  );
  if (doubted.length === 0) return acting;
  const all = merged(acting, doubted);
  const meant = doubted.filter((one) =>
    isEnclosing(one) ? isAmongPartners(one, all) : isBetweenStops(one, text, lexicon, acting),
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

function arePartners(open: Named, close: Named): boolean {
  return PARTNERS.has(open.mark.text.trim() + close.mark.text.trim());
}

function isInverted({ mark: { text } }: Pick<Occurrence, 'mark'>): boolean {
  return text === '¿' || text === '¡';
}

function isEndOf({ mark }: Pick<Occurrence, 'mark'>, end: ProseMark): boolean {
  return PARTNERS.has(mark.text + end.text.trim());
}

const PARTNERS: ReadonlySet<string> = new Set([
  ...['()', '[]', '{}', '<>', '""', "''", '``', '“”', '„“', '‚‘', '«»', '¿?', '¡!'],
]);

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

function isStop({ mark: { role } }: Named): boolean {
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

function isEscaped({ escape, mention }: Occurrence): boolean {
  return escape !== '' && mention !== 'strong';
}

function isActing(occurrence: Occurrence, all: readonly Occurrence[]): boolean {
  if (occurrence.escape !== '') return false;
  return occurrence.mention === 'none' || isPaired(occurrence, all);
}

/** Whether a mark that opens or closes has its partner, which tells that both are meant. */
function isPaired(occurrence: Occurrence, all: readonly Occurrence[]): boolean {
  const index = all.indexOf(occurrence);
  const { role } = occurrence.mark;
  if (role === 'close') {
    const open = all.slice(0, index).findLast(isEnclosing);
    return open?.mark.role === 'open' && arePair(open, occurrence);
  }
  const close = all.slice(index + 1).find(({ mark }) => mark.role === 'close');
  return role === 'open' && close !== undefined && arePair(occurrence, close);
}

/** What is said to open after an article ("a open quote smart close quote idea") may be meant. */
function arePair(open: Occurrence, close: Occurrence): boolean {
  if (open.escape !== '' || close.escape !== '') return false;
  // "We need open paren, close paren and comma."
  const isEmpty = close.start - open.end <= ', '.length;
  if (isEmpty && open.mention !== 'none' && close.mention !== 'none') return false;
  return open.mention === 'strong' ? close.mention === 'none' : close.mention !== 'strong';
}

function isEnclosing({ mark: { role } }: Pick<Occurrence, 'mark'>): boolean {
  return role === 'open' || role === 'close';
}

/** What is left of `said` without its first word, whose capital goes to the next one. */
function withoutEscape(said: string, escape: string): string {
  const rest = said.slice(escape.length);
  return /^\p{Lu}/u.test(escape)
    ? rest.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
    : rest;
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

function patternsOf(lexicon: Lexicon): Patterns {
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

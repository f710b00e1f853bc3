import type { Language } from '../languages/language';
import { MARK, mentionOf, type Mention, type Saying } from './mention';
import { lexiconOf, normalPhrase, type Lexicon } from './lexicon';
import type { ProseMark } from './marks';
import { parseSpokenCommand } from './parse';
import { Sentence } from './sentence';

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
 */
export function writePunctuation(text: string, languages: readonly string[]): string {
  const lexicon = lexiconOf(languages);
  const escaped = unescaped(text, lexicon, languages);
  if (escaped !== undefined) return escaped;
  const occurrences = find(text, lexicon);
  if (!occurrences.some((one) => isEscaped(one) || isActing(one, occurrences))) return text;
  const sentence = new Sentence();
  let end = 0;
  let words = '';
  for (const occurrence of occurrences) {
    words += text.slice(end, occurrence.start);
    end = occurrence.end;
    const said = text.slice(occurrence.start, occurrence.end);
    if (isActing(occurrence, occurrences)) {
      sentence.add(words, occurrence.mark, said);
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
  return [...inLowerCase(text).matchAll(patternsOf(lexicon).phrases)].flatMap((match) => {
    const [whole, { length } = '', phrase = ''] = match;
    const escape = text.slice(match.index, match.index + length);
    const mark = lexicon.marks.get(normalPhrase(phrase));
    if (mark === undefined) return [];
    const end = match.index + whole.length;
    const before = text.slice(Math.max(0, match.index - SIGHT), match.index);
    const since = before.slice(Math.max(0, last - match.index + before.length));
    const saying: Saying = {
      before,
      since: lastMark + since,
      behind: text.slice(end, end + SIGHT),
      mark,
    };
    last = end;
    lastMark = mark.text === '¿' ? '¿' : MARK;
    return [{ start: match.index, end, escape, mark, mention: mentionOf(saying, lexicon) }];
  });
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
    const open = all.slice(0, index).findLast(({ mark }) => isEnclosing(mark));
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

function isEnclosing({ role }: ProseMark): boolean {
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
  /** The start of an escaped final, with the groups before and escape. */
  readonly escape: RegExp;
}

const patterns = new WeakMap<Lexicon, Patterns>();

function patternsOf(lexicon: Lexicon): Patterns {
  const known = patterns.get(lexicon);
  if (known !== undefined) return known;
  const names = [...lexicon.marks.keys()].sort((a, b) => b.length - a.length);
  const name = names.map(spaced).join('|');
  const escape = anyOf(lexicon, ({ literal }) => literal);
  const before = "(?<![\\p{L}\\p{M}\\p{N}_]|[\\p{L}\\p{N}][-'’])";
  const behind = "(?![\\p{L}\\p{M}\\p{N}_]|[-'’][\\p{L}\\p{N}])";
  const made = {
    phrases: new RegExp(`${before}((?:${escape}),?[^\\S\\n]+)?(${name})${behind}`, 'gu'),
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

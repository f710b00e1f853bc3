import { isNounPhrase, mentionOf, type Mention } from './mention';
import { closedUp } from './closed-up';
import { lexiconOf, type Lexicon } from './lexicon';
import {
  arePartners,
  isEnclosing,
  isBeside,
  isInverted,
  isOpenIn,
  isStop,
  namesIn,
  patternsOf,
  SIGHT,
  type Named,
} from './named-marks';
import { parseSpokenCommand } from './parse';
import { MARK, type Saying } from './saying';
import { Sentence, type Lower } from './sentence';

/** A phrase of a mark inside a sentence. */
interface Occurrence extends Named {
  /** Whether it is spoken about: "add a question mark". */
  readonly mention: Mention;
}

/** What is known of the place of a text. */
interface Around {
  /** For what follows a comma in the place of a full stop; it keeps its capital without. */
  readonly lower?: Lower;
  /** What stands before it, in which something may be open. */
  readonly left?: string;
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
 * @param around where it is written
 */
export function writePunctuation(
  text: string,
  languages: readonly string[],
  { lower = (words) => words, left }: Around = {},
): string {
  const lexicon = lexiconOf(languages);
  const escaped = unescaped(text, lexicon, languages);
  if (escaped !== undefined) return escaped;
  const occurrences = find(text, lexicon).map((one, _, all) => alone(one, all, text, left));
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
  return closedUp(sentence.finish(words + text.slice(end)), lexicon);
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

function find(text: string, lexicon: Lexicon): readonly Occurrence[] {
  let last = 0;
  let lastMark = '';
  let isLastWritten = false;
  const occurrences = namesIn(text, lexicon).map((named, i, all): Occurrence => {
    const { start, end, escape, mark, isGuarded } = named;
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
      name: text.slice(start, end),
      mark,
    };
    last = end;
    lastMark = mark.text === '¿' ? '¿' : MARK;
    // "A string literal comma then more": no word before a command.
    const isNoun = escape !== '' && mark.role === 'pause' && isNounPhrase(since, lexicon);
    const mention = isNoun ? 'strong' : mentionOf(saying, lexicon);
    isLastWritten = escape === '' && mention === 'none';
    // An ordinary word: only its partner tells that it is meant.
    const isDoubted =
      isGuarded && isEnclosing({ mark }) && !isInverted({ mark }) && mention === 'none';
    return { ...named, mention: isDoubted ? 'weak' : mention };
  });
  return occurrences.map((one, i) => {
    const other = isStop(one) ? occurrences[i + 1] : occurrences[i - 1];
    const isTold = one.mention === 'none' && other !== undefined && other.mention !== 'none';
    return isTold && areStopAndLine(one, other, text) ? { ...one, mention: 'weak' } : one;
  });
}

/**
 * What closes nothing, in what is said or before its place, is spoken about ("I forgot close paren"); so is a
 * square or curly bracket that opens and is not closed by the end of what is said ("open brace goes last").
 */
function alone(
  one: Occurrence,
  all: readonly Occurrence[],
  text: string,
  left: string | undefined,
): Occurrence {
  const { mark, mention, end } = one;
  if (!isEnclosing(one) || mention !== 'none' || left === undefined) return one;
  const isOpening = mark.role === 'open';
  const isClosed = isOpening
    ? !/[[{<]/u.test(mark.text) || !/\p{L}/u.test(text.slice(end))
    : isOpenIn(left, mark.text);
  const hasPartner = all.some((other) =>
    isOpening
      ? end < other.end && arePartners(one, other)
      : other.end < end && arePartners(other, one),
  );
  return isClosed || hasPartner ? one : { ...one, mention: 'weak' };
}

/** Whether one is a stop and the other a line, of which one acts beside the other only ("comma new line"). */
function areStopAndLine(one: Occurrence, other: Occurrence, text: string): boolean {
  const [stop, line] = one.start < other.start ? [one, other] : [other, one];
  return (
    (stop.isGuarded || line.isGuarded) &&
    isStop(stop) &&
    line.mark.role === 'break' &&
    isBeside(stop, line, text)
  );
}

function isEscaped({ escape, mention }: Occurrence): boolean {
  return escape !== '' && mention !== 'strong';
}

function isActing(occurrence: Occurrence, all: readonly Occurrence[]): boolean {
  if (occurrence.escape !== '') return false;
  if (occurrence.mention !== 'none') return isPaired(occurrence, all);
  if (!isEnclosing(occurrence)) return true;
  // "Expects open paren but gets open bracket": where one of them is spoken about, all are.
  const isAnyMentioned = all.some(
    (other) => isEnclosing(other) && other.mention !== 'none' && !isPaired(other, all),
  );
  return !isAnyMentioned || isPaired(occurrence, all);
}

/** The next mark that closes behind one that opens. */
function closeOf(occurrence: Occurrence, all: readonly Occurrence[]): Occurrence | undefined {
  if (occurrence.mark.role !== 'open') return undefined;
  return all.slice(all.indexOf(occurrence) + 1).find(({ mark }) => mark.role === 'close');
}

/** Whether a mark that opens or closes has its partner, which tells that both are meant. */
function isPaired(occurrence: Occurrence, all: readonly Occurrence[]): boolean {
  const index = all.indexOf(occurrence);
  const { role } = occurrence.mark;
  if (role === 'close') {
    const open = all.slice(0, index).findLast(isEnclosing);
    return open?.mark.role === 'open' && arePair(open, occurrence);
  }
  const close = closeOf(occurrence, all);
  return close !== undefined && arePair(occurrence, close);
}

/** What is said to open after an article ("a open quote smart close quote idea") may be meant. */
function arePair(open: Occurrence, close: Occurrence): boolean {
  if (open.escape !== '' || close.escape !== '') return false;
  // "We need open paren, close paren and comma."
  const isEmpty = close.start - open.end <= ', '.length;
  if (isEmpty && open.mention !== 'none' && close.mention !== 'none') return false;
  return open.mention === 'strong' ? close.mention === 'none' : close.mention !== 'strong';
}

/** What is left of `said` without its first word, whose capital goes to the next one. */
function withoutEscape(said: string, escape: string): string {
  const rest = said.slice(escape.length);
  return /^\p{Lu}/u.test(escape)
    ? rest.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
    : rest;
}

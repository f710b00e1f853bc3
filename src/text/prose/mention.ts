import type { MentionWords } from '../languages/mention/mention-words';
import { normalPhrase, type Lexicon } from './lexicon';
import type { ProseMark } from './marks';
import { parseNumber } from '../languages/numbers';
import { phraseAtEnd, phraseAtStart, type Phrases } from './phrase-edges';

/** A mark's phrase in a sentence, with what is said and written around it. */
export interface Saying {
  /** The text before the phrase. */
  readonly before: string;
  /** Of that, what is behind the phrase of another mark, if there is one. */
  readonly since: string;
  /** The text behind it. */
  readonly behind: string;
  readonly mark: ProseMark;
}

/** How sure it is that a phrase is spoken about; `strong`: nothing else can stand after such a word. */
export type Mention = 'none' | 'weak' | 'strong';

/**
 * Whether a phrase is spoken about, and not said to have its mark written ("remove the trailing new
 * line"). Each sign alone is enough: what stands directly before it or behind it, that it is the
 * subject of its clause, that it is one of a list, or that it is quoted.
 */
export function mentionOf(said: Saying, lexicon: Lexicon): Mention {
  const signs = signsOf(lexicon);
  // Expressions that ignore case take five times as long to make.
  const saying = {
    mark: said.mark,
    before: said.before.toLowerCase(),
    since: said.since.toLowerCase(),
    behind: said.behind.toLowerCase(),
  };
  const { before, since, behind } = saying;
  if (isLetterEnclosed(saying) || isAmount(saying)) return 'none';
  if (isQuoted(saying) || (signs.leadIn.test(since) && !isStranded(saying, signs))) return 'strong';
  const isSubject = signs.subjectStart.test(since) && signs.predicate.test(behind);
  const isMentioned =
    isChance(saying) ||
    lacksOperand(saying, lexicon) ||
    (isSubject && !isInverted(saying)) ||
    (signs.described.test(since) && !(isAsked(saying, signs) && SENTENCE_END.test(behind))) ||
    (signs.particle.test(since) && !isEnd(saying, signs)) ||
    (signs.edited.test(since) && !isAsked(saying, signs)) ||
    (signs.nominal.test(since) && isGoingOn(saying, signs)) ||
    signs.leadOut.test(behind) ||
    (isListedBefore(before, signs) && !isAsked(saying, signs)) ||
    isListedBehind(behind, signs);
  return isMentioned ? 'weak' : 'none';
}

/** Whether the mark closes what encloses a letter, which is no article then: "open quote A close quote". */
function isLetterEnclosed({ since, mark }: Saying): boolean {
  return mark.role === 'close' && /^\ufffc\s*\p{L}\s*$/u.test(since);
}

/** Whether two other phrases make it: "breaks at sign in". */
function isChance({ mark, behind }: Saying): boolean {
  return mark.text === '@' && /^\s+(?:in|up|on|off|out)(?![\p{L}\p{N}])/iu.test(behind);
}

/** Whether a sign of money or the like has its number: "up to dollar sign 20". */
function isAmount({ since, behind, mark: { text } }: Saying): boolean {
  if (NEEDS_NUMBER.has(text)) return /\d,?\s*$/u.test(since);
  return text.length === 1 && '$£¥€#'.includes(text) && /^,?\s*\d/u.test(behind);
}

/**
 * Whether a sign has nothing to stand with: a percent sign no number before it, a dollar sign nothing
 * behind it, a plus sign nothing on one of its sides. What stands before it may be in the final before.
 */
function lacksOperand({ since, behind, mark }: Saying, { languages }: Lexicon): boolean {
  const { role, hold, text } = mark;
  if (role !== 'symbol' || NEEDS_NOTHING.has(text)) return false;
  const [, last = ''] = /([\p{L}\p{N}'’-]+),?\s*$/u.exec(since) ?? [];
  const isNumber =
    /\d$/u.test(last) ||
    languages.some(({ numbers }) => parseNumber(last, numbers) !== undefined) ||
    /^[^\p{L}\p{N}]*$/u.test(since);
  if (NEEDS_NUMBER.has(text)) return !isNumber;
  const isBefore = isNumber || /[\p{L}\p{M}\p{N}\ufffc)\]},]\s*$/u.test(since);
  const isBehind = /^,?\s*[\p{L}\p{N}([{]/u.test(behind);
  if (hold === 'right' || text === '€') return !isBehind && !isNumber;
  return !isBefore || !isBehind;
}

/** Whether the phrase ends its sentence, of which only a question need be told. */
function isEnd(saying: Saying, signs: Signs): boolean {
  const { role, text } = saying.mark;
  return role === 'end' && (!text.endsWith('?') || isAsked(saying, signs));
}

/** Whether the phrase ends a question, which may end with a verb ("What shall I add"). */
function isAsked({ before, since, mark }: Saying, { question }: Signs): boolean {
  if (mark.role !== 'end') return false;
  return [before, since].some((text) => question.test(text.slice(lastStop(text))));
}

/** Whether the phrase ends a question whose last word is a preposition: "Where is it from". */
function isStranded(saying: Saying, signs: Signs): boolean {
  return isAsked(saying, signs) && signs.stranded.test(saying.since);
}

/** Whether what follows goes on with the phrase's clause, and does not ask a question of its own. */
function isGoingOn(saying: Saying, signs: Signs): boolean {
  if (signs.goesOn.test(saying.behind)) return true;
  return signs.predicate.test(saying.behind) && !isAsked(saying, signs);
}

/** Whether it is ¿ or ¡, which words that begin a sentence follow: "abre interrogación es verdad". */
function isInverted({ mark }: Saying): boolean {
  return mark.text === '¿' || mark.text === '¡';
}

function isQuoted({ before, behind }: Saying): boolean {
  return /["'“”„«»‘`(]\s?$/u.test(before) && /^\s?["'“”»«’`)]/u.test(behind);
}

function lastStop(text: string): number {
  const stop = /[.!?…\n:;][^.!?…\n:;]*$/u.exec(text);
  return stop === null ? 0 : stop.index + 1;
}

/** Whether a list ends before the phrase: "space, new line", "comma or new line". */
function isListedBefore(before: string, { list }: Signs): boolean {
  const inComma = /,[^\S\n]+$/u.exec(before);
  if (inComma !== null) {
    const text = before.slice(0, inComma.index);
    const name = phraseAtEnd(text, list.names);
    if (name === '' || phraseAtEnd(text, list.acting) !== '') return false;
    if (phraseAtEnd(text, list.asides) !== '') return true;
    // "tab, comma, new line": one comma may be meant.
    const others = text.slice(0, text.length - name.length);
    const [, listed] = /^(.*),[^\S\n]+$/su.exec(others) ?? [];
    return (
      listed !== undefined &&
      phraseAtEnd(listed, list.names) !== '' &&
      phraseAtEnd(listed, list.acting) === ''
    );
  }
  const joint = list.jointAtEnd.exec(before);
  return joint !== null && phraseAtEnd(before.slice(0, joint.index), list.names) !== '';
}

/** Whether the phrase begins a list: ", comma and tab", " or a new line". */
function isListedBehind(behind: string, { list }: Signs): boolean {
  if (startsWith(behind, SPACE_AT_START, list.acting) !== '') return false;
  let rest = behind;
  let next = startsWith(rest, COMMA_AT_START, list.names);
  const first = startsWith(rest, COMMA_AT_START, list.asides);
  if (first !== '' && rest.startsWith(',', first.length)) return true;
  while (next !== '') {
    rest = rest.slice(next.length);
    next = startsWith(rest, COMMA_AT_START, list.names);
  }
  return startsWith(rest, list.jointAtStart, list.names) !== '';
}

/** What `start` finds at the start of `text` with the phrase behind it; '' without either. */
function startsWith(text: string, start: RegExp, phrases: Phrases): string {
  const [found] = start.exec(text) ?? [];
  if (found === undefined) return '';
  const phrase = phraseAtStart(text.slice(found.length), phrases);
  return phrase === '' ? '' : found + phrase;
}

const SPACE_AT_START = /^[^\S\n]+/u;
const COMMA_AT_START = /^,[^\S\n]+/u;

/** What stands in lists with marks. */
interface List {
  /** Of marks, and of what is listed with them. */
  readonly names: Phrases;
  /** Of those, what is no mark that acts in a sentence: two of these may be meant, one behind the other. */
  readonly asides: Phrases;
  readonly acting: Phrases;
  /** The word between the last two, with what stands around it. */
  readonly jointAtEnd: RegExp;
  /** Likewise, and an article behind it. */
  readonly jointAtStart: RegExp;
}

interface Signs {
  readonly leadIn: RegExp;
  readonly stranded: RegExp;
  readonly described: RegExp;
  readonly particle: RegExp;
  readonly edited: RegExp;
  readonly nominal: RegExp;
  readonly goesOn: RegExp;
  readonly leadOut: RegExp;
  readonly subjectStart: RegExp;
  readonly predicate: RegExp;
  readonly list: List;
  readonly question: RegExp;
}

/** What may stand without anything on either side. */
const NEEDS_NOTHING: ReadonlySet<string> = new Set(Array.from('"\'`\t•·©®™§¶*&'));
const NEEDS_NUMBER: ReadonlySet<string> = new Set(Array.from('%°¢'));

const SENTENCE_END = /^\s*(?:$|[.?!])/u;
const START = '(?:^|[.!?…:;,\\n])\\s*';
const START_WITHIN = '(?:^|[:;,])\\s*';
const BEFORE = '(?<![\\p{L}\\p{M}\\p{N}_-])';
const BEHIND = "(?![\\p{L}\\p{M}\\p{N}_]|[-'’][\\p{L}\\p{N}])";
const SPACE = '[^\\S\\n]+';
const WORD = "[\\p{L}\\p{M}\\p{N}_'’-]+";

const known = new WeakMap<Lexicon, Signs>();

function signsOf(lexicon: Lexicon): Signs {
  const signs = known.get(lexicon) ?? build(lexicon);
  known.set(lexicon, signs);
  return signs;
}

function build({ languages, marks, names }: Lexicon): Signs {
  const any = (list: (words: MentionWords) => readonly string[]): string => {
    const phrases = languages.flatMap(({ mention }) => list(mention));
    return phrases.length === 0 ? '(?!)' : `(?:${phrases.map(source).join('|')})`;
  };
  const companions = languages.flatMap(({ mention }) => mention.companions.map(normalPhrase));
  const symbols = [...names].filter(([name, role]) => role === 'symbol' && !marks.has(name));
  const joint = any(({ joints }) => joints);
  const determiner = any(({ leadIns }) => leadIns);
  const demonstrative = any(({ demonstratives }) => demonstratives);
  const adjective = any(({ describing }) => describing);
  const qualifier = any(({ describing, ordinals }) => [...describing, ...ordinals]);
  const ordered = any(({ imperatives }) => imperatives);
  const infinitive = any(({ infinitives }) => infinitives);
  const verbAdverb = any(({ verbAdverbs }) => verbAdverbs);
  const anchor = `(?:${BEFORE}${any(({ leadIns, particles, demonstratives, editing }) => [
    ...leadIns,
    ...particles,
    ...demonstratives,
    ...editing,
  ])}${SPACE})`;
  const adverb = languages.some(({ mention }) => mention.adjectivesFollow)
    ? ''
    : `(?:${WORD}${SPACE})?`;
  const dropsSubjects = languages.some(({ mention }) => mention.dropsSubjects);
  return {
    leadIn: pattern(`${BEFORE}${determiner}${SPACE}$`),
    stranded: pattern(`${BEFORE}${any(({ stranded }) => stranded)},?${SPACE}$`),
    described: pattern(
      `(?:${START}(?:${adjective}${SPACE})+|${anchor}${adverb}(?:${qualifier}${SPACE})+)$`,
    ),
    particle: pattern(
      `${BEFORE}(?:${any(({ particles, copulas }) => [...particles, ...copulas])}|${any(
        ({ leadIns, particles }) => [...leadIns, ...particles],
      )}${SPACE}${demonstrative})${SPACE}$`,
    ),
    edited: pattern(
      `(?:${BEFORE}${any(({ editing }) => editing)}|${START}${ordered}|${BEFORE}${infinitive}${SPACE}${ordered})${SPACE}(?:${verbAdverb}${SPACE})?(?:${demonstrative}${SPACE})?$`,
    ),
    subjectStart: pattern(
      `(?:${dropsSubjects ? START_WITHIN : START}|${BEFORE}${any(({ clauseStarts }) => clauseStarts)}${SPACE})$`,
    ),
    // "an improperly placed new line will …"
    nominal: pattern(
      `${BEFORE}${any(({ leadIns, demonstratives }) => [...leadIns, ...demonstratives])}${SPACE}(?:${WORD}${SPACE}){0,${dropsSubjects ? '0' : '1'}}$|^${WORD}${SPACE}$`,
    ),
    goesOn: pattern(`^${SPACE}${any(({ continuing }) => continuing)}${BEHIND}`),
    leadOut: pattern(`^${SPACE}${any(({ leadOuts }) => leadOuts)}${BEHIND}`),
    predicate: pattern(`^${SPACE}${any(({ predicates }) => predicates)}${BEHIND}`),
    list: {
      names: new Set([...names.keys(), ...companions]),
      asides: new Set([...symbols.map(([name]) => name), ...companions]),
      acting: marks,
      jointAtEnd: pattern(
        `,?${SPACE}${joint}${SPACE}(?:${determiner}${SPACE}(?:${WORD}${SPACE})?)?$`,
      ),
      jointAtStart: pattern(`^,?${SPACE}${joint}${SPACE}(?:${determiner}${SPACE})?`),
    },
    // "But why …"
    question: pattern(`^\\P{L}*(?:${determiner}${SPACE})?${any(({ asking }) => asking)}${BEHIND}`),
  };
}

function pattern(expression: string): RegExp {
  return new RegExp(expression, 'u');
}

/**
 * What stands for a character of a phrase in an expression. Letters and apostrophes are told by what is
 * none: classes of Unicode, of which there would be hundreds, take long to make.
 */
const SOURCES: ReadonlyMap<string, string> = new Map([
  ["'", "['’]"],
  ['*', '[^\\s!-&(-@[-`{-~…«»“”„]*'],
  [' ', '(?:[^\\S\\n]+|-)'],
  ['-', '(?:[^\\S\\n]+|-)'],
  ['$', '(?=[.,;:!?]|$)'],
  ['…', '[^.,;:!?\\n]*'],
]);

/** Source of an expression for a phrase of letters, hyphens, apostrophes and spaces. */
function source(phrase: string): string {
  return phrase.replaceAll(/['* $…-]/gu, (character) => SOURCES.get(character) ?? character);
}

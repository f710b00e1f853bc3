import type { MentionWords } from '../languages/mention/mention-words';
import type { Lexicon } from './lexicon';
import type { Mark } from './marks';

/** A mark's phrase in a sentence, with what is said and written around it. */
export interface Saying {
  /** The text before the phrase. */
  readonly before: string;
  /** Of that, what is behind the phrase of another mark, if there is one. */
  readonly since: string;
  /** The text behind it. */
  readonly behind: string;
  readonly mark: Mark;
}

/** How sure it is that a phrase is spoken about; `strong`: nothing else can stand after such a word. */
export type Mention = 'none' | 'weak' | 'strong';

/**
 * Whether a phrase is spoken about, and not said to have its mark written ("remove the trailing new
 * line"). Each sign alone is enough: what stands directly before it or behind it, that it is the
 * subject of its clause, that it is one of a list, or that it is quoted.
 */
export function mentionOf(saying: Saying, lexicon: Lexicon): Mention {
  const signs = signsOf(lexicon);
  const { before, since, behind } = saying;
  if (isLetterEnclosed(saying)) return 'none';
  if (isQuoted(saying) || signs.leadIn.test(since)) return 'strong';
  const isSubject = signs.subjectStart.test(since) && signs.predicate.test(behind);
  const isMentioned =
    isChance(saying) ||
    (isSubject && !isInverted(saying)) ||
    (signs.described.test(since) && !(isAsked(saying, signs) && SENTENCE_END.test(behind))) ||
    (signs.particle.test(since) && !isEnd(saying, signs)) ||
    (signs.edited.test(since) && !isAsked(saying, signs)) ||
    (signs.nominal.test(since) && isGoingOn(saying, signs)) ||
    signs.leadOut.test(behind) ||
    (signs.listedBefore.test(before) && !isAsked(saying, signs)) ||
    signs.listedBehind.test(behind);
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

/** Whether the phrase ends its sentence, of which only a question need be told. */
function isEnd(saying: Saying, signs: Signs): boolean {
  const { role, text } = saying.mark;
  return role === 'end' && (!text.endsWith('?') || isAsked(saying, signs));
}

/** Whether the phrase ends a question, which may end with a verb ("What shall I add"). */
function isAsked({ before, mark }: Saying, { question }: Signs): boolean {
  return mark.role === 'end' && question.test(before.slice(lastStop(before)));
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

interface Signs {
  readonly leadIn: RegExp;
  readonly described: RegExp;
  readonly particle: RegExp;
  readonly edited: RegExp;
  readonly nominal: RegExp;
  readonly goesOn: RegExp;
  readonly leadOut: RegExp;
  readonly subjectStart: RegExp;
  readonly predicate: RegExp;
  readonly listedBefore: RegExp;
  readonly listedBehind: RegExp;
  readonly question: RegExp;
}

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
  const any = (list: (words: MentionWords) => readonly string[]): string =>
    `(?:${languages
      .flatMap(({ mention }) => list(mention))
      .map(source)
      .join('|')})`;
  const companion = any(({ companions }) => companions);
  const longest = [...names.keys()].sort((a, b) => b.length - a.length);
  const listed = `(?:${longest.map(source).join('|')}|${companion})`;
  const acting = `(?:${[...marks.keys()].map(source).join('|')})${BEHIND}`;
  // Two marks that are meant follow each other, too: "question mark, new line".
  const symbols = [...names].filter(([name, role]) => role === 'symbol' && !marks.has(name));
  const aside = `(?:${symbols.map(([name]) => source(name)).join('|')}|${companion})`;
  const joint = any(({ joints }) => joints);
  const determiner = any(({ leadIns }) => leadIns);
  const demonstrative = any(({ demonstratives }) => demonstratives);
  const adjective = any(({ describing }) => describing);
  const qualifier = any(({ describing, ordinals }) => [...describing, ...ordinals]);
  const imperative = `${START}${any(({ imperatives }) => imperatives)}${SPACE}`;
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
    described: pattern(
      `(?:${START}(?:${adjective}${SPACE})+|${anchor}${adverb}(?:${qualifier}${SPACE})+)$`,
    ),
    particle: pattern(
      `${BEFORE}(?:${any(({ particles, copulas }) => [...particles, ...copulas])}|${any(
        ({ leadIns, particles }) => [...leadIns, ...particles],
      )}${SPACE}${demonstrative})${SPACE}$`,
    ),
    edited: pattern(`${BEFORE}${any(({ editing }) => editing)}${SPACE}$|${imperative}$`),
    subjectStart: pattern(`${dropsSubjects ? START_WITHIN : START}$`),
    // "an improperly placed new line will …"
    nominal: pattern(
      `${BEFORE}${any(({ leadIns, demonstratives }) => [...leadIns, ...demonstratives])}${SPACE}(?:${WORD}${SPACE}){0,${dropsSubjects ? '0' : '1'}}$|^${WORD}${SPACE}$`,
    ),
    goesOn: pattern(`^${SPACE}${any(({ continuing }) => continuing)}${BEHIND}`),
    leadOut: pattern(`^${SPACE}${any(({ leadOuts }) => leadOuts)}${BEHIND}`),
    predicate: pattern(`^${SPACE}${any(({ predicates }) => predicates)}${BEHIND}`),
    // "space, new line", "comma or new line"
    listedBefore: pattern(
      `${BEFORE}${aside}(?<!${acting}),${SPACE}$|${BEFORE}${listed},?${SPACE}${joint}${SPACE}$`,
    ),
    listedBehind: pattern(
      `^(?!${SPACE}${acting})(?:,${SPACE}(?=(${listed}))\\1)*,?${SPACE}${joint}${SPACE}(?:${determiner}${SPACE})?${listed}${BEHIND}|^,${SPACE}${aside},`,
    ),
    question: pattern(`^\\P{L}*${any(({ asking }) => asking)}${BEHIND}`),
  };
}

function pattern(expression: string): RegExp {
  return new RegExp(expression, 'iu');
}

/** Source of an expression for a phrase of letters, hyphens, apostrophes and spaces. */
function source(phrase: string): string {
  return phrase
    .replaceAll("'", "['’]")
    .replaceAll('*', "[\\p{L}\\p{M}'’]*")
    .replaceAll(/[ -]/gu, '(?:[^\\S\\n]+|-)')
    .replaceAll('$', '(?=[.,;:!?]|$)')
    .replaceAll('…', '[^.,;:!?\\n]*');
}

import type { MentionWords } from '../languages/mention/mention-words';
import { normalPhrase, type Lexicon } from './lexicon';
import type { Phrases } from './phrase-edges';

/** What stands in lists with marks. */
export interface List {
  /** Of marks, and of what is listed with them. */
  readonly names: Phrases;
  /** Of those, what is no mark that acts in a sentence: two of these may be meant, one behind the other. */
  readonly asides: Phrases;
  readonly acting: Phrases;
  /** The word between the last two, with what stands around it. */
  readonly jointAtEnd: RegExp;
  /** Likewise, and an article behind it. */
  readonly jointAtStart: RegExp;
  /** A comma, and an article behind it. */
  readonly commaAtStart: RegExp;
}

/** What tells a mention of a mark from its use, as expressions of texts in lower case. */
export interface Signs {
  readonly leadIn: RegExp;
  readonly stranded: RegExp;
  readonly described: RegExp;
  readonly particle: RegExp;
  /** A form of "be". */
  readonly copula: RegExp;
  /** Of texts as they stand: an article with an adjective, which a noun's capital tells from one. */
  readonly attributive: RegExp;
  readonly pointed: RegExp;
  readonly fronted: RegExp;
  /** Likewise, without the comma. */
  readonly frontedStart: RegExp;
  readonly smallWord: RegExp;
  readonly follower: RegExp;
  readonly edited: RegExp;
  /** A verb behind its subject: “the patch removed”, “he has removed”. */
  readonly told: RegExp;
  /** What ends with a clause whose verb has what it acts on before it: “what the grammar demands”. */
  readonly relative: RegExp;
  readonly nominal: RegExp;
  readonly goesOn: RegExp;
  /** What goes on with a sentence behind a pause that begins what is said: “but”, “we”. */
  readonly resumed: RegExp;
  readonly leadOut: RegExp;
  readonly lastAdverb: RegExp;
  readonly subjectStart: RegExp;
  readonly predicate: RegExp;
  readonly sequel: RegExp;
  readonly list: List;
  readonly question: RegExp;
  /** Two words that a question begins with, and nothing else: “where does”. */
  readonly inverted: RegExp;
  /** One such word. */
  readonly asked: RegExp;
  /** A verb that another one at the clause's end belongs to, of texts as they stand. */
  readonly waiting: RegExp;
  /** What ends with such a one, of texts as they stand. */
  readonly awaited: RegExp;
  /** An article, or who is spoken of, behind the first word of a sentence. */
  readonly anyone: RegExp;
}

/** The lists of words among what a language knows of mentions. */
type WordList = {
  [Key in keyof MentionWords]: MentionWords[Key] extends readonly string[] ? Key : never;
}[keyof MentionWords];

const START = '(?:^|[.!?…:;,\\n])\\s*';
const START_WITHIN = '(?:^|[:;,])\\s*';
const BEFORE = '(?<![\\p{L}\\p{M}\\p{N}_-])';
const BEHIND = "(?![\\p{L}\\p{M}\\p{N}_]|[-'’][\\p{L}\\p{N}])";
const SPACE = '[^\\S\\n]+';
const WORD = "[\\p{L}\\p{M}\\p{N}_'’-]+";

const known = new WeakMap<Lexicon, Signs>();

/** The signs of a lexicon's languages. */
export function signsOf(lexicon: Lexicon): Signs {
  const signs = known.get(lexicon) ?? build(lexicon);
  known.set(lexicon, signs);
  return signs;
}

function build({ languages, marks, names }: Lexicon): Signs {
  const anyOf = (
    phrasesIn: (words: MentionWords) => readonly string[],
    endings: 'endings' | 'toldEndings',
  ): string => {
    const phrases = languages.flatMap(({ mention }) =>
      phrasesIn(mention).map((phrase) => source(phrase, mention[endings])),
    );
    return phrases.length === 0 ? '(?!)' : `(?:${phrases.join('|')})`;
  };
  const any = (...lists: readonly WordList[]): string =>
    anyOf((words) => lists.flatMap((list) => words[list]), 'endings');
  const companions = languages.flatMap(({ mention }) => mention.companions.map(normalPhrase));
  const symbols = [...names].filter(([name, role]) => role === 'symbol' && !marks.has(name));
  const persons = languages.flatMap((language) => [...language.persons]).join('|');
  const joint = any('joints');
  const determiner = any('leadIns');
  const demonstrative = any('demonstratives');
  // "Finalement" is none of "final".
  const adjective = `(?!${LETTERS}mente?${SPACE})${any('describing')}`;
  const qualifier = any('describing', 'ordinals');
  // "Ya lo usa": what the verb acts on is said before it.
  const unlinked = `(?<!${BEFORE}${any('clitics')}(?:${SPACE})?)`;
  const edits = any('editing');
  const ordered = any('imperatives');
  const infinitive = any('infinitives');
  const asking = any('asking');
  const copula = any('copulas');
  const verbAdverb = `(?:${any('verbAdverbs')}${SPACE})?`;
  const anchor = `(?:(?:${BEFORE}${any('leadIns', 'particles', 'demonstratives')}|${unlinked}${BEFORE}${edits})(?:${SPACE}|(?<=['’])))`;
  const told = anyOf(
    ({ editing, toldVerbs }) => [...toldVerbs, ...editing.filter((verb) => verb.endsWith('~'))],
    'toldEndings',
  );
  // Between an article and its verb: no other clause, and no passive.
  const subjectWord = `(?!(?:${any('leadIns', 'joints', 'clauseStarts', 'copulas')}|${persons})${BEHIND})${WORD}${SPACE}`;
  const clauseStart = any('joints', 'clauseStarts');
  const adverb = languages.some(({ mention }) => mention.adjectivesFollow)
    ? ''
    : `(?:(?!(?:${copula}|${persons})${SPACE})${WORD}${SPACE})?`;
  const dropsSubjects = languages.some(({ mention }) => mention.dropsSubjects);
  return {
    leadIn: pattern(`${BEFORE}${determiner}${SPACE}$`),
    stranded: pattern(`${BEFORE}${any('stranded')},?${SPACE}$`),
    described: pattern(
      `(?:${START}(?:${adjective}${SPACE})+|${anchor}${adverb}(?:${qualifier}${SPACE})+)$(?<!${BEFORE}${any('idioms')}${SPACE})`,
    ),
    particle: pattern(
      `${BEFORE}(?:${any('particles', 'copulas')}|${any('leadIns', 'particles')}${SPACE}${demonstrative})${SPACE}$`,
    ),
    copula: pattern(`${BEFORE}${copula}${SPACE}$`),
    attributive: pattern(
      `${BEFORE}${any('attributive').replaceAll(LETTERS, SMALL_LETTERS)}${SPACE}$`,
    ),
    pointed: pattern(`${START}${demonstrative}${SPACE}$`),
    fronted: pattern(`(?:^|[.!?…]\\s*)${any('fronting')}(?:${SPACE}${WORD}){1,3},${SPACE}$`),
    frontedStart: pattern(`(?:^|[.!?…]\\s*)${any('fronting')}(?:${SPACE}${WORD}){1,3},?${SPACE}$`),
    smallWord: pattern(`^${SPACE}${any('joints', 'followers', 'predicates')}${BEHIND}`),
    follower: pattern(`^${SPACE}${any('followers')}${BEHIND}`),
    edited: pattern(
      `(?:${unlinked}${BEFORE}${edits}|${START}${ordered}|${BEFORE}${infinitive}${SPACE}${ordered})${SPACE}${verbAdverb}(?:${demonstrative}${SPACE})?$`,
    ),
    told: pattern(
      `(?:${unlinked}${BEFORE}${any('perfects')}${SPACE}${verbAdverb}${told}|(?:${START}|${BEFORE}${clauseStart}${SPACE})(?:${any('subjects')}${SPACE}${verbAdverb}${told}|${any('determiners')}${SPACE}(?:${subjectWord}){1,3}(?:${told}|${copula})))${SPACE}$`,
    ),
    relative: pattern(`${BEFORE}${any('relatives')}${SPACE}(?:${WORD}${SPACE}){1,2}$`),
    subjectStart: pattern(
      `(?:${dropsSubjects ? START_WITHIN : START}|${START}${asking}${SPACE}${copula}${SPACE}|${BEFORE}${any('clauseStarts')}${SPACE})$`,
    ),
    // "an improperly placed new line will …"
    nominal: pattern(
      `${BEFORE}${any('leadIns', 'demonstratives')}${SPACE}(?:${WORD}${SPACE}){0,${dropsSubjects ? '0' : '1'}}$|^${WORD}${SPACE}$`,
    ),
    goesOn: pattern(`^${SPACE}${any('continuing')}${BEHIND}`),
    resumed: pattern(
      `^(?:[,.\ufffc]|${SPACE}(?:${any('leadIns', 'joints', 'clauseStarts', 'sequels')}|${asking}|${persons})${BEHIND})`,
    ),
    leadOut: pattern(`^${SPACE}${any('leadOuts')}${BEHIND}`),
    lastAdverb: pattern(`^${SPACE}${any('lastAdverbs')}[.!?…]*$`),
    predicate: pattern(`^${SPACE}${any('predicates')}${BEHIND}`),
    sequel: pattern(`${BEFORE}${any('sequels')},?${SPACE}$`),
    list: {
      names: new Set([...names.keys(), ...companions]),
      asides: new Set([...symbols.map(([name]) => name), ...companions]),
      acting: marks,
      jointAtEnd: pattern(
        `,?${SPACE}${joint}${SPACE}(?:${determiner}${SPACE}(?:${WORD}${SPACE})?)?$`,
      ),
      commaAtStart: pattern(`^,${SPACE}(?:${determiner}${SPACE})?`),
      jointAtStart: pattern(`^,?${SPACE}${joint}${SPACE}(?:${determiner}${SPACE})?`),
    },
    inverted: pattern(`${START}${asking}${SPACE}${asking}${SPACE}$`),
    asked: pattern(`^\\P{L}*${asking}${SPACE}$`),
    anyone: pattern(
      `^${SPACE}${WORD}[^.!?…\\n]*${BEFORE}${any('leadIns', 'demonstratives')}${BEHIND}|^[^.!?…\\n]*${BEFORE}(?:${persons})${BEHIND}`,
    ),
    // "Umbenannt werden" waits for nothing.
    waiting: pattern(
      `${BEFORE}(?!\\p{Ll}${LETTERS}[nt]${SPACE})${WORD}${SPACE}${any('auxiliaries')}${SPACE}$`,
    ),
    awaited: pattern(
      `^${SPACE}(?!\\p{Lu})(?![^.!?…\\n]*${BEFORE}(?:${any('auxiliaries')}|${persons})${BEHIND}${SPACE}\\p{L})[^.!?…,:;\\n]*\\p{Ll}(?:n|t)(?:[.!?…,:;]|$)`,
    ),
    // "But why …", "Hello, can …"
    question: pattern(
      `^\\P{L}*(?:${WORD}(?:${SPACE}${WORD})?,${SPACE})?(?:${clauseStart},?${SPACE})?${asking}${BEHIND}`,
    ),
  };
}

function pattern(expression: string): RegExp {
  return new RegExp(expression, 'u');
}

/** Stands for any letters, or apostrophes. */
const LETTERS = '[^\\s!-&(-@[-`{-~…«»“”„]*';
const SMALL_LETTERS = '\\p{Ll}+';

/**
 * What stands for a character of a phrase in an expression. Letters and apostrophes are told by what is
 * none: classes of Unicode, of which there would be hundreds, take long to make.
 */
const SOURCES: ReadonlyMap<string, string> = new Map([
  ["'", "['’]"],
  ['*', LETTERS],
  [' ', '(?:[^\\S\\n]+|-)'],
  ['-', '(?:[^\\S\\n]+|-)'],
  ['$', '(?=[.,;:!?]|$)'],
  ['…', '[^.,;:!?\\n]*'],
]);

/** Source of an expression for a phrase of letters, hyphens, apostrophes and spaces, with the endings of its verb. */
function source(phrase: string, endings: string): string {
  return phrase.replaceAll(/['* $…~-]/gu, (character) =>
    character === '~' ? endings : (SOURCES.get(character) ?? character),
  );
}

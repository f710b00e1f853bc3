import type { SpokenCommand } from '../spoken-command';
import { GERMAN } from '../languages/de';
import { ENGLISH } from '../languages/en';
import { SPANISH } from '../languages/es';
import { FRENCH } from '../languages/fr';
import { ACTIONS, type ActionId, type Grammar, type MarkPhrases } from '../languages/grammar';
import { MARKS, type Mark, type MarkId } from './marks';

/** Every language in which there is something to say. */
export const GRAMMARS: readonly Grammar[] = [ENGLISH, GERMAN, SPANISH, FRENCH];

/** The grammars of some languages, ready to be looked up. */
export interface Lexicon {
  readonly grammars: readonly Grammar[];
  /** What acts when it is said alone, by {@link normalPhrase}. */
  readonly commands: ReadonlyMap<string, SpokenCommand>;
  /** What acts inside a sentence, by {@link normalPhrase}. */
  readonly marks: ReadonlyMap<string, Mark>;
}

const lexicons = new Map<string, Lexicon>();

/**
 * The lexicon of the languages that have a grammar; where two share a phrase, the first has it.
 *
 * @param languages codes such as `de` or `de-AT`; none: English
 */
export function lexiconOf(languages: readonly string[]): Lexicon {
  const codes = languages.length === 0 ? ['en'] : languages.map(baseLanguage);
  const known = codes.flatMap((code) => GRAMMARS.filter(({ language }) => language === code));
  const grammars = [...new Set(known)];
  const key = grammars.map(({ language }) => language).join();
  const lexicon = lexicons.get(key) ?? build(grammars);
  lexicons.set(key, lexicon);
  return lexicon;
}

/** The language of a code with a region or script: `de` of `de-AT`. */
export function baseLanguage(code: string): string {
  return code.toLowerCase().replace(/[-_].*$/u, '');
}

/**
 * A phrase as it is looked up: in lower case, without the punctuation around it, with one space
 * where there are spaces or hyphens, and straight apostrophes.
 */
export function normalPhrase(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[\p{P}\p{S}\s]+|(?<![\p{P}\p{S}\s])[\p{P}\p{S}\s]+$/gu, '')
    .replaceAll(/[\s-]+/gu, ' ');
}

/** Every phrase of a mark, the main one first. */
export function phrasesOf({ anywhere = [], alone = [] }: MarkPhrases): readonly string[] {
  return [...anywhere, ...alone];
}

/** The marks of a grammar with their phrases, as they are written in its language. */
export function marksOf(grammar: Grammar): readonly (readonly [MarkId, Mark, MarkPhrases])[] {
  return entriesOf(grammar.marks).map(([id, phrases]) => {
    const { text = MARKS[id].text, hold = MARKS[id].hold } = phrases;
    return [id, { text, role: MARKS[id].role, hold }, phrases];
  });
}

/** The commands of a grammar that have nothing to fill in, with their phrases. */
export function actionsOf(grammar: Grammar): readonly (readonly [ActionId, readonly string[]])[] {
  return entriesOf(grammar.actions);
}

function build(grammars: readonly Grammar[]): Lexicon {
  const commands = new Map<string, SpokenCommand>();
  const marks = new Map<string, Mark>();
  for (const grammar of grammars) {
    for (const [id, mark, phrases] of marksOf(grammar)) {
      addAll(commands, phrasesOf(phrases), commandFor(id, mark));
      addAll(marks, phrases.anywhere ?? [], mark);
    }
    for (const [id, phrases] of actionsOf(grammar)) addAll(commands, phrases, ACTIONS[id]);
  }
  return { grammars, commands, marks };
}

function commandFor(id: MarkId, { text, role }: Mark): SpokenCommand {
  if (id === 'newLine' || id === 'newParagraph' || id === 'tab') {
    return { kind: 'break', text: MARKS[id].text };
  }
  // Said alone, a mark gets its spaces from what stands around the place.
  return { kind: 'write', text: role === 'break' ? text : text.trim() };
}

function addAll<T>(map: Map<string, T>, phrases: readonly string[], value: T): void {
  for (const phrase of phrases.map(normalPhrase)) if (!map.has(phrase)) map.set(phrase, value);
}

/** `Object.entries`, which forgets the keys' type. */
function entriesOf<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  const entries: [K, V][] = [];
  for (const key in record) entries.push([key, record[key]]);
  return entries;
}

import {
  ACTIONS,
  variants,
  type ActionId,
  type Language,
  type MarkPhrases,
} from '../languages/language';
import { languagesOf } from '../languages/languages';
import type { SpokenCommand } from '../spoken-command';
import { MARKS, type ProseMark, type ProseMarkId, type Role } from './marks';

/** The phrases of some languages, ready to be looked up. */
export interface Lexicon {
  readonly languages: readonly Language[];
  /** What acts when it is said alone, by {@link normalPhrase}. */
  readonly commands: ReadonlyMap<string, SpokenCommand>;
  /** What acts inside a sentence, by {@link normalPhrase}. */
  readonly marks: ReadonlyMap<string, ProseMark>;
  /** What acts there with its partner, between stops, or before a line only: ordinary words otherwise. */
  readonly guarded: ReadonlyMap<string, ProseMark>;
  /** What any mark is called, with what it does. */
  readonly names: ReadonlyMap<string, Role>;
}

const lexicons = new Map<string, Lexicon>();

/**
 * The lexicon of {@link languagesOf some codes}; where two languages share a phrase, the first has it.
 */
export function lexiconOf(codes: readonly string[]): Lexicon {
  const languages = languagesOf(codes);
  const key = languages.map(({ id }) => id).join();
  const lexicon = lexicons.get(key) ?? build(languages);
  lexicons.set(key, lexicon);
  return lexicon;
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

/** Every phrase of a mark in prose, the main one first. */
export function phrasesOf({ anywhere = [], alone = [] }: MarkPhrases): readonly string[] {
  return [...anywhere, ...alone].flatMap(variants);
}

/** The marks that can be said in a language's prose, with their phrases, as they are written in it. */
export function marksOf(
  language: Language,
): readonly (readonly [ProseMarkId, ProseMark, MarkPhrases])[] {
  return entriesOf(MARKS).flatMap(([id, mark]) => {
    const phrases = language.marks[id];
    if (phrases === null) return [];
    const { text = mark.text, hold = mark.hold } = phrases;
    return [[id, { text, role: mark.role, hold }, phrases] as const];
  });
}

/** The commands of a language that have nothing to fill in, with their phrases. */
export function actionsOf({
  actions,
}: Language): readonly (readonly [ActionId, readonly string[]])[] {
  return entriesOf(actions);
}

function build(languages: readonly Language[]): Lexicon {
  const commands = new Map<string, SpokenCommand>();
  const marks = new Map<string, ProseMark>();
  const guarded = new Map<string, ProseMark>();
  const names = new Map<string, Role>();
  for (const language of languages) {
    for (const [id, mark, phrases] of marksOf(language)) {
      addAll(commands, phrasesOf(phrases), commandFor(id, mark));
      addAll(names, phrasesOf(phrases), mark.role);
      addAll(marks, (phrases.anywhere ?? []).flatMap(variants), mark);
      const alone = (phrases.alone ?? []).flatMap(variants);
      if (GUARDED.has(mark.role)) addAll(guarded, alone, mark);
      if (mark.role === 'end') addAll(guarded, alone, mark);
    }
    for (const [id, phrases] of actionsOf(language)) addAll(commands, phrases, ACTIONS[id]);
  }
  return { languages, commands, marks, guarded, names };
}

/** What a partner, or stops on both sides, tell to be meant. */
const GUARDED: ReadonlySet<Role> = new Set(['open', 'close', 'break', 'pause']);

function commandFor(id: ProseMarkId, { text, role }: ProseMark): SpokenCommand {
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

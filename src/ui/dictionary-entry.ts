import { MAX_KEYTERM_LENGTH, MAX_KEYTERMS } from '../core/keyterms';
import { phrase, type Phrase } from '../core/phrase';
import { placesOf, type Inspected, type SettingPlace } from './setting-places';

/** A word or text of the person's, and how it is likely to be said. */
export interface DictionaryWord {
  readonly written: string;
  readonly said: string;
}

/** What is to be added to which setting (id without prefix). */
export type DictionaryEntry =
  | { readonly key: 'recognition.keyterms'; readonly term: string }
  | { readonly key: 'insertion.replacements'; readonly phrase: string; readonly text: string };

/** Whom an entry is for: the person in all windows, or everybody in this workspace. */
export type DictionaryLevel = 'user' | 'workspace';

/** What a setting is to be at one of its places. */
interface SettingChange extends SettingPlace {
  readonly value: unknown;
}

/**
 * What makes `word` come out as it is written, when the person says `answer`: the recogniser is told
 * to expect it, where that says it as it stands; else it is written instead.
 */
export function dictionaryEntry(answer: string, word: DictionaryWord): DictionaryEntry {
  const written = word.written.trim();
  const isPlain = [word.said, written].some((form) => lettersOf(form) === lettersOf(answer));
  return isPlain && !written.includes('\n')
    ? { key: 'recognition.keyterms', term: written }
    : {
        key: 'insertion.replacements',
        phrase: answer.trim(),
        text: written.replaceAll('\n', '\\n'),
      };
}

/**
 * The setting with the entry added to what is there.
 *
 * @param existing as it is configured; undefined: it is not
 * @returns `problem`: why it cannot be added, as the end of a sentence that starts with the key
 */
export function withEntry(
  existing: unknown,
  entry: DictionaryEntry,
): { readonly value: unknown } | { readonly problem: Phrase } {
  if (entry.key === 'insertion.replacements') {
    const others = existing ?? {};
    return typeof others === 'object' && !Array.isArray(others)
      ? { value: { ...others, [entry.phrase]: entry.text } }
      : { problem: phrase('must give a text for each phrase; nothing was added') };
  }
  const { term } = entry;
  const others: unknown = existing ?? [];
  if (!Array.isArray(others))
    return { problem: phrase('must be a list of texts; nothing was added') };
  const terms: readonly unknown[] = others;
  if (terms.includes(term)) return { value: terms };
  if (term.length > MAX_KEYTERM_LENGTH) {
    return {
      problem: phrase('takes at most {0} characters; nothing was added', MAX_KEYTERM_LENGTH),
    };
  }
  if (terms.length >= MAX_KEYTERMS) {
    return {
      problem: phrase('has {0} terms, the most there can be; nothing was added', MAX_KEYTERMS),
    };
  }
  return { value: [...terms, term] };
}

/**
 * What is to be written so that the entry acts wherever the person wants it: the setting of that level, and
 * what hides it within the level, as a list for the language of the editor. A list stands instead of those
 * below it, a table only instead of the same phrase.
 *
 * @param found the setting's values, for the active editor
 * @returns `problem`: why nothing can be added, as {@link withEntry}'s
 */
export function dictionaryChanges(
  entry: DictionaryEntry,
  level: DictionaryLevel,
  found: Inspected,
): readonly SettingChange[] | { readonly problem: Phrase } {
  const isList = entry.key === 'recognition.keyterms';
  const own = level === 'user' ? found?.globalValue : found?.workspaceValue;
  const changes: SettingChange[] = [];
  for (const { value, ...place } of [
    // A list of the workspace begins with the person's own.
    { level, isForLanguage: false, value: own ?? (isList ? found?.globalValue : undefined) },
    ...placesOf(found).filter(
      (place) =>
        (place.level === 'user') === (level === 'user') &&
        (place.isForLanguage || place.level !== level) &&
        (isList || Object.hasOwn(Object(place.value) as object, entry.phrase)),
    ),
  ]) {
    const changed = withEntry(value, entry);
    if ('problem' in changed) return changed;
    changes.push({ ...place, ...changed });
  }
  return changes;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}

import type { ProviderTraits } from './recognition';
import { MAX_KEYTERM_LENGTH, MAX_KEYTERMS } from './keyterms';
import type { Settings } from './settings';

/**
 * Whether the workspace's words are told to the recogniser, by what it makes of keyterms.
 *
 * @returns `ask`: not before the person has agreed to the price
 */
export function vocabularyUse(
  setting: Settings['vocabulary']['fromWorkspace'],
  keyterms: ProviderTraits['keyterms'],
): 'on' | 'off' | 'ask' {
  if (setting === 'off' || keyterms === 'no') return 'off';
  return setting === 'on' || keyterms === 'included' ? 'on' : 'ask';
}

/** Whether the place, and what was said before in the run, are told to the recogniser. */
export function usesContext(
  { vocabulary }: Pick<Settings, 'vocabulary'>,
  { keyterms, takesContext }: Pick<ProviderTraits, 'keyterms' | 'takesContext'>,
): boolean {
  return takesContext && vocabularyUse(vocabulary.fromWorkspace, keyterms) === 'on';
}

/**
 * `settings` with the workspace's words among the keyterms, as far as {@link vocabularyUse} lets
 * them: the person's own first, no term twice in whatever case, within the limits of the setting.
 *
 * @param names spoken names, the most useful first
 */
export function withVocabulary(
  settings: Settings,
  names: readonly string[],
  { keyterms: use }: Pick<ProviderTraits, 'keyterms'>,
): Settings {
  const { recognition, vocabulary } = settings;
  const isWanted = vocabularyUse(vocabulary.fromWorkspace, use) === 'on';
  if (!isWanted || names.length === 0) return settings;
  const terms = new Map<string, string>();
  for (const term of [...recognition.keyterms, ...names]) {
    const key = term.toLowerCase();
    if (term.length <= MAX_KEYTERM_LENGTH && !terms.has(key)) terms.set(key, term);
  }
  const keyterms = [...terms.values()].slice(0, MAX_KEYTERMS);
  return { ...settings, recognition: { ...recognition, keyterms } };
}

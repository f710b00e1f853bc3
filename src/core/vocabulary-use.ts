import { modelFamily } from './model-family';
import { MAX_KEYTERM_LENGTH, MAX_KEYTERMS, type Settings } from './settings';

/**
 * Whether the workspace's words are sent as keyterms.
 *
 * The price of the Pro models includes keyterms; Universal-Streaming adds US$ 0.04 an hour
 * (docs/protocol.md §8), and what a model we do not know costs is not known: there the
 * person is asked. AssemblyAI documents no keyterms for `whisper-rt`, so it gets none.
 *
 * @returns `ask`: not before the person has agreed to the price
 */
export function vocabularyUse(
  setting: Settings['vocabulary']['fromWorkspace'],
  model: string,
): 'on' | 'off' | 'ask' {
  const family = modelFamily(model);
  if (setting === 'off' || family === 'whisper') return 'off';
  return setting === 'on' || family === 'pro' ? 'on' : 'ask';
}

/**
 * `settings` with the workspace's words among the keyterms, as far as {@link vocabularyUse} lets
 * them: the person's own first, no term twice in whatever case, within AssemblyAI's limits.
 *
 * @param names spoken names, the most useful first
 */
export function withVocabulary(settings: Settings, names: readonly string[]): Settings {
  const { recognition, vocabulary } = settings;
  const isWanted = vocabularyUse(vocabulary.fromWorkspace, recognition.model) === 'on';
  if (!isWanted || names.length === 0) return settings;
  const terms = new Map<string, string>();
  for (const term of [...recognition.keyterms, ...names]) {
    const key = term.toLowerCase();
    if (term.length <= MAX_KEYTERM_LENGTH && !terms.has(key)) terms.set(key, term);
  }
  const keyterms = [...terms.values()].slice(0, MAX_KEYTERMS);
  return { ...settings, recognition: { ...recognition, keyterms } };
}

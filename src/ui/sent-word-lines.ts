import { usesContext, withVocabulary, vocabularyUse } from '../core/vocabulary-use';
import type { ProviderTraits } from '../core/recognition';
import type { Settings } from '../core/settings';
import type { Told } from '../dictation/run/run-settings';
import type { ToldWord } from '../core/workspace-names';
import { t } from './messages/translation';

/** What Show What Is Sent knows. */
export interface SentWordsOptions {
  readonly settings: Settings;
  /** The workspace's words that could be told. */
  readonly words: readonly ToldWord[];
  /** What would be told of the place; '': nothing. */
  readonly place: string;
  /** What the session that is on has been told; nothing: none is on. */
  readonly told: Told | undefined;
  /** What the recogniser makes of them. */
  readonly traits: Pick<ProviderTraits, 'keyterms' | 'takesContext'>;
  readonly isTrusted: boolean;
  /** What a file is called in the workspace. */
  readonly nameOf: (uri: string) => string;
}

/** One word, or piece of text, that is sent. */
export interface SentWordLine {
  readonly label: string;
  /** Where it comes from. */
  readonly description: string;
  /** The first file that it comes from. */
  readonly uri: string | undefined;
}

/** What is sent to the recogniser besides audio. */
export interface SentWords {
  readonly placeholder: string;
  /** What is told of the place. */
  readonly place: readonly SentWordLine[];
  /** What was said last, which the next session of this dictation is told. */
  readonly said: readonly SentWordLine[];
  /** The person's own keyterms. */
  readonly own: readonly SentWordLine[];
  readonly workspace: readonly SentWordLine[];
}

/** Exactly the words that the recogniser is told, or would be if dictation began now. */
export function sentWords(options: SentWordsOptions): SentWords {
  const { settings, words, told } = options;
  const terms = words.map(({ term }) => term);
  const sent =
    told?.keyterms ?? withVocabulary(settings, terms, options.traits).recognition.keyterms;
  const place = told?.place ?? (usesContext(settings, options.traits) ? options.place : '');
  const own = new Set(settings.recognition.keyterms.map(folded));
  const sources = new Map(words.map(({ term, sources: uris }) => [folded(term), uris]));
  const line = (label: string): SentWordLine => {
    const uris = own.has(folded(label)) ? undefined : (sources.get(folded(label)) ?? []);
    return { label, description: placesOf(uris, options), uri: uris?.find((uri) => uri !== '') };
  };
  return {
    placeholder: placeholder(options, sent.length),
    place: place.split(/(?<=\.) (?=[A-Z])/u).flatMap(textLines),
    said: (told?.said ?? []).flatMap(textLines),
    own: sent.filter((term) => own.has(folded(term))).map(line),
    workspace: sent.filter((term) => !own.has(folded(term))).map(line),
  };
}

/** As much as fits in a line of the list: whole words, as far as there are spaces. */
const LINE = /\S.{0,78}(?=\s|$)|\S{1,80}/gu;

/** A text as lines of the list, so that all of it can be read. */
function textLines(text: string): readonly SentWordLine[] {
  return [...text.matchAll(LINE)].map(([label]) => ({ label, description: '', uri: undefined }));
}

function folded(term: string): string {
  return term.toLowerCase();
}

function placesOf(
  uris: readonly string[] | undefined,
  { nameOf }: Pick<SentWordsOptions, 'nameOf'>,
): string {
  if (uris === undefined) return 'recognition.keyterms';
  return uris.map((uri) => (uri === '' ? t('the Git branch') : nameOf(uri))).join(', ');
}

function placeholder(
  { settings, told, traits, isTrusted }: SentWordsOptions,
  count: number,
): string {
  const { recognition, vocabulary } = settings;
  const sent =
    told === undefined
      ? count === 1
        ? t('1 word would be sent if you dictated here')
        : t('{0} words would be sent if you dictated here', count)
      : count === 1
        ? t('1 word is known to the recogniser in this dictation')
        : t('{0} words are known to the recogniser in this dictation', count);
  if (vocabulary.fromWorkspace === 'off') {
    return `${sent}; ${t('none of the workspace: {0} is off', 'vocabulary.fromWorkspace')}`;
  }
  if (!isTrusted) return `${sent}; ${t('none of the workspace, which you have not trusted')}`;
  switch (vocabularyUse(vocabulary.fromWorkspace, traits.keyterms)) {
    case 'off':
      return `${sent}; ${t('none of the workspace: {0} takes none', recognition.model)}`;
    case 'ask':
      return `${sent}; ${t('none of the workspace: they cost extra with {0}', recognition.model)}`;
    case 'on':
      return sent;
  }
}

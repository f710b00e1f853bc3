import type { CommandGroup, ListedCommand } from '../../core/listed-command';
import type { ActionId, Language } from '../languages/language';
import { languagesOf } from '../languages/languages';
import { actionsOf, marksOf, phrasesOf } from './lexicon';
import type { ProseMark, ProseMarkId } from './marks';

const ACTION_DESCRIPTIONS: Readonly<Record<ActionId, string>> = {
  scratch: 'Takes the last utterance back',
  undo: 'Undoes the last change that dictation made',
  select: 'Selects the last utterance',
  capitalise: 'Writes the last utterance with a capital',
  allCapitals: 'Writes the last utterance in capitals',
  deleteWord: 'Deletes the word before the place of insertion',
  codeMode: 'Writes code from now on',
  proseMode: 'Writes prose from now on',
  automaticMode: 'Writes code or prose as the place says',
  stop: 'Stops dictation',
  pause: 'Stops listening until dictation is started again',
  submit:
    'Sends the prompt, to an agent or in a chat, where `agents.submit` is `phrase`; behind a sentence too',
};

/** What marks do that cannot be seen when they are shown. */
const MARK_DESCRIPTIONS: Readonly<Partial<Record<ProseMarkId, string>>> = {
  newLine: 'Begins a new line',
  newParagraph: 'Begins a new paragraph',
  tab: 'Writes a tab',
  fullStopNewLine: 'Writes . and begins a new line',
  fullStopNewParagraph: 'Writes . and begins a new paragraph',
};

/**
 * Everything that can be said, language by language.
 *
 * @param languages codes such as `de` or `de-AT`; none: English
 */
export function spokenCommandList(languages: readonly string[]): readonly ListedCommand[] {
  return languagesOf(languages).flatMap((language) =>
    [
      ...actionsOf(language).map(([id, phrases]) =>
        listed('command', language, phrases, ACTION_DESCRIPTIONS[id]),
      ),
      ...filledIn(language),
      ...marksOf(language).map(([id, mark, phrases]) =>
        listed(
          'punctuation',
          language,
          phrasesOf(phrases),
          markDescription(id, mark, phrases.anywhere ?? []),
        ),
      ),
    ].flat(),
  );
}

function filledIn(language: Language): readonly ListedCommand[][] {
  const { goToLine, snippet, literal, blanks } = language;
  const followedBy = (phrases: readonly string[], blank: string): readonly string[] =>
    phrases.map((phrase) => `${phrase} ‹${blank}›`);
  return [
    listed(
      'command',
      language,
      followedBy(goToLine, blanks.line),
      'Goes on at the end of that line',
    ),
    listed(
      'command',
      language,
      followedBy(snippet, blanks.name),
      'Inserts the snippet of that name',
    ),
    listed('command', language, followedBy(literal, '…'), 'Writes the words of a command'),
  ];
}

function markDescription(
  id: ProseMarkId,
  { text }: ProseMark,
  anywhere: readonly string[],
): string {
  const description = MARK_DESCRIPTIONS[id] ?? `Writes ${text.trim()}`;
  if (anywhere.length === 0) return description;
  return `${description}; inside a sentence too: ${anywhere.join(', ')}`;
}

/** @returns nothing for what cannot be said in the language */
function listed(
  group: CommandGroup,
  { id }: Language,
  [phrase, ...alternatives]: readonly string[],
  description: string,
): ListedCommand[] {
  return phrase === undefined ? [] : [{ group, phrase, alternatives, description, language: id }];
}

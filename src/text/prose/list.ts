import type { CommandGroup, ListedCommand } from '../../core/listed-command';
import { phrase, type Phrase } from '../../core/phrase';
import type { ActionId, Language } from '../languages/language';
import { languagesOf } from '../languages/languages';
import { actionsOf, marksOf, phrasesOf } from './lexicon';
import type { ProseMark, ProseMarkId } from './marks';

const ACTION_DESCRIPTIONS: Readonly<Record<ActionId, Phrase | readonly Phrase[]>> = {
  scratch: phrase('Takes the last utterance back'),
  undo: phrase('Undoes the last change that dictation made'),
  select: phrase('Selects the last utterance'),
  capitalise: phrase('Writes the last utterance with a capital'),
  allCapitals: phrase('Writes the last utterance in capitals'),
  deleteWord: phrase('Deletes the word before the place of insertion'),
  codeMode: phrase('Writes code from now on'),
  proseMode: phrase('Writes prose from now on'),
  automaticMode: phrase('Writes code or prose as the place says'),
  stop: phrase('Stops dictation'),
  pause: phrase('Stops listening until dictation is started again'),
  submit: [
    phrase('Sends the prompt where `agents.submit` is `phrase`'),
    phrase('to an agent or in a chat, behind a sentence too'),
  ],
};

/** What marks do that cannot be seen when they are shown. */
const MARK_DESCRIPTIONS: Readonly<Partial<Record<ProseMarkId, Phrase>>> = {
  newLine: phrase('Begins a new line'),
  newParagraph: phrase('Begins a new paragraph'),
  tab: phrase('Writes a tab'),
  fullStopNewLine: phrase('Writes . and begins a new line'),
  fullStopNewParagraph: phrase('Writes . and begins a new paragraph'),
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
        listed('command', language, phrases, [ACTION_DESCRIPTIONS[id]].flat()),
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
    phrases.map((each) => `${each} ‹${blank}›`);
  return [
    listed('command', language, followedBy(goToLine, blanks.line), [
      phrase('Goes on at the end of that line'),
    ]),
    listed('command', language, followedBy(snippet, blanks.name), [
      phrase('Inserts the snippet of that name'),
    ]),
    listed('command', language, followedBy(literal, '…'), [
      phrase('Writes the words of a command'),
    ]),
  ];
}

function markDescription(
  id: ProseMarkId,
  { text }: ProseMark,
  anywhere: readonly string[],
): readonly Phrase[] {
  const description = MARK_DESCRIPTIONS[id] ?? phrase('Writes {0}', text.trim());
  if (anywhere.length === 0) return [description];
  return [description, phrase('inside a sentence too: {0}', anywhere.join(', '))];
}

/** @returns nothing for what cannot be said in the language */
function listed(
  group: CommandGroup,
  { id }: Language,
  [first, ...alternatives]: readonly string[],
  description: readonly Phrase[],
): ListedCommand[] {
  if (first === undefined) return [];
  return [{ group, phrase: first, alternatives, description, language: id }];
}

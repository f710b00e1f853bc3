import type { CommandGroup, ListedCommand } from '../../core/listed-command';
import type { ActionId, Grammar } from '../languages/grammar';
import { actionsOf, lexiconOf, marksOf, phrasesOf } from './lexicon';
import type { Mark, MarkId } from './marks';

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
};

/** What marks do that cannot be seen when they are shown. */
const MARK_DESCRIPTIONS: Readonly<Partial<Record<MarkId, string>>> = {
  newLine: 'Begins a new line',
  newParagraph: 'Begins a new paragraph',
  tab: 'Writes a tab',
  fullStopNewLine: 'Writes . and begins a new line',
  fullStopNewParagraph: 'Writes . and begins a new paragraph',
};

/**
 * Everything that can be said, in the order of the grammar, language by language.
 *
 * @param languages codes such as `de` or `de-AT`; none: English
 */
export function spokenCommandList(languages: readonly string[]): readonly ListedCommand[] {
  return lexiconOf(languages).grammars.flatMap((grammar) =>
    [
      ...actionsOf(grammar).map(([id, phrases]) =>
        listed('command', grammar, phrases, ACTION_DESCRIPTIONS[id]),
      ),
      ...filledIn(grammar),
      ...marksOf(grammar).map(([id, mark, phrases]) =>
        listed(
          'punctuation',
          grammar,
          phrasesOf(phrases),
          markDescription(id, mark, phrases.anywhere ?? []),
        ),
      ),
    ].flat(),
  );
}

function filledIn(grammar: Grammar): readonly ListedCommand[][] {
  const { goToLine, snippet, literal, blanks } = grammar;
  const followedBy = (phrases: readonly string[], blank: string): readonly string[] =>
    phrases.map((phrase) => `${phrase} ‹${blank}›`);
  return [
    listed(
      'command',
      grammar,
      followedBy(goToLine, blanks.line),
      'Goes on at the end of that line',
    ),
    listed(
      'command',
      grammar,
      followedBy(snippet, blanks.name),
      'Inserts the snippet of that name',
    ),
    listed('command', grammar, followedBy(literal, '…'), 'Writes the words of a command'),
  ];
}

function markDescription(id: MarkId, { text }: Mark, anywhere: readonly string[]): string {
  const description = MARK_DESCRIPTIONS[id] ?? `Writes ${text.trim()}`;
  if (anywhere.length === 0) return description;
  return `${description}; inside a sentence too: ${anywhere.join(', ')}`;
}

/** @returns nothing for what cannot be said in the language */
function listed(
  group: CommandGroup,
  { language }: Grammar,
  [phrase, ...alternatives]: readonly string[],
  description: string,
): ListedCommand[] {
  return phrase === undefined ? [] : [{ group, phrase, alternatives, description, language }];
}

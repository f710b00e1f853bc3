import { plainText } from '../core/plain-text';
import type { WritingStyle } from './compose';
import { fluent, heardFirst, orAll } from './heard-language';
import { parseSpokenCommand } from './prose/parse';
import { onlyMentionsSending, withoutSubmit } from './prose/submit';
import { isReplaced } from './replacements';
import { findSnippet } from './snippet';
import type { SpokenCommand } from './spoken-command';

/** What a final is: something to write, or something to do. */
export type Utterance =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Whether the phrase that sends was said behind it. */
      readonly isSubmitted?: true;
    }
  | { readonly kind: 'command'; readonly command: SpokenCommand };

/**
 * Tells a spoken command from text: a command is the only thing that is said. A replacement of the
 * person's own comes before a command of the same words, and a snippet must be there.
 */
export function interpret(final: string, style: WritingStyle): Utterance {
  const { replacements, snippets, spokenCommands } = style.insertion;
  const text: Utterance = { kind: 'text', text: final };
  const said = fluent(plainText(final), style);
  if (!spokenCommands || isReplaced(said, replacements)) return text;
  const languages = heardFirst(style.heardIn, orAll(style.languages));
  const command = parseSpokenCommand(said, languages);
  if (style.submits === true && command === undefined) {
    const left = withoutSubmit(final, languages);
    const isOwn = left !== undefined && isReplaced(final.slice(left.length), replacements);
    if (left === undefined || isOwn) return text;
    // Said again, it is no part of the prompt.
    const earlier = interpret(left, style);
    const isSent =
      earlier.kind === 'text' ? earlier.isSubmitted : earlier.command.kind === 'submit';
    return isSent === true ? earlier : { kind: 'text', text: left, isSubmitted: true };
  }
  if (command === undefined) return text;
  if (command.kind === 'submit' && (style.submits !== true || onlyMentionsSending(final)))
    return text;
  const isThere = command.kind !== 'snippet' || findSnippet(command.name, snippets) !== undefined;
  return isThere ? { kind: 'command', command } : text;
}

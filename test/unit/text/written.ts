import { compose, type Place, type WritingStyle } from '../../../src/text/compose';
import { interpret } from '../../../src/text/interpret';
import { DEFAULT_SETTINGS } from '../../fixtures/default-settings';

/** How somebody's finals are written who speaks these languages and has set no more than this. */
export function styleOf(
  languages: readonly string[],
  insertion: Partial<WritingStyle['insertion']> = {},
): WritingStyle {
  return {
    insertion: { ...DEFAULT_SETTINGS.insertion, ...insertion },
    languages,
    identifiers: [],
    variables: { selection: '', clipboard: '', date: '' },
  };
}

/** What stands at a place of which the ledger knows, after one final behind the other. */
export function written(
  place: Partial<Place>,
  finals: readonly string[],
  how: WritingStyle,
): string {
  const { right = '', scope = 'prose', languageId } = place;
  let { left = '' } = place;
  let owed = '';
  let stop = '';
  for (const final of finals) {
    const utterance = interpret(final, how);
    const { command } = utterance.kind === 'command' ? utterance : {};
    if (command?.kind === 'break') {
      left += command.text;
      owed = stop = '';
      continue;
    }
    const text = utterance.kind === 'text' ? utterance.text : '';
    const said = command?.kind === 'write' ? command.text : text;
    const composed = compose(said, { left, right, scope, languageId, owed, stop }, how);
    left = left.slice(0, left.length - composed.replacedStop.length) + composed.text;
    ({ owed, stop } = composed);
  }
  return left + right;
}

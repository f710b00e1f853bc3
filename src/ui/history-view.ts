import type { HistoryEntry } from './history';
import { withoutIcons } from './status-view';
import { t } from './messages/translation';

/** One line of the history's list. */
export interface HistoryLine {
  /** The text in one line; VS Code cuts off what is too long. */
  readonly label: string;
  /** When it was said, who heard it, and what became of it where that is not plain. */
  readonly description: string;
  readonly entry: HistoryEntry;
}

/**
 * The history as it is listed, newest first.
 *
 * @param formatTime a moment (Unix time in milliseconds) in the person's own way of writing it
 */
export function historyLines(
  entries: readonly HistoryEntry[],
  formatTime: (unixMs: number) => string,
): readonly HistoryLine[] {
  return entries.toReversed().map((entry) => {
    const facts = [formatTime(entry.saidAtMs), providerOf(entry), fateOf(entry.state)];
    return {
      label: withoutIcons(entry.text.replace(/[\s\p{Cc}]+/gu, ' ')),
      description: facts.filter((fact) => fact !== '').join(', '),
      entry,
    };
  });
}

/** Who heard it, where that is known. */
function providerOf({ isLocal }: HistoryEntry): string {
  if (isLocal === undefined) return '';
  return isLocal ? t('on this computer') : 'AssemblyAI';
}

function fateOf(state: HistoryEntry['state']): string {
  switch (state) {
    case 'landed':
    case 'taken':
      return '';
    case 'waiting':
      return t('being inserted');
    case 'kept':
      return t('not inserted');
    case 'dropped':
      return 'cancelled';
  }
}

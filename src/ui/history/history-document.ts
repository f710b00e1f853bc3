import type { HistoryEntry } from './history';
import { historyDays } from './history-groups';
import { fateOf, isWrittenOtherwise, placeName, providerOf, writtenOf } from './history-lines';
import { t } from '../messages/translation';

/** The history as Markdown, newest first: days, in them places, in them what was said and written. */
export function historyMarkdown(entries: readonly HistoryEntry[]): string {
  const days = historyDays(entries, '').map(({ id, nodes }) => {
    const places = nodes.map(({ landing, nodes: texts }) => {
      const lines = texts.map(({ entry }) => line(entry));
      return `### ${placeName(landing)}\n\n${lines.join('\n')}`;
    });
    return `## ${id}\n\n${places.join('\n\n')}`;
  });
  return `${[`# ${t('Voice Dictation: History')}`, ...days].join('\n\n')}\n`;
}

function line(entry: HistoryEntry): string {
  const time = new Date(entry.saidAtMs).toTimeString().slice(0, 8);
  const facts = [time, providerOf(entry), fateOf(entry)].filter((fact) => fact !== '');
  const said = isWrittenOtherwise(entry) ? [`  ${t('Said: {0}', indented(entry.text))}`] : [];
  return [`- ${facts.join(', ')}`, `  ${indented(writtenOf(entry))}`, ...said].join('\n\n');
}

/** As part of a list's item. */
function indented(text: string): string {
  return text.replaceAll('\n', '\n  ');
}

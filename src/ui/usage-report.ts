import { duration } from './messages/duration';
import type { UsageRow, UsageSum } from '../dictation/cost/ledger';
import { decimal, t } from './messages/translation';

/** The table of Show Usage: Markdown, everything foreign escaped. */
export function usageReport(rows: readonly UsageRow[], today: UsageSum): string {
  const intro = [
    `# ${t('Voice Dictation: Usage')}`,
    t('Today: {0}.', usageText(today)),
    t(
      'With AssemblyAI, the time is how long sessions were open, which is billed; this computer costs nothing. The cost is an estimate by the setting `voiceDictation.cost.pricePerHour`; what counts is [AssemblyAI’s invoice](https://www.assemblyai.com/dashboard).',
    ),
  ];
  if (rows.length === 0) return `${[...intro, t('Nothing was dictated yet.')].join('\n\n')}\n`;
  const lines = rows.map(
    ({ day, model, sum }) =>
      `| ${code(day)} | ${code(model)} | ${duration(sum.billedMs + (sum.freeMs ?? 0))} | ${costText(sum)} |`,
  );
  const table = [
    `| ${[t('Day'), t('Model'), t('Time'), t('Estimated cost')].join(' | ')} |`,
    '| --- | --- | --: | --: |',
    ...lines,
  ];
  return `${[...intro, table.join('\n')].join('\n\n')}\n`;
}

/**
 * Time and cost in one line: `12:30 billed, about $0.09`, and what this computer heard,
 * `3:10 on this computer`.
 */
export function usageText({ freeMs, ...sum }: UsageSum): string {
  const billed = t('{0} billed', duration(sum.billedMs));
  const free = freeMs === undefined ? '' : t('{0} on this computer', duration(freeMs));
  if (sum.billedMs === 0) return free === '' ? billed : free;
  return [`${billed}, ${costText(sum)}`, free].filter((part) => part !== '').join('; ');
}

function costText({ billedMs, freeMs, cost, unpriced }: UsageSum): string {
  if (billedMs === 0 && freeMs !== undefined) return t('none: on this computer');
  if (unpriced.length === 0) return t('about ${0}', decimal(cost, 2));
  return cost === 0
    ? t('no price set')
    : t('about ${0} and what has no price set', decimal(cost, 2));
}

/**
 * Foreign text as Markdown's code in a table's cell: there, not even what looks like an address
 * becomes a link.
 */
function code(text: string): string {
  return `\`${text.replace(/[\s\p{C}`|\\]+/gu, ' ').trim() || '?'}\``;
}

import type { Finding } from './finding';
import { field } from '../../core/unknown';
import { t } from '../messages/translation';

const SIGNS: Readonly<Record<Finding['state'], string>> = {
  ok: '✓',
  info: '·',
  warning: '!',
  problem: '✗',
};

/** The report as a document, and which finding stands in which line. */
export interface DiagnosisReport {
  readonly text: string;
  /** By the number of its line, from 0. */
  readonly lines: ReadonlyMap<number, Finding>;
}

/** What the person reads: what is wrong first. */
export function diagnosisReport(findings: readonly Finding[]): DiagnosisReport {
  const wrong = findings.filter(isWrong);
  const right = findings.filter((finding) => !isWrong(finding));
  const text = [`# ${t('Voice Dictation: Diagnostics')}`, '', summary(wrong.length), ''];
  const lines = new Map<number, Finding>();
  for (const [heading, group] of [
    [`## ${t('To be mended')}`, wrong],
    [`## ${t('All else')}`, right],
  ] as const) {
    if (group.length === 0) continue;
    text.push(heading, '');
    for (const finding of group) {
      lines.set(text.length, finding);
      text.push(line(finding, finding.text));
    }
    text.push('');
  }
  return { text: text.join('\n'), lines };
}

/** What may be given to others: no name of a device, a file or a server, no key, no word that was said. */
export function sharedReport(findings: readonly Finding[]): string {
  return [t('Voice Dictation: Diagnostics'), '']
    .concat(findings.map((finding) => line(finding, finding.shared ?? finding.text)))
    .join('\n');
}

/**
 * Whether the editor knows where reports about an extension go: without, its issue reporter only says that
 * it does not.
 *
 * @param manifest the extension's package.json
 */
export function takesReports(manifest: unknown): boolean {
  const addresses = ['bugs', 'repository'].flatMap((name) => {
    const value = field(manifest, name);
    return [value, field(value, 'url')];
  });
  return addresses.some((address) => typeof address === 'string' && address !== '');
}

function isWrong({ state }: Finding): boolean {
  return state === 'warning' || state === 'problem';
}

function summary(count: number): string {
  const what =
    count === 0
      ? t('Nothing was found that keeps you from dictating.')
      : count === 1
        ? t('One thing to be mended.')
        : t('{0} things to be mended.', count);
  return `${what} ${t('The copy for a bug report leaves out names of devices, files and servers.')}`;
}

function line({ topic, state }: Finding, text: string): string {
  return `${SIGNS[state]} ${topic}: ${text.replace(/\s+/g, ' ')}`;
}

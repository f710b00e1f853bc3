import { localDay } from '../../core/local-day';
import type { Landing } from '../../core/target';
import type { HistoryEntry } from './history';
import { language, t } from '../messages/translation';
import { withoutIcons } from '../messages/message';

/** One line of the history's list. */
export interface HistoryLine {
  /** The text in one line; VS Code cuts off what is too long. */
  readonly label: string;
  /** When it was said, who heard it, and what became of it where that is not plain. */
  readonly description: string;
  /** What was said, where something else was written; '' elsewhere. */
  readonly detail: string;
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
    const facts = [formatTime(entry.saidAtMs), placeOf(entry), providerOf(entry), fateOf(entry)];
    return {
      label: withoutIcons(inOneLine(writtenOf(entry))),
      description: withoutIcons(facts.filter((fact) => fact !== '').join(', ')),
      detail: isWrittenOtherwise(entry) ? t('Said: {0}', withoutIcons(inOneLine(entry.text))) : '',
      entry,
    };
  });
}

/** What was written, or would have been. */
export function writtenOf({ text, landing }: HistoryEntry): string {
  return landing?.written?.text ?? text;
}

/** Whether what was written is not what was said. */
export function isWrittenOtherwise(entry: HistoryEntry): boolean {
  return writtenOf(entry) !== entry.text;
}

export function inOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** Where it went, where that is known and has a name. */
export function placeOf({ landing }: HistoryEntry): string {
  return landing?.name ?? '';
}

/** What a place is called, one without a name too. */
export function placeName(landing: Landing | undefined): string {
  return landing === undefined || landing.name === '' ? t('Elsewhere') : landing.name;
}

/** Who heard it, where that is known. */
export function providerOf({ isLocal }: HistoryEntry): string {
  if (isLocal === undefined) return '';
  return isLocal ? t('on this computer') : 'AssemblyAI';
}

/** What became of it, where that is not plain. */
export function fateOf({ state }: HistoryEntry): string {
  switch (state) {
    case 'landed':
    case 'taken':
      return '';
    case 'waiting':
      return t('being inserted');
    case 'kept':
      return t('not inserted');
    case 'dropped':
      return t('cancelled');
  }
}

/** A day as people call it. */
export function dayName(atMs: number, nowMs: number): string {
  const day = localDay(new Date(atMs));
  if (day === localDay(new Date(nowMs))) return t('Today');
  const yesterday = new Date(nowMs);
  yesterday.setDate(yesterday.getDate() - 1);
  if (day === localDay(yesterday)) return t('Yesterday');
  return new Date(atMs).toLocaleDateString(language(), { dateStyle: 'full' });
}

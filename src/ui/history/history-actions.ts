import * as vscode from 'vscode';
import type { DocumentPlace, InsertionOutcome, OpenTarget, Target } from '../../core/target';
import type { Notice } from '../../dictation/notice';
import type { History, HistoryEntry } from './history';
import { writtenOf } from './history-lines';

export interface HistoryActionsOptions {
  readonly history: History;
  readonly openTarget: OpenTarget;
  readonly notifications: { showNotice(notice: Notice): void };
}

/** Puts what was written of these on the clipboard, in the order in which they were said. */
export async function copy(
  entries: readonly HistoryEntry[],
  { history }: Pick<HistoryActionsOptions, 'history'>,
): Promise<void> {
  await vscode.env.clipboard.writeText(entries.map(writtenOf).join('\n'));
  for (const entry of entries) history.take(entry);
}

/**
 * Writes these once more, as finals.
 *
 * @param place where; else where the person is
 */
export async function insertAgain(
  entries: readonly HistoryEntry[],
  options: HistoryActionsOptions,
  place?: DocumentPlace,
): Promise<void> {
  await insert(entries, options, (target, text) => target.insert(text), place);
}

/**
 * Writes what was said as it was heard: for what was written of it, where that still stands as dictation
 * wrote it; else where the person is.
 *
 * @param replace writes a text for what an utterance wrote; whether it could
 */
export async function writeAsSaid(
  entries: readonly HistoryEntry[],
  options: HistoryActionsOptions,
  replace: (utterance: number, text: string) => Promise<boolean>,
): Promise<void> {
  const elsewhere: HistoryEntry[] = [];
  for (const entry of entries) {
    const { landing, text } = entry;
    const utterance = landing?.written?.utterance;
    if (utterance === undefined || !(await replace(utterance, text))) elsewhere.push(entry);
  }
  await insert(
    elsewhere,
    options,
    (target, text) => target.insertAsSaid?.(text) ?? target.insert(text),
  );
}

/** Inserts what was kept because its documents were closed, where it would have gone. */
export async function reopenAndInsert(options: HistoryActionsOptions): Promise<void> {
  const kept = options.history.entries.filter(({ state }) => state === 'kept');
  const places = new Map(
    kept.flatMap(({ landing }) => (landing?.place ? [[landing.place.uri, landing.place]] : [])),
  );
  for (const [uri, place] of places) {
    const own = kept.filter((entry) => entry.landing?.place?.uri === uri);
    await insertAgain(own, options, own[0]?.landing?.place ?? place);
  }
}

async function insert(
  entries: readonly HistoryEntry[],
  { history, openTarget, notifications }: HistoryActionsOptions,
  write: (target: Target, text: string) => Promise<InsertionOutcome>,
  place?: DocumentPlace,
): Promise<void> {
  if (entries.length === 0) return;
  const target = await openTarget(place === undefined ? {} : { place });
  try {
    for (const entry of entries) {
      const { text } = entry;
      const outcome = await write(target, text);
      if (outcome === 'no-target' || outcome === 'closed' || outcome === 'read-only') {
        history.keep(entry);
        notifications.showNotice({ kind: 'text-not-inserted', text, outcome });
      } else {
        history.take(entry);
      }
    }
  } finally {
    target.dispose();
  }
}

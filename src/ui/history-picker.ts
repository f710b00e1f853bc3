import * as vscode from 'vscode';
import type { DocumentPlace, OpenTarget } from '../core/target';
import type { Notice } from '../dictation/notice';
import type { History, HistoryEntry } from './history';
import { historyLines } from './history-view';
import { t } from './messages/translation';

export interface HistoryPickerOptions {
  readonly history: History;
  readonly openTarget: OpenTarget;
  readonly notifications: { showNotice(notice: Notice): void };
}

const REOPEN = t('Reopen & Insert');
const INSERT = t('Insert at the Caret');
const COPY = t('Copy');
const CLEAR = t('Clear History');

/** Show History: lists what was dictated, then asks what to do with the one that is chosen. */
export async function showHistory(options: HistoryPickerOptions): Promise<void> {
  const { history } = options;
  const lines = historyLines(history.entries, formatTime);
  const clear = { label: CLEAR, description: '', alwaysShow: true };
  const picked = await vscode.window.showQuickPick(lines.length === 0 ? [] : [...lines, clear], {
    title: t('Voice Dictation: History'),
    placeHolder: lines.length === 0 ? t('Nothing was dictated yet') : t('Choose a text'),
  });
  if (picked === undefined) return;
  if ('entry' in picked) await offer(picked.entry, options);
  else history.clear();
}

async function offer(entry: HistoryEntry, options: HistoryPickerOptions): Promise<void> {
  const actions = entry.place === undefined ? [INSERT, COPY] : [REOPEN, INSERT, COPY];
  const action = await vscode.window.showQuickPick(actions, { title: 'Voice Dictation' });
  if (action === COPY) {
    await vscode.env.clipboard.writeText(entry.text);
    options.history.take(entry);
  } else if (action === REOPEN) {
    await insert([entry], options, entry.place);
  } else if (action === INSERT) {
    await insert([entry], options);
  }
}

/** Inserts what was kept because its documents were closed, where it would have gone. */
export async function reopenAndInsert(options: HistoryPickerOptions): Promise<void> {
  const kept = options.history.entries.filter(({ state }) => state === 'kept');
  const places = new Map(kept.flatMap(({ place }) => (place ? [[place.uri, place]] : [])));
  for (const [uri, place] of places) {
    const own = kept.filter((entry) => entry.place?.uri === uri);
    await insert(own, options, own[0]?.place ?? place);
  }
}

/** @param place where; else where the person is */
async function insert(
  entries: readonly HistoryEntry[],
  { history, openTarget, notifications }: HistoryPickerOptions,
  place?: DocumentPlace,
): Promise<void> {
  const target = await openTarget(place === undefined ? {} : { place });
  try {
    for (const entry of entries) {
      const { text } = entry;
      const outcome = await target.insert(text);
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

function formatTime(unixMs: number): string {
  const time = new Date(unixMs);
  const isToday = time.toDateString() === new Date().toDateString();
  return isToday ? time.toLocaleTimeString() : time.toLocaleString();
}

import * as vscode from 'vscode';
import type { OpenTarget } from '../core/target';
import type { Notice } from '../dictation/notice';
import type { History, HistoryEntry } from './history';
import { historyLines } from './history-view';

export interface HistoryPickerOptions {
  readonly history: History;
  readonly openTarget: OpenTarget;
  readonly notifications: { showNotice(notice: Notice): void };
}

const INSERT = 'Insert at the Caret';
const COPY = 'Copy';
const CLEAR = 'Clear History';

/** Show History: lists what was dictated, then asks what to do with the one that is chosen. */
export async function showHistory(options: HistoryPickerOptions): Promise<void> {
  const { history } = options;
  const lines = historyLines(history.entries, formatTime);
  const clear = { label: CLEAR, description: '', alwaysShow: true };
  const picked = await vscode.window.showQuickPick(lines.length === 0 ? [] : [...lines, clear], {
    title: 'Voice Dictation: History',
    placeHolder: lines.length === 0 ? 'Nothing was dictated yet' : 'Choose a text',
  });
  if (picked === undefined) return;
  if ('entry' in picked) await offer(picked.entry, options);
  else history.clear();
}

async function offer(entry: HistoryEntry, options: HistoryPickerOptions): Promise<void> {
  const action = await vscode.window.showQuickPick([INSERT, COPY], { title: 'Voice Dictation' });
  if (action === COPY) {
    await vscode.env.clipboard.writeText(entry.text);
    options.history.take(entry);
  } else if (action === INSERT) {
    await insert(entry, options);
  }
}

async function insert(
  entry: HistoryEntry,
  { history, openTarget, notifications }: HistoryPickerOptions,
): Promise<void> {
  const { text } = entry;
  const target = await openTarget({});
  try {
    const outcome = await target.insert(text);
    if (outcome === 'no-target' || outcome === 'closed' || outcome === 'read-only') {
      history.keep(entry);
      notifications.showNotice({ kind: 'text-not-inserted', text, outcome });
    } else {
      history.take(entry);
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

import * as vscode from 'vscode';
import type { HistoryEntry } from './history';
import { copy, insertAgain, type HistoryActionsOptions } from './history-actions';
import { historyLines } from './history-lines';
import { language, t } from '../messages/translation';

const REOPEN = t('Reopen & Insert');
const INSERT = t('Insert at the Caret');
const COPY = t('Copy');
const CLEAR = t('Clear History');

/** Show History: lists what was dictated, then asks what to do with the one that is chosen. */
export async function showHistory(options: HistoryActionsOptions): Promise<void> {
  const { history } = options;
  await history.load();
  const lines = historyLines(history.entries, formatTime);
  const clear = { label: CLEAR, description: '', alwaysShow: true };
  const picked = await vscode.window.showQuickPick(lines.length === 0 ? [] : [...lines, clear], {
    title: t('Voice Dictation: History'),
    placeHolder: lines.length === 0 ? t('Nothing was dictated yet') : t('Choose a text'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked === undefined) return;
  if ('entry' in picked) await offer(picked.entry, options);
  else history.clear();
}

async function offer(entry: HistoryEntry, options: HistoryActionsOptions): Promise<void> {
  const actions = entry.landing?.place === undefined ? [INSERT, COPY] : [REOPEN, INSERT, COPY];
  const action = await vscode.window.showQuickPick(actions, { title: 'Voice Dictation' });
  if (action === COPY) await copy([entry], options);
  else if (action === REOPEN) await insertAgain([entry], options, entry.landing?.place);
  else if (action === INSERT) await insertAgain([entry], options);
}

function formatTime(unixMs: number): string {
  const time = new Date(unixMs);
  const isToday = time.toDateString() === new Date().toDateString();
  return isToday ? time.toLocaleTimeString(language()) : time.toLocaleString(language());
}

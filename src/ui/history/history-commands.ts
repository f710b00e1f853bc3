import * as vscode from 'vscode';
import type { DocumentPlace } from '../../core/target';
import { addEntry, askForLevel, askForText } from '../add-to-dictionary';
import { dictionaryEntry } from '../dictionary-entry';
import type { HistoryEntry } from './history';
import { copy, insertAgain, writeAsSaid, type HistoryActionsOptions } from './history-actions';
import { historyMarkdown } from './history-document';
import { entriesOf } from './history-groups';
import { inOneLine, writtenOf } from './history-lines';
import type { HistoryTree } from './history-tree';
import { clearHistoryQuestion } from '../messages/history-messages';
import { t } from '../messages/translation';
import type { MessageBox } from '../messages/message';

export interface HistoryCommandsOptions extends HistoryActionsOptions {
  readonly notifications: HistoryActionsOptions['notifications'] & MessageBox;
  readonly historyView: { readonly load: () => Promise<HistoryTree> };
  readonly load: () => Promise<{
    /** Writes a text for what an utterance wrote, where that stands untouched; whether it does. */
    readonly writeFor: (utterance: number, text: string) => Promise<boolean>;
  }>;
}

/**
 * The texts that a command of the history is about, in the order in which they were said: those that it
 * is given by the view, else what is selected there, else the newest.
 *
 * @param node by VS Code: whose button or menu it was
 * @param selected by VS Code: all that are selected, where the node is one of them
 */
export async function meantEntries(
  { history, historyView }: Pick<HistoryCommandsOptions, 'history' | 'historyView'>,
  [node, selected]: readonly unknown[],
): Promise<readonly HistoryEntry[]> {
  const tree = await historyView.load();
  const asked = tree.own(Array.isArray(selected) ? selected : [node]);
  const nodes = asked.length > 0 ? asked : tree.selection;
  if (nodes.length > 0) return entriesOf(nodes);
  await history.load();
  return history.entries.slice(-1);
}

/** Insert Again: at the caret; what was kept since its document was closed, where it would have gone. */
export async function insertFromHistory(
  entries: readonly HistoryEntry[],
  options: HistoryCommandsOptions,
): Promise<void> {
  for (const place of new Set(entries.map(placeToReopen))) {
    const own = entries.filter((entry) => placeToReopen(entry) === place);
    await insertAgain(own, options, place);
  }
}

/** Copy from History. */
export async function copyFromHistory(
  entries: readonly HistoryEntry[],
  options: HistoryCommandsOptions,
): Promise<void> {
  if (entries.length > 0) await copy(entries, options);
}

/** Write As Said. */
export async function writeAsSaidFromHistory(
  entries: readonly HistoryEntry[],
  options: HistoryCommandsOptions,
): Promise<void> {
  const { writeFor } = await options.load();
  await writeAsSaid(entries, options, writeFor);
}

/** Add Misheard Words to Dictionary…: asks which words came out wrong, and what they should be. */
export async function addMisheardWords(
  [entry]: readonly HistoryEntry[],
  { notifications }: HistoryCommandsOptions,
): Promise<void> {
  if (entry === undefined) return;
  const said = await askForText(
    t('Which of these words came out wrong? Leave only them.'),
    inOneLine(writtenOf(entry)),
  );
  if (said === undefined) return;
  const written = await askForText(t('What is to be written for “{0}”?', said), said);
  if (written === undefined) return;
  const level = await askForLevel();
  if (level === undefined) return;
  await addEntry(dictionaryEntry(said, { said: written, written }), written, level, notifications);
}

/** Delete from History: on disk, too. */
export function deleteFromHistory(
  entries: readonly HistoryEntry[],
  { history }: HistoryCommandsOptions,
): void {
  history.delete(entries.filter(({ state }) => state !== 'waiting'));
}

/** Clear History…: all of it, on disk and of other windows, too, once the person confirms. */
export async function clearHistory({ history }: HistoryCommandsOptions): Promise<void> {
  const { sentence, detail, answer } = clearHistoryQuestion();
  const answered = await vscode.window.showWarningMessage(
    sentence,
    { modal: true, detail },
    answer,
  );
  if (answered === answer) history.clear();
}

/** Export History: as a document, to be saved wherever the person likes. */
export async function exportHistory({ history }: HistoryCommandsOptions): Promise<void> {
  await history.load();
  const document = await vscode.workspace.openTextDocument({
    language: 'markdown',
    content: historyMarkdown(history.entries),
  });
  await vscode.window.showTextDocument(document);
}

/** Search History…: the view shows what matches while the person types; dismissed, what it did before. */
export async function searchHistory({ historyView }: HistoryCommandsOptions): Promise<void> {
  const tree = await historyView.load();
  await vscode.commands.executeCommand('voiceDictation.history.focus');
  const before = tree.filter;
  const box = vscode.window.createInputBox();
  box.title = t('Voice Dictation: Search History');
  box.placeholder = t('Words that were said or written, or the name of a place');
  box.value = before;
  box.onDidChangeValue((value) => {
    tree.filter = value;
  });
  const accepted = new Promise<boolean>((resolve) => {
    box.onDidAccept(() => {
      resolve(true);
    });
    box.onDidHide(() => {
      resolve(false);
    });
  });
  box.show();
  const isAccepted = await accepted;
  box.dispose();
  if (!isAccepted) tree.filter = before;
}

/** Show All of the History: ends a search. */
export async function showAllHistory({ historyView }: HistoryCommandsOptions): Promise<void> {
  (await historyView.load()).filter = '';
}

function placeToReopen({ state, landing }: HistoryEntry): DocumentPlace | undefined {
  return state === 'kept' ? landing?.place : undefined;
}

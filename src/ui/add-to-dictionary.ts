import * as vscode from 'vscode';
import {
  dictionaryEntry,
  withEntry,
  type DictionaryEntry,
  type DictionaryWord,
} from './dictionary-entry';
import { dictionaryGrownMessage, settingProblemMessage } from './messages/notice-messages';
import type { MessageBox } from './messages/message';
import { t } from './messages/translation';

export interface AddToDictionaryOptions {
  /** What is selected, or stands at the caret. */
  readonly findWord: () => DictionaryWord | undefined;
  readonly notifications: MessageBox;
}

/** What the person is asked; each answer is undefined when they dismiss the question. */
interface Questions {
  /** What is to be written. */
  askForWord(): Promise<DictionaryWord | undefined>;
  /** What they say for it. */
  askForPhrase(word: string, suggestion: string): Promise<string | undefined>;
  askForLevel(): Promise<vscode.ConfigurationTarget | undefined>;
}

const QUESTIONS: Questions = {
  askForWord: async () => {
    const written = await askForText(t('What is to be written?'), '');
    return written === undefined ? undefined : { written, said: written };
  },
  askForPhrase: (word, suggestion) => askForText(t('What do you say for “{0}”?', word), suggestion),
  askForLevel,
};

const TITLE = t('Voice Dictation: Add to Dictionary');

/**
 * Asks how a word is said, and makes it come out as it is written. Without a word at hand it asks
 * for one. Does nothing when the person dismisses a question.
 *
 * @param questions VS Code's dialogs, or a test's
 */
export async function addToDictionary(
  options: AddToDictionaryOptions,
  questions = QUESTIONS,
): Promise<void> {
  const word = options.findWord() ?? (await questions.askForWord());
  if (word === undefined) return;
  const short = shortened(word.written.trim());
  const answer = await questions.askForPhrase(short, word.said);
  if (answer === undefined) return;
  const target = await questions.askForLevel();
  if (target === undefined) return;
  await addEntry(dictionaryEntry(answer, word), short, target, options.notifications);
}

/** Puts an entry into its setting, and tells that it is there. @param word what it is called then */
export async function addEntry(
  entry: DictionaryEntry,
  word: string,
  target: vscode.ConfigurationTarget,
  notifications: MessageBox,
): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('voiceDictation', null);
  const inspected = configuration.inspect<unknown>(entry.key);
  // A list of the workspace stands instead of the person's own.
  const existing =
    target === vscode.ConfigurationTarget.Global
      ? inspected?.globalValue
      : (inspected?.workspaceValue ??
        (entry.key === 'recognition.keyterms' ? inspected?.globalValue : undefined));
  const changed = withEntry(existing, entry);
  if ('problem' in changed) {
    void notifications.show(
      settingProblemMessage({ key: entry.key, problem: changed.problem, isDefaultUsed: false }),
    );
    return;
  }
  await configuration.update(entry.key, changed.value, target);
  void notifications.show(dictionaryGrownMessage(word, entry.key));
}

/** @returns nothing when the person dismisses it */
export async function askForText(prompt: string, value: string): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title: TITLE,
    prompt,
    value,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? t('Type at least one word.') : undefined),
  });
  return answer?.trim();
}

/** Whether it is for the person, or for everybody in this workspace; asked where both can be. */
export async function askForLevel(): Promise<vscode.ConfigurationTarget | undefined> {
  const { Global, Workspace } = vscode.ConfigurationTarget;
  const { workspaceFolders, isTrusted } = vscode.workspace;
  if (workspaceFolders === undefined || !isTrusted) return Global;
  const picked = await vscode.window.showQuickPick(
    [
      { label: t('User'), description: t('In all your windows'), target: Global },
      { label: t('Workspace'), description: t('For everybody who works here'), target: Workspace },
    ],
    { title: TITLE, placeHolder: t('Where is it to be known?'), ignoreFocusOut: true },
  );
  return picked?.target;
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

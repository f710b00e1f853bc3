import * as vscode from 'vscode';
import {
  dictionaryChanges,
  dictionaryEntry,
  type DictionaryEntry,
  type DictionaryLevel,
  type DictionaryWord,
} from './dictionary-entry';
import { dictionaryGrownMessage, settingProblemMessage } from './messages/notice-messages';
import type { MessageBox } from './messages/message';
import { t } from './messages/translation';
import { writeSetting } from './write-setting';

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
  askForLevel(): Promise<DictionaryLevel | undefined>;
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
  const level = await questions.askForLevel();
  if (level === undefined) return;
  await addEntry(dictionaryEntry(answer, word), short, level, options.notifications);
}

/** Puts an entry where it acts, and tells that it is there. @param word what it is called then */
export async function addEntry(
  entry: DictionaryEntry,
  word: string,
  level: DictionaryLevel,
  notifications: MessageBox,
): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const configuration = vscode.workspace.getConfiguration('voiceDictation', document ?? null);
  const changes = dictionaryChanges(entry, level, configuration.inspect(entry.key));
  if ('problem' in changes) {
    void notifications.show(
      settingProblemMessage({ key: entry.key, problem: changes.problem, isDefaultUsed: false }),
    );
    return;
  }
  for (const { value, ...place } of changes) {
    await writeSetting(configuration, entry.key, value, place);
  }
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
export async function askForLevel(): Promise<DictionaryLevel | undefined> {
  const { workspaceFolders, isTrusted } = vscode.workspace;
  if (workspaceFolders === undefined || !isTrusted) return 'user';
  const picked = await vscode.window.showQuickPick(
    [
      { label: t('User'), description: t('In all your windows'), level: 'user' as const },
      {
        label: t('Workspace'),
        description: t('For everybody who works here'),
        level: 'workspace' as const,
      },
    ],
    { title: TITLE, placeHolder: t('Where is it to be known?'), ignoreFocusOut: true },
  );
  return picked?.level;
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

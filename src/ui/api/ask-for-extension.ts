import * as vscode from 'vscode';
import { extensionQuestion } from '../messages/extension-messages';

/** Asks whether an extension may dictate. */
export async function askWhetherMayListen(extension: string): Promise<boolean> {
  const { sentence, answer, refusal } = extensionQuestion(extension);
  const picked = await vscode.window.showInformationMessage(sentence, answer, refusal);
  return picked === answer;
}

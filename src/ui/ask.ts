import * as vscode from 'vscode';
import type { Message } from './messages/message';

const SHOW = {
  error: (sentence: string, ...labels: string[]) =>
    vscode.window.showErrorMessage(sentence, ...labels),
  warning: (sentence: string, ...labels: string[]) =>
    vscode.window.showWarningMessage(sentence, ...labels),
  information: (sentence: string, ...labels: string[]) =>
    vscode.window.showInformationMessage(sentence, ...labels),
};

/** Shows a sentence with a button for each answer. @returns the answer; undefined: dismissed */
export async function ask<T extends { readonly label: string }>(
  severity: Message['severity'],
  sentence: string,
  answers: readonly T[],
): Promise<T | undefined> {
  const picked = await SHOW[severity](sentence, ...answers.map(({ label }) => label));
  return answers.find(({ label }) => label === picked);
}

import * as vscode from 'vscode';
import { addEntry } from './add-to-dictionary';
import { ask } from './ask';
import { dictionaryEntry } from './dictionary-entry';
import { handOver, type History } from './history/history';
import type { Message, NextStep } from './messages/message';
import { recorderInstallSentence } from './recorder-install';
import { thisComputer, typeInTerminal } from './run-in-terminal';
import { letKeysThrough } from './terminal-key-setting';

export interface MessageBoxOptions {
  readonly history: Pick<History, 'entries' | 'take'>;
  /** Whether a terminal finds a program of this file name. */
  readonly hasProgram: (name: string) => boolean;
  /** A terminal of this window would open on another computer than the one that records. */
  readonly isTerminalElsewhere: boolean;
  /** Gets a recorder onto the computer that records, and goes on with `next`, or the dictation that was asked for. */
  readonly installRecorder: (next: 'microphone-test' | undefined) => Promise<void>;
}

/** Shows a message and does what its button says; resolves when it is answered or dismissed. */
export async function showMessage(message: Message, options: MessageBoxOptions): Promise<void> {
  const { severity, sentence, nextSteps } = message;
  const isInstall = nextSteps.some(({ kind }) => kind === 'install-recorder');
  const how = isInstall ? recorderInstallSentence(thisComputer(options.hasProgram)) : undefined;
  const whole = how === undefined ? sentence : `${sentence} ${how}`;
  const step = await ask(severity, whole, nextSteps);
  if (step !== undefined) await takeStep(step, options);
}

/** Does what a button says. */
export async function takeStep(step: NextStep, options: MessageBoxOptions): Promise<void> {
  switch (step.kind) {
    case 'command':
      await vscode.commands.executeCommand(step.command);
      return;
    case 'open-settings':
      await vscode.commands.executeCommand('workbench.action.openSettings', step.query);
      return;
    case 'change-setting':
      await vscode.workspace
        .getConfiguration('voiceDictation')
        .update(step.key, step.value, vscode.ConfigurationTarget.Global);
      return;
    case 'open-link':
      await vscode.env.openExternal(vscode.Uri.parse(step.url));
      return;
    case 'add-to-dictionary': {
      const { said, written } = step;
      const entry = dictionaryEntry(said, { said: written, written });
      await addEntry(entry, written, 'user', {
        show: (message) => showMessage(message, options),
      });
      return;
    }
    case 'install-recorder':
      await options.installRecorder(step.next);
      return;
    case 'type-in-terminal':
      await typeInTerminal(step.commandLine, options);
      return;
    case 'let-keys-through':
      await letKeysThrough();
      return;
    case 'copy-kept-text':
      await handOver(options.history, (text) => vscode.env.clipboard.writeText(text));
      return;
    case 'open-kept-text':
      await handOver(options.history, async (text) => {
        const document = await vscode.workspace.openTextDocument({ content: text });
        await vscode.window.showTextDocument(document);
      });
      return;
  }
}

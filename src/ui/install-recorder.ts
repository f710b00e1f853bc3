import * as vscode from 'vscode';
import { DictationError } from '../core/failure';
import type { TargetRequest } from '../core/target';
import type { DictationController } from '../dictation/controller';
import { failureMessage } from './messages/failure-messages';
import type { Message } from './messages/message';
import { recorderReadyMessage } from './messages/notice-messages';
import { findRecorderInstall, type ProgramInstall } from './recorder-install';
import { copyForTerminal, runInTerminal, thisComputer } from './run-in-terminal';
import { t } from './messages/translation';

export interface InstallRecorderOptions {
  /** Whether a terminal finds a program of this file name. */
  readonly hasProgram: (name: string) => boolean;
  /** A terminal of this window would open on another computer than the one that records. */
  readonly isTerminalElsewhere: boolean;
  /** Whether a recorder is there now. */
  readonly hasRecorder: () => boolean;
  /** What was asked for, and what starts it. */
  readonly controller: Pick<DictationController, 'wanted' | 'start'>;
  readonly notifications: { show(message: Message): unknown };
  /** What was asked for instead of dictation. */
  readonly next: 'microphone-test' | undefined;
  /** Default: by the package manager of this computer. */
  readonly findInstall?: () => ProgramInstall;
}

/**
 * Installs a recorder where the person sees it: types the command line into a terminal, waits until it
 * has done its work, and goes on with what was asked for.
 */
export async function installRecorder(options: InstallRecorderOptions): Promise<void> {
  const { isTerminalElsewhere, hasRecorder, controller, notifications, next } = options;
  const { findInstall = () => findRecorderInstall(thisComputer(options.hasProgram)) } = options;
  const install = findInstall();
  const { wanted } = controller;
  if ('url' in install) {
    await vscode.env.openExternal(vscode.Uri.parse(install.url));
    return;
  }
  const { commandLine } = install;
  if (isTerminalElsewhere) {
    await copyForTerminal(commandLine);
    return;
  }
  const goBack = placeToGoBackTo(wanted);
  if (!(await runInTerminal(commandLine, installing(next)))) return;
  if (!hasRecorder()) {
    notifications.show(failureMessage(new DictationError('recorder-missing')));
  } else if (next === 'microphone-test') {
    await vscode.commands.executeCommand('voiceDictation.testMicrophone');
  } else if (goBack === undefined) {
    notifications.show(recorderReadyMessage());
  } else {
    await goBack();
    await controller.start(wanted);
  }
}

/** The title of the progress. */
function installing(next: InstallRecorderOptions['next']): string {
  return next === 'microphone-test'
    ? t(
        'A recorder is being installed in the terminal. Your microphone is tested when it is there.',
      )
    : t('A recorder is being installed in the terminal. Dictation goes on when it is there.');
}

/**
 * How the focus gets back to where the words were to go.
 *
 * @returns undefined: only the person knows where that was
 */
function placeToGoBackTo({ kind }: TargetRequest): (() => Promise<void>) | undefined {
  const { activeTerminal } = vscode.window;
  switch (kind) {
    case 'terminal':
      return () => {
        activeTerminal?.show();
        return Promise.resolve();
      };
    case 'agent': // It gets the words wherever the focus is.
      return () => Promise.resolve();
    case 'chat':
    case 'input':
    case 'clipboard':
      return undefined;
    case 'editor':
    case 'sourceControl':
    case undefined:
      return async () => {
        await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
      };
  }
}

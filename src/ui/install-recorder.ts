import { existsSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { disposeAll } from '../core/events';
import { DictationError } from '../core/failure';
import type { TargetRequest } from '../core/target';
import type { DictationController } from '../dictation/controller';
import { failureMessage } from './messages/failure-messages';
import type { Message } from './messages/message';
import { recorderReadyMessage } from './messages/notice-messages';
import {
  findRecorderInstall,
  type InstallSurroundings,
  type RecorderInstall,
} from './recorder-install';
import { t } from './messages/translation';

/** A slow network takes minutes for six megabytes, a password its time; nobody waits for longer. */
const INSTALL_DEADLINE_MS = 1_800_000;

const OS_RELEASE = '/etc/os-release';
/** Fedora's and others' systems that come as an image have it. */
const BOOTED_FROM_IMAGE = '/run/ostree-booted';

/** Shells in which `&&` means what it means in a command line of ours. */
const PLAIN_SHELLS = /(?:^|\/)(?:ba|z|da|k|fi)?sh$/;

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
  readonly findInstall?: () => RecorderInstall;
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
    await vscode.env.clipboard.writeText(commandLine);
    await vscode.window.showInformationMessage(
      t('Copied. Run it in a terminal of your own computer: {0}', commandLine),
    );
    return;
  }
  const goBack = placeToGoBackTo(wanted);
  if (!(await runInTerminal(commandLine, next))) return;
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

function thisComputer(hasProgram: InstallRecorderOptions['hasProgram']): InstallSurroundings {
  return {
    platform: process.platform,
    hasProgram,
    osRelease: existsSync(OS_RELEASE) ? readFileSync(OS_RELEASE, 'utf8') : '',
    isImage: existsSync(BOOTED_FROM_IMAGE),
    isRoot: process.getuid?.() === 0,
  };
}

/**
 * Runs `commandLine` in a terminal that closes when it has succeeded, and stays when it has failed, for
 * the person to read and to try again.
 *
 * @returns whether the terminal was closed; not when the person does not want to wait any more
 */
async function runInTerminal(
  commandLine: string,
  next: InstallRecorderOptions['next'],
): Promise<boolean> {
  const isWindows = process.platform === 'win32';
  const shellPath = isWindows
    ? 'powershell.exe'
    : PLAIN_SHELLS.test(vscode.env.shell)
      ? undefined
      : '/bin/sh';
  const terminal = vscode.window.createTerminal({
    name: 'Voice Dictation',
    ...(shellPath === undefined ? {} : { shellPath }),
  });
  terminal.show();
  terminal.sendText(`${commandLine}${isWindows ? '; if ($?) { exit }' : ' && exit'}`);
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title:
        next === 'microphone-test'
          ? t(
              'A recorder is being installed in the terminal. Your microphone is tested when it is there.',
            )
          : t('A recorder is being installed in the terminal. Dictation goes on when it is there.'),
      cancellable: true,
    },
    (_progress, cancellation) =>
      new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => {
          end(false);
        }, INSTALL_DEADLINE_MS);
        const subscriptions = [
          vscode.window.onDidCloseTerminal((closed) => {
            if (closed === terminal) end(true);
          }),
          cancellation.onCancellationRequested(() => {
            end(false);
          }),
        ];
        function end(isClosed: boolean): void {
          clearTimeout(timer);
          disposeAll(subscriptions);
          resolve(isClosed);
        }
      }),
  );
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

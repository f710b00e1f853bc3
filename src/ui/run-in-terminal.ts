import { existsSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { disposeAll } from '../core/events';
import { t } from './messages/translation';
import type { InstallSurroundings } from './recorder-install';

/** A slow network takes minutes for six megabytes, a password its time; nobody waits for longer. */
const INSTALL_DEADLINE_MS = 1_800_000;

const OS_RELEASE = '/etc/os-release';
/** Fedora's and others' systems that come as an image have it. */
const BOOTED_FROM_IMAGE = '/run/ostree-booted';

/** Shells in which `&&` means what it means in a command line of ours. */
const PLAIN_SHELLS = /(?:^|\/)(?:ba|z|da|k|fi)?sh$/;

/** What is known of this computer. @param hasProgram whether a terminal finds a program of this file name */
export function thisComputer(hasProgram: InstallSurroundings['hasProgram']): InstallSurroundings {
  return {
    platform: process.platform,
    hasProgram,
    osRelease: existsSync(OS_RELEASE) ? readFileSync(OS_RELEASE, 'utf8') : '',
    isImage: existsSync(BOOTED_FROM_IMAGE),
    isRoot: process.getuid?.() === 0,
  };
}

/** Where a terminal of this window opens. */
interface TerminalPlace {
  /** On another computer than the one that records. */
  readonly isTerminalElsewhere: boolean;
}

/** Writes `commandLine` into a terminal, for the person to run. */
export async function typeInTerminal(commandLine: string, place: TerminalPlace): Promise<void> {
  if (place.isTerminalElsewhere) {
    await copyForTerminal(commandLine);
    return;
  }
  const terminal = vscode.window.createTerminal({ name: 'Voice Dictation' });
  terminal.show();
  terminal.sendText(commandLine, false);
}

/** For a terminal that is not this window's. */
export async function copyForTerminal(commandLine: string): Promise<void> {
  await vscode.env.clipboard.writeText(commandLine);
  await vscode.window.showInformationMessage(
    t('Copied. Run it in a terminal of your own computer: {0}', commandLine),
  );
}

/**
 * Runs `commandLine` in a terminal that closes when it has succeeded, and stays when it has failed, for
 * the person to read and to try again.
 *
 * @param title of the progress that is shown meanwhile, and that can be cancelled
 * @returns whether the terminal was closed; not when the person does not want to wait any more
 */
export async function runInTerminal(commandLine: string, title: string): Promise<boolean> {
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
      title,
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

import * as vscode from 'vscode';
import { keptFromTerminals, withKeysLetThrough } from './terminal-key';

const SETTING = 'terminal.integrated.commandsToSkipShell';

/** Calls `onKept` when a terminal is, or becomes, the active one whose shell the toggle key would go to. */
export function watchTerminalKey(onKept: () => void): vscode.Disposable {
  const look = (terminal: vscode.Terminal | undefined): void => {
    const kept = keptFromTerminals(vscode.workspace.getConfiguration().get<unknown>(SETTING));
    if (terminal !== undefined && kept.includes('voiceDictation.toggle')) onKept();
  };
  look(vscode.window.activeTerminal);
  return vscode.window.onDidChangeActiveTerminal(look);
}

/** Takes the keys out of what goes to shells: where the list stands that is in force, else for all windows. */
export async function letKeysThrough(): Promise<void> {
  const configuration = vscode.workspace.getConfiguration();
  const isOfWorkspace = configuration.inspect(SETTING)?.workspaceValue !== undefined;
  const { Workspace, Global } = vscode.ConfigurationTarget;
  await configuration.update(
    SETTING,
    withKeysLetThrough(configuration.get<unknown>(SETTING)),
    isOfWorkspace ? Workspace : Global,
  );
}

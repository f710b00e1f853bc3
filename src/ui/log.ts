import * as vscode from 'vscode';

/** The output channel "Voice Dictation", a `Log` with levels that the person chooses in VS Code. */
export function openLog(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel('Voice Dictation', { log: true });
}

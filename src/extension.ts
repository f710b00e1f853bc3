import './ui/window-language';
import * as vscode from 'vscode';
import type { VoiceDictationApi } from '../docs/api/voice-dictation';
import { openLog } from './ui/log';
import { showActivationFailure } from './ui/notifications';
import { openWindow } from './window';

let close: (() => Promise<void>) | undefined;

/** Builds the graph and paints the status bar; what hears and what writes is loaded later. */
export function activate(context: vscode.ExtensionContext): VoiceDictationApi {
  const log = openLog();
  context.subscriptions.push(log);
  try {
    const window = openWindow(context, log);
    ({ close } = window);
    const { api, ownTests } = window;
    return context.extensionMode === vscode.ExtensionMode.Test ? { ...api, ...ownTests } : api;
  } catch (error) {
    void showActivationFailure(error, log);
    throw error;
  }
}

/** Microphone off, sessions terminated, nothing lost that the settings allow to keep. */
export async function deactivate(): Promise<void> {
  await close?.();
}

import * as vscode from 'vscode';
import type { VoiceDictationApi } from './voice-dictation';

/** An extension that takes a note by voice: one command, which starts listening and stops it. */
export function activate(context: vscode.ExtensionContext): void {
  let listening: AbortController | undefined;

  async function takeNote(): Promise<string> {
    const extension = vscode.extensions.getExtension<VoiceDictationApi>(
      'voice-dictation.voice-dictation',
    );
    if (extension === undefined) throw new Error('Voice Dictation is not installed');
    const dictation = await extension.activate();
    listening = new AbortController();
    const finals: string[] = [];
    for await (const heard of dictation.dictate({ language: 'en', signal: listening.signal })) {
      if (heard.kind === 'final') finals.push(heard.text);
    }
    return finals.join(' ');
  }

  const command = vscode.commands.registerCommand('sample.takeNote', async () => {
    if (listening !== undefined) listening.abort();
    else return takeNote().finally(() => (listening = undefined));
  });
  context.subscriptions.push(command);
}

/**
 * The extension that anyone would write with AssemblyAI's SDK and node-record-lpcm16: connect, record,
 * insert each final at the carets, show what runs in the status bar.
 */
import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import { AssemblyAI } from 'assemblyai';
import * as vscode from 'vscode';

interface Recording {
  stream(): Readable;
  stop(): void;
}
interface RecordModule {
  readonly record: (options: object) => Recording;
}
const { record } = createRequire(__filename)('node-record-lpcm16') as RecordModule;

export function thirtyLines(websocketBaseUrl: string): vscode.Disposable {
  const status = vscode.window.createStatusBarItem();
  const start = async (): Promise<() => Promise<void>> => {
    const transcriber = new AssemblyAI({ apiKey: 'emulator-key' }).streaming.transcriber({
      ...{ websocketBaseUrl, sampleRate: 16_000, speechModel: 'universal-3-6-pro' },
    });
    transcriber.on('turn', ({ end_of_turn, transcript }) => {
      status.text = end_of_turn ? '$(mic)' : transcript;
      const editor = vscode.window.activeTextEditor;
      if (!end_of_turn || editor === undefined) return;
      void editor.edit((edit) => {
        for (const { active } of editor.selections) edit.insert(active, `${transcript} `);
      });
    });
    await transcriber.connect();
    const recording = record({ channels: 1, sampleRate: 16_000, audioType: 'raw' });
    recording.stream().on('data', (sound: Buffer) => {
      transcriber.sendAudio(Uint8Array.from(sound).buffer);
    });
    status.show();
    return async () => {
      recording.stop();
      await transcriber.close();
      status.hide();
    };
  };
  let stop: (() => Promise<void>) | undefined;
  const toggle = async (): Promise<void> => {
    const running = stop;
    stop = undefined;
    if (running === undefined) stop = await start();
    else await running();
  };
  return vscode.Disposable.from(
    status,
    vscode.commands.registerCommand('thirtyLines.toggle', toggle),
  );
}

import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { KeptAudio } from '../dictation/run/audio-source';
import { audioFileName, wavOf } from '../storage/kept-audio-file';

export interface SaveAudioOptions {
  readonly controller: {
    readonly keptAudio: readonly KeptAudio[];
    releaseKeptAudio(saved: readonly KeptAudio[]): void;
  };
  /** Told when writing fails; the audio is then still kept. */
  readonly onFailed: (error: unknown) => void;
  /** Asks where the first recording goes; undefined: dismissed. Default: VS Code's save dialog. */
  readonly askWhere?: () => PromiseLike<vscode.Uri | undefined>;
}

/**
 * Save Audio…: writes the kept audio as WAV files, the first where the person says, the others
 * beside it with a number, none over a file that was not chosen. What is saved is not kept any more.
 */
export async function saveAudio(options: SaveAudioOptions): Promise<void> {
  const { controller, onFailed, askWhere = showSaveDialog } = options;
  if (controller.keptAudio.length === 0) return;
  const first = await askWhere();
  // Only now: the dialog may have been open for long.
  const audio = [...controller.keptAudio];
  if (first === undefined) return;
  try {
    let number = 1;
    for (const [index, each] of audio.entries()) {
      let file = first;
      if (index > 0) {
        do {
          file = first.with({ path: numberedPath(first.path, ++number) });
        } while (await exists(file));
      }
      await vscode.workspace.fs.writeFile(file, wavOf(each));
    }
  } catch (error) {
    onFailed(error);
    return;
  }
  controller.releaseKeptAudio(audio);
}

/** `dir/name-2.wav` for `dir/name.wav`. */
function numberedPath(file: string, number: number): string {
  const { dir, name, ext } = path.posix.parse(file);
  return path.posix.join(dir, `${name}-${String(number)}${ext}`);
}

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    // What is there and cannot be looked at cannot be written either: that will tell.
    return false;
  }
}

/** Not into the workspace, where a recording is soon in a repository. */
function showSaveDialog(): Thenable<vscode.Uri | undefined> {
  const folder = vscode.Uri.file(os.homedir());
  return vscode.window.showSaveDialog({
    title: 'Save the Speech That Was Not Transcribed',
    defaultUri: vscode.Uri.joinPath(folder, audioFileName(new Date())),
    filters: { 'WAV audio': ['wav'] },
  });
}

import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { FRAME_MS } from '../core/pcm';
import type { KeptAudio } from '../core/kept-audio';
import { audioFileName, wavOf } from '../storage/kept-audio-file';
import { discardAudioQuestion } from './messages/kept-audio-messages';
import type { Question } from './messages/message';
import { t } from './messages/translation';

/** The part of the controller that is needed here. */
interface AudioKeeper {
  readonly keptAudio: readonly KeptAudio[];
  releaseKeptAudio(audio: readonly KeptAudio[]): void;
}

export interface SaveAudioOptions {
  readonly controller: AudioKeeper;
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
      await writeWhole(file, wavOf(each));
    }
  } catch (error) {
    onFailed(error);
    return;
  }
  controller.releaseKeptAudio(audio);
}

export interface DiscardAudioOptions {
  readonly controller: AudioKeeper;
  /** Default: a dialog of VS Code that must be answered. */
  readonly confirm?: (question: Question) => PromiseLike<boolean>;
}

/** Discard Recording…: lets go of the audio that was kept when it asked, if the person confirms. */
export async function discardAudio(options: DiscardAudioOptions): Promise<void> {
  const { controller, confirm = confirmInDialog } = options;
  const audio = [...controller.keptAudio];
  if (audio.length === 0) return;
  const frames = audio.reduce((sum, each) => sum + each.frames.length, 0);
  if (await confirm(discardAudioQuestion(frames * FRAME_MS))) controller.releaseKeptAudio(audio);
}

async function confirmInDialog({ sentence, detail, answer }: Question): Promise<boolean> {
  const options = { modal: true, detail };
  return (await vscode.window.showWarningMessage(sentence, options, answer)) === answer;
}

/** `dir/name-2.wav` for `dir/name.wav`. */
function numberedPath(file: string, number: number): string {
  const { dir, name, ext } = path.posix.parse(file);
  return path.posix.join(dir, `${name}-${String(number)}${ext}`);
}

/** A disk that is full leaves neither half a recording nor harms what stood there. */
async function writeWhole(file: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const { fs } = vscode.workspace;
  const unfinished = file.with({ path: `${file.path}.part` });
  try {
    await fs.writeFile(unfinished, bytes);
    await fs.rename(unfinished, file, { overwrite: true });
  } catch (error) {
    await fs.delete(unfinished).then(undefined, () => undefined); // There may be none.
    throw error;
  }
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
    title: t('Save the Speech That Was Not Transcribed'),
    defaultUri: vscode.Uri.joinPath(folder, audioFileName(new Date())),
    filters: { 'WAV audio': ['wav'] },
  });
}

import * as vscode from 'vscode';
import { AUDIO_EXTENSIONS } from '../../core/audio-file';
import { OPEN_AUDIO_FILE } from '../messages/audio-file-messages';
import { FileTranscription, type FileTranscriptionOptions } from './file-transcription';
import { askWhere, type WordsPlaceOptions } from './words-place';

export interface TranscribeAudioFileOptions extends FileTranscriptionOptions, WordsPlaceOptions {}

/**
 * Transcribe Audio File…: asks for a file, unless it is given, and where its words go; reads it, and has
 * it heard, with progress. What of it is not heard can be gone on with.
 *
 * @param given what VS Code gives the command: in the explorer, the file and all that are selected
 */
export async function transcribeAudioFile(
  options: TranscribeAudioFileOptions,
  given: readonly unknown[],
): Promise<void> {
  const files = filesGiven(given);
  const chosen = files.length > 0 ? files : await askForFile();
  const [first] = chosen;
  if (first === undefined) return;
  const place = await askWhere(options, chosen);
  if (place === undefined) return;
  try {
    for (const file of chosen) {
      if (!(await new FileTranscription(options, file, place).run())) return;
    }
  } finally {
    place.dispose();
  }
}

function filesGiven([file, selected]: readonly unknown[]): readonly vscode.Uri[] {
  const all = Array.isArray(selected) && selected.length > 0 ? selected : [file];
  return all.filter((each) => each instanceof vscode.Uri);
}

async function askForFile(): Promise<readonly vscode.Uri[]> {
  const { title, openLabel, filter, any } = OPEN_AUDIO_FILE;
  const chosen = await vscode.window.showOpenDialog({
    title,
    openLabel,
    filters: { [filter]: [...AUDIO_EXTENSIONS], [any]: ['*'] },
  });
  return chosen ?? [];
}

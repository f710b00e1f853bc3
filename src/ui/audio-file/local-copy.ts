import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { problemOfFile, type AudioFileReading } from '../../core/audio-file';
import { t } from '../messages/translation';

/** What is elsewhere is copied first, into memory and onto this disk. */
const LARGEST_COPY_BYTES = 1024 ** 3;

/** Gives `use` the path of a copy on this computer, which is deleted afterwards. */
export async function withLocalCopy(
  file: vscode.Uri,
  use: (path: string) => Promise<AudioFileReading>,
): Promise<AudioFileReading> {
  let folder: string | undefined;
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > LARGEST_COPY_BYTES) throw new Error(t('it is larger than 1 GB'));
    folder = await mkdtemp(path.join(os.tmpdir(), 'voice-dictation-'));
    // Its ending may tell a decoder what it is; its name tells nobody anything.
    const ending = /\.[a-z0-9]{1,5}$/i.exec(file.path)?.[0] ?? '';
    const copy = path.join(folder, `sound${ending}`);
    await writeFile(copy, await vscode.workspace.fs.readFile(file));
    return await use(copy);
  } catch (error) {
    return { kind: 'problem', problem: problemOfFile(error) };
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
}

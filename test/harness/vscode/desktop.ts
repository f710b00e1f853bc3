import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import path from 'node:path';
import { REPOSITORY } from '../repository';

/** @returns a desktop VS Code, downloaded where it is not there yet; nothing without display or network */
export async function findDesktopVscode(): Promise<string | undefined> {
  if (!hasDisplay()) {
    console.log('Window: in a headless browser, because there is no display.');
    return undefined;
  }
  try {
    const cachePath = path.join(REPOSITORY, 'out/vscode');
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    console.log(`Window: in a headless browser, because VS Code could not be downloaded (${why}).`);
    return undefined;
  }
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => (process.env[name] ?? '') !== '');
}

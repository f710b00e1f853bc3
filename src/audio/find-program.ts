import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** What a search asks the file system. Synchronous: a few dozen stats cost less than a thread hop each. */
export interface ProgramProbe {
  /** Whether `file` is a file that may be executed. */
  isProgram(file: string): boolean;
  /** Whether there is a file. */
  exists(file: string): boolean;
  /** Names in `folder`; none when it cannot be read. */
  list(folder: string): readonly string[];
}

/** The real file system. */
export const fileSystemProbe: ProgramProbe = {
  isProgram(file) {
    try {
      // Most are not there, and a stat that may fail silently costs a tenth of an exception.
      if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return false;
    } catch {
      // What comes by the Microsoft Store (winget.exe) may not be looked at, and runs (nodejs/node#36790, read).
    }
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
  exists(file) {
    try {
      return statSync(file, { throwIfNoEntry: false }) !== undefined;
    } catch {
      return false;
    }
  },
  list(folder) {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  },
};

/** The recorder that may have come with the extension. */
export interface BuiltInRecorder {
  /** There in packages for systems that bring no recorder. */
  readonly addOn: string;
  /** What the process runs that loads it. */
  readonly program: string;
}

/** Where a program is looked for. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly probe: ProgramProbe;
  readonly builtIn?: BuiltInRecorder;
}

/**
 * Homebrew's and MacPorts' folders: a macOS application that was started from the Dock does not have
 * them in its PATH.
 */
const PACKAGE_FOLDERS = ['/opt/homebrew/bin', '/usr/local/bin', '/opt/local/bin'];

/** @returns the separator and joiner of `platform`, whatever we run on ourselves */
export function pathsOf({ platform }: Pick<Surroundings, 'platform'>): path.PlatformPath {
  return platform === 'win32' ? path.win32 : path.posix;
}

/**
 * Looks for a program, by its first name everywhere before its second.
 *
 * @param names without `.exe`
 * @param more folders besides PATH and where packages usually put programs
 * @returns an absolute path, if there is one
 */
export function findProgram(
  names: readonly string[],
  surroundings: Surroundings,
  more: readonly string[] = [],
): string | undefined {
  const { platform, probe } = surroundings;
  const paths = pathsOf(surroundings);
  const folders = [...usualFolders(surroundings), ...more];
  for (const name of names) {
    for (const folder of folders) {
      const file = paths.join(folder, platform === 'win32' ? `${name}.exe` : name);
      if (probe.isProgram(file)) return file;
    }
  }
  return undefined;
}

/** Whether there is a program of this file name, with its ending, in PATH or where packages put them. */
export function isInstalled(fileName: string, surroundings: Surroundings): boolean {
  const paths = pathsOf(surroundings);
  return usualFolders(surroundings).some((folder) =>
    surroundings.probe.isProgram(paths.join(folder, fileName)),
  );
}

function usualFolders(surroundings: Surroundings): readonly string[] {
  return [
    ...pathFolders(surroundings),
    ...(surroundings.platform === 'win32' ? [] : PACKAGE_FOLDERS),
  ];
}

/** Relative and empty entries mean the current folder: a workspace could put its own program there. */
function pathFolders(surroundings: Surroundings): readonly string[] {
  const paths = pathsOf(surroundings);
  return (
    environmentVariable('PATH', surroundings)
      .split(paths.delimiter)
      // Windows takes an entry in quotation marks, too.
      .map((folder) => folder.replace(/^"(.*)"$/, '$1'))
      .filter((folder) => paths.isAbsolute(folder))
  );
}

/** Windows spells them in any case, and only the original `process.env` ignores that; '' for none. */
export function environmentVariable(
  name: string,
  { platform, env }: Pick<Surroundings, 'platform' | 'env'>,
): string {
  if (platform !== 'win32') return env[name] ?? '';
  const key = Object.keys(env).find((each) => each.toUpperCase() === name.toUpperCase());
  return (key === undefined ? undefined : env[key]) ?? '';
}

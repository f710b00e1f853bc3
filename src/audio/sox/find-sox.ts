import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { DictationError } from '../../core/failure';

/** What {@link findSox} asks the file system. Synchronous: a dozen stats cost less than a thread hop each. */
export interface ProgramProbe {
  /** Whether `file` is a file that may be executed. */
  isProgram(file: string): boolean;
  /** Names in `folder`; none when it cannot be read. */
  list(folder: string): readonly string[];
}

/** The real file system. */
export const fileSystemProbe: ProgramProbe = {
  isProgram(file) {
    try {
      accessSync(file, constants.X_OK);
      return statSync(file).isFile();
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

/** Homebrew's two prefixes: a macOS app started from the Dock does not have them in its PATH. */
const HOMEBREW_FOLDERS = ['/opt/homebrew/bin', '/usr/local/bin'];

/** The program, and its maintained fork, which some packages install under its own name only. */
const PROGRAM_NAMES = ['sox', 'sox_ng'];

/**
 * Finds sox: the configured path and nothing else if there is one, else PATH, else where Homebrew
 * and the Windows installer put it.
 *
 * @param configuredPath the setting; empty: search
 * @returns an absolute path
 * @throws {DictationError} `sox-missing`; detail is the configured path, if any
 */
export function findSox(
  configuredPath: string,
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  probe: ProgramProbe,
): string {
  const paths = platform === 'win32' ? path.win32 : path.posix;
  if (configuredPath !== '') {
    // A relative path would mean the folder the editor happened to be started in.
    if (paths.isAbsolute(configuredPath) && probe.isProgram(configuredPath)) return configuredPath;
    throw new DictationError('sox-missing', { detail: configuredPath });
  }
  const folders = [...searchFolders(platform, env, probe)];
  for (const name of PROGRAM_NAMES) {
    for (const folder of folders) {
      const file = paths.join(folder, platform === 'win32' ? `${name}.exe` : name);
      if (probe.isProgram(file)) return file;
    }
  }
  throw new DictationError('sox-missing');
}

function* searchFolders(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  probe: ProgramProbe,
): Generator<string> {
  const paths = platform === 'win32' ? path.win32 : path.posix;
  // Relative and empty entries mean the current folder: a workspace could put its own sox there.
  yield* pathOf(platform, env)
    .split(paths.delimiter)
    .filter((folder) => paths.isAbsolute(folder));
  if (platform !== 'win32') {
    yield* HOMEBREW_FOLDERS;
    return;
  }
  for (const variable of ['ProgramFiles', 'ProgramFiles(x86)']) {
    const programs = env[variable];
    if (programs === undefined) continue;
    const names = probe.list(programs).filter((name) => /^sox/i.test(name));
    // The installer's folder carries the version, `sox-14-4-2`: newest first.
    for (const name of [...names].sort().reverse()) yield paths.join(programs, name);
  }
}

/** Windows spells it `Path`, and only the original `process.env` ignores case. */
function pathOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform !== 'win32') return env['PATH'] ?? '';
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH');
  return (key === undefined ? undefined : env[key]) ?? '';
}

import { environmentVariable, findProgram, pathsOf, type Surroundings } from '../find-program';

/** The program, and its maintained fork, which some packages install under its own name only. */
const PROGRAM_NAMES = ['sox', 'sox_ng'];

/**
 * Finds sox: in PATH, else where packages and the Windows installers put it. Those of Windows change
 * the PATH of programs that are started later only, so an editor that runs does not see it there.
 *
 * @returns an absolute path, if there is one
 */
export function findSox(surroundings: Surroundings): string | undefined {
  if (surroundings.platform !== 'win32') return findProgram(PROGRAM_NAMES, surroundings);
  // 14.4.2 has trouble with Windows' microphones, the fork has not (docs/audio.md §3).
  return findProgram(PROGRAM_NAMES.toReversed(), surroundings, windowsFolders(surroundings));
}

/** Where WinGet, scoop, chocolatey and sox's own installer put it. */
function windowsFolders(surroundings: Surroundings): readonly string[] {
  const { probe } = surroundings;
  const paths = pathsOf(surroundings);
  /** Folders in that of the environment variable, the newest version first. */
  function inside(variable: string, under: readonly string[], names: RegExp): readonly string[] {
    const root = environmentVariable(variable, surroundings);
    if (!paths.isAbsolute(root)) return [];
    const folder = paths.join(root, ...under);
    const found = probe.list(folder).filter((name) => names.test(name));
    return [...found]
      .sort()
      .reverse()
      .map((name) => paths.join(folder, name));
  }
  const packages = ['Microsoft', 'WinGet'];
  return [
    ...inside('LOCALAPPDATA', packages, /^Links$/i),
    ...inside('LOCALAPPDATA', [...packages, 'Packages'], /^sox/i),
    ...inside('USERPROFILE', ['scoop'], /^shims$/i),
    ...inside('ProgramData', ['chocolatey'], /^bin$/i),
    // The installer's folder carries the version, `sox-14-4-2`.
    ...inside('ProgramFiles', [], /^sox/i),
    ...inside('ProgramFiles(x86)', [], /^sox/i),
  ];
}

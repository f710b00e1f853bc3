/** How a recorder gets onto this computer: a command line for a terminal, or a page that tells. */
export type RecorderInstall = { readonly commandLine: string } | { readonly url: string };

/** What is known of the computer that records. */
export interface InstallSurroundings {
  readonly platform: NodeJS.Platform;
  /** Whether a terminal finds a program of this file name. */
  readonly hasProgram: (name: string) => boolean;
  /** What `/etc/os-release` says; '' where there is none. */
  readonly osRelease: string;
  /** The system is an image that no package manager changes (`/run/ostree-booted`). */
  readonly isImage: boolean;
  /** We have all rights already. */
  readonly isRoot: boolean;
}

interface PackageManager {
  /** File name of its program. */
  readonly program: string;
  readonly commands: readonly string[];
  /** It changes the system, so it takes its administrator's rights. */
  readonly isForRoot?: true;
  /** Distributions whose own it is, by `ID` or `ID_LIKE` of `/etc/os-release`. */
  readonly families?: readonly string[];
}

/** Where people without a package manager get it. */
const PAGES: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'https://formulae.brew.sh/formula/sox',
};
const DOWNLOAD = 'https://sourceforge.net/projects/sox/files/sox/';

/**
 * Debian's sox needs a package of its own to talk to PulseAudio and PipeWire, and on Windows the fork
 * is better with microphones than 14.4.2 (docs/audio.md §1, §3).
 */
const UNIX_MANAGERS: readonly PackageManager[] = [
  {
    program: 'apt-get',
    commands: ['apt-get update', 'apt-get install -y sox libsox-fmt-pulse'],
    isForRoot: true,
    families: ['debian', 'ubuntu'],
  },
  { program: 'dnf', commands: ['dnf install sox'], isForRoot: true, families: ['fedora', 'rhel'] },
  { program: 'pacman', commands: ['pacman -S sox'], isForRoot: true, families: ['arch'] },
  {
    program: 'zypper',
    commands: ['zypper install sox'],
    isForRoot: true,
    families: ['suse', 'opensuse'],
  },
  { program: 'apk', commands: ['apk add sox'], isForRoot: true, families: ['alpine'] },
  {
    program: 'xbps-install',
    commands: ['xbps-install -S sox'],
    isForRoot: true,
    families: ['void'],
  },
  { program: 'nix', commands: ['nix profile install nixpkgs#sox'], families: ['nixos'] },
  { program: 'brew', commands: ['brew install sox'] },
  { program: 'port', commands: ['port install sox'], isForRoot: true },
];

const WINDOWS_MANAGERS: readonly PackageManager[] = [
  { program: 'winget.exe', commands: ['winget install -e --id sox_ng.sox_ng'] },
  { program: 'scoop.cmd', commands: ['scoop install sox'] },
  { program: 'choco.exe', commands: ['choco install sox.portable'] },
];

/** How to install a recorder here: by the system's own package manager, else by one that is there. */
export function findRecorderInstall(surroundings: InstallSurroundings): RecorderInstall {
  const { platform, hasProgram, osRelease, isImage } = surroundings;
  const known = platform === 'win32' ? WINDOWS_MANAGERS : UNIX_MANAGERS;
  const there = known.filter(
    ({ program, isForRoot }) => hasProgram(program) && !(isImage && isForRoot === true),
  );
  const system = systemNames(osRelease);
  const own = there.find(({ families = [] }) => families.some((name) => system.includes(name)));
  const manager = own ?? there[0];
  return manager === undefined
    ? { url: PAGES[platform] ?? DOWNLOAD }
    : { commandLine: commandLine(manager, surroundings) };
}

/** The names of `ID` and `ID_LIKE`; `opensuse-leap` is an `opensuse`. */
function systemNames(osRelease: string): readonly string[] {
  const values = [...osRelease.matchAll(/^ID(?:_LIKE)?=["']?([^"'\n]*)/gm)];
  return values
    .flatMap(([, names = '']) => names.split(/\s+/))
    .flatMap((name) => [name, name.split('-')[0] ?? name]);
}

function commandLine(
  { commands, isForRoot }: PackageManager,
  { hasProgram, isRoot }: InstallSurroundings,
): string {
  const line = commands.join(' && ');
  if (isForRoot !== true || isRoot) return line;
  const helper = ['sudo', 'doas'].find(hasProgram);
  if (helper === undefined) return `su -c '${line}'`;
  return commands.map((command) => `${helper} ${command}`).join(' && ');
}

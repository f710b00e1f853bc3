import { t } from './messages/translation';

/** How a program gets onto this computer: a command line for a terminal, or a page that tells. */
export type ProgramInstall = { readonly commandLine: string } | { readonly url: string };

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

/** What is installed: what records, or what decodes sound. */
type Installed = 'sox' | 'ffmpeg';

interface PackageManager {
  /** File name of its program. */
  readonly program: string;
  readonly commands: Readonly<Record<Installed, readonly string[]>>;
  /** It changes the system, so it takes its administrator's rights. */
  readonly isForRoot?: true;
  /** Distributions whose own it is, by `ID` or `ID_LIKE` of `/etc/os-release`. */
  readonly families?: readonly string[];
}

/** Where people without a package manager get it; `other`: all other systems. */
const PAGES: Readonly<Record<Installed, Readonly<Record<'darwin' | 'other', string>>>> = {
  sox: {
    darwin: 'https://formulae.brew.sh/formula/sox',
    other: 'https://sourceforge.net/projects/sox/files/sox/',
  },
  ffmpeg: {
    darwin: 'https://formulae.brew.sh/formula/ffmpeg',
    other: 'https://ffmpeg.org/download.html',
  },
};

/**
 * Debian's sox needs a package of its own to talk to PulseAudio and PipeWire, and on Windows the fork
 * is better with microphones than 14.4.2 (docs/audio.md §1, §3).
 */
const UNIX_MANAGERS: readonly PackageManager[] = [
  {
    program: 'apt-get',
    commands: {
      sox: ['apt-get update', 'apt-get install -y sox libsox-fmt-pulse'],
      ffmpeg: ['apt-get update', 'apt-get install -y ffmpeg'],
    },
    isForRoot: true,
    families: ['debian', 'ubuntu'],
  },
  {
    program: 'dnf',
    commands: { sox: ['dnf install sox'], ffmpeg: ['dnf install ffmpeg-free'] },
    isForRoot: true,
    families: ['fedora', 'rhel'],
  },
  {
    program: 'pacman',
    commands: { sox: ['pacman -S sox'], ffmpeg: ['pacman -S ffmpeg'] },
    isForRoot: true,
    families: ['arch'],
  },
  {
    program: 'zypper',
    commands: { sox: ['zypper install sox'], ffmpeg: ['zypper install ffmpeg'] },
    isForRoot: true,
    families: ['suse', 'opensuse'],
  },
  {
    program: 'apk',
    commands: { sox: ['apk add sox'], ffmpeg: ['apk add ffmpeg'] },
    isForRoot: true,
    families: ['alpine'],
  },
  {
    program: 'xbps-install',
    commands: { sox: ['xbps-install -S sox'], ffmpeg: ['xbps-install -S ffmpeg'] },
    isForRoot: true,
    families: ['void'],
  },
  {
    program: 'nix',
    commands: {
      sox: ['nix profile install nixpkgs#sox'],
      ffmpeg: ['nix profile install nixpkgs#ffmpeg'],
    },
    families: ['nixos'],
  },
  { program: 'brew', commands: { sox: ['brew install sox'], ffmpeg: ['brew install ffmpeg'] } },
  {
    program: 'port',
    commands: { sox: ['port install sox'], ffmpeg: ['port install ffmpeg'] },
    isForRoot: true,
  },
];

const WINDOWS_MANAGERS: readonly PackageManager[] = [
  {
    program: 'winget.exe',
    commands: {
      sox: ['winget install -e --id sox_ng.sox_ng'],
      ffmpeg: ['winget install -e --id Gyan.FFmpeg'],
    },
  },
  {
    program: 'scoop.cmd',
    commands: { sox: ['scoop install sox'], ffmpeg: ['scoop install ffmpeg'] },
  },
  {
    program: 'choco.exe',
    commands: { sox: ['choco install sox.portable'], ffmpeg: ['choco install ffmpeg'] },
  },
];

/** How to install a recorder here. */
export function findRecorderInstall(surroundings: InstallSurroundings): ProgramInstall {
  return findInstall('sox', surroundings);
}

/** Names the command line by which a recorder is installed here; undefined: there is only a page. */
export function recorderInstallSentence(surroundings: InstallSurroundings): string | undefined {
  const install = findRecorderInstall(surroundings);
  return 'url' in install ? undefined : t('This installs one: {0}', install.commandLine);
}

/** How to install what decodes files with sound. */
export function findDecoderInstall(surroundings: InstallSurroundings): ProgramInstall {
  return findInstall('ffmpeg', surroundings);
}

/** By the system's own package manager, else by one that is there. */
function findInstall(what: Installed, surroundings: InstallSurroundings): ProgramInstall {
  const { platform, hasProgram, osRelease, isImage } = surroundings;
  const known = platform === 'win32' ? WINDOWS_MANAGERS : UNIX_MANAGERS;
  const there = known.filter(
    ({ program, isForRoot }) => hasProgram(program) && !(isImage && isForRoot === true),
  );
  const system = systemNames(osRelease);
  const own = there.find(({ families = [] }) => families.some((name) => system.includes(name)));
  const manager = own ?? there[0];
  return manager === undefined
    ? { url: PAGES[what][platform === 'darwin' ? 'darwin' : 'other'] }
    : { commandLine: commandLine(manager, manager.commands[what], surroundings) };
}

/** The names of `ID` and `ID_LIKE`; `opensuse-leap` is an `opensuse`. */
function systemNames(osRelease: string): readonly string[] {
  const values = [...osRelease.matchAll(/^ID(?:_LIKE)?=["']?([^"'\n]*)/gm)];
  return values
    .flatMap(([, names = '']) => names.split(/\s+/))
    .flatMap((name) => [name, name.split('-')[0] ?? name]);
}

function commandLine(
  { isForRoot }: PackageManager,
  commands: readonly string[],
  { hasProgram, isRoot }: InstallSurroundings,
): string {
  const line = commands.join(' && ');
  if (isForRoot !== true || isRoot) return line;
  const helper = ['sudo', 'doas'].find(hasProgram);
  if (helper === undefined) return `su -c '${line}'`;
  return commands.map((command) => `${helper} ${command}`).join(' && ');
}

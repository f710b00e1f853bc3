/** How sox gets onto this computer: a command line to type, or a page to download it from. */
export type SoxInstall = { readonly commandLine: string } | { readonly url: string };

/** Where sox lives; it has builds for Windows and macOS. */
const DOWNLOAD: SoxInstall = { url: 'https://sourceforge.net/projects/sox/files/sox/' };

/**
 * Package managers by the file that tells they are there, most specific first. Debian's sox needs a
 * package of its own to talk to PulseAudio and PipeWire (docs/audio.md §1).
 */
const PACKAGE_MANAGERS: readonly { readonly file: string; readonly commandLine: string }[] = [
  {
    file: '/usr/bin/apt-get',
    commandLine: 'sudo apt-get install sox libsox-fmt-pulse libsox-fmt-alsa',
  },
  { file: '/usr/bin/dnf', commandLine: 'sudo dnf install sox' },
  { file: '/usr/bin/pacman', commandLine: 'sudo pacman -S sox' },
  { file: '/usr/bin/zypper', commandLine: 'sudo zypper install sox' },
  { file: '/sbin/apk', commandLine: 'sudo apk add sox' },
  { file: '/opt/homebrew/bin/brew', commandLine: 'brew install sox' },
  { file: '/usr/local/bin/brew', commandLine: 'brew install sox' },
];

/**
 * How to install sox here.
 *
 * @param platform `process.platform`
 * @param exists whether a file exists
 */
export function findSoxInstall(platform: string, exists: (file: string) => boolean): SoxInstall {
  // Windows 10 and 11 bring winget. The fork, because sox 14.4.2 has trouble with Windows
  // microphones (microsoft/winget-pkgs#356667; docs/audio.md §3).
  if (platform === 'win32') return { commandLine: 'winget install -e --id sox_ng.sox_ng' };
  const found = PACKAGE_MANAGERS.find(({ file }) => exists(file));
  return found === undefined ? DOWNLOAD : { commandLine: found.commandLine };
}

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  findRecorderInstall,
  recorderInstallSentence,
  type InstallSurroundings,
  type ProgramInstall,
} from '../../../src/ui/recorder-install';

const NOTHING: InstallSurroundings = {
  platform: 'linux',
  hasProgram: () => false,
  osRelease: '',
  isImage: false,
  isRoot: false,
};

/** A computer that has these programs. */
function install(
  programs: string,
  surroundings: Partial<InstallSurroundings> = {},
): ProgramInstall {
  const hasProgram = (name: string): boolean => programs.split(' ').includes(name);
  return findRecorderInstall({ ...NOTHING, hasProgram, ...surroundings });
}

const COMMANDS: readonly (readonly [
  name: string,
  programs: string,
  osRelease: string,
  commandLine: string,
])[] = [
  [
    'Debian',
    'sudo apt-get',
    'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n',
    'sudo apt-get update && sudo apt-get install -y sox libsox-fmt-pulse',
  ],
  [
    'Mint, which is like Ubuntu',
    'sudo brew apt-get',
    'ID=linuxmint\nID_LIKE="ubuntu debian"\n',
    'sudo apt-get update && sudo apt-get install -y sox libsox-fmt-pulse',
  ],
  ['Fedora, with apt-get beside dnf', 'sudo apt-get dnf', 'ID=fedora', 'sudo dnf install sox'],
  ['Rocky', 'sudo dnf', 'ID="rocky"\nID_LIKE="rhel centos fedora"', 'sudo dnf install sox'],
  ['Arch', 'sudo pacman', 'ID=arch', 'sudo pacman -S sox'],
  [
    'openSUSE',
    'sudo zypper',
    'ID="opensuse-leap"\nID_LIKE="suse opensuse"',
    'sudo zypper install sox',
  ],
  ['Alpine, with doas', 'doas apk', 'ID=alpine', 'doas apk add sox'],
  ['Void', 'sudo xbps-install', 'ID="void"', 'sudo xbps-install -S sox'],
  ['NixOS', 'sudo nix', 'ID=nixos', 'nix profile install nixpkgs#sox'],
  ['a system that nobody knows', 'sudo zypper', 'ID=mine', 'sudo zypper install sox'],
  ['a system without sudo', 'dnf', 'ID=fedora', "su -c 'dnf install sox'"],
  [
    'Debian without sudo',
    'apt-get',
    'ID=debian',
    "su -c 'apt-get update && apt-get install -y sox libsox-fmt-pulse'",
  ],
];

describe('installing a recorder', () => {
  for (const [name, programs, osRelease, commandLine] of COMMANDS) {
    test(`on ${name}`, () => {
      assert.deepEqual(install(programs, { osRelease }), { commandLine });
    });
  }

  test('as root needs nobody else’s rights', () => {
    assert.deepEqual(install('sudo apk', { isRoot: true }), { commandLine: 'apk add sox' });
  });

  test('on a system that is an image takes what does not change the image, or nothing', () => {
    const image = { isImage: true, osRelease: 'ID=fedora' };
    assert.deepEqual(install('sudo dnf brew', image), { commandLine: 'brew install sox' });
    assert.deepEqual(install('sudo dnf', image), {
      url: 'https://sourceforge.net/projects/sox/files/sox/',
    });
  });

  test('on macOS: Homebrew, MacPorts, else the page that leads there', () => {
    const mac = { platform: 'darwin' } as const;
    assert.deepEqual(
      [install('sudo brew port', mac), install('sudo port', mac), install('sudo', mac)],
      [
        { commandLine: 'brew install sox' },
        { commandLine: 'sudo port install sox' },
        { url: 'https://formulae.brew.sh/formula/sox' },
      ],
    );
  });

  test('on Windows: WinGet, scoop, chocolatey, else the download', () => {
    const windows = { platform: 'win32' } as const;
    assert.deepEqual(
      [
        install('winget.exe scoop.cmd', windows),
        install('scoop.cmd choco.exe', windows),
        install('choco.exe', windows),
        install('', windows),
      ],
      [
        { commandLine: 'winget install -e --id sox_ng.sox_ng' },
        { commandLine: 'scoop install sox' },
        { commandLine: 'choco install sox.portable' },
        { url: 'https://sourceforge.net/projects/sox/files/sox/' },
      ],
    );
  });
});

test('the command line is named, where there is one', () => {
  const hasProgram = (name: string): boolean => name === 'brew';
  assert.deepEqual(
    [
      recorderInstallSentence({ ...NOTHING, platform: 'darwin', hasProgram }),
      recorderInstallSentence(NOTHING),
    ],
    ['This installs one: brew install sox', undefined],
  );
});

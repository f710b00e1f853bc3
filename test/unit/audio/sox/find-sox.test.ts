import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProgramProbe } from '../../../../src/audio/find-program';
import { findSox } from '../../../../src/audio/sox/find-sox';

/** A file system that holds these programs, and nothing else. */
function holding(...programs: readonly string[]): ProgramProbe {
  return {
    isProgram: (file) => programs.includes(file),
    exists: (file) => programs.includes(file),
    list: (folder) =>
      programs
        .filter((file) => file.startsWith(folder))
        .map((file) => file.slice(folder.length + 1).split('\\')[0] ?? ''),
  };
}

const PATH = '/usr/local/sbin:/usr/bin';

test('PATH is searched in its order', () => {
  const probe = holding('/usr/bin/sox', '/usr/local/sbin/sox');
  assert.equal(findSox({ platform: 'linux', env: { PATH }, probe }), '/usr/local/sbin/sox');
});

test('relative and empty entries of PATH are passed over', () => {
  const probe = holding('sox', './sox', 'bin/sox', '/usr/bin/sox');
  assert.equal(
    findSox({ platform: 'linux', env: { PATH: ':.:bin:/usr/bin' }, probe }),
    '/usr/bin/sox',
  );
});

test("Homebrew's folders are searched after PATH, and without a PATH", () => {
  assert.equal(
    findSox({
      platform: 'darwin',
      env: { PATH },
      probe: holding('/usr/bin/sox', '/opt/homebrew/bin/sox'),
    }),
    '/usr/bin/sox',
  );
  assert.equal(
    findSox({
      platform: 'darwin',
      env: {},
      probe: holding('/opt/homebrew/bin/sox', '/usr/local/bin/sox'),
    }),
    '/opt/homebrew/bin/sox',
  );
  assert.equal(
    findSox({ platform: 'darwin', env: {}, probe: holding('/usr/local/bin/sox') }),
    '/usr/local/bin/sox',
  );
});

test('on Windows Path is searched for sox.exe, then Program Files, newest version first', () => {
  const env = {
    Path: 'C:\\Windows;C:\\Tools',
    ProgramFiles: 'C:\\Program Files',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
  };
  const tools = 'C:\\Tools\\sox.exe';
  const x64 = 'C:\\Program Files\\Sox-14-4-2\\sox.exe';
  const older = 'C:\\Program Files (x86)\\sox-14-4-1\\sox.exe';
  const newer = 'C:\\Program Files (x86)\\sox-14-4-2\\sox.exe';
  assert.equal(findSox({ platform: 'win32', env, probe: holding(newer, x64, tools) }), tools);
  assert.equal(findSox({ platform: 'win32', env, probe: holding(newer, x64) }), x64);
  assert.equal(findSox({ platform: 'win32', env, probe: holding(older, newer) }), newer);
  assert.equal(findSox({ platform: 'win32', env: {}, probe: holding(older, newer) }), undefined);
});

test('a sox that is nowhere is missing', () => {
  assert.equal(findSox({ platform: 'linux', env: { PATH }, probe: holding() }), undefined);
});

test('sox_ng, its maintained fork, is taken where there is no sox', () => {
  assert.equal(
    findSox({ platform: 'linux', env: { PATH }, probe: holding('/usr/bin/sox_ng') }),
    '/usr/bin/sox_ng',
  );
  assert.equal(
    findSox({
      platform: 'linux',
      env: { PATH },
      probe: holding('/usr/local/sbin/sox_ng', '/usr/bin/sox'),
    }),
    '/usr/bin/sox',
  );
  const links = 'C:\\Links\\sox_ng.exe';
  assert.equal(
    findSox({ platform: 'win32', env: { Path: 'C:\\Links' }, probe: holding(links) }),
    links,
  );
});

test('on Windows the fork is found where packages of Windows put it, although PATH is an old one', () => {
  const env = {
    Path: '"C:\\Tools with spaces";C:\\Windows',
    LocalAppData: 'C:\\Users\\J\\AppData\\Local',
    USERPROFILE: 'C:\\Users\\J',
    ProgramData: 'C:\\ProgramData',
    ProgramFiles: 'C:\\Program Files',
  };
  const quoted = 'C:\\Tools with spaces\\sox_ng.exe';
  const winget = 'C:\\Users\\J\\AppData\\Local\\Microsoft\\WinGet';
  const places = [
    quoted,
    `${winget}\\Links\\sox_ng.exe`,
    `${winget}\\Packages\\sox_ng.sox_ng_Microsoft.Winget.Source_8wekyb3d8bbwe\\sox_ng.exe`,
    'C:\\Users\\J\\scoop\\shims\\sox_ng.exe',
    'C:\\ProgramData\\chocolatey\\bin\\sox_ng.exe',
  ];
  const old = 'C:\\Program Files\\sox-14-4-2\\sox.exe';
  for (const place of places) {
    assert.equal(findSox({ platform: 'win32', env, probe: holding(old, place) }), place);
  }
  assert.equal(findSox({ platform: 'win32', env, probe: holding(old) }), old);
});

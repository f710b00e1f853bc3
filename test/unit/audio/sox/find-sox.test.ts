import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSox, type ProgramProbe } from '../../../../src/audio/sox/find-sox';

/** A file system that holds these programs, and nothing else. */
function holding(...programs: readonly string[]): ProgramProbe {
  return {
    isProgram: (file) => programs.includes(file),
    list: (folder) =>
      programs
        .filter((file) => file.startsWith(folder))
        .map((file) => file.slice(folder.length + 1).split('\\')[0] ?? ''),
  };
}

const MISSING = { name: 'DictationError', reason: 'sox-missing', detail: '' };
const PATH = '/usr/local/sbin:/usr/bin';

test('the configured path is used, whatever else there is', () => {
  const probe = holding('/opt/sox_ng', '/usr/bin/sox');
  assert.equal(findSox('/opt/sox_ng', 'linux', { PATH }, probe), '/opt/sox_ng');
});

test('a configured path that is no program is missing, although PATH has a sox', () => {
  assert.throws(() => findSox('/opt/sox_ng', 'linux', { PATH }, holding('/usr/bin/sox')), {
    ...MISSING,
    detail: '/opt/sox_ng',
  });
});

test('a relative configured path is missing: it would depend on where the editor was started', () => {
  assert.throws(() => findSox('sox', 'linux', { PATH }, holding('sox')), {
    ...MISSING,
    detail: 'sox',
  });
});

test('PATH is searched in its order', () => {
  const probe = holding('/usr/bin/sox', '/usr/local/sbin/sox');
  assert.equal(findSox('', 'linux', { PATH }, probe), '/usr/local/sbin/sox');
});

test('relative and empty entries of PATH are passed over', () => {
  const probe = holding('sox', './sox', 'bin/sox', '/usr/bin/sox');
  assert.equal(findSox('', 'linux', { PATH: ':.:bin:/usr/bin' }, probe), '/usr/bin/sox');
});

test("Homebrew's folders are searched after PATH, and without a PATH", () => {
  assert.equal(
    findSox('', 'darwin', { PATH }, holding('/usr/bin/sox', '/opt/homebrew/bin/sox')),
    '/usr/bin/sox',
  );
  assert.equal(
    findSox('', 'darwin', {}, holding('/opt/homebrew/bin/sox', '/usr/local/bin/sox')),
    '/opt/homebrew/bin/sox',
  );
  assert.equal(findSox('', 'darwin', {}, holding('/usr/local/bin/sox')), '/usr/local/bin/sox');
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
  assert.equal(findSox('', 'win32', env, holding(newer, x64, tools)), tools);
  assert.equal(findSox('', 'win32', env, holding(newer, x64)), x64);
  assert.equal(findSox('', 'win32', env, holding(older, newer)), newer);
  assert.throws(() => findSox('', 'win32', {}, holding(older, newer)), MISSING);
});

test('a sox that is nowhere is missing', () => {
  assert.throws(() => findSox('', 'linux', { PATH }, holding()), MISSING);
});

test('sox_ng, its maintained fork, is taken where there is no sox', () => {
  assert.equal(findSox('', 'linux', { PATH }, holding('/usr/bin/sox_ng')), '/usr/bin/sox_ng');
  assert.equal(
    findSox('', 'linux', { PATH }, holding('/usr/local/sbin/sox_ng', '/usr/bin/sox')),
    '/usr/bin/sox',
  );
  const links = 'C:\\Links\\sox_ng.exe';
  assert.equal(findSox('', 'win32', { Path: 'C:\\Links' }, holding(links)), links);
});

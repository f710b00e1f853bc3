import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../harness/properties';
import { isName, isPromptName } from '../../../../src/text/vocabulary/name';
import { namesIn } from '../../../../src/text/vocabulary/identifiers';
import { candidatesAmong, candidatesOf, type Origin } from '../../../../src/text/vocabulary/rank';

const ORIGINS: readonly Origin[] = ['file', 'branch', 'package', 'symbol', 'workspace'];

test('names as programmers make them are names', () => {
  const names = [
    'getUserName',
    'MAX_SIZE',
    '$scope',
    '_private',
    'user-list.test.tsx',
    '.eslintrc.json',
    'größe',
    'имя_файла',
    'όνομα',
    '変数',
    'सूची',
    'ใช้น้ำ',
    'v2.0',
  ];
  assert.deepEqual(
    names.filter((name) => !isName(name)),
    [],
  );
});

test('whatever acts, hides, or passes for something else is no name', () => {
  const harmful = [
    ...['git status;./*', 'run tests;. *', 'run-tests;!!', 'a b', 'a|b', 'a&b', 'a>b', '`id`'],
    ...[
      '$(id)',
      '${HOME}',
      'a\nb',
      'a\tb',
      'a\0b',
      'a\u001b[Ab',
      "it's",
      'a"b',
      'a\\b',
      'a*',
      'a?b',
    ],
    ...[
      '~/x',
      'a#b',
      'a=b',
      'a:b',
      'a,b',
      'a%b',
      'a^b',
      'a+b',
      '!!',
      '!git',
      '[a]',
      '{a,b}',
      '<a>',
    ],
    ...[
      'a/b',
      '@scope/name',
      '../up',
      '/bin/sh',
      'a..b',
      '..',
      'a.',
      'a-',
      '--force',
      '-',
      '.',
      '1.0',
    ],
    ...[
      'a\u202eb',
      'a\u200fb',
      'a\u200db',
      'a\u00adb',
      'a\u3164b',
      'a\ufe0fb',
      'a\u{e0041}b',
      'a\u00a0b',
    ],
    ...[
      'gіt',
      'pаypal',
      'Αlpha',
      'gе\u0442',
      'ｇｉｔ',
      '𝐠𝐢𝐭',
      'ﬁle',
      'x²',
      'e\u0301te',
      'a'.repeat(61),
    ],
    ...[
      'gіt',
      'gi\u0585t',
      'Ꭺbc',
      'ꓚopy',
      'sⲟrt',
      'run\ua4f8tests',
      'a\u01c3b',
      'a\u01c0b',
      'it\u02bcs',
    ],
    ...['ᴄat', 'ꜱudo', 'ʟs', 'ɡit', 'ɑdmin', 'ⱡs', 'ꞓd', 'ꭈm'],
    ...['a\u0338b', 'a\u20ddb', 'x\u0660y', 'f০০', 'a\u318db', 'a\u3033b', 'a\ua78cb', '1\u20e3a'],
    ...['a\u0316\u0317\u0318\u0319', '\u0301a', 'a\ud800', '👩‍💻', '①a'],
  ];
  assert.deepEqual(
    harmful.filter((name) => isName(name)),
    [],
  );
  assert.deepEqual(
    ORIGINS.flatMap((origin) =>
      candidatesOf(
        harmful.filter((name) => name !== '@scope/name' && name !== 'a/b'),
        origin,
        '',
      ),
    ),
    [],
  );
});

test('a package may stand in a scope, and only there is a slash a part of a name', () => {
  const packages = ['@types/node', 'left-pad', 'socket.io', 'symfony/console'];
  const harmful = [
    '@/a',
    '@types/',
    '@a/b/c',
    '@a/../b',
    '/a',
    'a@1',
    '@a',
    'a//b',
    '@a/b;c',
    '@a/$(b)',
  ];
  const isPackage = (name: string): boolean => isName(name, 'package');
  assert.deepEqual([...packages, ...harmful].filter(isPackage), packages);
  assert.deepEqual(
    candidatesOf(packages, 'file', ''),
    candidatesOf(['left-pad', 'socket.io'], 'file', ''),
  );
});

test('an identifier with something invisible in it is no candidate', () => {
  const code = 'get\u3164Name(); plainName(); usеrName(); e\u0301tude(); a\u180bbc();';
  assert.deepEqual(
    candidatesAmong(namesIn(code, 'typescript'), 'document', '').map(({ name }) => name),
    ['plainName'],
  );
});

test('every name is plain to see, whatever a folder holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 8 }), (text) => {
      for (const kind of ['name', 'package'] as const) {
        if (isName(text, kind)) assert.match(text, /^[\p{L}\p{M}\p{Nd}_$.@/-]+$/u);
      }
    }),
    { numRuns: 5000 },
  );
});

test('at a prompt a name is no option, no place to run, no variable, and no program with its arguments', () => {
  const names = ['user-list.tsx', '@types/node', 'a.b', 'docker-compose.yml', 'git', 'run-tests'];
  const acting = ['-rf', '.env', '~root', '$HOME', 'git$IFS'];
  const programs = ['git-status', 'gitStatus', 'NPM_TEST', 'git/status', '@git/status', 'bin/x'];
  const shells = [
    'bash-c',
    'evalCode',
    'exec-rm',
    'sourceEnv',
    'perl-e',
    'su-root',
    'kill_all',
    'ddIf',
  ];
  assert.deepEqual([...names, ...acting, ...programs, ...shells].filter(isPromptName), names);
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fc } from '../../../harness/properties';
import { fileFinder, mentionsIn, withMentions } from '../../../../src/text/prompts/file-mentions';
import { compose, type WritingStyle } from '../../../../src/text/compose';
import { LANGUAGES } from '../../../../src/text/languages/languages';
import { DEFAULT_SETTINGS } from '../../../fixtures/default-settings';

const FILES = [
  'src/dictation/sessions/session-chain.ts',
  'src/dictation/controller.ts',
  'test/unit/dictation/controller.test.ts',
  'src/core/settings.ts',
  'src/text/code/list.ts',
  'src/text/prose/list.ts',
  'docs/settings.md',
  'package.json',
  'README.md',
  'src/getUserName.tsx',
  'src/index.ts',
  'src/core/system.ts',
  'docs/level.md',
  'src/user-list.test.ts',
  'src/user-list.ts',
  'src/only.test.ts',
  'src/utils.py',
  'src/utils2.py',
  'src/and.ts',
];
const STYLE: WritingStyle = {
  insertion: DEFAULT_SETTINGS.insertion,
  languages: ['en'],
  identifiers: [],
  variables: { selection: '', clipboard: '', date: '' },
};

function written(said: string, files: readonly string[] = FILES): string {
  const mentions = mentionsIn(said, ['en'], fileFinder(files));
  const style = withMentions(STYLE, mentions, (path) => `@${path}`);
  return compose(said, { left: '', right: '', scope: 'prose' }, style).text;
}

describe('a file that is named', () => {
  const rows: Readonly<Record<string, string>> = {
    'Look at file session chain and fix it.':
      'Look at @src/dictation/sessions/session-chain.ts and fix it.',
    'At file session chain.': '@src/dictation/sessions/session-chain.ts',
    'At file session-chain.ts, please.': '@src/dictation/sessions/session-chain.ts, please.',
    'Fix at file session chain dot ts now': 'Fix @src/dictation/sessions/session-chain.ts now',
    'Fix at file controller.': 'Fix @src/dictation/controller.ts.',
    'Fix at file controller test.': 'Fix @test/unit/dictation/controller.test.ts.',
    'Fix at file settings.': 'Fix @src/core/settings.ts.',
    'Fix at file settings md.': 'Fix @docs/settings.md.',
    'Fix at file list.': 'Fix @src/text/code/list.ts.',
    'Fix at file prose list.': 'Fix @src/text/prose/list.ts.',
    'Fix at file package json.': 'Fix @package.json.',
    'Compare at file get user name with at file index.':
      'Compare @src/getUserName.tsx with @src/index.ts.',
    'Fix at file get user names.': 'Fix @src/getUserName.tsx.',
    'Fix at file nothing of that kind.': 'Fix at file nothing of that kind.',
    'I looked at files and controllers.': 'I looked at files and controllers.',
    'Fix the controller.': 'Fix the controller.',
    // A test has its own name; numbers and endings may be said as words.
    'Fix at file user list.': 'Fix @src/user-list.ts.',
    'Fix at file user list test.': 'Fix @src/user-list.test.ts.',
    'Fix at file only.': 'Fix @src/only.test.ts.',
    'Fix at file utils two.': 'Fix @src/utils2.py.',
    'Fix at file index dot typescript.': 'Fix @src/index.ts.',
    'Fix @file index.': 'Fix @src/index.ts.',
    'Fix it at file and folder level.': 'Fix it at file and folder level.',
    // What is said of files anyway, unless it is said with its ending.
    'It is locked at file system level.': 'It is locked at file system level.',
    'Fix it at file level.': 'Fix it at file level.',
    'Fix at file system dot ts.': 'Fix @src/core/system.ts.',
  };
  for (const [said, text] of Object.entries(rows)) {
    test(said, () => {
      assert.equal(written(said), text);
    });
  }

  test('is the first of those that are said alike', () => {
    assert.equal(written('Fix at file settings.', FILES.toReversed()), 'Fix @docs/settings.md.');
  });

  for (const { id, atFile } of LANGUAGES) {
    test(`can be named in ${id}`, () => {
      const find = fileFinder(FILES);
      for (const phrase of atFile) {
        assert.deepEqual(mentionsIn(`${phrase} controller.`, [id], find), [
          { said: `${phrase} controller`, path: 'src/dictation/controller.ts', within: '' },
        ]);
      }
    });
  }

  describe('in one of many packages', () => {
    const files = ['web', 'api', 'worker'].flatMap((name) =>
      [
        'package.json',
        'Dockerfile',
        'src/auth/session.ts',
        'src/auth/auth-provider.ts',
        'src/db/user-repository.ts',
        'src/routes/index.ts',
        'src/routes/users.ts',
        'src/LoginPage.tsx',
        'test/users.spec.ts',
        'docs/api.md',
        'migrations/002_add_orders.sql',
      ].map((file) => `packages/${name}/${file}`),
    );
    const inPackages: Readonly<Record<string, string>> = {
      'Compare at file api session with at file worker session.':
        'Compare @packages/api/src/auth/session.ts with @packages/worker/src/auth/session.ts.',
      'Open at file API login page tsx.': 'Open @packages/api/src/LoginPage.tsx.',
      'In at file API auth provider, rename it.':
        'In @packages/api/src/auth/auth-provider.ts, rename it.',
      'Fix at file packages slash worker slash docker file.': 'Fix @packages/worker/Dockerfile.',
      'Fix at file worker/src/LoginPage.tsx.': 'Fix @packages/worker/src/LoginPage.tsx.',
      'Read at file package json in the api package.':
        'Read @packages/api/package.json in the api package.',
      'Read at file session from the worker and at file session from the api.':
        'Read @packages/worker/src/auth/session.ts from the worker and @packages/api/src/auth/session.ts from the api.',
      'Fix at file index of routes in a minute.':
        'Fix @packages/web/src/routes/index.ts of routes in a minute.',
      'Read at file docs api.': 'Read @packages/web/docs/api.md.',
      // The number of a migration is not said, and a spec is a test.
      'Fix at file add orders sql.': 'Fix @packages/web/migrations/002_add_orders.sql.',
      'Fix at file worker users test.': 'Fix @packages/worker/test/users.spec.ts.',
      'Fix at file worker users spec.': 'Fix @packages/worker/test/users.spec.ts.',
      'Fix at file users.': 'Fix @packages/web/src/routes/users.ts.',
    };
    for (const [said, text] of Object.entries(inPackages)) {
      test(said, () => {
        assert.equal(written(said, files), text);
      });
    }
  });

  test('takes nothing but what was said of it, whatever is said and whatever files there are', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (said, files) => {
        const text = `at file ${said} at file ${files[0] ?? ''}`;
        for (const mention of mentionsIn(text, ['en'], fileFinder(files))) {
          assert.ok(text.includes(mention.said));
          assert.ok(files.includes(mention.path));
        }
      }),
    );
  });
});

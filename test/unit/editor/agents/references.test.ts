import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { agentIn, type Agent } from '../../../../src/editor/agents/agents';
import { panelMention, referencesTo } from '../../../../src/editor/agents/references';
import { compose, type WritingStyle } from '../../../../src/text/compose';
import { withReferences } from '../../../../src/text/prompts/references';
import { DEFAULT_SETTINGS } from '../../../fixtures/default-settings';

function agent(program: string): Agent {
  const invocation = { program, args: [], hasTerminal: true, isOneOfMany: false };
  const found = agentIn(invocation, DEFAULT_SETTINGS.agents.programs);
  assert.ok(found !== undefined);
  return found;
}

test('a file is named as each panel writes it, from the folder that it is in', () => {
  const folders = ['/srv/app', '/srv/api'];
  assert.deepEqual(
    [
      panelMention('Claude Code', '/srv/app/src/run.ts', folders),
      panelMention('Roo Code', '/srv/api/src/run.ts', folders),
      panelMention('Cline', '/srv/apis/src/run.ts', folders),
      panelMention('Codex', '/srv/app/my file.ts', folders),
    ],
    ['@src/run.ts', '@/src/run.ts', undefined, undefined],
  );
});

const SHOWN = { path: '/srv/app/src/run.ts', selected: { first: 10, last: 20 }, line: 12 };

test('a place is named as each agent writes it, from where that was started', () => {
  assert.deepEqual(
    ['claude', 'gemini', 'aider'].map((name) => referencesTo(SHOWN, agent(name), '/srv/app')),
    [
      { file: '@src/run.ts', line: '@src/run.ts#L12', selection: '@src/run.ts#L10-20' },
      {
        file: '@src/run.ts',
        line: '@src/run.ts (line 12)',
        selection: '@src/run.ts (lines 10-20)',
      },
      { file: 'src/run.ts', line: 'src/run.ts (line 12)', selection: 'src/run.ts (lines 10-20)' },
    ],
  );
});

test('without a selection nothing is named for it, and a single line is one line', () => {
  const claude = agent('claude');
  assert.deepEqual(
    [
      referencesTo({ ...SHOWN, selected: undefined }, claude, '/srv/app/').selection,
      referencesTo({ ...SHOWN, selected: { first: 3, last: 3 } }, claude, '/srv/app').selection,
      referencesTo(SHOWN, claude, '/srv/application').file,
      referencesTo(SHOWN, claude, undefined).file,
    ],
    [undefined, '@src/run.ts#L3', '@/srv/app/src/run.ts', '@/srv/app/src/run.ts'],
  );
});

describe('a name of a file that could mean more than itself is not written', () => {
  for (const name of [
    '-rf.ts',
    '--dangerously-skip-permissions',
    'a b.ts',
    'a\nb.ts',
    'a\u001b[201~b.ts',
    'a\rb.ts',
    '$(rm -rf x).ts',
    '${selection}.ts',
    '`id`.ts',
    'a;b.ts',
    'a|b.ts',
    "a'b.ts",
    'a"b.ts',
    'a\u202eb.ts',
    'a\u200bb.ts',
    '~root.ts',
    'x/-rf/a.ts',
    '!ls.ts',
    'a\\nb.ts',
    'a\u3164b.ts',
    'a\u115fb.ts',
    'a\u034fb.ts',
    'r\u0430ypal.ts',
    'src\u0441/run.ts',
    '\uff47\uff49\uff54.ts',
  ]) {
    test(JSON.stringify(name), () => {
      assert.deepEqual(referencesTo({ ...SHOWN, path: `/w/${name}` }, agent('claude'), '/w'), {});
    });
  }
});

test('a name in one script is, in whatever folder, with its marks apart as macOS has them, too', () => {
  const written = [
    'src/\u0442\u0435\u0441\u0442.ts',
    'cafe\u0301.md',
    '\u8a2d\u5b9a/\u4e00\u89a7.ts',
  ].map((name) => referencesTo({ ...SHOWN, path: `/w/${name}` }, agent('claude'), '/w').file);
  assert.deepEqual(written, [
    '@src/\u0442\u0435\u0441\u0442.ts',
    '@cafe\u0301.md',
    '@\u8a2d\u5b9a/\u4e00\u89a7.ts',
  ]);
});

describe('in a prompt', () => {
  const style: WritingStyle = {
    insertion: DEFAULT_SETTINGS.insertion,
    languages: ['en'],
    identifiers: [],
    variables: { selection: '', clipboard: '', date: '' },
  };
  const shown = referencesTo(SHOWN, agent('claude'), '/srv/app');
  const written = (text: string, references = shown, how = style): string =>
    compose(text, { left: '', right: '', scope: 'prose' }, withReferences(how, references, text))
      .text;

  test('what only begins like it is something else', () => {
    const said = [
      'I don’t like this file structure.',
      'In this line of work we test.',
      'This line break is wrong.',
      'Make this file path absolute.',
      'This file watcher is slow.',
      'Why is this file mode wrong?',
      'Does this file reader throw?',
      'This file dialog does not open.',
      'Make this selection sort faster.',
      'Do this line by line.',
      'This line style is wrong.',
      'The selection of models is bad.',
      'The selection is lost when I click.',
      'Why does the selection get lost?',
      'Update the selection when a row is clicked.',
      'The selected code editor is slow.',
    ];
    assert.deepEqual(
      said.map((text) => written(text)),
      said,
    );
  });

  test('what is shown is named where it is said', () => {
    assert.deepEqual(
      [
        'Explain this selection.',
        'Why does this file need this line?',
        'This file is too long.',
      ].map((text) => written(text)),
      [
        'Explain @src/run.ts#L10-20.',
        'Why does @src/run.ts need @src/run.ts#L12?',
        '@src/run.ts is too long.',
      ],
    );
  });

  for (const said of [
    '* exports too much.',
    '* really needs work.',
    '* needed three hours.',
    '* can go.',
    '*, please.',
    'Why does * import that?',
    'Does * still exist?',
    'Why doesn’t * compile?',
    'What does * do?',
    'Is * correct?',
    'Is * safe to delete?',
    'Why is * importing react?',
    'Make * shorter.',
    'Keep * simple and short.',
    'Rename * to index.',
    'Split * into two.',
    'Who imports *’s default export?',
  ]) {
    test(said, () => {
      const text = said.startsWith('*') ? said.replace('*', 'This file') : said;
      assert.equal(written(text.replace('*', 'this file')), said.replace('*', '@src/run.ts'));
    });
  }

  test('a selection that is said with an article is meant where that is all that is asked', () => {
    assert.deepEqual(
      ['Explain the selection.', 'Please fix the selection.', 'Explain this line of code.'].map(
        (text) => written(text),
      ),
      ['Explain @src/run.ts#L10-20.', 'Please fix @src/run.ts#L10-20.', 'Explain @src/run.ts#L12.'],
    );
  });

  test('nothing is named where nothing is shown, and the person’s own words come first', () => {
    const replacements = { 'this file': 'MINE' };
    const own = { ...style, insertion: { ...style.insertion, replacements } };
    assert.deepEqual(
      [written('Explain this file.', {}), written('Explain this file.', { file: '@a.ts' }, own)],
      ['Explain this file.', 'Explain MINE.'],
    );
  });
});

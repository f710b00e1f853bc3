import { deepEqual, equal } from 'node:assert/strict';
import * as vscode from 'vscode';
import { InsertionRig, marked } from './insertion-rig';

suite('how words are written in source files', () => {
  let rig: InsertionRig;

  setup(() => {
    rig = new InsertionRig();
  });

  teardown(() => rig.dispose());

  async function written(source: string, extension: string, ...finals: string[]): Promise<string> {
    const editor = await rig.show(source, {}, extension);
    const target = await rig.openTarget();
    for (const final of finals) await target.insert(final);
    target.dispose();
    return marked(editor);
  }

  test('code is written as code, comments and strings as prose', async () => {
    deepEqual(
      [
        await written('const x = |;\n', 'ts', 'Camel get user name, open paren, close paren.'),
        await written('// This |\n', 'ts', 'Returns the user name.'),
        await written('const x = "|";\n', 'ts', 'Hello there.'),
        await written('# |\n', 'md', 'Camel case is a convention.'),
        await written('x = 1\n|', 'py', 'If X double equals one colon.'),
      ],
      [
        'const x = getUserName()|;\n',
        '// This returns the user name.|\n',
        'const x = "Hello there.|";\n',
        '# Camel case is a convention.|\n',
        'x = 1\nif x == 1:|',
      ],
    );
  });

  test('the scope is switched by voice and by command', async () => {
    deepEqual(
      [
        await written('|', 'md', 'Code mode.', 'Snake max retries.', 'Prose mode.', 'Is five.'),
        await written('x = |', 'py', 'Prose mode.', 'Hello there.'),
      ],
      ['max_retries is five.|', 'x = Hello there.|'],
    );
    const editor = await rig.show('|', {}, 'ts');
    const target = await rig.openTarget();
    target.switchScope?.();
    await target.insert('Open paren.');
    target.switchScope?.();
    await target.insert('X dot Y.');
    equal(marked(editor), '(x.y|');
  });

  test('comments wrap at the ruler, with their marker, by one change; without the setting they do not', async () => {
    const configuration = vscode.workspace.getConfiguration('editor');
    await configuration.update('rulers', [40], vscode.ConfigurationTarget.Global);
    try {
      const editor = await rig.show('  // Note: |\n', {}, 'ts');
      const events = rig.recordChanges(editor.document);
      const target = await rig.openTarget();
      await target.insert('This comment is too long for one line and goes on.');
      await target.insert('New paragraph.');
      await target.insert('The end.');
      const wrapped = marked(editor);
      await rig.dictate.undoLast();
      rig.settings = {
        ...rig.settings,
        insertion: { ...rig.settings.insertion, wrapAtRuler: false },
      };
      const long = 'A line that would be wrapped if it were to be.';
      deepEqual(
        [wrapped, events.length, await written('/** |\n */', 'ts', long)],
        [
          '  // Note: This comment is too long for\n  // one line and goes on.\n  //\n  // The end.|\n',
          4,
          `/** ${long}|\n */`,
        ],
      );
    } finally {
      await configuration.update('rulers', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('replacements are written as they are, and may name selection and date', async () => {
    rig.settings = {
      ...rig.settings,
      insertion: {
        ...rig.settings.insertion,
        replacements: { 'my mail': 'me@example.org', 'quote it': '"${selection}"' },
        removeFillers: true,
      },
    };
    deepEqual(
      [
        await written('|', 'txt', 'Um, write to my mail.'),
        await written('say «this» now', 'txt', 'Quote it.'),
      ],
      ['Write to me@example.org.|', 'say "this"| now'],
    );
  });

  test('the selection that a replacement names is the one that it replaces, wherever the person is', async () => {
    const { insertion } = rig.settings;
    const replacements = { 'quote it': '"${selection}"' };
    rig.settings = { ...rig.settings, insertion: { ...insertion, replacements } };
    const editor = await rig.show('say «this» now');
    const target = await rig.openTarget();
    await rig.show('«other»');
    await target.insert('Quote it.');
    equal(editor.document.getText(), 'say "this" now');
  });
});

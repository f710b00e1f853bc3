import { deepEqual, equal } from 'node:assert/strict';
import * as vscode from 'vscode';
import { InsertionRig, marked, type } from './insertion-rig';

suite('insertion where things meet', () => {
  let rig: InsertionRig;

  setup(() => {
    rig = new InsertionRig();
  });

  teardown(() => rig.dispose());

  test('a change of the language in the middle of a run changes nothing', async () => {
    const editor = await rig.show('one|');
    const target = await rig.openTarget();
    const outcomes = [await target.insert('hello')];
    await vscode.languages.setTextDocumentLanguage(editor.document, 'markdown');
    await rig.select(editor, [new vscode.Selection(0, 0, 0, 0)]);
    await type('x ');
    outcomes.push(await target.insert('there'), await target.insert('again'));
    const written = editor.document.getText();
    const count = await target.takeBack();
    deepEqual(
      [outcomes, written, count, editor.document.getText()],
      [['inserted', 'inserted', 'inserted'], 'x one hello there again', 3, 'x one'],
    );
  });

  test('a final waits for the end of the word that is being typed at its place', async () => {
    const editor = await rig.show('typed |');
    const target = await rig.openTarget();
    await type('b');
    const landing = target.insert('And said.');
    await type('y');
    await type(' ');
    const outcome = await landing;
    await type(' hand');
    const first = marked(editor);
    await type('s');
    await target.insert('Too.');
    deepEqual(
      [outcome, first, marked(editor)],
      ['inserted', 'typed by and said. hand|', 'typed by and said. hands too.|'],
    );
  });

  test('two targets and a command that act on one document at once wait for each other', async () => {
    const editor = await rig.show('one\n|');
    const first = await rig.openTarget();
    await rig.select(editor, [new vscode.Selection(0, 3, 0, 3)]);
    const second = await rig.openTarget();
    await first.insert('zero');
    const outcomes = await Promise.all([
      first.insert('hello'),
      rig.dictate.undoLast(),
      second.insert('there'),
    ]);
    const written = editor.document.getText();
    const counts = [await first.takeBack(), await second.takeBack()];
    deepEqual(
      [outcomes, written, counts, editor.document.getText()],
      [['inserted', 1, 'inserted'], 'one there\nhello', [1, 1], 'one\n'],
    );
  });

  test('two targets write at once into one document in the background', async () => {
    const editor = await rig.show('one\n|');
    const first = await rig.openTarget();
    await rig.select(editor, [new vscode.Selection(0, 3, 0, 3)]);
    const second = await rig.openTarget();
    await rig.show('other|');
    const outcomes = await Promise.all([first.insert('hello'), second.insert('there')]);
    const written = editor.document.getText();
    const counts = [await first.takeBack(), await second.takeBack()];
    deepEqual(
      [outcomes, written, counts, editor.document.getText()],
      [['inserted', 'inserted'], 'one there\nhello', [1, 1], 'one\n'],
    );
  });

  test('cursors that an edit brings to one place write once', async () => {
    const editor = await rig.show('ab cd|');
    await rig.select(editor, [new vscode.Selection(0, 2, 0, 2), new vscode.Selection(0, 5, 0, 5)]);
    const target = await rig.openTarget();
    await editor.edit((builder) => {
      builder.delete(new vscode.Range(0, 2, 0, 5));
    });
    await target.insert('hello');
    equal(editor.document.getText(), 'ab hello');
  });

  test('adjacent selections are each replaced, and come back', async () => {
    const editor = await rig.show('abcdef|');
    await rig.select(editor, [new vscode.Selection(0, 0, 0, 3), new vscode.Selection(0, 3, 0, 6)]);
    const target = await rig.openTarget();
    await target.insert('one');
    await target.insert('two');
    const written = editor.document.getText();
    await target.insert('Scratch that.');
    await target.insert('Scratch that.');
    const restored = editor.document.getText();
    await target.insert('three');
    deepEqual(
      [written, restored, editor.document.getText().split(/\s+/)],
      ['one two one two', 'abcdef', ['three', 'three']],
    );
  });

  test('the last word at two cursors in it is deleted once', async () => {
    const editor = await rig.show('one two|');
    await rig.select(editor, [new vscode.Selection(0, 7, 0, 7), new vscode.Selection(0, 5, 0, 5)]);
    const target = await rig.openTarget();
    const outcome = await target.insert('Delete last word.');
    const deleted = editor.document.getText();
    await target.insert('Undo that.');
    deepEqual([outcome, deleted, editor.document.getText()], ['performed', 'one', 'one two']);
  });

  for (const [how, isFollowed] of [
    ['goes to another line', false],
    ['follows the cursor', true],
  ] as const) {
    test(`a full stop that was given up is not owed where the place ${how}`, async () => {
      const editor = await rig.show('one |, two.\nand three');
      const { insertion } = rig.settings;
      const target = await rig.openTarget();
      await target.insert('Hello.');
      if (isFollowed) {
        rig.settings = { ...rig.settings, insertion: { ...insertion, target: 'followCursor' } };
        await rig.select(editor, [new vscode.Selection(1, 9, 1, 9)]);
      } else {
        await target.insert('Go to line two.');
      }
      await target.insert('There.');
      equal(editor.document.getText(), 'one hello, two.\nand three there.');
    });
  }

  test('a place whose document was closed in a pause is told at the start', async () => {
    await rig.show('one|');
    const target = await rig.openTarget();
    const before = await target.findProblem();
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    deepEqual([before, await target.findProblem()], [undefined, 'target-missing']);
  });

  test('what was written before a pause is not taken back with what came after it', async () => {
    const editor = await rig.show('|');
    const target = await rig.openTarget();
    await target.insert('before');
    target.resume?.();
    await target.insert('after');
    const counts = [await target.takeBack()];
    const left = marked(editor);
    counts.push(await rig.dictate.undoRun());
    deepEqual([counts, left, marked(editor)], [[1, 1], 'before|', '|']);
  });
});

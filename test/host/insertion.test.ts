import { deepEqual, equal } from 'node:assert/strict';
import * as vscode from 'vscode';
import { InsertionRig, marked, redo, type, undo } from './insertion-rig';

suite('insertion into a text editor', () => {
  let rig: InsertionRig;
  setup(() => {
    rig = new InsertionRig();
  });
  teardown(() => rig.dispose());

  test('a final goes to the caret with the spaces its neighbours ask for', async () => {
    const editor = await rig.show('One.|Two\nthree');
    const target = await rig.openTarget();
    equal(await target.insert('Hello there.'), 'inserted');
    equal(marked(editor), 'One. Hello there.| Two\nthree');
  });

  test('consecutive finals join with one space, each by one change event', async () => {
    const editor = await rig.show('|');
    const changes = rig.recordChanges(editor.document);
    const target = await rig.openTarget();
    await target.insert('First one.');
    await target.insert('Second one.');
    await target.insert(', and more');
    deepEqual(
      { text: marked(editor), changes },
      {
        text: 'First one. Second one, and more|',
        // The recogniser's own stop goes in the change that brings the mark.
        changes: [['First one.'], [' Second one.'], [', and more', '']],
      },
    );
  });

  test('punctuation follows the last final even where a space was set behind it', async () => {
    const editor = await rig.show('|end');
    const target = await rig.openTarget();
    await target.insert('one');
    await target.insert(', two');
    equal(marked(editor), 'one, two| end');
  });

  test('the first final replaces the selection, the next ones follow it', async () => {
    const editor = await rig.show('keep «this or that» here');
    const changes = rig.recordChanges(editor.document);
    const selected = rig.recordSelectedTexts();
    const target = await rig.openTarget();
    await target.insert('one');
    await target.insert('two');
    deepEqual(
      { text: marked(editor), events: changes.length, selected },
      { text: 'keep one two| here', events: 2, selected: [] },
    );
  });

  test('a selection over lines is replaced, and a space parts what is left from the next word', async () => {
    const editor = await rig.show('keep «this\nor »that');
    const selected = rig.recordSelectedTexts();
    const target = await rig.openTarget();
    await target.insert('one');
    deepEqual({ text: marked(editor), selected }, { text: 'keep one| that', selected: [] });
  });

  test('a blank final leaves a selection alone', async () => {
    const editor = await rig.show('keep «this»');
    const target = await rig.openTarget();
    equal(await target.insert(' \u0007 '), 'inserted');
    equal(marked(editor), 'keep «this»');
  });

  test('the selection is replaced wherever the caret has gone meanwhile', async () => {
    const editor = await rig.show('keep «this» here');
    const target = await rig.openTarget();
    await rig.select(editor, [new vscode.Selection(0, 0, 0, 0)]);
    await target.insert('that');
    equal(marked(editor), '|keep that here');
  });

  test('undo takes back exactly one final, redo brings it back', async () => {
    const editor = await rig.show('|');
    const target = await rig.openTarget();
    await type('typed');
    await target.insert('one');
    await target.insert('two');
    const seen = [editor.document.getText()];
    for (const step of [undo, undo, redo, redo, undo, undo, undo]) {
      await step();
      seen.push(editor.document.getText());
    }
    deepEqual(seen, [
      'typed one two',
      'typed one',
      'typed',
      'typed one',
      'typed one two',
      'typed one',
      'typed',
      '',
    ]);
  });

  test('typing right behind a final is an undo step of its own', async () => {
    const editor = await rig.show('|');
    const target = await rig.openTarget();
    await target.insert('one');
    await type('!');
    await target.insert('two');
    const seen = [editor.document.getText()];
    for (let i = 0; i < 3; i++) {
      await undo();
      seen.push(editor.document.getText());
    }
    deepEqual(seen, ['one! two', 'one!', 'one', '']);
  });

  test('undo of the first final restores the replaced selection and the space behind it', async () => {
    const editor = await rig.show('a «b»c d');
    const target = await rig.openTarget();
    await target.insert('hello');
    equal(editor.document.getText(), 'a hello c d');
    await undo();
    equal(marked(editor), 'a «b»c d');
    await target.insert('again');
    equal(editor.document.getText(), 'a again c d');
  });

  test('after an undo the next final goes where the undone one stood', async () => {
    const editor = await rig.show('left |right');
    const target = await rig.openTarget();
    await target.insert('wrong');
    await undo();
    await target.insert('good');
    equal(editor.document.getText(), 'left good right');
  });

  test('in a CRLF document finals keep the line ends and follow the right line', async () => {
    const editor = await rig.show('one\r\ntwo|\r\nthree\r\n');
    const target = await rig.openTarget();
    await target.insert('a\nb');
    await target.insert('c');
    equal(marked(editor), 'one\r\ntwo a\r\nb c|\r\nthree\r\n');
  });

  test('a change of the line ends does not move the anchor', async () => {
    const editor = await rig.show('one\ntwo\nthree|\nfour');
    const target = await rig.openTarget();
    await target.insert('a');
    await editor.edit((builder) => {
      builder.setEndOfLine(vscode.EndOfLine.CRLF);
    });
    await target.insert('b');
    await editor.edit((builder) => {
      builder.setEndOfLine(vscode.EndOfLine.LF);
    });
    await target.insert('c');
    equal(marked(editor), 'one\ntwo\nthree a b c|\nfour');
  });

  test('control characters and direction overrides never reach the document', async () => {
    const editor = await rig.show('|');
    const target = await rig.openTarget();
    await target.insert('a\u0000b\u001b[31m\u202ec\r\nd\te');
    equal(editor.document.getText(), 'ab[31mc\nd\te');
  });

  test('a caret elsewhere stays with its text', async () => {
    const editor = await rig.show('one |\ntwo three');
    const target = await rig.openTarget();
    await rig.select(editor, [new vscode.Selection(1, 4, 1, 4)]);
    await target.insert('hello');
    await target.insert('again');
    equal(marked(editor), 'one hello again\ntwo |three');
  });

  test('a selection that ends at the anchor does not stay grown over the final', async () => {
    const editor = await rig.show('|');
    const target = await rig.openTarget();
    await target.insert('one');
    await target.insert('two');
    await rig.select(editor, [new vscode.Selection(0, 7, 0, 4)]);
    await target.insert('three');
    equal(marked(editor), 'one «two» three');
    await type('2');
    await target.insert('four');
    equal(editor.document.getText(), 'one 2 three four');
  });

  test('a selection that begins at the anchor moves behind the final', async () => {
    const editor = await rig.show('one |two');
    const target = await rig.openTarget();
    await rig.select(editor, [new vscode.Selection(0, 4, 0, 7)]);
    const selected = rig.recordSelectedTexts();
    await target.insert('hello');
    deepEqual(
      { text: marked(editor), odd: selected.filter((text) => text !== 'two') },
      { text: 'one hello «two»', odd: [] },
    );
  });

  test('all carets receive the text, by one change and as one undo step', async () => {
    const editor = await rig.show('one\ntwo\n|');
    await rig.select(editor, [new vscode.Selection(1, 3, 1, 3), new vscode.Selection(0, 3, 0, 3)]);
    const events = rig.recordChanges(editor.document);
    const target = await rig.openTarget();
    await target.insert('hello');
    await target.insert('there');
    const written = marked(editor);
    await undo();
    deepEqual(
      [written, marked(editor), events.length],
      ['one hello there|\ntwo hello there|\n', 'one hello|\ntwo hello|\n', 3],
    );
  });

  test('all selections are replaced, each with the spaces of its own place', async () => {
    const editor = await rig.show('one two\n(two) two,\n|');
    await rig.select(editor, [
      new vscode.Selection(0, 4, 0, 7),
      new vscode.Selection(1, 1, 1, 4),
      new vscode.Selection(1, 6, 1, 9),
    ]);
    const target = await rig.openTarget();
    await target.insert('hello');
    const written = marked(editor);
    await undo();
    deepEqual(
      [written, editor.document.getText()],
      ['one hello|\n(hello|) hello|,\n', 'one two\n(two) two,\n'],
    );
  });

  test('a character outside the basic plane next to the seam stays whole', async () => {
    const editor = await rig.show('a |😀b');
    const target = await rig.openTarget();
    await target.insert('one');
    equal(marked(editor), 'a one| 😀b');
  });

  test('finals that pass the end of the window keep the caret in sight', async () => {
    const editor = await rig.show('|');
    const target = await rig.openTarget();
    for (let i = 0; i < 50; i++) await target.insert('line\nline');
    const line = editor.selection.active.line;
    equal(line, 50);
    const isInSight = (): boolean =>
      editor.visibleRanges.some((range) => range.start.line <= line && line <= range.end.line);
    if (!isInSight()) {
      await new Promise<void>((resolve) => {
        rig.own(
          vscode.window.onDidChangeTextEditorVisibleRanges(() => {
            if (isInSight()) resolve();
          }),
        );
      });
    }
  });
});

import { deepEqual, equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { InsertionRig, marked, type, undo } from './insertion-rig';

suite('a target follows its document', () => {
  let rig: InsertionRig;
  setup(() => {
    rig = new InsertionRig();
  });
  teardown(() => rig.dispose());

  test('what is typed before, behind and far from the anchor stays where it was typed', async () => {
    const editor = await rig.show('first\nmiddle |end\nlast');
    const target = await rig.openTarget();
    await target.insert('one');
    await rig.select(editor, [new vscode.Selection(0, 0, 0, 0)]);
    await type('a\nb ');
    await target.insert('two');
    await rig.select(editor, [new vscode.Selection(3, 4, 3, 4)]);
    await type(' z');
    await target.insert('three');
    equal(marked(editor), 'a\nb first\nmiddle one two three end\nlast z|');
  });

  test('what is typed exactly at the anchor stays before the next final', async () => {
    const editor = await rig.show('|');
    const target = await rig.openTarget();
    await target.insert('one');
    await type(' (own)');
    await target.insert('two');
    await type(' 2');
    await target.insert('three');
    equal(marked(editor), 'one (own) two 2 three|');
  });

  test('a selection that the person types over is not replaced again', async () => {
    const editor = await rig.show('keep «this» here');
    const target = await rig.openTarget();
    await type('own');
    await target.insert('spoken');
    equal(marked(editor), 'keep own spoken| here');
  });

  test('when the text around the anchor is deleted the final goes where it stood', async () => {
    const editor = await rig.show('one\ntwo |three\nfour');
    const target = await rig.openTarget();
    await rig.select(editor, [new vscode.Selection(0, 1, 2, 2)]);
    await vscode.commands.executeCommand('deleteLeft');
    await target.insert('x');
    equal(editor.document.getText(), 'o x ur');
  });

  test('finals and keys at the same moment all arrive, in order, with one event per final', async () => {
    const editor = await rig.show('|\n');
    const document = editor.document;
    const target = await rig.openTarget();
    await rig.select(editor, [new vscode.Selection(1, 0, 1, 0)]);
    const changes = rig.recordChanges(document);
    const finals = Array.from({ length: 30 }, (_, i) => `final${String(i)}`);
    const typed: Thenable<void>[] = [];
    for (const final of finals) {
      // Not awaited: the keys are on their way to the window when the final is.
      typed.push(type('k'), type('\n'));
      equal(await target.insert(final), 'inserted');
    }
    await Promise.all(typed);
    deepEqual(
      {
        text: document.getText(),
        finalEvents: changes.filter(([text]) => text?.includes('final')).length,
      },
      { text: `${finals.join(' ')}\n${'k\n'.repeat(30)}`, finalEvents: 30 },
    );
    ok(
      rig.logged.some((line) => line.startsWith('edit settled at attempt')),
      'no edit was ever refused, so this test proved nothing',
    );
  });

  test('keys typed at the anchor while finals arrive are all kept', async () => {
    const editor = await rig.show('|');
    const target = await rig.openTarget();
    const typed: Thenable<void>[] = [];
    for (let i = 0; i < 20; i++) {
      typed.push(type('k'));
      equal(await target.insert('f'), 'inserted');
      typed.push(type('k'));
    }
    await Promise.all(typed);
    const letters = editor.document.getText().replaceAll(' ', '');
    deepEqual(
      { keys: letters.replaceAll('f', '').length, finals: letters.replaceAll('k', '').length },
      { keys: 40, finals: 20 },
    );
  });

  test('changes by another extension are followed while the edit is on its way', async () => {
    const editor = await rig.show('head\n|tail');
    const document = editor.document;
    const target = await rig.openTarget();
    for (let i = 0; i < 5; i++) {
      const [isApplied, outcome] = await Promise.all([
        editor.edit((builder) => {
          builder.insert(new vscode.Position(0, 0), 'x');
        }),
        target.insert('f'),
      ]);
      deepEqual({ isApplied, outcome }, { isApplied: true, outcome: 'inserted' });
    }
    equal(document.getText(), 'xxxxxhead\nf f f f f tail');
  });

  test('finals go on into the document whose tab is in the background, and each can be undone', async () => {
    const editor = await rig.show('one |three');
    const document = editor.document;
    const target = await rig.openTarget();
    await target.insert('a');
    const changes = rig.recordChanges(document);
    const other = await rig.show('other|');
    equal(await target.insert('b'), 'inserted');
    equal(await target.insert('c'), 'inserted');
    deepEqual(
      { text: document.getText(), changes: changes.length, other: marked(other) },
      { text: 'one a b c three', changes: 2, other: 'other|' },
    );
    await vscode.window.showTextDocument(document);
    equal(await target.insert('d'), 'inserted');
    const seen = [document.getText()];
    for (let i = 0; i < 4; i++) {
      await undo();
      seen.push(document.getText());
    }
    deepEqual(seen, [
      'one a b c d three',
      'one a b c three',
      'one a b three',
      'one a three',
      'one three',
    ]);
  });

  test('the selection of a document that went to the background is replaced', async () => {
    const editor = await rig.show('one\r\n«two»x three');
    const target = await rig.openTarget();
    await rig.show('other|');
    equal(await target.insert('a\nb'), 'inserted');
    equal(editor.document.getText(), 'one\r\na\r\nb x three');
  });

  test('a final for one of two documents side by side leaves the focused one alone', async () => {
    const first = await rig.show('first |');
    const target = await rig.openTarget();
    const second = await rig.show('second |', { viewColumn: vscode.ViewColumn.Beside });
    const otherTarget = await rig.openTarget();
    await target.insert('one');
    await otherTarget.insert('two');
    await target.insert('three');
    deepEqual(
      [marked(first), marked(second), vscode.window.activeTextEditor === second],
      ['first one three|', 'second two|', true],
    );
  });

  test('a document shown twice receives a final once', async () => {
    const editor = await rig.show('one |');
    const document = editor.document;
    const target = await rig.openTarget();
    await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
    await target.insert('two');
    await target.insert('three');
    equal(document.getText(), 'one two three');
  });

  test('an untitled document works like a file', async () => {
    const document = await vscode.workspace.openTextDocument({ content: '' });
    const editor = await vscode.window.showTextDocument(document);
    const target = await rig.openTarget();
    await target.insert('one');
    await rig.show('other|');
    await target.insert('two');
    equal(document.getText(), 'one two');
    equal(editor.document, document);
  });
});

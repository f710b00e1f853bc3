import { deepEqual, equal } from 'node:assert/strict';
import * as vscode from 'vscode';
import { restoreClipboard } from './window';
import { InsertionRig, marked, redo, type, undo } from './insertion-rig';

/** A thousand round trips to the window take 10 s, and on a machine that does other things over 50. */
const MANY_INSERTIONS_MS = 300_000;

suite('what dictation wrote can be taken back', () => {
  let rig: InsertionRig;

  setup(() => {
    rig = new InsertionRig();
  });

  teardown(() => rig.dispose());

  restoreClipboard();

  test('the last utterance, by voice, with the spaces that joined it', async () => {
    const editor = await rig.show('one |two');
    const target = await rig.openTarget();
    await target.insert('Hello there.');
    await target.insert('And more.');
    const outcomes = [await target.insert('Scratch that.')];
    const first = marked(editor);
    outcomes.push(await target.insert('Scratch that.'), await target.insert('Scratch that.'));
    deepEqual(
      [outcomes, first, marked(editor)],
      [['performed', 'performed', 'impossible'], 'one hello there| two', 'one |two'],
    );
  });

  test('a spoken mark, which had taken the place of the recogniser’s own, at each of several cursors', async () => {
    const editor = await rig.show('One.|\nTwo.');
    await rig.select(editor, [new vscode.Selection(0, 4, 0, 4), new vscode.Selection(1, 4, 1, 4)]);
    const target = await rig.openTarget();
    const texts: string[] = [];
    const say = async (...finals: string[]): Promise<void> => {
      for (const final of finals) await target.insert(final);
      texts.push(marked(editor));
    };
    await say('Is it so.');
    await say('Question mark.');
    await say('Scratch that.');
    await say('Comma.', 'Delete last word.');
    await say('Scratch that.');
    await say('Exclamation mark.', 'Yes.');
    await say('Full stop.');
    await undo();
    texts.push(marked(editor));
    await redo();
    texts.push(marked(editor));
    await say('Undo that.', 'Colon.');
    deepEqual(texts, [
      'One. Is it so.|\nTwo. Is it so.|',
      'One. Is it so?|\nTwo. Is it so?|',
      'One. Is it so.|\nTwo. Is it so.|',
      'One. Is it|\nTwo. Is it|',
      'One. Is it so.|\nTwo. Is it so.|',
      'One. Is it so! Yes.|\nTwo. Is it so! Yes.|',
      'One. Is it so! Yes.|\nTwo. Is it so! Yes.|',
      'One. Is it so! Yes.|\nTwo. Is it so! Yes.|',
      'One. Is it so! Yes.|\nTwo. Is it so! Yes.|',
      'One. Is it so! Yes:|\nTwo. Is it so! Yes:|',
    ]);
  });

  test('the recogniser’s own mark gives way in another run, too, but none that somebody typed', async () => {
    const editor = await rig.show('|');
    const first = await rig.openTarget();
    await first.insert('Is it so.');
    first.dispose();
    const second = await rig.openTarget();
    await second.insert('Question mark.');
    const texts = [marked(editor)];
    await type(' Is it.');
    await second.insert('Comma.');
    texts.push(marked(editor));
    await second.insert('And so on.');
    await vscode.commands.executeCommand('deleteLeft');
    await type('.');
    await second.insert('Comma.');
    texts.push(marked(editor));
    deepEqual(texts, ['Is it so?|', 'Is it so? Is it.,|', 'Is it so? Is it., and so on.,|']);
  });

  test('the last utterance by command after the run, though others wrote before, in and behind it', async () => {
    const editor = await rig.show('one|');
    const target = await rig.openTarget();
    await target.insert('two three');
    target.dispose();
    await type(' four');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(editor.document.uri, new vscode.Position(0, 0), 'zero ');
    edit.insert(editor.document.uri, new vscode.Position(0, 7), ', and a half');
    await vscode.workspace.applyEdit(edit);
    const before = marked(editor);
    const count = await rig.dictate.undoLast();
    const after = marked(editor);
    await undo();
    deepEqual(
      [before, count, after, marked(editor), await rig.dictate.undoLast()],
      [
        'zero one two, and a half three four|',
        1,
        'zero one, and a half four|',
        'zero one two, and a half three four|',
        1,
      ],
    );
  });

  test('a whole run by command, and its replaced selections stand and are selected again', async () => {
    const editor = await rig.show('one «two» three');
    const target = await rig.openTarget();
    await target.insert('hello');
    await target.insert('there');
    await target.insert('again');
    target.dispose();
    deepEqual(
      [await rig.dictate.undoRun(), marked(editor), await rig.dictate.undoRun()],
      [3, 'one «two» three', 0],
    );
  });

  test('a run that is cancelled, at every cursor, but nothing of the run before it', async () => {
    const editor = await rig.show('a\nb|');
    const earlier = await rig.openTarget();
    await earlier.insert('before');
    earlier.dispose();
    await rig.select(editor, [new vscode.Selection(0, 1, 0, 1), new vscode.Selection(1, 8, 1, 8)]);
    const target = await rig.openTarget();
    await target.insert('one');
    await target.insert('two');
    deepEqual(
      [marked(editor), await target.takeBack(), marked(editor)],
      ['a one two|\nb before one two|', 2, 'a|\nb before|'],
    );
  });

  test('all of a run, however long it was, by command and by cancelling', async function () {
    this.timeout(MANY_INSERTIONS_MS);
    const editor = await rig.show('start|');
    const finals = 520;
    const target = await rig.openTarget();
    await target.insert('Before.');
    target.dispose();
    const counts: number[] = [];
    for (const how of ['command', 'cancel'] as const) {
      const long = await rig.openTarget();
      for (let n = 0; n < finals; n++) await long.insert(`Word ${String(n)}.`);
      counts.push(await (how === 'command' ? rig.dictate.undoRun() : long.takeBack()));
      long.dispose();
      equal(marked(editor), 'start before.|');
    }
    deepEqual(counts, [finals, finals]);
  });

  test('a run after the long one behind it was taken back', async function () {
    this.timeout(MANY_INSERTIONS_MS);
    const editor = await rig.show('start|');
    const counts: number[] = [];
    for (const finals of [1, 240]) {
      const target = await rig.openTarget();
      for (let n = 0; n < finals; n++) await target.insert(`Word ${String(n)}.`);
      target.dispose();
    }
    counts.push(await rig.dictate.undoRun(), await rig.dictate.undoRun());
    deepEqual([counts, marked(editor)], [[240, 1], 'start|']);
  });

  test('an utterance that the person undid is not taken back once more', async () => {
    const editor = await rig.show('|');
    const target = await rig.openTarget();
    await target.insert('one');
    await target.insert('two');
    await undo();
    const count = await rig.dictate.undoLast();
    const after = marked(editor);
    await undo();
    await redo();
    deepEqual([count, after, marked(editor)], [1, '|', '|']);
  });

  test('what was said last is selected by voice, and replaced by what is said next', async () => {
    const editor = await rig.show('one |');
    const target = await rig.openTarget();
    await target.insert('two');
    await target.insert('three four');
    const outcome = await target.insert('Select that.');
    const selected = marked(editor);
    await target.insert('five');
    deepEqual(
      [outcome, selected, marked(editor)],
      ['performed', 'one two «three four»', 'one two five|'],
    );
  });

  test('capitals are set by voice, without moving the caret, and taken back by "undo that"', async () => {
    const editor = await rig.show('a |');
    const target = await rig.openTarget();
    await target.insert('hello there');
    await target.insert('Cap that.');
    const capital = marked(editor);
    await target.insert('All caps that.');
    const capitals = marked(editor);
    await target.insert('Undo that.');
    const undone = marked(editor);
    await target.insert('Scratch that.');
    deepEqual(
      [capital, capitals, undone, marked(editor)],
      ['a Hello there|', 'a HELLO THERE|', 'a Hello there|', 'a |'],
    );
  });

  test('the word before the caret is deleted by voice, its own or not, and can be brought back', async () => {
    const editor = await rig.show('one two| three');
    const target = await rig.openTarget();
    await target.insert('Delete last word.');
    const deleted = marked(editor);
    await target.insert('four');
    const written = marked(editor);
    await rig.dictate.undoRun();
    deepEqual(
      [deleted, written, marked(editor)],
      ['one| three', 'one four| three', 'one two| three'],
    );
  });

  test('the place of insertion goes to the end of a line by voice', async () => {
    const editor = await rig.show('one\ntwo\nthree|');
    const target = await rig.openTarget();
    const outcomes = [await target.insert('Go to line two.'), await target.insert('Go to line 9.')];
    await target.insert('hello');
    deepEqual([outcomes, marked(editor)], [['performed', 'impossible'], 'one\ntwo hello|\nthree']);
  });

  test('a snippet brings in nothing that is never written, not by a variable either', async () => {
    rig.settings = {
      ...rig.settings,
      insertion: {
        ...rig.settings.insertion,
        snippets: { plain: 'a\u202eb\u0000c', pasted: '$CLIPBOARD' },
      },
    };
    const editor = await rig.show('|');
    const target = await rig.openTarget();
    await vscode.env.clipboard.writeText('x\u202ey');
    const outcomes = [await target.insert('snippet plain'), await target.insert('snippet pasted')];
    await vscode.env.clipboard.writeText('xy');
    outcomes.push(await target.insert('snippet pasted'));
    deepEqual(
      [outcomes, editor.document.getText()],
      [['inserted', 'impossible', 'inserted'], 'abcxy'],
    );
  });

  test('a snippet is inserted by its spoken name, goes on at its first stop, and can be taken back', async () => {
    rig.settings = {
      ...rig.settings,
      insertion: { ...rig.settings.insertion, snippets: { log: 'console.log($1)$0' } },
    };
    const editor = await rig.show('a |');
    const target = await rig.openTarget();
    await target.insert('Snippet log.');
    const snippet = marked(editor);
    await target.insert('hello');
    const filled = marked(editor);
    await target.insert('Scratch that.');
    await target.insert('Scratch that.');
    deepEqual(
      [snippet, filled, marked(editor)],
      ['a console.log(|)', 'a console.log(hello|)', 'a |'],
    );
  });

  test('stop and pause are left to the run', async () => {
    await rig.show('|');
    const target = await rig.openTarget();
    deepEqual(
      [await target.insert('Stop dictation.'), await target.insert('Pause listening.')],
      ['stop', 'pause'],
    );
  });

  test('new line and new paragraph keep the indentation and the line ends', async () => {
    const editor = await rig.show('  one|');
    await editor.edit((edit) => {
      edit.setEndOfLine(vscode.EndOfLine.CRLF);
    });
    const target = await rig.openTarget();
    await target.insert('New line.');
    await target.insert('Two.');
    equal(editor.document.getText(), '  one\r\n  Two.');
  });

  test('nothing is a command when spoken commands are off', async () => {
    rig.settings = {
      ...rig.settings,
      insertion: { ...rig.settings.insertion, spokenCommands: false },
    };
    const editor = await rig.show('|');
    const target = await rig.openTarget();
    await target.insert('Scratch that.');
    equal(marked(editor), 'Scratch that.|');
  });
});

suite('what was said can be written for what dictation wrote', () => {
  let rig: InsertionRig;

  setup(() => {
    rig = new InsertionRig();
  });

  teardown(() => rig.dispose());

  test('in one step, at each cursor, between the spaces that join it; undo brings back what was written', async () => {
    const editor = await rig.show('a|\r\nb');
    await rig.select(editor, [new vscode.Selection(0, 1, 0, 1), new vscode.Selection(1, 1, 1, 1)]);
    const target = await rig.openTarget();
    await target.insert('First new line second.');
    const { written } = target;
    await target.insert('More.');
    const texts = [editor.document.getText()];
    const isWritten = await rig.dictate.writeFor(written?.utterance ?? 0, 'First new line second.');
    texts.push(editor.document.getText());
    await undo();
    texts.push(editor.document.getText());
    deepEqual(
      [isWritten, written?.text, texts],
      [
        true,
        'first\nSecond.',
        [
          'a first\r\nSecond. More.\r\nb first\r\nSecond. More.',
          'a First new line second. More.\r\nb First new line second. More.',
          'a first\r\nSecond. More.\r\nb first\r\nSecond. More.',
        ],
      ],
    );
  });

  test('not where somebody has changed it, nor where nothing of it is left', async () => {
    const editor = await rig.show('|');
    const target = await rig.openTarget();
    await target.insert('Two comma three.');
    const first = target.written?.utterance ?? 0;
    await vscode.commands.executeCommand('cursorHome');
    await type('Not ');
    await vscode.commands.executeCommand('cursorWordRight');
    await type('X');
    const results = [await rig.dictate.writeFor(first, 'Two comma three.')];
    await vscode.commands.executeCommand('cursorEnd');
    await target.insert('Four comma.');
    const second = target.written?.utterance ?? 0;
    await rig.dictate.undoLast();
    results.push(await rig.dictate.writeFor(second, 'x'), await rig.dictate.writeFor(999, 'x'));
    deepEqual([results, editor.document.getText().includes('X')], [[false, false, false], true]);
  });

  test('and inserted as it was heard, with a space where it is missing, nothing in it carried out', async () => {
    const editor = await rig.show('one|two');
    const target = await rig.openTarget();
    const outcomes = [await target.insertAsSaid?.('Scratch that.')];
    deepEqual([outcomes, marked(editor)], [['inserted'], 'one Scratch that.|two']);
  });
});

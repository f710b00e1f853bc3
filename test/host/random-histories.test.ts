import { deepEqual } from 'node:assert/strict';
import { fc } from '../harness/properties';
import * as vscode from 'vscode';
import type { Target } from '../../src/core/target';
import { InsertionRig, redo, type, undo } from './insertion-rig';

/** Each is some fifty round trips to the window. */
const RUNS = 25;

/** Places are shares of the document's length. */
type Action =
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'caret'; readonly at: number }
  | { readonly kind: 'other extension'; readonly at: number; readonly removed: number }
  | { readonly kind: 'final' | 'final while typing'; readonly text: string }
  | { readonly kind: 'undo' | 'redo' | 'scratch' };

const share = fc.double({ min: 0, max: 1, noNaN: true });
// The person and other extensions write xyz, dictation writes abc and spaces.
const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 2 }), {
  minLength: 1,
  maxLength: 3,
});
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), text: fc.constantFrom('x', 'y', 'zz') }),
  fc.record({ kind: fc.constant('caret' as const), at: share }),
  fc.record({ kind: fc.constant('other extension' as const), at: share, removed: fc.nat(3) }),
  fc.record({
    kind: fc.constantFrom('final' as const, 'final while typing' as const),
    text: words.map((some) => some.join(' ')),
  }),
  fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const, 'scratch' as const) }),
);

suite('random histories in a real editor', () => {
  let rig: InsertionRig;

  setup(() => {
    rig = new InsertionRig();
  });

  teardown(() => rig.dispose());

  test(`in ${String(RUNS)} of them, taking the run back leaves exactly what others wrote, and undo brings it back`, async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 3, maxLength: 12 }), async (actions) => {
        const editor = await rig.show('xyz|zyx');
        const target = await rig.openTarget();
        for (const one of actions) await perform(one, editor, target);
        const before = editor.document.getText();
        const others = before.replaceAll(/[^xyz]/g, '');
        const count = await target.takeBack();
        const after = editor.document.getText();
        if (count > 0) await undo();
        deepEqual({ after, undone: editor.document.getText() }, { after: others, undone: before });
        target.dispose();
      }),
      { numRuns: RUNS, seed: 7, includeErrorInReport: true },
    );
  });

  async function perform(one: Action, editor: vscode.TextEditor, target: Target): Promise<void> {
    const { document } = editor;
    const at = (place: number): vscode.Position =>
      document.positionAt(Math.round(place * document.getText().length));
    switch (one.kind) {
      case 'type':
        return type(one.text);
      case 'caret':
        return rig.select(editor, [new vscode.Selection(at(one.at), at(one.at))]);
      case 'other extension': {
        const start = at(one.at);
        const end = document.positionAt(document.offsetAt(start) + one.removed);
        const edit = new vscode.WorkspaceEdit();
        edit.replace(document.uri, new vscode.Range(start, end), 'y');
        await vscode.workspace.applyEdit(edit);
        return;
      }
      case 'final':
        await target.insert(one.text);
        return;
      case 'final while typing':
        await Promise.all([target.insert(one.text), type('x')]);
        return;
      case 'undo':
        return undo();
      case 'redo':
        return redo();
      case 'scratch':
        await target.insert('Scratch that.');
        return;
    }
  }
});

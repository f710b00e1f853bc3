import { deepEqual, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { InsertionRig } from './insertion-rig';
import { until } from './extension-under-test';

suite('words that are corrected in what dictation wrote', () => {
  let rig: InsertionRig;

  setup(() => {
    rig = new InsertionRig();
  });

  teardown(() => rig.dispose());

  /** Writes `by` for the first `words` in the document, as a person does. */
  async function replace(document: vscode.TextDocument, words: string, by: string): Promise<void> {
    const start = document.getText().indexOf(words);
    ok(start >= 0, `${words} is not there`);
    const edit = new vscode.WorkspaceEdit();
    const range = new vscode.Range(
      document.positionAt(start),
      document.positionAt(start + words.length),
    );
    edit.replace(document.uri, range, by);
    await vscode.workspace.applyEdit(edit);
  }

  test('in two utterances in the same way are told, once; what others wrote is not learnt from', async () => {
    const { document } = await rig.show('My cooper netties: |');
    const target = await rig.openTarget();
    await target.insert('We use cooper netties.');
    await target.insert('And cooper netties.');
    await target.insert('More of cooper netties');
    await replace(document, 'My cooper netties', 'My Kubernetes');
    await replace(document, 'use cooper netties', 'use Kubernetes');
    await replace(document, 'of cooper netties', 'of Kubernetes');
    await until('it is told', () => Promise.resolve(rig.repeated.length > 0 || undefined));
    deepEqual(
      [rig.repeated, document.getText()],
      [
        [{ said: 'cooper netties', written: 'Kubernetes' }],
        'My Kubernetes: We use Kubernetes. And cooper netties. More of Kubernetes',
      ],
    );
  });
});

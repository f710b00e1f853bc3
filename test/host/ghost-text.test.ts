import { deepEqual } from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Target } from '../../src/core/target';
import { CorrectedWords } from '../../src/editor/place/corrected-words';
import { Corrections } from '../../src/editor/place/corrections';
import type { DocumentLedger } from '../../src/editor/ledger/document-ledger';
import { DocumentLedgers } from '../../src/editor/ledger/document-ledgers';
import type { AnchorOwner } from '../../src/editor/ledger/document-state';
import { openDocumentTarget } from '../../src/editor/targets/document-target';
import { GhostText } from '../../src/editor/place/ghost-text';
import { TextContext } from '../../src/editor/place/text-context';
import { systemClock } from '../../src/ui/system-clock';
import { InsertionRig } from './insertion-rig';

suite('ghost text', () => {
  let rig: InsertionRig;

  setup(() => {
    rig = new InsertionRig();
  });

  teardown(() => rig.dispose());

  test('goes along with a followed cursor between partials, and not when nothing is said', async () => {
    const { insertion } = rig.settings;
    rig.settings = { ...rig.settings, insertion: { ...insertion, target: 'followCursor' } };
    const editor = await rig.show('one|\ntwo');
    const { ghost, target } = await openTarget();
    target.showPartial('hello');
    await rig.select(editor, [new vscode.Selection(1, 3, 1, 3)]);
    target.showPartial('');
    await rig.select(editor, [new vscode.Selection(0, 0, 0, 0)]);
    deepEqual(ghost.shown, ['3 hello', '7 hello', '']);
  });

  test('waits for the words before it to be there', async () => {
    await rig.show('one|');
    const { ghost, target } = await openTarget();
    target.showPartial('two');
    const inserted = target.insert('Two.');
    target.showPartial('three');
    await inserted;
    deepEqual(ghost.shown, ['3 two', '', '8 three']);
    const command = target.insert('Scratch that.');
    target.showPartial('');
    await command;
    deepEqual(ghost.shown.slice(3), ['', '']);
  });

  /** At the cursors, with a record of what it shows. */
  async function openTarget(): Promise<{ ghost: RecordingGhostText; target: Target }> {
    const ghost = new RecordingGhostText();
    const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
    const ledgers = rig.own(new DocumentLedgers());
    const corrections = new Corrections(ledgers.written, log);
    const context = new TextContext({
      readSettings: () => rig.settings,
      identifiers: () => [],
      clipboard: { readText: () => Promise.resolve('') },
    });
    const corrected = rig.own(
      new CorrectedWords({ clock: systemClock, isNews: () => false, onDidRepeat: nothing }),
    );
    const options = { clock: systemClock, log, ledgers, corrections, corrected, context, ghost };
    return { ghost, target: rig.own(await openDocumentTarget(options, {})) };
  }

  test('is one message a partial, to the editors of its document only', async () => {
    const other = await rig.show('other|', { viewColumn: vscode.ViewColumn.Two });
    const editor = await rig.show('one|', { viewColumn: vscode.ViewColumn.One });
    const messages: string[] = [];
    const recorded = [editor, other].map((each) => recordedEditor(each, messages));
    const ledgers = rig.own(new DocumentLedgers());
    const ledger = ledgers.ledgerOf(editor.document);
    const owner = {};
    ledger.setAnchors(owner, [{ start: 3, end: 3 }]);
    const ghost = rig.own(new GhostText(() => recorded));
    ghost.hide();
    for (const text of ['hello', 'hello you']) ghost.show(ledger, owner, () => text);
    ghost.hide();
    ghost.hide();
    deepEqual(messages, ['one: hello', 'one: hello you', 'one: ']);
  });
});

/** An editor that tells what it was decorated with. */
function recordedEditor(
  { document }: vscode.TextEditor,
  messages: string[],
): Pick<vscode.TextEditor, 'document' | 'setDecorations'> {
  return {
    document,
    setDecorations: (_, options: readonly (vscode.Range | vscode.DecorationOptions)[]) => {
      const texts = options.map((each) =>
        'renderOptions' in each ? each.renderOptions.after?.contentText : 'a range',
      );
      messages.push(`${document.getText()}: ${texts.join()}`);
    },
  };
}

class RecordingGhostText extends GhostText {
  /** Where the primary place was, and the text there; '' when it was taken away. */
  readonly shown: string[] = [];

  override show(
    ledger: DocumentLedger,
    owner: AnchorOwner,
    textFor: (index: number) => string,
  ): void {
    this.shown.push(`${String(ledger.anchorsOf(owner)[0]?.end)}${textFor(0)}`);
    super.show(ledger, owner, textFor);
  }

  override hide(): void {
    this.shown.push('');
    super.hide();
  }
}

function nothing(): void {
  return;
}

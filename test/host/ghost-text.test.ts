import { deepEqual } from 'node:assert/strict';
import * as vscode from 'vscode';
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
    const ghost = new RecordingGhostText();
    const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
    const ledgers = rig.own(new DocumentLedgers());
    const corrections = new Corrections(ledgers.written, log);
    const context = new TextContext({
      readSettings: () => rig.settings,
      identifiers: () => [],
      clipboard: { readText: () => Promise.resolve('') },
    });
    const options = { clock: systemClock, log, ledgers, corrections, context, ghost };
    const target = rig.own(await openDocumentTarget(options, {}));
    target.showPartial('hello');
    await rig.select(editor, [new vscode.Selection(1, 3, 1, 3)]);
    target.showPartial('');
    await rig.select(editor, [new vscode.Selection(0, 0, 0, 0)]);
    deepEqual(ghost.shown, ['3 hello', '7 hello', '']);
  });
});

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

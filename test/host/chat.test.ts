import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Settings } from '../../src/core/settings';
import type { Target } from '../../src/core/target';
import { DEFAULT_SETTINGS } from '../fixtures/default-settings';
import { until } from './extension-under-test';
import { InsertionRig } from './insertion-rig';

interface TestModel {
  readonly answerWith: (answer: (texts: readonly string[]) => Promise<string>) => void;
}

/** Older ones have no models of extensions, and send nothing without one. */
const HAS_MODELS = 'registerLanguageModelChatProvider' in vscode.lm;

suite('in VS Code’s chat', HAS_MODELS ? chat : withoutModels);

function withoutModels(): void {
  test('nothing can be sent in this VS Code, where no extension can bring a model', () => {
    assert.equal(HAS_MODELS, false);
  });
}

function chat(): void {
  let rig: InsertionRig;
  /** What has come to the model. */
  let got: (readonly string[])[];

  setup(async () => {
    rig = new InsertionRig();
    got = [];
    const model = await vscode.extensions
      .getExtension<TestModel>('voice-dictation-tests.test-model')
      ?.activate();
    assert.ok(model !== undefined, 'the extension with the model is not loaded');
    model.answerWith((texts) => {
      got.push(texts);
      return Promise.resolve('Done.');
    });
    await setFeatures(false);
    // A new one: what an earlier test has written is gone.
    await vscode.commands.executeCommand('workbench.action.chat.newChat');
    await vscode.commands.executeCommand('workbench.action.chat.open', {
      modelSelector: { vendor: 'test-model', id: 'test-model' },
    });
  });

  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAuxiliaryBar');
    await setFeatures(undefined);
    await rig.dispose();
  });

  function setFeatures(areOff: boolean | undefined): Thenable<void> {
    const chat = vscode.workspace.getConfiguration('chat');
    return chat.update('disableAIFeatures', areOff, vscode.ConfigurationTarget.Global);
  }

  function submitBy(submit: Settings['agents']['submit']): void {
    rig.settings = { ...DEFAULT_SETTINGS, agents: { ...DEFAULT_SETTINGS.agents, submit } };
  }

  async function dictate(...finals: readonly string[]): Promise<Target> {
    const target = await rig.openTarget({ kind: 'chat' });
    for (const final of finals) assert.equal(await target.insert(final), 'inserted', final);
    return target;
  }

  async function untilGot(...texts: readonly string[]): Promise<void> {
    await until('the model to get it', () =>
      Promise.resolve(got.length >= texts.length || undefined),
    );
    assert.deepEqual(
      got.map((all) => all.at(-1)),
      texts,
    );
  }

  test('what is said arrives at the model as it stands there, once', async () => {
    submitBy('phrase');
    await dictate(
      'Don’t change “the public API”, two times. New paragraph. 日本語 👍🏽 (e.g. `a[0]`).',
      'Then run the tests. Send it.',
    );
    await untilGot(
      'Don’t change “the public API”, two times.\n\n日本語 👍🏽 (e.g. `a[0]`). Then run the tests.',
    );
    assert.deepEqual(rig.submissions, [{ outcome: 'sent', to: 'Chat' }]);
  });

  test('nothing is sent unless it is asked for, and Send to Agent sends it', async () => {
    const target = await dictate('Fix the parser. Send it.', 'Send it.');
    await target.released?.(9);
    assert.deepEqual([got, rig.submissions], [[], []]);
    target.dispose();
    await rig.dictate.sendToAgent();
    await untilGot('Fix the parser. Send it. Send it.');
  });

  test('letting go of the key sends it, and the next one begins clean', async () => {
    submitBy('release');
    const target = await dictate('Fix the parser.');
    await target.released?.(3);
    await untilGot('Fix the parser.');
    const next = await dictate('Then run the tests.');
    await next.released?.(4);
    await untilGot('Fix the parser.', 'Then run the tests.');
  });

  test('“scratch that” and Undo Last Utterance take back what was said last', async () => {
    const target = await dictate('Fix the parser.', 'Drop this.', 'And this.');
    assert.equal(await rig.dictate.undoLast(), 1);
    assert.equal(await target.insert('Scratch that.'), 'performed');
    await target.insert('Then run the tests.');
    await rig.dictate.sendToAgent();
    await untilGot('Fix the parser. Then run the tests.');
  });
}

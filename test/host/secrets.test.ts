import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DictationError } from '../../src/core/failure';
import { askForApiKey } from '../../src/ui/api-key-dialog';
import { ApiKeys } from '../../src/recognition/assemblyai/api-keys';
import { VirtualClock } from '../contracts/virtual-clock';
import { SETTINGS, recognitionAt } from '../unit/ui/settings-fixture';
import { extensionUnderTest, until } from './extension-under-test';

/** Asks with a real box; `enter` types into it and presses Enter, `checks` are the server's answers. */
function ask(mayBeEmpty: boolean, checks: readonly (DictationError | undefined)[] = []) {
  const input = vscode.window.createInputBox();
  const checked: string[] = [];
  const answers = [...checks];
  let settled = false;
  const answer = askForApiKey(
    {
      host: 'streaming.assemblyai.com',
      mayBeEmpty,
      check: (apiKey) => {
        checked.push(apiKey);
        return Promise.resolve(answers.shift());
      },
    },
    input,
  ).finally(() => {
    settled = true;
  });
  const isAnswered = (): boolean => settled || input.validationMessage !== undefined;
  /** Presses Enter until it is refused or accepted: the box needs a moment to be shown. */
  const enter = async (value: string): Promise<void> => {
    input.value = value;
    input.validationMessage = undefined;
    await until('Enter is answered', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isAnswered() || undefined;
    });
  };
  return { input, checked, answer, enter };
}

suite('API key question', () => {
  teardown(() => vscode.commands.executeCommand('workbench.action.closeQuickOpen'));

  test('takes a key that works, trimmed', async () => {
    const { answer, checked, enter } = ask(false);
    await enter('  a-key ');
    assert.deepEqual({ answer: await answer, checked }, { answer: 'a-key', checked: ['a-key'] });
  });

  test('says that a key is wrong and asks again', async () => {
    const { answer, checked, enter, input } = ask(false, [new DictationError('key-rejected')]);
    await enter('wrong');
    assert.equal(
      input.validationMessage,
      'The speech recogniser refused the API key. Enter another one.',
    );
    await enter('right');
    assert.deepEqual(
      { answer: await answer, checked },
      { answer: 'right', checked: ['wrong', 'right'] },
    );
  });

  test('saves a key that cannot be checked when Enter is pressed again', async () => {
    const { answer, checked, enter, input } = ask(false, [
      new DictationError('connection-refused'),
    ]);
    await enter('a-key');
    assert.equal(
      input.validationMessage,
      'The speech recogniser could not be reached. Press Enter again to save it unchecked.',
    );
    await enter('a-key');
    assert.deepEqual({ answer: await answer, checked }, { answer: 'a-key', checked: ['a-key'] });
  });

  test('refuses what no key can be without asking the server', async () => {
    const { answer, checked, enter, input } = ask(false);
    const messages: unknown[] = [];
    for (const value of ['', '   ', 'two words', 'schlüssel']) {
      await enter(value);
      messages.push(input.validationMessage);
    }
    input.hide();
    const form = 'An API key has no spaces and no letters outside ASCII.';
    assert.deepEqual(
      { answer: await answer, checked, messages },
      {
        answer: undefined,
        checked: [],
        messages: ['Paste an API key.', 'Paste an API key.', form, form],
      },
    );
  });

  test('takes no key for an answer at a server of your own', async () => {
    const { answer, enter } = ask(true);
    await enter('');
    assert.equal(await answer, '');
  });
});

suite('API keys in the secret storage', () => {
  test('are kept per host, "no key" too, and forgotten when cleared', async () => {
    const { api } = await extensionUnderTest();
    const answers = ['us-key', ''];
    const complaints: string[] = [];
    const note = (complaint: string): void => void complaints.push(complaint);
    const keys = new ApiKeys({
      clock: new VirtualClock(),
      log: { debug: note, info: note, warn: note, error: note },
      secrets: api.secrets,
      environment: {},
      askForKey: () => Promise.resolve(answers.shift()),
      check: () => Promise.resolve(undefined),
      onDidNotSaveKey: note,
    });
    const local = recognitionAt('ws://127.0.0.1:1');
    const europe = recognitionAt('wss://streaming.eu.assemblyai.com/v3/ws');
    const asked = [await keys.authorize(SETTINGS.recognition), await keys.authorize(local)];
    const stored = [await keys.authorize(SETTINGS.recognition), await keys.authorize(local)];
    const elsewhere = await keys.authorize(europe);
    await keys.clear(SETTINGS.recognition);
    await keys.clear(local);
    const cleared = [await keys.authorize(SETTINGS.recognition), await keys.authorize(local)];
    assert.deepEqual(
      { asked, stored, elsewhere, cleared, complaints },
      {
        asked: ['us-key', ''],
        stored: ['us-key', ''],
        elsewhere: undefined,
        cleared: [undefined, undefined],
        complaints: [],
      },
    );
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { wordToAdd } from '../../src/editor/words/word-to-add';
import { addToDictionary } from '../../src/ui/add-to-dictionary';
import { removeWorkspaceSettings, until } from './extension-under-test';
import { InsertionRig } from './insertion-rig';

const { Global, Workspace } = vscode.ConfigurationTarget;
const KEYTERMS = 'recognition.keyterms';
const REPLACEMENTS = 'insertion.replacements';

/** What is configured at one level. */
function configured(key: string, level: vscode.ConfigurationTarget): unknown {
  const found = vscode.workspace.getConfiguration('voiceDictation', null).inspect(key);
  return level === Global ? found?.globalValue : found?.workspaceValue;
}

async function setAt(
  key: string,
  level: vscode.ConfigurationTarget,
  value: unknown,
): Promise<void> {
  await vscode.workspace.getConfiguration('voiceDictation', null).update(key, value, level);
}

suite('add to dictionary', () => {
  let rig: InsertionRig;
  setup(() => {
    rig = new InsertionRig();
  });
  teardown(async () => {
    for (const key of [KEYTERMS, REPLACEMENTS]) await setAt(key, Global, undefined);
    await removeWorkspaceSettings();
    await rig.dispose();
  });

  /** Runs the command, and answers its questions with what they suggest, until `key` has changed. */
  async function addAsSuggested(key: string): Promise<unknown> {
    void vscode.commands.executeCommand('voiceDictation.addToDictionary');
    return until(key, async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return configured(key, Global);
    });
  }

  /** Adds the word at hand with these answers. */
  async function add(answer: string, level: 'user' | 'workspace') {
    const told: string[] = [];
    const suggestions: string[] = [];
    await addToDictionary(
      {
        findWord: wordToAdd,
        notifications: {
          show: ({ sentence }) => {
            told.push(sentence);
            return Promise.resolve();
          },
        },
      },
      {
        askForWord: () => Promise.resolve(undefined),
        askForPhrase: (_, suggestion) => {
          suggestions.push(suggestion);
          return Promise.resolve(answer);
        },
        askForLevel: () => Promise.resolve(level),
      },
    );
    return { told, suggestions };
  }

  test('the word at the caret becomes a keyterm, said as it is suggested', async () => {
    await rig.show('run getUser|Name now');
    assert.deepEqual(await addAsSuggested(KEYTERMS), ['getUserName']);
  });

  test('a selection of several lines becomes a replacement', async () => {
    await rig.show('«Kind regards,\nMe»');
    assert.deepEqual(await addAsSuggested(REPLACEMENTS), {
      'kind regards me': 'Kind regards,\\nMe',
    });
  });

  test('what is said in another way is a replacement, beside those that are there', async () => {
    await setAt(REPLACEMENTS, Workspace, { here: 'there' });
    await rig.show('run «kubectl» now');
    assert.deepEqual(
      [await add('cube control', 'workspace'), configured(REPLACEMENTS, Workspace)],
      [
        { told: ['“kubectl” is in the dictionary.'], suggestions: ['kubectl'] },
        { here: 'there', 'cube control': 'kubectl' },
      ],
    );
  });

  test('a list of the workspace begins with the person’s own', async () => {
    await setAt(KEYTERMS, Global, ['sox']);
    await rig.show('run «kubectl» now');
    await add('kubectl', 'workspace');
    assert.deepEqual(
      [configured(KEYTERMS, Global), configured(KEYTERMS, Workspace)],
      [['sox'], ['sox', 'kubectl']],
    );
  });

  test('a list that is full stays as it is, and the person is told', async () => {
    const full = Array.from({ length: 100 }, (_, i) => `term ${String(i)}`);
    await setAt(KEYTERMS, Global, full);
    await rig.show('run «kubectl» now');
    assert.deepEqual(
      [(await add('kubectl', 'user')).told, configured(KEYTERMS, Global)],
      [
        [
          'The setting voiceDictation.recognition.keyterms has 100 terms, the most there can be; nothing was added.',
        ],
        full,
      ],
    );
  });
});

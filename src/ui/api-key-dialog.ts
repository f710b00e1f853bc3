import * as vscode from 'vscode';
import type { KeyQuestion } from '../core/credentials';
import { disposeAll, type Disposable } from '../core/events';
import { DictationError } from '../core/failure';
import { DASHBOARD_URL, failureSentence } from './messages/failure-messages';
import { t } from './messages/translation';

/**
 * Asks for an API key in a password box, and tries it out before it is accepted. A key that the
 * server refuses is asked for again; when it cannot be checked, Enter a second time takes it as it
 * is.
 *
 * @param input the box to use up
 * @returns the key, trimmed; '' for "no key" where the question allows it; undefined: dismissed
 */
export async function askForApiKey(
  question: KeyQuestion,
  input: vscode.InputBox = vscode.window.createInputBox(),
): Promise<string | undefined> {
  const { host, mayBeEmpty } = question;
  const giveUp = new AbortController();
  input.title = t('Voice Dictation: API Key for {0}', host);
  input.prompt = mayBeEmpty
    ? t(
        'Stored on this computer and sent to {0} only. Leave empty if this server needs no key.',
        host,
      )
    : t('Stored on this computer and sent to {0} only.', host);
  input.placeholder = t('Paste your API key');
  input.password = true;
  input.ignoreFocusOut = true;
  if (!mayBeEmpty) {
    const tooltip = t('Get an API Key');
    input.buttons = [{ iconPath: new vscode.ThemeIcon('link-external'), tooltip }];
  }
  const subscriptions: Disposable[] = [input];
  try {
    return await new Promise<string | undefined>((resolve, reject) => {
      let unchecked: string | undefined;
      const accept = async (): Promise<void> => {
        const apiKey = input.value.trim();
        input.validationMessage = keyProblem(apiKey, mayBeEmpty);
        if (input.validationMessage !== undefined) return;
        if (apiKey !== unchecked) {
          const failure = await tryOut(apiKey);
          if (failure !== undefined) {
            const isWrong = failure.reason === 'key-rejected' || failure.reason === 'key-missing';
            unchecked = isWrong ? undefined : apiKey;
            const hint = isWrong
              ? t('Enter another one.')
              : t('Press Enter again to save it unchecked.');
            input.validationMessage = `${failureSentence(failure)} ${hint}`;
            return;
          }
        }
        resolve(apiKey);
      };
      const tryOut = async (apiKey: string): Promise<DictationError | undefined> => {
        input.enabled = false;
        input.busy = true;
        try {
          return await question.check(apiKey, giveUp.signal);
        } catch (error) {
          return DictationError.from(error);
        } finally {
          input.enabled = true;
          input.busy = false;
        }
      };
      subscriptions.push(
        input.onDidChangeValue((value) => {
          input.validationMessage = keyProblem(value.trim(), true);
        }),
        input.onDidAccept(() => {
          if (!input.busy) accept().catch(reject);
        }),
        input.onDidTriggerButton(() => {
          void vscode.env.openExternal(vscode.Uri.parse(DASHBOARD_URL));
        }),
        input.onDidHide(() => {
          resolve(undefined);
        }),
      );
      input.show();
    });
  } finally {
    giveUp.abort();
    disposeAll(subscriptions);
  }
}

/** What is wrong with the look of a key: it must fit into an HTTP header as it is. */
function keyProblem(apiKey: string, mayBeEmpty: boolean): string | undefined {
  if (apiKey === '') return mayBeEmpty ? undefined : t('Paste an API key.');
  return /^[\x21-\x7E]+$/.test(apiKey)
    ? undefined
    : t('An API key has no spaces and no letters outside ASCII.');
}

import * as vscode from 'vscode';
import { PolishError, type AskModel, type PolishRequest } from './model';

/** Whether this extension may use a model; nothing: the person has not been asked yet. */
export type ModelAccess = Pick<vscode.LanguageModelAccessInformation, 'canSendRequest'>;

/** What VS Code shows where it asks the person. */
const JUSTIFICATION = vscode.l10n.t(
  'To correct punctuation and wording of what you dictate, as you have set it in “Insertion: Polish”.',
);

/**
 * A language model that the person has in VS Code; VS Code asks them whether it may be used.
 *
 * @param wanted its id, family or name; '': the first
 */
export function editorModel(wanted: string, access: ModelAccess): AskModel {
  return async (request) => {
    try {
      const models = await vscode.lm.selectChatModels();
      const model =
        wanted === ''
          ? models[0]
          : models.find(({ id, family, name }) => [id, family, name].includes(wanted));
      if (model === undefined) throw new PolishError('no-model');
      return await ask(model, access, request);
    } catch (error) {
      throw error instanceof PolishError ? error : new PolishError(problemOf(error));
    }
  };
}

async function ask(
  model: vscode.LanguageModelChat,
  access: ModelAccess,
  { instructions, text, longest, signal, onDidAsk }: PolishRequest,
): Promise<string> {
  const allowed = access.canSendRequest(model);
  if (allowed === false) throw new PolishError('not-allowed');
  const cancellation = new vscode.CancellationTokenSource();
  const cancel = (): void => {
    cancellation.cancel();
  };
  signal.addEventListener('abort', cancel);
  try {
    signal.throwIfAborted();
    if (allowed === undefined) onDidAsk(false);
    const messages = [
      vscode.LanguageModelChatMessage.User(instructions),
      vscode.LanguageModelChatMessage.User(text),
    ];
    const response = await model.sendRequest(
      messages,
      { justification: JUSTIFICATION },
      cancellation.token,
    );
    if (allowed === undefined) onDidAsk(true);
    let answer = '';
    for await (const part of response.text) {
      answer += part;
      if (answer.length > longest) break;
    }
    return answer;
  } finally {
    signal.removeEventListener('abort', cancel);
    // Of a longer answer nothing more is wanted.
    cancellation.cancel();
    cancellation.dispose();
  }
}

function problemOf(error: unknown): 'not-allowed' | 'no-model' | 'used-up' | 'model-failed' {
  if (!(error instanceof vscode.LanguageModelError)) return 'model-failed';
  switch (error.code) {
    case vscode.LanguageModelError.NoPermissions.name:
      return 'not-allowed';
    case vscode.LanguageModelError.NotFound.name:
      return 'no-model';
    case vscode.LanguageModelError.Blocked.name:
      return 'used-up';
    default:
      return 'model-failed';
  }
}

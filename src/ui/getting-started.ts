import * as vscode from 'vscode';
import type { DictationController } from '../dictation/controller';
import { MENU, PRACTICE_TEXT, STEP_CONTEXT_KEYS } from './messages/getting-started-messages';

/** Whether the walkthrough has been opened on this computer. */
const OPENED_KEY = 'gettingStarted.opened';

/** Who we are, and what is remembered of this computer. */
export interface OwnContext {
  readonly extension: Pick<vscode.Extension<unknown>, 'id'>;
  readonly globalState: {
    get(key: string): unknown;
    update(key: string, value: unknown): PromiseLike<void>;
  };
}

/** Opens the walkthrough. */
export async function openGettingStarted({ extension, globalState }: OwnContext): Promise<void> {
  await globalState.update(OPENED_KEY, true);
  const walkthrough = `${extension.id}#gettingStarted`;
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
}

/** Opens the walkthrough if it never was: for who was asked or told something and wants to know more first. */
export async function openGettingStartedOnce(context: OwnContext): Promise<void> {
  if (context.globalState.get(OPENED_KEY) !== true) await openGettingStarted(context);
}

/** Completes a step of the walkthrough, for as long as VS Code remembers it. */
export function completeStep(step: keyof typeof STEP_CONTEXT_KEYS): void {
  void vscode.commands.executeCommand('setContext', STEP_CONTEXT_KEYS[step], true);
}

/** Opens a document that is nobody's, and dictates into it. */
export async function practise(controller: Pick<DictationController, 'start'>): Promise<void> {
  const document = await vscode.workspace.openTextDocument({
    language: 'markdown',
    content: PRACTICE_TEXT,
  });
  const editor = await vscode.window.showTextDocument(document);
  const end = document.lineAt(document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  await controller.start();
}

/** Show Menu: what can be done now; choosing a line does it. */
export async function showMenu(controller: Pick<DictationController, 'state'>): Promise<void> {
  const isOn = controller.state.kind !== 'idle';
  const items = MENU.filter(({ when }) => when === undefined || (when === 'on') === isOn);
  const picked = await vscode.window.showQuickPick(items, { title: 'Voice Dictation' });
  if (picked === undefined) return;
  await vscode.commands.executeCommand(picked.command, ...(picked.args ?? []));
}

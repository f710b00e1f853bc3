import * as vscode from 'vscode';
import type { FailureReason } from '../../core/failure';
import type { InsertionOutcome, TargetKind } from '../../core/target';
import type { Place } from '../../text/compose';
import { PlainTarget } from './plain-target';

/**
 * Whatever code editor has the focus when a final comes, though it is no document: the debug
 * console, a chat input. Extensions cannot read there; what this target has written itself
 * is all that is known of it.
 */
export class FocusedInputTarget extends PlainTarget {
  readonly kind: TargetKind = 'input';
  readonly name: string = vscode.l10n.t('Input');
  private left = '';

  findProblem(): Promise<FailureReason | undefined> {
    return Promise.resolve(undefined);
  }

  protected get place(): Place {
    return { left: this.left, right: '', scope: 'prose' };
  }

  /**
   * VS Code gives this command to the focused code editor, as one step of undo. Unlike `type`, it
   * closes no brackets and asks for no suggestions; with its prefix, no extension (Vim) takes it over.
   */
  protected async write(text: string): Promise<InsertionOutcome> {
    await vscode.commands.executeCommand('default:paste', {
      text,
      pasteOnNewLine: false,
      multicursorText: null,
      mode: null,
    });
    this.left += text;
    return 'inserted';
  }
}

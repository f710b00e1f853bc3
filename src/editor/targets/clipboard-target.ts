import * as vscode from 'vscode';
import type { Clock } from '../../core/clock';
import type { FailureReason } from '../../core/failure';
import type { InsertionOutcome } from '../../core/target';
import type { Place } from '../../text/compose';
import { ClipboardLoan } from './clipboard-loan';
import { PlainTarget, type PlainTargetOptions } from './plain-target';

/** The window's clipboard, for all pastes of the window. */
export function borrowClipboard(clock: Clock): ClipboardLoan {
  return new ClipboardLoan(vscode.env.clipboard, clock);
}

export interface ClipboardTargetOptions extends PlainTargetOptions {
  /** One for all targets: there is one clipboard. */
  readonly clipboard: ClipboardLoan;
}

/**
 * Whatever takes a paste where the focus is when a final comes: a field of VS Code, another
 * extension's webview. The clipboard has its text back afterwards; VS Code lets extensions read
 * nothing but text, so an image that was there is lost.
 */
export class ClipboardTarget extends PlainTarget {
  readonly name = 'Focused field';
  private left = '';
  private readonly clipboard: ClipboardLoan;

  constructor(options: ClipboardTargetOptions) {
    super(options);
    this.clipboard = options.clipboard;
  }

  /** In a browser, VS Code's command pastes into code editors only, and says nothing elsewhere. */
  findProblem(): Promise<FailureReason | undefined> {
    const isInBrowser = vscode.env.uiKind === vscode.UIKind.Web;
    return Promise.resolve(isInBrowser ? 'target-missing' : undefined);
  }

  protected get place(): Place {
    return { left: this.left, right: '', scope: 'prose' };
  }

  protected async write(text: string): Promise<InsertionOutcome> {
    await this.clipboard.paste(text, () =>
      vscode.commands.executeCommand('editor.action.clipboardPasteAction'),
    );
    this.left += text;
    return 'inserted';
  }
}

import * as vscode from 'vscode';
import type { ClipboardShare } from '../../core/clipboard-share';
import type { Clock } from '../../core/clock';
import type { FailureReason } from '../../core/failure';
import type { Settings } from '../../core/settings';
import type { Submission } from '../../core/submission';
import type { InsertionOutcome } from '../../core/target';
import type { Place } from '../../text/compose';
import { Prompt } from '../agents/prompt';
import { ClipboardLoan } from './clipboard-loan';
import { PlainTarget, type PlainTargetOptions } from './plain-target';

/** The window's clipboard, for all pastes of the window. */
export function borrowClipboard(clock: Clock, share?: ClipboardShare): ClipboardLoan {
  return new ClipboardLoan(vscode.env.clipboard, clock, share);
}

export interface ClipboardTargetOptions extends PlainTargetOptions {
  /** One for all targets: there is one clipboard. */
  readonly clipboard: ClipboardLoan;
  /** What the status bar calls the place. */
  readonly name?: string | undefined;
  /** What dictation has written in panels of that name, one for all targets; nothing: any field. */
  readonly prompt?: Prompt | undefined;
  /** How the person sends prompts. */
  readonly submit: () => Settings['agents']['submit'];
  readonly onDidSubmit: (submission: Submission) => void;
}

/**
 * Whatever takes a paste where the focus is when a final comes: a field of VS Code, another
 * extension's webview. The clipboard has its text back afterwards; VS Code lets extensions read
 * nothing but text, so an image that was there is lost.
 */
export class ClipboardTarget extends PlainTarget {
  readonly kind = 'clipboard';
  readonly name: string;
  private readonly prompt: Prompt;

  constructor(private readonly own: ClipboardTargetOptions) {
    super(own);
    this.name = own.name ?? vscode.l10n.t('Focused field');
    this.prompt = own.prompt ?? new Prompt(() => 0);
  }

  /** What was pasted stays as it was said: nobody tells what stands there now. */
  passage(): 'irreplaceable' | undefined {
    return this.own.prompt === undefined ? undefined : 'irreplaceable';
  }

  /** VS Code lets nobody send there: the person is told, where they expect it. */
  async released(): Promise<void> {
    if (this.own.submit() === 'release' && this.own.prompt !== undefined) await this.submit();
  }

  /** In a browser, VS Code's command pastes into code editors only, and says nothing elsewhere. */
  findProblem(): Promise<FailureReason | undefined> {
    const isInBrowser = vscode.env.uiKind === vscode.UIKind.Web;
    return Promise.resolve(isInBrowser ? 'target-missing' : undefined);
  }

  protected get place(): Place {
    return { left: this.prompt.left(false), right: '', scope: 'prose' };
  }

  protected override actsOnSubmit(): boolean {
    return this.own.submit() === 'phrase';
  }

  protected override submit(): Promise<void> {
    this.own.onDidSubmit({ outcome: 'panel', to: this.name });
    return Promise.resolve();
  }

  protected async write(text: string): Promise<InsertionOutcome> {
    await this.own.clipboard.paste(text, () =>
      vscode.commands.executeCommand('editor.action.clipboardPasteAction'),
    );
    this.prompt.wrote(text);
    return 'inserted';
  }
}

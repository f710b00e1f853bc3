import * as vscode from 'vscode';
import { disposeAll } from '../../core/events';
import type { FailureReason } from '../../core/failure';
import type { InsertionOutcome } from '../../core/target';
import type { Place } from '../../text/compose';
import { namesForPrompt, promptText } from '../../text/prompt-text';
import { PlainTarget, type PlainTargetOptions } from './plain-target';

/**
 * The prompt of the terminal that is active when this is made: text is typed there, and never run.
 * What the person types there themselves is not seen; only where the shell tells that it runs
 * something (shell integration) is it known that a new prompt begins.
 */
export class TerminalTarget extends PlainTarget {
  private readonly terminal = vscode.window.activeTerminal;
  /** What has been typed at this prompt. */
  private left = '';
  private isClosed = false;
  private readonly subscriptions = [
    vscode.window.onDidCloseTerminal((terminal) => {
      if (terminal === this.terminal) this.isClosed = true;
    }),
    vscode.window.onDidStartTerminalShellExecution(({ terminal }) => {
      if (terminal === this.terminal) this.left = '';
    }),
  ];

  constructor(options: PlainTargetOptions) {
    super({
      ...options,
      readManner: async () => {
        const manner = await options.readManner();
        return { ...manner, identifiers: namesForPrompt(manner.identifiers) };
      },
    });
  }

  /** A terminal that has just been made has no name yet. */
  get name(): string {
    return `Terminal ${this.terminal?.name ?? ''}`.trim();
  }

  findProblem(): Promise<FailureReason | undefined> {
    return Promise.resolve(this.isGone ? 'target-missing' : undefined);
  }

  override dispose(): void {
    super.dispose();
    disposeAll(this.subscriptions);
  }

  protected get place(): Place {
    return { left: this.left, right: '', scope: 'code', languageId: 'shellscript' };
  }

  protected override breakText(): undefined {
    return undefined;
  }

  protected write(text: string): Promise<InsertionOutcome> {
    if (this.terminal === undefined || this.isGone) return Promise.resolve('no-target');
    const typed = promptText(text);
    this.terminal.sendText(typed, false);
    this.left += typed;
    return Promise.resolve('inserted');
  }

  private get isGone(): boolean {
    return this.isClosed || this.terminal?.exitStatus !== undefined || this.terminal === undefined;
  }
}

import * as vscode from 'vscode';
import type { ClipboardShare } from '../../core/clipboard-share';
import type { Clock } from '../../core/clock';
import type { FailureReason } from '../../core/failure';
import type { Settings } from '../../core/settings';
import type { Submission } from '../../core/submission';
import type { InsertionOutcome } from '../../core/target';
import type { Place, WritingStyle } from '../../text/compose';
import { NamedFiles } from '../agents/named-files';
import { Prompt } from '../agents/prompt';
import { panelMention } from '../agents/references';
import type { WorkspaceFiles } from '../agents/workspace-files';
import { ClipboardLoan } from './clipboard-loan';
import { PlainTarget, type Meant, type PlainTargetOptions } from './plain-target';

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
  /** The files that can be named in a panel. */
  readonly files: Pick<WorkspaceFiles, 'look' | 'find'>;
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
  private readonly prompt: Prompt;
  private readonly named: NamedFiles;

  constructor(private readonly own: ClipboardTargetOptions) {
    super({
      ...own,
      readStyle: async () => {
        if (own.prompt !== undefined) await own.files.look();
        return own.readStyle();
      },
    });
    this.prompt = own.prompt ?? new Prompt(() => 0);
    const folders = vscode.workspace.workspaceFolders?.map(({ uri }) => uri.path) ?? [];
    this.named = new NamedFiles(own.files.find, (path) =>
      panelMention(own.name ?? '', path, folders),
    );
    if (own.prompt !== undefined) void own.files.look();
  }

  get name(): string {
    return this.named.nameOf(this.own.name ?? vscode.l10n.t('Focused field'));
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

  /** A panel of an agent takes a prompt; what any other field takes nobody tells. */
  protected override meant(final: string, style: WritingStyle): Meant {
    return { style: this.own.prompt === undefined ? style : this.named.styleFor(final, style) };
  }

  protected override hear(text: string): void {
    this.named.hear(this.own.prompt === undefined ? '' : text);
  }

  protected override actsOnSubmit(): boolean {
    return this.own.submit() === 'phrase';
  }

  protected override submit(): Promise<void> {
    this.own.onDidSubmit({ outcome: 'panel', to: this.own.name ?? this.name });
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

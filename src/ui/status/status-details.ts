// What the status bar tells besides its text: loaded when the window is at rest, or with the first dictation.
import '../window-language';
import * as vscode from 'vscode';
import { disposeAll, type Disposable } from '../../core/events';
import type { DictationState } from '../../dictation/state';
import { Announcer, type AnnouncerOptions } from './announcer';
import type { StatusContext } from './status-view';
import { statusTooltip, TOOLTIP_COMMANDS } from './status-tooltip';

/** VS Code's own setting; `auto` becomes `on` when a person says that they use a screen reader. */
const ACCESSIBILITY = 'editor.accessibilitySupport';

/** What a mouse that rests on the item is told, and a person who uses a screen reader. */
export class StatusDetails implements Disposable {
  private announcer: Announcer | undefined;
  private readonly subscription: Disposable;

  constructor(private readonly options: AnnouncerOptions) {
    this.subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(ACCESSIBILITY)) this.follow();
    });
    this.follow();
  }

  /** See {@link statusTooltip}. */
  tooltip(state: DictationState, context: StatusContext): vscode.MarkdownString {
    const tooltip = new vscode.MarkdownString(statusTooltip(state, context));
    tooltip.isTrusted = { enabledCommands: TOOLTIP_COMMANDS };
    return tooltip;
  }

  dispose(): void {
    this.subscription.dispose();
    if (this.announcer !== undefined) disposeAll([this.announcer]);
  }

  private follow(): void {
    const isWanted = vscode.workspace.getConfiguration().get(ACCESSIBILITY) === 'on';
    if (isWanted) this.announcer ??= new Announcer(this.options);
    else {
      this.announcer?.dispose();
      this.announcer = undefined;
    }
  }
}

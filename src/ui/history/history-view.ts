import * as vscode from 'vscode';
import { disposeAll, Emitter, type Disposable, type Event } from '../../core/events';
import { loadOnce } from '../../core/load-once';
import type { DictationState } from '../../dictation/state';
import type { HistoryNode } from './history-groups';
import type { HistoryTree, HistoryTreeOptions } from './history-tree';

export interface HistoryViewOptions {
  readonly history: HistoryTreeOptions['history'] & { readonly onDidChange: Event<void> };
  readonly controller: HistoryTreeOptions['controller'] & {
    readonly onDidChangeState: Event<DictationState>;
  };
}

/** The history's view in the side bar; what fills it is loaded when it is first seen. */
export class HistoryView implements Disposable {
  private readonly changes = new Emitter<undefined>();
  private readonly view: vscode.TreeView<HistoryNode>;
  private readonly subscriptions: readonly Disposable[];

  /** Loads what the view shows. */
  readonly load: () => Promise<HistoryTree>;

  constructor(options: HistoryViewOptions) {
    const refresh = (): void => {
      this.changes.fire(undefined);
    };
    this.load = loadOnce(async () => {
      const { HistoryTree } = await import('../dialogs');
      return new HistoryTree({ ...options, view: this.view, refresh });
    });
    this.view = vscode.window.createTreeView<HistoryNode>('voiceDictation.history', {
      treeDataProvider: {
        onDidChangeTreeData: this.changes.event,
        getChildren: async (node) => [...(await (await this.load()).children(node))],
        getTreeItem: async (node) => (await this.load()).item(node),
      },
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.subscriptions = [
      options.history.onDidChange(refresh),
      // Audio is kept, or is not any more.
      options.controller.onDidChangeState(({ kind }) => {
        if (kind === 'idle') refresh();
      }),
    ];
  }

  dispose(): void {
    disposeAll([this.changes, this.view, ...this.subscriptions]);
  }
}

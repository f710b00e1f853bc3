import * as vscode from 'vscode';
import { FRAME_MS } from '../../core/pcm';
import type { TargetKind } from '../../core/target';
import type { DictationController } from '../../dictation/controller';
import type { History, HistoryEntry } from './history';
import { historyDays, type AudioNode, type EntryNode, type HistoryNode } from './history-groups';
import {
  dayName,
  fateOf,
  inOneLine,
  isWrittenOtherwise,
  placeName,
  placeOf,
  providerOf,
  writtenOf,
} from './history-lines';
import { language, t } from '../messages/translation';
import { keptSpeech } from '../messages/kept-speech';

/** Whether the view shows only what somebody looks for; its buttons depend on it. */
const IS_FILTERED_CONTEXT_KEY = 'voiceDictation.isHistoryFiltered';

export interface HistoryTreeOptions {
  readonly history: Pick<History, 'entries' | 'load'>;
  readonly controller: Pick<DictationController, 'keptAudio'>;
  /** The view, to be painted anew by `refresh`. */
  readonly view: vscode.TreeView<HistoryNode>;
  readonly refresh: () => void;
}

/** What the history's view shows: days, in them places, in them texts. */
export class HistoryTree {
  private words = '';
  /** What VS Code has been told, and may give back. */
  private readonly told = new WeakMap<object, HistoryNode>();

  constructor(private readonly options: HistoryTreeOptions) {}

  /** What the person looks for; '' for everything. */
  get filter(): string {
    return this.words;
  }

  set filter(words: string) {
    if (words === this.words) return;
    this.words = words;
    void vscode.commands.executeCommand('setContext', IS_FILTERED_CONTEXT_KEY, words !== '');
    this.options.refresh();
  }

  /** What is selected in the view. */
  get selection(): readonly HistoryNode[] {
    return this.options.view.selection;
  }

  /** The nodes of this tree among what a command is given. */
  own(given: readonly unknown[]): readonly HistoryNode[] {
    return given.flatMap((each) => {
      const node = typeof each === 'object' && each !== null ? this.told.get(each) : undefined;
      return node ?? [];
    });
  }

  async children(parent: HistoryNode | undefined): Promise<readonly HistoryNode[]> {
    const nodes = parent === undefined ? await this.roots() : 'nodes' in parent ? parent.nodes : [];
    for (const node of nodes) this.told.set(node, node);
    return nodes;
  }

  item(node: HistoryNode): vscode.TreeItem {
    switch (node.kind) {
      case 'audio': {
        const item = new vscode.TreeItem(keptSpeech(node.keptMs));
        item.description = t('not transcribed');
        item.iconPath = new vscode.ThemeIcon('warning', WARNING);
        return Object.assign(item, { id: node.id, contextValue: 'audio' });
      }
      case 'day': {
        const newest =
          this.words !== '' || dayName(node.atMs, Date.now()) === dayName(Date.now(), Date.now());
        return Object.assign(new vscode.TreeItem(dayName(node.atMs, Date.now()), state(newest)), {
          id: node.id,
          contextValue: 'day',
          iconPath: new vscode.ThemeIcon('calendar'),
        });
      }
      case 'target': {
        const { landing } = node;
        const item = new vscode.TreeItem(placeName(landing), state(true));
        item.description = String(node.nodes.length);
        item.iconPath = new vscode.ThemeIcon(
          landing === undefined ? 'question' : ICONS[landing.kind],
        );
        return Object.assign(item, { id: node.id, contextValue: 'target' });
      }
      case 'entry':
        return entryItem(node);
    }
  }

  private async roots(): Promise<readonly HistoryNode[]> {
    const { history, view } = this.options;
    await history.load();
    const days = historyDays(history.entries, this.words);
    const looked = inOneLine(this.words);
    view.message =
      this.words.trim() === '' || history.entries.length === 0
        ? ''
        : days.length > 0
          ? t('Only what has “{0}”', looked)
          : t('Nothing has “{0}”.', looked);
    return this.words === '' ? [...this.audio(), ...days] : days;
  }

  private audio(): readonly AudioNode[] {
    const frames = this.options.controller.keptAudio.flatMap((audio) => [audio.frames.length]);
    const keptMs = frames.reduce((sum, length) => sum + length, 0) * FRAME_MS;
    return keptMs === 0 ? [] : [{ kind: 'audio', id: 'audio', keptMs }];
  }
}

const WARNING = new vscode.ThemeColor('list.warningForeground');

const ICONS: Readonly<Record<TargetKind, string>> = {
  editor: 'file',
  terminal: 'terminal',
  agent: 'hubot',
  sourceControl: 'source-control',
  chat: 'comment-discussion',
  input: 'symbol-string',
  clipboard: 'clippy',
};

function entryItem({ id, entry }: EntryNode): vscode.TreeItem {
  const item = new vscode.TreeItem(inOneLine(writtenOf(entry)));
  const time = new Date(entry.saidAtMs).toLocaleTimeString(language(), { timeStyle: 'short' });
  const said = isWrittenOtherwise(entry) ? t('said “{0}”', inOneLine(entry.text)) : '';
  item.description = joined([time, fateOf(entry), said], ' · ');
  item.tooltip = tooltip(entry, time);
  item.accessibilityInformation = { label: item.tooltip.replaceAll('\n', ', ') };
  if (entry.state === 'kept') item.iconPath = new vscode.ThemeIcon('warning', WARNING);
  if (entry.state === 'dropped') item.iconPath = new vscode.ThemeIcon('circle-slash');
  return Object.assign(item, { id, contextValue: 'entry' });
}

function tooltip(entry: HistoryEntry, time: string): string {
  const texts = isWrittenOtherwise(entry)
    ? [t('Written: {0}', writtenOf(entry)), t('Said: {0}', entry.text)]
    : [entry.text];
  const facts = joined([time, placeOf(entry), providerOf(entry), fateOf(entry)], ', ');
  return [...texts, facts].join('\n');
}

function joined(parts: readonly string[], by: string): string {
  return parts.filter((part) => part !== '').join(by);
}

function state(isOpen: boolean): vscode.TreeItemCollapsibleState {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  return isOpen ? Expanded : Collapsed;
}

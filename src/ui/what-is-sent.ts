import * as vscode from 'vscode';
import type { Provider } from '../core/provider';
import type { ToldWord } from '../core/workspace-names';
import type { DictationController } from '../dictation/controller';
import type { Configuration } from './configuration';
import { sentWords, type SentWordLine } from './sent-word-lines';
import { t } from './messages/translation';

/** What of the code that is loaded later is needed here. */
export interface WhatIsSentCode {
  /**
   * The words of the workspace that are told for a target in the document with this URI.
   *
   * @param onDidFind told those that are known already
   */
  readonly toldWords: (
    resource: string | undefined,
    onDidFind: (words: readonly ToldWord[]) => void,
  ) => Promise<readonly ToldWord[]>;
  /** What the recogniser would be told of the document with this URI; '': nothing. */
  readonly placeAt: (resource: string | undefined) => string;
  readonly provider: Pick<Provider, 'traits'>;
}

export interface WhatIsSentOptions {
  readonly configuration: Pick<Configuration, 'peek'>;
  readonly controller: Pick<DictationController, 'told' | 'target'>;
  readonly load: () => Promise<WhatIsSentCode>;
}

type Item = vscode.QuickPickItem & { readonly uri?: string | undefined };

/** Show What Is Sent: all that the recogniser is told in words; choosing one opens its file. */
export async function showWhatIsSent(options: WhatIsSentOptions): Promise<void> {
  const { controller, configuration, load } = options;
  const { told } = controller;
  const resource =
    told === undefined
      ? vscode.window.activeTextEditor?.document.uri.toString()
      : controller.target?.resource;
  const picker = vscode.window.createQuickPick<Item>();
  picker.title = t('Voice Dictation: What Is Sent');
  picker.placeholder = t('Looking for the words of the workspace');
  picker.matchOnDescription = true;
  picker.busy = true;
  const done = new Promise<void>((resolve) => {
    picker.onDidHide(() => {
      resolve();
    });
  });
  picker.onDidAccept(() => {
    const uri = picker.selectedItems[0]?.uri;
    picker.hide();
    if (uri !== undefined) void vscode.window.showTextDocument(vscode.Uri.parse(uri));
  });
  picker.show();
  try {
    const { provider, toldWords, placeAt } = await load();
    const settings = configuration.peek(resource);
    const list = (words: readonly ToldWord[]): void => {
      const sent = sentWords({
        settings,
        words,
        place: placeAt(resource),
        traits: provider.traits(settings.recognition),
        told,
        isTrusted: vscode.workspace.isTrusted,
        nameOf: (uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
      });
      picker.placeholder = picker.busy
        ? `${sent.placeholder}; ${t('looking for more')}`
        : sent.placeholder;
      picker.keepScrollPosition = true;
      picker.items = [
        ...section(t('Where you dictate'), sent.place),
        ...section(t('What you said last'), sent.said),
        ...section(t('Your own'), sent.own),
        ...section(t('Workspace'), sent.workspace),
      ];
    };
    // A language service that starts takes seconds to say what it knows.
    const words = await toldWords(resource, list);
    picker.busy = false;
    list(words);
    await done;
  } finally {
    picker.dispose();
  }
}

function section(heading: string, lines: readonly SentWordLine[]): readonly Item[] {
  if (lines.length === 0) return [];
  return [{ label: heading, kind: vscode.QuickPickItemKind.Separator }, ...lines];
}

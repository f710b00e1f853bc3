import path from 'node:path';
import * as vscode from 'vscode';
import type { OpenTarget, Target } from '../../core/target';
import type { Configuration } from '../configuration';
import {
  OPEN_AUDIO_FILE,
  whereAllQuestion,
  whereChoices,
  whereQuestion,
} from '../messages/audio-file-messages';

export interface WordsPlaceOptions {
  readonly configuration: Pick<Configuration, 'peek'>;
  readonly openTarget: OpenTarget;
  /** Asks where the words go; undefined: dismissed. Default: a pick of VS Code's. */
  readonly choose?: (
    choices: ReturnType<typeof whereChoices>,
    question: string,
  ) => PromiseLike<{ readonly place: 'document' | 'caret' } | undefined>;
}

/** Where the words of files go. */
export interface WordsPlace {
  /** Opens it, once for each piece of sound. */
  readonly open: () => Promise<Target>;
  readonly dispose: () => void;
}

/** Asks where the words of all these files go; undefined: dismissed. */
export async function askWhere(
  options: WordsPlaceOptions,
  files: readonly vscode.Uri[],
): Promise<WordsPlace | undefined> {
  const editor = vscode.window.activeTextEditor;
  const { provider } = options.configuration.peek().recognition;
  const caretIn = editor === undefined ? undefined : nameOf(editor.document.uri);
  const [first] = files;
  const question =
    files.length === 1 && first !== undefined
      ? whereQuestion(nameOf(first))
      : whereAllQuestion(files.length);
  const { choose = pick } = options;
  const picked = await choose(whereChoices(provider, caretIn), question);
  switch (picked?.place) {
    case 'document':
      return newDocument(options.openTarget);
    case 'caret':
      return caretOf(options.openTarget, editor);
    case undefined:
      return undefined;
  }
}

function pick(
  choices: ReturnType<typeof whereChoices>,
  placeHolder: string,
): Thenable<{ readonly place: 'document' | 'caret' } | undefined> {
  const { title } = OPEN_AUDIO_FILE;
  return vscode.window.showQuickPick(choices, { title, placeHolder, ignoreFocusOut: true });
}

/** A document that is made when there is something to write. */
function newDocument(openTarget: OpenTarget): WordsPlace {
  let document: vscode.TextDocument | undefined;
  return {
    open: async () => {
      document ??= await vscode.workspace.openTextDocument({ content: '' });
      const editor = await vscode.window.showTextDocument(document, { preview: false });
      const end = document.lineAt(document.lineCount - 1).range.end;
      editor.selection = new vscode.Selection(end, end);
      return openTarget({ kind: 'editor', stays: true });
    },
    dispose: () => undefined,
  };
}

/** Where the caret is now, whatever it does while the file is read. */
async function caretOf(
  openTarget: OpenTarget,
  editor: vscode.TextEditor | undefined,
): Promise<WordsPlace> {
  let now: Target | undefined = await openTarget({ kind: 'editor', stays: true });
  return {
    open: async () => {
      const target = now;
      now = undefined;
      if (target !== undefined) return target;
      if (editor !== undefined) await vscode.window.showTextDocument(editor.document);
      return openTarget({ kind: 'editor', stays: true });
    },
    dispose: () => {
      now?.dispose();
    },
  };
}

function nameOf(uri: vscode.Uri): string {
  return path.posix.basename(uri.path);
}

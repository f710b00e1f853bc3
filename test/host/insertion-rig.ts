import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Log } from '../../src/core/log';
import type { Settings } from '../../src/core/settings';
import type { Submission } from '../../src/core/submission';
import type { Target, TargetRequest } from '../../src/core/target';
import { createDictate } from '../../src/dictate';
import type { Correction } from '../../src/editor/ledger/correction';
import { TerminalExecutions } from '../../src/editor/agents/terminal-executions';
import { systemClock } from '../../src/ui/system-clock';
import { storedKey } from '../contracts/credentials';
import { NO_LOCAL_MODELS } from '../contracts/local-models';
import { DEFAULT_SETTINGS } from '../fixtures/default-settings';
import { closeEditors } from './window';

/** What one test of insertion needs: files, targets and a record, all gone at its end. */
export class InsertionRig {
  /** What the targets logged, one line each. */
  readonly logged: string[] = [];
  private readonly folder = mkdtempSync(path.join(os.tmpdir(), 'voice-dictation-'));
  private readonly disposables: { dispose(): unknown }[] = [];
  /** What came of prompts that were to be sent. */
  readonly submissions: Submission[] = [];
  /** Corrections that were made twice. */
  readonly repeated: Correction[] = [];
  readonly executions = this.own(new TerminalExecutions());
  private files = 0;

  /** Settings as they are for every document; may be replaced at any time. */
  settings: Settings = DEFAULT_SETTINGS;
  readonly dictate = this.own(
    createDictate({
      clock: systemClock,
      log: recordingLog(this.logged),
      ...storedKey(),
      ...NO_LOCAL_MODELS,
      readSettings: () => this.settings,
      executions: this.executions,
      isTerminalElsewhere: false,
      folder: path.join(this.folder, 'storage'),
      settings: { peek: () => this.settings, onDidChange: () => ({ dispose: () => undefined }) },
      onDidRepeatCorrection: (correction) => this.repeated.push(correction),
      onDidSubmit: (submission) => this.submissions.push(submission),
    }),
  );

  /** Opens a target where the person is now, or where `request` says. */
  async openTarget(request: TargetRequest = {}): Promise<Target> {
    return this.own(await this.dictate.openTarget(request));
  }

  /** Shows a new file; `|` in `marked` is the caret, or `«»` enclose the selection. */
  async show(
    marked: string,
    options?: vscode.TextDocumentShowOptions,
    extension = 'txt',
  ): Promise<vscode.TextEditor> {
    const file = path.join(this.folder, `${String(++this.files)}.${extension}`);
    const text = marked.replace(/[|«»]/g, '');
    await writeFile(file, text);
    const document = await vscode.workspace.openTextDocument(file);
    const editor = await vscode.window.showTextDocument(document, { preview: false, ...options });
    const start = document.positionAt(marked.search(/[|«]/));
    const end = marked.includes('»')
      ? document.positionAt(marked.replace('«', '').indexOf('»'))
      : start;
    await this.select(editor, [new vscode.Selection(start, end)]);
    return editor;
  }

  /** Selects, and waits until the window has. */
  async select(editor: vscode.TextEditor, selections: vscode.Selection[]): Promise<void> {
    const isDone = (): boolean =>
      editor.selections.length === selections.length &&
      editor.selections.every((selection, i) => {
        const wanted = selections[i];
        return wanted !== undefined && selection.isEqual(wanted);
      });
    if (isDone()) return;
    await new Promise<void>((resolve) => {
      const subscription = vscode.window.onDidChangeTextEditorSelection(() => {
        if (!isDone()) return;
        subscription.dispose();
        resolve();
      });
      editor.selections = selections;
    });
  }

  /** Every content change event of `document` from now on: the changed texts of each. */
  recordChanges(document: vscode.TextDocument): string[][] {
    const events: string[][] = [];
    this.own(
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === document && event.contentChanges.length > 0) {
          events.push(event.contentChanges.map((change) => change.text));
        }
      }),
    );
    return events;
  }

  /** Every text that was selected, even for a moment, from now on. */
  recordSelectedTexts(): string[] {
    const texts: string[] = [];
    this.own(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        for (const selection of selections) {
          if (!selection.isEmpty) texts.push(textEditor.document.getText(selection));
        }
      }),
    );
    return texts;
  }

  own<T extends { dispose(): unknown }>(disposable: T): T {
    this.disposables.push(disposable);
    return disposable;
  }

  async dispose(): Promise<void> {
    for (const disposable of this.disposables.reverse()) disposable.dispose();
    await closeEditors();
    // VS Code may still be saving into it.
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** The text of `editor` with `|` at each caret and `«»` around each selection. */
export function marked(editor: vscode.TextEditor): string {
  const { document } = editor;
  const marks = editor.selections
    .flatMap((selection): (readonly [number, string])[] =>
      selection.isEmpty
        ? [[document.offsetAt(selection.active), '|']]
        : [
            [document.offsetAt(selection.start), '«'],
            [document.offsetAt(selection.end), '»'],
          ],
    )
    .sort(([a], [b]) => b - a);
  return marks.reduce(
    (text, [offset, mark]) => text.slice(0, offset) + mark + text.slice(offset),
    document.getText(),
  );
}

/** Types as the person does, in the focused editor at its carets. */
export async function type(text: string): Promise<void> {
  await vscode.commands.executeCommand('type', { text });
}

export async function undo(): Promise<void> {
  await vscode.commands.executeCommand('undo');
}

export async function redo(): Promise<void> {
  await vscode.commands.executeCommand('redo');
}

function recordingLog(lines: string[]): Log {
  const write = (line: string): void => void lines.push(line);
  return { debug: write, info: write, warn: write, error: write };
}

import * as vscode from 'vscode';
import type { Log } from '../core/log';
import type { FailureReason } from '../core/failure';
import type { DocumentPlace, InsertionOutcome, OpenTarget, Target } from '../core/target';
import { plainText } from '../transcript/plain-text';
import { finalEdits } from './final-edits';
import { TrackedPlace } from './tracked-place';

/**
 * How often a final is tried again after the document changed under it. Each try is a round trip
 * of about a millisecond to the window, so only a document that never rests gets this far.
 */
const MAX_ATTEMPTS = 20;

/**
 * Targets in text editors. A target is the active editor's document with its primary selection at
 * the moment of opening, or else the editor that is active at its first final; from then on it
 * stays in that document, wherever caret and focus go.
 */
export function createTargetOpener(log: Log): OpenTarget {
  return () => Promise.resolve(new EditorTarget(log));
}

/** A place in a text editor. */
export class EditorTarget implements Target {
  private place = placeInActiveEditor();
  private isDisposed = false;
  private isInserting = false;

  readonly name = undefined;

  constructor(private readonly log: Log) {}

  get resource(): string | undefined {
    return this.place?.document.uri.toString();
  }

  get placeInDocument(): DocumentPlace | undefined {
    return undefined;
  }

  findProblem(): Promise<FailureReason | undefined> {
    return Promise.resolve(undefined);
  }

  showPartial(): void {
    // Not yet.
  }

  takeBack(): Promise<number> {
    return Promise.resolve(0);
  }

  async insert(text: string): Promise<InsertionOutcome> {
    const clean = plainText(text);
    if (clean.trim() === '') return 'inserted';
    this.isInserting = true;
    try {
      const outcome = await this.insertInto(clean);
      if (outcome !== 'inserted') this.log.warn(`final not inserted: ${outcome}`);
      return outcome;
    } catch (error) {
      this.log.error(`final not inserted: ${String(error)}`);
      return 'no-target';
    } finally {
      this.isInserting = false;
      if (this.isDisposed) this.place?.dispose();
    }
  }

  /** An insertion under way still settles, and needs its place until then. */
  dispose(): void {
    this.isDisposed = true;
    if (!this.isInserting) this.place?.dispose();
  }

  private async insertInto(text: string): Promise<InsertionOutcome> {
    if (this.isDisposed) return 'no-target';
    this.place ??= placeInActiveEditor();
    if (this.place === undefined) return 'no-target';
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const outcome = await tryInsert(this.place, text);
      if (outcome !== 'refused') {
        if (attempt > 1) this.log.debug(`final settled at attempt ${String(attempt)}`);
        return outcome;
      }
    }
    this.log.warn(`the document refused ${String(MAX_ATTEMPTS)} attempts`);
    return 'no-target';
  }
}

function placeInActiveEditor(): TrackedPlace | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && new TrackedPlace(editor.document, editor.selection);
}

/** @returns 'refused' when another change came first, or the editor went away, and a new try may do */
async function tryInsert(place: TrackedPlace, text: string): Promise<InsertionOutcome | 'refused'> {
  const { document } = place;
  if (vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false) return 'read-only';
  if (document.isClosed) return 'no-target';
  const editor = editorOf(document);
  return editor === undefined
    ? insertInBackground(place, text)
    : insertThroughEditor(editor, place, text);
}

async function insertThroughEditor(
  editor: vscode.TextEditor,
  place: TrackedPlace,
  text: string,
): Promise<InsertionOutcome | 'refused'> {
  const edits = finalEdits(place, text);
  const isFollowed = isCaretInSight(editor, place);
  const { isAccepted, isDone } = await place.watch(edits.final.newText, () =>
    editor.edit(
      (builder) => {
        for (const { range, newText } of edits.all) {
          // Unlike `replace`, `insert` takes a caret that stands here along.
          if (range.isEmpty) builder.insert(range.start, newText);
          else builder.replace(range, newText);
        }
      },
      { undoStopBefore: true, undoStopAfter: true },
    ),
  );
  // A read-only editor answers that it has made the edit, and makes none.
  place.isReadOnly = isAccepted && !isDone;
  if (!isDone) return isAccepted ? 'read-only' : 'refused';
  shrinkGrownSelections(place, edits.final.newText.length);
  if (isFollowed) {
    editor.revealRange(new vscode.Range(editor.selection.active, editor.selection.active));
  }
  return 'inserted';
}

async function insertInBackground(
  place: TrackedPlace,
  text: string,
): Promise<InsertionOutcome | 'refused'> {
  const { document } = place;
  if (!isInTab(document)) return 'no-target';
  // Nothing but this check keeps a workspace edit from changing what no editor could.
  if (place.isReadOnly || !(await isWritable(document))) return 'read-only';
  const edits = finalEdits(place, text);
  const workspaceEdit = new vscode.WorkspaceEdit();
  workspaceEdit.set(document.uri, [...edits.all]);
  const { isDone } = await place.watch(edits.final.newText, () =>
    vscode.workspace.applyEdit(workspaceEdit),
  );
  return isDone ? 'inserted' : 'refused';
}

async function isWritable(document: vscode.TextDocument): Promise<boolean> {
  if (document.isUntitled) return true;
  const { fs } = vscode.workspace;
  if (fs.isWritableFileSystem(document.uri.scheme) !== true) return false;
  try {
    const { permissions } = await fs.stat(document.uri);
    return permissions === undefined || (permissions & vscode.FilePermission.Readonly) === 0;
  } catch {
    return true; // Deleted meanwhile: the document is still there to be edited.
  }
}

function isCaretInSight(editor: vscode.TextEditor, place: TrackedPlace): boolean {
  const caret = editor.selection.active;
  const isInSight = editor.visibleRanges.some((range) => range.contains(caret));
  return isInSight && place.range.contains(caret);
}

/**
 * A selection that ended at the anchor has grown over the final that was inserted there, and the
 * next key would overwrite it; VS Code has no edit that leaves such a selection alone.
 */
function shrinkGrownSelections(place: TrackedPlace, finalLength: number): void {
  const { document } = place;
  const end = place.range.end;
  const start = document.positionAt(document.offsetAt(end) - finalLength);
  const hasGrown = (selection: vscode.Selection): boolean =>
    selection.start.isBefore(start) && selection.end.isEqual(end);
  for (const editor of vscode.window.visibleTextEditors) {
    if (editor.document !== document || !editor.selections.some(hasGrown)) continue;
    editor.selections = editor.selections.map((selection) => {
      if (!hasGrown(selection)) return selection;
      return selection.isReversed
        ? new vscode.Selection(start, selection.active)
        : new vscode.Selection(selection.anchor, start);
    });
  }
}

function editorOf(document: vscode.TextDocument): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  if (active?.document === document) return active;
  return vscode.window.visibleTextEditors.find((editor) => editor.document === document);
}

function isInTab(document: vscode.TextDocument): boolean {
  const uri = document.uri.toString();
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .some(({ input }) => {
      if (input instanceof vscode.TabInputText) return input.uri.toString() === uri;
      return input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri;
    });
}

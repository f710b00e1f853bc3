import * as vscode from 'vscode';
import { disposeAll, type Disposable } from '../../core/events';
import { loggable, type FailureReason } from '../../core/failure';
import type { Passage } from '../../core/polish';
import type {
  DocumentPlace,
  InsertionOutcome,
  Target,
  TargetRequest,
  WrittenText,
} from '../../core/target';
import { composeKept, plainly } from '../../text/compose';
import { interpret } from '../../text/interpret';
import type { Scope } from '../../text/scope';
import type { SpokenCommand } from '../../text/spoken-command';
import type { DocumentLedger } from '../ledger/document-ledger';
import { editorOf, rangeOf } from '../place/apply-plan';
import type { Corrections } from '../place/corrections';
import type { TextContext } from '../place/text-context';
import { isInTab, isLeftSideOfDiff, isReadOnly } from '../place/writability';
import { composeAt, DocumentWriter, type DocumentWriterOptions } from './document-writer';

export interface DocumentTargetOptions extends DocumentWriterOptions {
  readonly corrections: Corrections;
}

/** The scheme of what is written in the box of a comment (vscode: `commentService`). */
const COMMENT = 'comment';

/**
 * The cursors of a text editor at the moment of opening, or else of the editor that is active at the
 * first final. From then on the words stay in that document, wherever caret and focus go; with
 * `insertion.target: followCursor` they go where the caret is when a final comes.
 */
class DocumentTarget implements Target, Disposable {
  readonly kind = 'editor';
  private ledger: DocumentLedger | undefined;
  /** What is being said; of a final that is being inserted, no more. */
  private partial = '';
  private readonly writer: DocumentWriter;
  private readonly subscriptions: readonly Disposable[];
  private isDisposed = false;
  private isInserting = false;

  /** @param stays whatever `insertion.target` says */
  constructor(
    private readonly options: DocumentTargetOptions,
    scope: Scope | 'auto',
    private readonly stays: boolean,
  ) {
    this.writer = new DocumentWriter(options, this, scope);
    this.anchorAtCursors();
    const follow = (): void => {
      const isDue = this.partial !== '' && this.followsCursor;
      if (isDue) this.showPartial(this.partial);
    };
    this.subscriptions = [
      this.writer,
      vscode.window.onDidChangeTextEditorSelection(follow),
      vscode.window.onDidChangeActiveTextEditor(follow),
    ];
  }

  /** Editors show themselves; that the box of a comment is meant, and not the file around it, is said. */
  get name(): string | undefined {
    return this.ledger?.document.uri.scheme === COMMENT ? vscode.l10n.t('Comment') : undefined;
  }

  get resource(): string | undefined {
    return this.ledger?.document.uri.toString();
  }

  get written(): WrittenText | undefined {
    return this.writer.written;
  }

  get placeInDocument(): DocumentPlace | undefined {
    const anchor = this.ledger?.anchorsOf(this)[0];
    if (this.ledger === undefined || anchor === undefined) return undefined;
    const { document } = this.ledger;
    if (document.isUntitled) return undefined;
    const { line, character } = document.positionAt(anchor.end);
    return { uri: document.uri.toString(), line, character };
  }

  async findProblem(): Promise<FailureReason | undefined> {
    const document = this.ledger?.document;
    if (document === undefined) return undefined;
    // After a pause it may be gone.
    const isOpen = editorOf(document) !== undefined || isInTab(document);
    if (document.isClosed || !isOpen) return 'target-missing';
    const isShownOnly = isLeftSideOfDiff(document) && !isInTab(document);
    return isShownOnly || (await isReadOnly(document)) ? 'target-read-only' : undefined;
  }

  showPartial(text: string): void {
    if (this.isDisposed) return;
    this.partial = text;
    // The window has an edit before we hear of it: what is shown at the places of before stands in the words.
    if (this.isInserting && text !== '') return;
    this.followCursor();
    const { ghost } = this.options;
    const { ledger } = this;
    if (text === '' || ledger === undefined || !this.settings.showsGhostText) ghost.hide();
    else {
      const shown = newestWords(text, ledger.anchorsOf(this).length);
      ghost.show(
        ledger,
        this,
        (index) => composeAt(shown, this.writer.placeAt(ledger, index)).text,
      );
    }
  }

  insert(text: string, language?: string): Promise<InsertionOutcome> {
    return this.inserting((ledger) => this.carryOut(ledger, text, language));
  }

  insertAsSaid(text: string): Promise<InsertionOutcome> {
    return this.inserting((ledger) =>
      this.writer.write(ledger, ({ place }) => plainly(composeKept(text, place))),
    );
  }

  private async inserting(
    work: (ledger: DocumentLedger) => Promise<InsertionOutcome>,
  ): Promise<InsertionOutcome> {
    this.isInserting = true;
    this.writer.written = undefined;
    this.partial = '';
    try {
      const ledger = this.isDisposed ? undefined : this.place();
      const outcome = ledger === undefined ? 'no-target' : await work(ledger);
      if (outcome === 'no-target' || outcome === 'closed' || outcome === 'read-only') {
        this.options.log.warn(`final not inserted: ${outcome}`);
      }
      return outcome;
    } catch (error) {
      this.options.log.error(`final not inserted: ${loggable(error)}`);
      return 'no-target';
    } finally {
      this.isInserting = false;
      if (this.isDisposed) this.release();
      else this.showPartial(this.partial);
    }
  }

  switchScope(): void {
    const { ledger } = this;
    if (ledger === undefined) return;
    this.writer.scope = this.writer.placeAt(ledger, 0).place.scope === 'code' ? 'prose' : 'code';
  }

  passage(): Passage | undefined {
    return this.ledger && this.writer.passage(this.ledger, this.options.corrections);
  }

  resume(): void {
    this.writer.hasCode = false;
    this.options.ledgers.written.startRun(this);
  }

  takeBack(): Promise<number> {
    return this.options.corrections.takeRunBack(this);
  }

  /** An insertion under way still settles, and needs its places until then. */
  dispose(): void {
    this.isDisposed = true;
    disposeAll(this.subscriptions);
    this.options.ghost.dispose();
    if (!this.isInserting) this.release();
  }

  private get settings(): ReturnType<TextContext['settingsFor']> {
    return this.options.context.settingsFor(this.resource);
  }

  /** Where the next words go. */
  private place(): DocumentLedger | undefined {
    this.followCursor();
    if (this.ledger === undefined) this.anchorAtCursors();
    return this.ledger;
  }

  private async carryOut(
    ledger: DocumentLedger,
    final: string,
    heardIn?: string,
  ): Promise<InsertionOutcome> {
    const { document } = ledger;
    await this.writer.typedWordEnded(ledger);
    const [primary] = ledger.anchorsOf(this);
    const replaced = primary && document.getText(rangeOf(document, primary));
    const style = { ...(await this.options.context.styleFor(document, replaced)), heardIn };
    const utterance = interpret(final, style);
    if (utterance.kind === 'command') return this.perform(ledger, utterance.command);
    return this.writer.write(ledger, (at) => composeAt(utterance.text, at, heardIn));
  }

  private async perform(ledger: DocumentLedger, command: SpokenCommand): Promise<InsertionOutcome> {
    const { corrections } = this.options;
    switch (command.kind) {
      case 'write':
        return this.writer.write(ledger, (at) => composeAt(command.text, at));
      case 'break':
        return this.writer.write(ledger, (at) => plainly(at.continued(command.text)));
      case 'snippet':
        return this.writer.insertSnippet(ledger, command.name, this.resource);
      case 'scratch':
        return performed((await corrections.takeLastBack()) > 0);
      case 'undo':
        return performed((await corrections.undoLastChange()) > 0);
      case 'select':
        return performed(corrections.selectLast());
      case 'capitalise':
        return performed(await corrections.capitaliseLast(command.extent));
      case 'delete-word':
        return performed(await corrections.deleteWordBefore(ledger, this));
      case 'go-to-line':
        return performed(this.goToLine(ledger, command.line));
      case 'scope':
        this.writer.scope = command.scope;
        return 'performed';
      case 'stop':
      case 'pause':
        return command.kind;
      case 'submit':
        return 'impossible';
    }
  }

  private goToLine(ledger: DocumentLedger, line: number): boolean {
    const { document } = ledger;
    if (line < 1 || line > document.lineCount) return false;
    const { end } = document.lineAt(line - 1).range;
    const offset = document.offsetAt(end);
    ledger.setAnchors(this, [{ start: offset, end: offset }]);
    const editor = editorOf(document);
    if (editor !== undefined) {
      editor.selection = new vscode.Selection(end, end);
      editor.revealRange(new vscode.Range(end, end));
    }
    return true;
  }

  private get followsCursor(): boolean {
    return !this.stays && this.settings.target === 'followCursor';
  }

  private followCursor(): void {
    if (this.followsCursor) this.anchorAtCursors();
  }

  /** Takes the cursors of the active editor; without one, everything stays as it is. */
  private anchorAtCursors(): void {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return;
    const { document, selections } = editor;
    const ledger = this.options.ledgers.ledgerOf(document);
    if (ledger !== this.ledger) this.release();
    this.ledger = ledger;
    const anchors = selections.map(({ start, end }) => ({
      start: document.offsetAt(start),
      end: document.offsetAt(end),
    }));
    ledger.setAnchors(this, anchors);
  }

  private release(): void {
    this.ledger?.setAnchors(this, []);
  }
}

/** Opens a target where `request` says: at a place of a document, which is shown, or at the cursors. */
export async function openDocumentTarget(
  options: DocumentTargetOptions,
  { place, scope, stays = false }: TargetRequest,
): Promise<Target> {
  if (place !== undefined) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(place.uri));
    const position = document.validatePosition(new vscode.Position(place.line, place.character));
    const selection = new vscode.Range(position, position);
    await vscode.window.showTextDocument(document, { selection, preview: false });
  }
  return new DocumentTarget(options, scope ?? 'auto', stays);
}

/** Characters of a partial that are composed at all places together, and the least at each. */
const SHOWN_CHARACTERS = 2000;
const MIN_SHOWN_CHARACTERS = 200;

/** The end of a partial, which is all that is seen of a long one. */
function newestWords(text: string, places: number): string {
  const length = Math.max(MIN_SHOWN_CHARACTERS, Math.floor(SHOWN_CHARACTERS / places));
  if (text.length <= length) return text;
  const end = text.slice(-length);
  return end.slice(end.indexOf(' ') + 1);
}

function performed(isDone: boolean): InsertionOutcome {
  return isDone ? 'performed' : 'impossible';
}

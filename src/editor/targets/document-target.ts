import * as vscode from 'vscode';
import type { Clock } from '../../core/clock';
import { disposeAll, type Disposable } from '../../core/events';
import { loggable, type FailureReason } from '../../core/failure';
import type { Log } from '../../core/log';
import type { Passage } from '../../core/polish';
import type {
  DocumentPlace,
  InsertionOutcome,
  Target,
  TargetRequest,
  WrittenText,
} from '../../core/target';
import { compose, composeKept, interpret, plainly, type Composed } from '../../text/compose';
import type { Scope } from '../../text/scope';
import type { SpokenCommand } from '../../text/spoken-command';
import { applyPlan, editorOf, inEol, rangeOf } from '../place/apply-plan';
import type { Range } from '../ledger/edits';
import type { CorrectedWords } from '../place/corrected-words';
import type { Corrections } from '../place/corrections';
import type { DocumentLedger } from '../ledger/document-ledger';
import type { DocumentLedgers } from '../ledger/document-ledgers';
import { planFinal } from '../ledger/final-plan';
import { ownStopBefore } from '../ledger/utterances';
import { documentPassage } from '../polish/document-passage';
import type { GhostText } from '../place/ghost-text';
import { keepInSight, shrinkGrownSelections, startsSelection } from '../place/selections';
import { insertSnippet, writableSnippet } from './snippet';
import { ComposedPlaces } from '../place/composed-places';
import { placeAt, type TextContext, type WritingPlace } from '../place/text-context';
import { TypedWord } from './typed-word';
import { isInTab, isLeftSideOfDiff, isReadOnly } from '../place/writability';

export interface DocumentTargetOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly ledgers: DocumentLedgers;
  readonly corrections: Corrections;
  readonly corrected: CorrectedWords;
  readonly context: TextContext;
  /** Shows partials; the target's own. */
  readonly ghost: GhostText;
}

/** The full stop that the last final gave up, and where and when what follows may ask for it. */
interface Debt {
  readonly stop: string;
  readonly ledger: DocumentLedger;
  readonly version: number;
  readonly anchors: readonly Range[];
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
  written: WrittenText | undefined;
  private ledger: DocumentLedger | undefined;
  private debt: Debt | undefined;
  /** What is being said; of a final that is being inserted, no more. */
  private partial = '';
  private readonly typedWord: TypedWord;
  private readonly subscriptions: readonly Disposable[];
  /** Whether the run has written anything as code. */
  private hasCode = false;
  private isDisposed = false;
  private isInserting = false;

  /** @param stays whatever `insertion.target` says */
  constructor(
    private readonly options: DocumentTargetOptions,
    private scope: Scope | 'auto',
    private readonly stays: boolean,
  ) {
    this.anchorAtCursors();
    const follow = (): void => {
      const isDue = this.partial !== '' && this.followsCursor;
      if (isDue) this.showPartial(this.partial);
    };
    this.typedWord = new TypedWord(options.clock);
    this.subscriptions = [
      this.typedWord,
      vscode.window.onDidChangeTextEditorSelection(follow),
      vscode.window.onDidChangeActiveTextEditor(follow),
    ];
  }

  /** Editors show themselves; that the box of a comment is meant, and not the file around it, is said. */
  get name(): string | undefined {
    return this.ledger?.document.uri.scheme === COMMENT ? 'Comment' : undefined;
  }

  get resource(): string | undefined {
    return this.ledger?.document.uri.toString();
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
      ghost.show(ledger, this, (index) => composeAt(shown, this.placeAt(ledger, index)).text);
    }
  }

  insert(text: string, language?: string): Promise<InsertionOutcome> {
    return this.inserting((ledger) => this.carryOut(ledger, text, language));
  }

  insertAsSaid(text: string): Promise<InsertionOutcome> {
    return this.inserting((ledger) =>
      this.write(ledger, ({ place }) => plainly(composeKept(text, place))),
    );
  }

  private async inserting(
    work: (ledger: DocumentLedger) => Promise<InsertionOutcome>,
  ): Promise<InsertionOutcome> {
    this.isInserting = true;
    this.written = undefined;
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
    this.scope = this.placeAt(ledger, 0).place.scope === 'code' ? 'prose' : 'code';
  }

  passage(): Passage | undefined {
    const { ledger, options } = this;
    if (ledger === undefined || this.hasCode) return undefined;
    return documentPassage({
      ...options,
      ledger,
      owner: this,
      written: options.ledgers.written,
      placeAt: (start, end) =>
        placeAt(
          options.context,
          ledger.document,
          { start, end },
          { scope: this.scope, owed: '', stop: '', cursors: 1 },
        ),
    });
  }

  resume(): void {
    this.hasCode = false;
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
    await this.typedWord.ended(document, () => ledger.anchorsOf(this).map(({ start }) => start));
    const [primary] = ledger.anchorsOf(this);
    const replaced = primary && document.getText(rangeOf(document, primary));
    const style = { ...(await this.options.context.styleFor(document, replaced)), heardIn };
    const utterance = interpret(final, style);
    if (utterance.kind === 'command') return this.perform(ledger, utterance.command);
    return this.write(ledger, (at) => composeAt(utterance.text, at, heardIn));
  }

  private async perform(ledger: DocumentLedger, command: SpokenCommand): Promise<InsertionOutcome> {
    const { corrections } = this.options;
    switch (command.kind) {
      case 'write':
        return this.write(ledger, (at) => composeAt(command.text, at));
      case 'break':
        return this.write(ledger, (at) => plainly(at.continued(command.text)));
      case 'snippet':
        return this.insertSnippet(ledger, command.name);
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
        this.scope = command.scope;
        return 'performed';
      case 'stop':
      case 'pause':
        return command.kind;
      case 'submit':
        return 'impossible';
    }
  }

  private async write(
    ledger: DocumentLedger,
    compose: (at: WritingPlace) => Composed,
  ): Promise<InsertionOutcome> {
    const { clock, log, ledgers, ghost } = this.options;
    const places = new ComposedPlaces(compose);
    await places.prepare(clock, (index) =>
      index < ledger.anchorsOf(this).length ? this.placeAt(ledger, index) : undefined,
    );
    const utterance = ledgers.written.next();
    const outcome = await this.typedWord.unheeded(() =>
      applyPlan(
        ledger,
        () => {
          const { document } = ledger;
          const anchors = ledger.anchorsOf(this);
          const composed = anchors.map((_, index) => places.at(index, this.placeAt(ledger, index)));
          this.hasCode ||= this.placeAt(ledger, 0).place.scope === 'code';
          const sites = anchors.map((anchor, index) => {
            const end = document.positionAt(anchor.end);
            const { text, stop, replacedStop } = composed[index] ?? plainly('');
            return {
              anchor,
              text: inEol(document, text),
              stop,
              replacedStop,
              replaced: document.getText(rangeOf(document, anchor)),
              right: document.lineAt(end.line).text.slice(end.character),
              isSelectedBehind: startsSelection(document, end),
            };
          });
          const isNothing = sites.every(({ text }) => text === '');
          ghost.hide();
          return {
            ...(isNothing
              ? { edits: [], next: ledger.state }
              : planFinal(ledger.state, this, utterance, sites, ledgers.written.oldest)),
            owed: composed[0]?.owed ?? '',
            text: composed[0]?.text ?? '',
            leftLength: document.positionAt(sites[0]?.anchor.start ?? 0).character,
            rightLength: sites[0]?.right.length ?? 0,
            isFollowed: keepInSight.isDue(document, anchors),
          };
        },
        log,
      ),
    );
    if (outcome.kind !== 'made') return outcome.kind;
    const { document } = ledger;
    const { owed, text, isFollowed, leftLength, rightLength } = outcome.plan;
    ledgers.written.add({ utterance, ledger, owner: this });
    this.written = { text: text.trim(), utterance };
    this.options.corrected.watch({ utterance, ledger, text, leftLength, rightLength });
    this.debt = { stop: owed, ledger, version: document.version, anchors: ledger.anchorsOf(this) };
    shrinkGrownSelections(ledger, utterance);
    if (isFollowed) keepInSight.reveal(document);
    return 'inserted';
  }

  private placeAt(ledger: DocumentLedger, index: number): WritingPlace {
    const { document } = ledger;
    const anchor = ledger.anchorsOf(this)[index] ?? { start: 0, end: 0 };
    return placeAt(this.options.context, document, anchor, {
      scope: this.scope,
      owed: this.owedAt(ledger, anchor),
      stop: ownStopBefore(ledger.state.marks, anchor.start),
      cursors: ledger.anchorsOf(this).length,
    });
  }

  private owedAt(ledger: DocumentLedger, { start, end }: Range): string {
    const { debt } = this;
    if (debt?.ledger !== ledger || debt.version !== ledger.document.version) return '';
    const isThere = debt.anchors.some((anchor) => anchor.start === start && anchor.end === end);
    return isThere ? debt.stop : '';
  }

  private async insertSnippet(ledger: DocumentLedger, name: string): Promise<InsertionOutcome> {
    const { context, ledgers } = this.options;
    const snippet = context.findSnippet(name, this.resource);
    const editor = editorOf(ledger.document);
    const { scope } = this.placeAt(ledger, 0).place;
    const body = snippet && editor && (await writableSnippet(editor, snippet, scope));
    if (body === undefined || editor === undefined) return 'impossible';
    const utterance = ledgers.written.next();
    if (!(await insertSnippet(editor, ledger, this, utterance, body))) return 'impossible';
    this.hasCode = true;
    ledgers.written.add({ utterance, ledger, owner: this });
    return 'inserted';
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

function composeAt(
  text: string,
  { place, style, finish }: WritingPlace,
  heardIn?: string,
): Composed {
  const made = compose(text, place, { ...style, heardIn });
  return { ...made, text: finish(made) };
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

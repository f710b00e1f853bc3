import * as vscode from 'vscode';
import { loggable } from '../../core/failure';
import type { Clock } from '../../core/clock';
import { disposeAll, Emitter, type Disposable, type Event } from '../../core/events';
import type { Log } from '../../core/log';
import type { Settings } from '../../core/settings';
import type { Target } from '../../core/target';
import type { ToldWord, WorkspaceNames } from '../../core/workspace-names';
import {
  NO_VOCABULARY,
  rankVocabulary,
  type Candidate,
  type Vocabulary,
} from '../../text/vocabulary/rank';
import { DocumentWords } from './document-words';
import { EditedLines } from '../ledger/edited-lines';
import { openDocuments } from '../place/open-documents';
import { placePrompt } from '../../text/vocabulary/place-prompt';
import { ProjectWords } from './project-words';

/**
 * How long changes are gathered before names are looked for again: the recogniser is told at most
 * this often, and half-typed names are mostly whole by then.
 */
const REFRESH_MS = 3000;

/** The most other documents that are looked at, the visible ones first. */
const MAX_OTHER_DOCUMENTS = 10;

/** Targets whose vocabulary is kept: at the next start there it is at hand at once. */
const MAX_KNOWN = 10;

export interface WorkspaceWordsOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** The settings that hold for the document with this URI. */
  readonly readSettings: (resource: string | undefined) => Settings;
  readonly trust?: WorkspaceTrust;
}

/** Whether the person trusts what is open in this window, which they may come to do. */
export interface WorkspaceTrust {
  readonly isTrusted: boolean;
  readonly onDidGrant: Event<void>;
}

const OF_THIS_WINDOW: WorkspaceTrust = {
  get isTrusted() {
    return vscode.workspace.isTrusted;
  },
  onDidGrant: vscode.workspace.onDidGrantWorkspaceTrust,
};

type NamesPlace = Pick<Target, 'kind' | 'resource' | 'placeInDocument'>;

/**
 * The workspace's own words; of one that is not trusted, none. Nothing is looked for while nobody
 * {@link watch}es.
 */
export class WorkspaceWords {
  private readonly documents = new DocumentWords();
  private readonly project: ProjectWords;
  /** By resource, the latest last. */
  private readonly known = new Map<string, Vocabulary>();
  private readonly trust: WorkspaceTrust;

  constructor(private readonly options: WorkspaceWordsOptions) {
    this.trust = options.trust ?? OF_THIS_WINDOW;
    this.project = new ProjectWords(options.clock);
  }

  /** Looks for the names that are likely to be said at `place`, until it is disposed. */
  watch(place: NamesPlace): WorkspaceNames {
    return this.watchAt(place);
  }

  /**
   * The words that the recogniser is told, or would be, for a target there, when all have been found.
   *
   * @param onDidFind told those that are known already
   */
  async told(
    place: NamesPlace,
    onDidFind?: (words: readonly ToldWord[]) => void,
  ): Promise<readonly ToldWord[]> {
    const watch = this.watchAt(place);
    try {
      await watch.look();
      onDidFind?.(this.toldAt(place));
      await this.project.settled();
      await watch.look();
    } finally {
      watch.dispose();
    }
    return this.toldAt(place);
  }

  /** What is, or would be, told of a place; see {@link WorkspaceNames.place}. */
  placeAt(place: NamesPlace): string {
    const { trust, options } = this;
    const { vocabulary, recognition } = options.readSettings(place.resource);
    if (!trust.isTrusted || vocabulary.fromWorkspace === 'off') return '';
    return promptOf(place, recognition.languages);
  }

  private toldAt({ resource = '' }: NamesPlace): readonly ToldWord[] {
    const { keyterms, sources } = this.known.get(resource) ?? NO_VOCABULARY;
    return keyterms.map((term) => ({ term, sources: sources.get(term) ?? [] }));
  }

  private watchAt(place: NamesPlace): Watch {
    const { documents, project, options, trust } = this;
    const key = place.resource ?? '';
    return new Watch({
      ...options,
      trust,
      place,
      documents,
      project,
      readPlace: () => this.placeAt(place),
      known: this.known.get(key),
      onDidRank: (vocabulary) => {
        this.known.delete(key);
        this.known.set(key, vocabulary);
        for (const oldest of [...this.known.keys()].slice(0, -MAX_KNOWN)) this.known.delete(oldest);
      },
    });
  }

  /** The names as they are written, the likeliest first, as far as they are known for a target there. */
  identifiers(resource: string | undefined): readonly string[] {
    return this.known.get(resource ?? '')?.identifiers ?? NO_VOCABULARY.identifiers;
  }
}

interface WatchOptions extends WorkspaceWordsOptions {
  readonly trust: WorkspaceTrust;
  readonly place: NamesPlace;
  readonly readPlace: () => string;
  readonly documents: DocumentWords;
  readonly project: ProjectWords;
  readonly known: Vocabulary | undefined;
  readonly onDidRank: (vocabulary: Vocabulary) => void;
}

/** One target's names. Looking is done in small pieces; each ends before a key press is late. */
class Watch implements WorkspaceNames {
  private readonly changes = new Emitter<void>();
  private readonly edited = new Map<vscode.TextDocument, EditedLines>();
  private readonly subscriptions: Disposable[];
  private told: readonly string[] | undefined;
  private toldPlace: string;
  private due: Disposable | undefined;
  private isLooking = false;
  private isDisposed = false;

  readonly onDidChange = this.changes.event;

  constructor(private readonly options: WatchOptions) {
    this.told = options.known?.keyterms;
    this.toldPlace = this.place;
    const refresh = (): void => {
      this.schedule(REFRESH_MS);
    };
    this.subscriptions = [
      vscode.workspace.onDidChangeTextDocument((event) => {
        this.onEdited(event);
      }),
      vscode.window.onDidChangeVisibleTextEditors(refresh),
      vscode.window.onDidChangeTextEditorVisibleRanges(refresh),
      vscode.window.onDidChangeTextEditorSelection(refresh),
      options.trust.onDidGrant(() => {
        this.schedule(0);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('voiceDictation.vocabulary')) refresh();
      }),
    ];
    this.schedule(0);
  }

  get current(): readonly string[] {
    return (this.told ??= this.rank(this.isWanted ? this.glance() : []).keyterms);
  }

  get place(): string {
    return this.options.readPlace();
  }

  dispose(): void {
    this.isDisposed = true;
    this.due?.dispose();
    disposeAll([...this.subscriptions, this.changes]);
  }

  private get isWanted(): boolean {
    const { place, readSettings, trust } = this.options;
    return trust.isTrusted && readSettings(place.resource).vocabulary.fromWorkspace !== 'off';
  }

  private get document(): vscode.TextDocument | undefined {
    const { resource } = this.options.place;
    return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === resource);
  }

  /** Where the next words go, or else where the caret is. */
  private get line(): number | undefined {
    const { document } = this;
    const { active } =
      vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.selection ??
      {};
    return this.options.place.placeInDocument?.line ?? active?.line;
  }

  private schedule(delayMs: number): void {
    if (this.isDisposed) return;
    this.due ??= this.options.clock.schedule(delayMs, () => {
      this.due = undefined;
      if (this.isLooking) this.schedule(REFRESH_MS);
      else void this.lookSafely();
    });
  }

  private onEdited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0 || !openDocuments().includes(document)) return;
    const lines = this.edited.get(document) ?? new EditedLines();
    this.edited.set(document, lines);
    for (const { range, text } of contentChanges) {
      lines.note({ startLine: range.start.line, endLine: range.end.line, text });
    }
    this.schedule(REFRESH_MS);
  }

  private glance(): readonly Candidate[] {
    const { document, line } = this;
    return document === undefined ? [] : this.options.documents.glance(document, line);
  }

  private async lookSafely(): Promise<void> {
    this.isLooking = true;
    try {
      await this.look();
    } catch (error) {
      this.options.log.error(`vocabulary: ${loggable(error)}`);
    } finally {
      this.isLooking = false;
    }
  }

  /** Looks for names now. */
  async look(): Promise<void> {
    if (!this.isWanted) {
      this.tell(this.rank([]));
      return;
    }
    const { documents, project } = this.options;
    const { document, line } = this;
    const learn = (): void => {
      this.schedule(REFRESH_MS);
    };
    const candidates = [...project.known(learn), ...this.glance()];
    for (const [where, lines] of this.edited) {
      candidates.push(...documents.edited(where, lines.all));
    }
    if (document !== undefined) {
      candidates.push(...documents.all(document, line), ...documents.defined(document, learn));
    }
    const others = openDocuments().filter((other) => other !== document);
    for (const other of others.slice(0, MAX_OTHER_DOCUMENTS)) {
      if (!documents.isKnown(other)) await this.rest();
      candidates.push(...documents.elsewhere(other));
    }
    await this.rest();
    if (!this.isDisposed) this.tell(this.rank(candidates));
  }

  private rank(candidates: readonly Candidate[]): Vocabulary {
    const vocabulary = this.isWanted ? rankVocabulary(candidates) : NO_VOCABULARY;
    this.options.onDidRank(vocabulary);
    return vocabulary;
  }

  private tell({ keyterms }: Vocabulary): void {
    const before = new Set(this.told);
    const isSame = keyterms.length === before.size && keyterms.every((term) => before.has(term));
    const { place } = this;
    if (isSame && place === this.toldPlace) return;
    if (!isSame) this.told = keyterms;
    this.toldPlace = place;
    this.changes.fire();
  }

  /** Lets the window have its turn. */
  private rest(): Promise<void> {
    return new Promise((resolve) => {
      this.options.clock.schedule(0, resolve);
    });
  }
}

function promptOf({ kind, resource }: NamesPlace, languages: readonly string[]): string {
  const uri = resource === undefined ? undefined : vscode.Uri.parse(resource);
  const own = uri && vscode.workspace.getWorkspaceFolder(uri);
  const folder = own ?? vscode.workspace.workspaceFolders?.[0];
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === resource);
  // The name of a file from elsewhere is not the workspace's to tell.
  const isOwn = own !== undefined && document !== undefined;
  return placePrompt({
    kind,
    languages,
    project: folder?.name,
    document: isOwn ? { path: document.uri.path, languageId: document.languageId } : undefined,
  });
}

import * as vscode from 'vscode';
import { localDay } from '../../core/local-day';
import type { Settings } from '../../core/settings';
import { isRecord } from '../../core/unknown';
import type { Composed, WritingStyle, Place } from '../../text/compose';
import { writtenText } from '../../text/written-text';
import { findSnippet } from '../../text/snippet';
import { scopeAt, type Scope, type ScopeAt } from '../../text/scope';
import { continuationOf, wrapText } from '../../text/wrap';
import type { Range } from '../ledger/edits';

/**
 * Characters before a place that tell whether it is in a comment or a string; cursors share them, so that
 * looking at the worst of texts takes less than one must wait for a key.
 */
const SIGHT = 150_000;
const MIN_SIGHT = 10_000;

/** Characters on each side of a place that tell how words are joined to it: of most lines all. */
const SIDE = 10_000;

/** What {@link scopeAt} found in a document that has not changed since, by offset. */
interface FoundScopes {
  readonly version: number;
  readonly languageId: string;
  readonly byOffset: Map<number, ScopeAt>;
}

export interface TextContextOptions {
  /** The settings that hold for the document with this URI. */
  readonly readSettings: (resource: string | undefined) => Settings;
  /** The workspace's identifiers, the likeliest first. */
  readonly identifiers: (resource: string | undefined) => readonly string[];
  /** The person's, also while it is borrowed. */
  readonly clipboard: { readText(): Promise<string> };
}

/** What the person has set about how words are written, and what stands around them. */
export class TextContext {
  private lastStyle: WritingStyle | undefined;
  private readonly scopes = new WeakMap<vscode.TextDocument, FoundScopes>();

  constructor(private readonly options: TextContextOptions) {}

  settingsFor(resource: string | undefined): {
    readonly target: Settings['insertion']['target'];
    readonly showsGhostText: boolean;
  } {
    const { insertion, display } = this.options.readSettings(resource);
    const showsGhostText = display.partials === 'both' || display.partials === 'ghost';
    return { target: insertion.target, showsGhostText };
  }

  /**
   * Reads what is asked for each final, the clipboard only where a replacement names it.
   *
   * @param replaced what the final replaces; nothing: the selection is what is selected otherwise
   */
  async styleFor(document: vscode.TextDocument | undefined, replaced = ''): Promise<WritingStyle> {
    const resource = document?.uri.toString();
    const { insertion } = this.options.readSettings(resource);
    const names = (variable: string): boolean =>
      Object.values(insertion.replacements).some((text) => text.includes(`\${${variable}}`));
    const clipboard = names('clipboard') ? await this.readClipboard() : '';
    const editor = vscode.window.activeTextEditor;
    const selected =
      editor !== undefined && editor.document === document
        ? editor.document.getText(editor.selection)
        : '';
    const selection = replaced === '' ? selected : replaced;
    this.lastStyle = this.style(resource, { clipboard, selection });
    return this.lastStyle;
  }

  /** The same without waiting, for what is only shown. */
  styleOf(document: vscode.TextDocument | undefined): WritingStyle {
    const variables = this.lastStyle?.variables ?? { clipboard: '', selection: '' };
    return this.style(document?.uri.toString(), variables);
  }

  wraps(document: vscode.TextDocument): boolean {
    return this.options.readSettings(document.uri.toString()).insertion.wrapAtRuler;
  }

  /** Looks at `length` characters before `offset`, once for each place of the document as it is. */
  scopeAt(document: vscode.TextDocument, offset: number, length: number): ScopeAt {
    const { version, languageId } = document;
    const known = this.scopes.get(document);
    const isCurrent = known?.version === version && known.languageId === languageId;
    const { byOffset } = isCurrent ? known : { byOffset: new Map<number, ScopeAt>() };
    this.scopes.set(document, { version, languageId, byOffset });
    const start = document.positionAt(Math.max(0, offset - length));
    // From where its line begins, unless that is endless.
    const from = start.character > length ? start : start.with({ character: 0 });
    const left = new vscode.Range(from, document.positionAt(offset));
    const found = byOffset.get(offset) ?? scopeAt(document.getText(left), languageId);
    byOffset.set(offset, found);
    return found;
  }

  /** @returns the snippet of that spoken name, in VS Code's syntax */
  findSnippet(name: string, resource: string | undefined): string | undefined {
    return findSnippet(name, this.options.readSettings(resource).insertion.snippets);
  }

  /** A browser may refuse; what is said is worth more. */
  private async readClipboard(): Promise<string> {
    try {
      return await this.options.clipboard.readText();
    } catch {
      return ''; // Nothing is there to be inserted.
    }
  }

  private style(
    resource: string | undefined,
    { clipboard, selection }: { readonly clipboard: string; readonly selection: string },
  ): WritingStyle {
    const { insertion, recognition } = this.options.readSettings(resource);
    return {
      insertion,
      languages: recognition.languages,
      identifiers: this.options.identifiers(resource),
      keyterms: recognition.keyterms,
      variables: { clipboard, selection, date: localDay(new Date()) },
    };
  }
}

/** A place of a document, and how text is written there. */
export interface WritingPlace {
  readonly place: Place;
  readonly within: ScopeAt['within'];
  readonly style: WritingStyle;
  /** What a line that goes on behind this place begins with. */
  readonly continuation: string;
  /** Text that breaks lines, as these go on at this place. */
  readonly continued: (text: string) => string;
  /** What is written, broken into lines where that is wanted. */
  readonly finish: (composed: Composed) => string;
}

/** What the target knows of a place. */
export interface PlaceOptions {
  /** `auto`: as the language's comments and strings say. */
  readonly scope: Scope | 'auto';
  readonly owed: string;
  readonly stop: string;
  /** How many places are written to together. */
  readonly cursors: number;
}

/** How text is written where `anchor` is. */
export function placeAt(
  context: TextContext,
  document: vscode.TextDocument,
  { start, end }: Range,
  { scope, cursors, ...ending }: PlaceOptions,
): WritingPlace {
  const { languageId } = document;
  const from = document.positionAt(start);
  const to = document.positionAt(end);
  const lineLeft = document.lineAt(from.line).text.slice(0, from.character);
  const lineRight = document.lineAt(to.line).text.slice(to.character);
  const above = from.line === 0 ? '' : `${document.lineAt(from.line - 1).text}\n`;
  const below = to.line + 1 < document.lineCount ? `\n${document.lineAt(to.line + 1).text}` : '';
  const found = context.scopeAt(document, start, Math.max(MIN_SIGHT, SIGHT / cursors));
  const written = scope === 'auto' ? found.scope : scope;
  const isBody = isCommitMessage(document) && from.line > 0;
  const isWrappable = found.comment !== undefined || isBody;
  const comment = isWrappable ? continuationOf(lineLeft, found) : undefined;
  const continuation = comment ?? /^[ \t]*/u.exec(lineLeft)?.[0] ?? '';
  const continued = (text: string): string =>
    text.replaceAll(/\n+/gu, (breaks) => goOn(breaks, continuation));
  const isWrapped = comment !== undefined && context.wraps(document);
  return {
    place: {
      left: (above + lineLeft).slice(-SIDE),
      right: (lineRight + below).slice(0, SIDE),
      scope: written,
      languageId,
      ...ending,
    },
    within: found.within,
    style: context.styleOf(document),
    continuation,
    continued: (text) => writtenText(continued(text), written),
    finish: ({ text, replacedStop }) => {
      // What is written as code breaks lines by itself.
      const broken = written === 'prose' ? continued(text) : text;
      const kept = lineLeft.slice(0, lineLeft.length - replacedStop.length);
      const { column, tabSize } = isWrapped ? wrappingOf(document) : NO_WRAPPING;
      const wrapped =
        column === undefined || comment === undefined
          ? broken
          : wrapText(broken, { lineLeft: kept, lineRight, column, tabSize, continuation: comment });
      return writtenText(wrapped, written);
    },
  };
}

/** Line breaks with what the next line begins with; lines between are left without spaces. */
function goOn(breaks: string, continuation: string): string {
  return `\n${continuation.trimEnd()}`.repeat(breaks.length - 1) + `\n${continuation}`;
}

interface Wrapping {
  /** Without a ruler there is none. */
  readonly column: number | undefined;
  readonly tabSize: number;
}

const NO_WRAPPING: Wrapping = { column: undefined, tabSize: 4 };

/**
 * The ruler that comments are wrapped at, or the last one for a commit message, whose first is for
 * its subject.
 */
function wrappingOf(document: vscode.TextDocument): Wrapping {
  const tabSize = vscode.workspace.getConfiguration('editor', document).get<unknown>('tabSize');
  const columns = rulersOf(document);
  const column = isCommitMessage(document) ? (columns.at(-1) ?? BODY_COLUMNS) : columns[0];
  return { column, tabSize: typeof tabSize === 'number' ? tabSize : 4 };
}

/** The columns of the rulers that hold in `scope`, in ascending order. */
function rulersOf(scope: vscode.ConfigurationScope): readonly number[] {
  const rulers = vscode.workspace.getConfiguration('editor', scope).get<unknown>('rulers');
  if (!Array.isArray(rulers)) return [];
  return rulers
    .map((ruler: unknown): unknown => (isRecord(ruler) ? ruler['column'] : ruler))
    .filter((column): column is number => typeof column === 'number' && column > 0)
    .sort((a, b) => a - b);
}

/** How wide the body of a commit message is by custom (git-commit(1), gittutorial). */
const BODY_COLUMNS = 72;

function isCommitMessage({ languageId }: vscode.TextDocument): boolean {
  return languageId === 'git-commit';
}

/** What goes on behind `lineLeft` in the body of the commit message in the Source Control view. */
export function wrapCommitBody(text: string, lineLeft: string, { insertion }: Settings): string {
  if (!insertion.wrapAtRuler) return text;
  const column = rulersOf({ languageId: 'scminput' }).at(-1) ?? BODY_COLUMNS;
  return wrapText(text, { lineLeft, lineRight: '', column, tabSize: 4, continuation: '' });
}

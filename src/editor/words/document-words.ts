import * as vscode from 'vscode';
import { hasSymbols } from '../../text/vocabulary/named-files';
import { namesIn } from '../../text/vocabulary/identifiers';
import type { FoundName } from '../../text/vocabulary/found-name';
import { isPrivateFile } from '../../text/vocabulary/private-files';
import {
  candidatesAmong,
  candidatesOf,
  type Candidate,
  type Origin,
} from '../../text/vocabulary/rank';
import { holdsSecret } from '../../text/vocabulary/secrets';
import { notebookOf } from '../place/writability';
import { symbolsIn } from './symbol-names';

/** Lines on each side of the anchor that count as near it. */
const NEAR_LINES = 10;

/** Lines on each side of the anchor that are looked at; of most documents all. */
const WHOLE_LINES = 1500;

/**
 * A longer document has no names: to look through it for them, and for secrets, would hold the extension
 * host for more than 50 ms.
 */
const MAX_DOCUMENT_LENGTH = 400_000;

/** The most names that another document than the target's gives: the commonest there. */
const MAX_NAMES_ELSEWHERE = 500;

/** Of the person's own settings, key bindings and snippets: what they say and write. */
const USER_DATA = 'vscode-userdata';

interface PlacedName extends FoundName {
  readonly line: number;
}

/** What a document has as it is. */
interface Read {
  /** Of the document, and of the other cells of its notebook. */
  readonly version: string;
  readonly languageId: string;
  readonly names: readonly PlacedName[];
}

interface Symbols {
  readonly version: number;
  readonly candidates: readonly Candidate[];
}

/**
 * The names in documents. A document that is private, longer than what is looked at, or has a secret
 * in it has none. What was found is kept while it holds.
 */
export class DocumentWords {
  private readonly reads = new WeakMap<vscode.TextDocument, Read>();
  private readonly symbols = new WeakMap<vscode.TextDocument, Symbols>();
  /** Documents whose symbols are being waited for: one question at a time, however long it takes. */
  private readonly asking = new WeakSet<vscode.TextDocument>();

  /** What is near `line`, and what of the document can be seen. */
  glance(document: vscode.TextDocument, line: number | undefined): readonly Candidate[] {
    const visible = vscode.window.visibleTextEditors
      .filter((editor) => editor.document === document)
      .flatMap(({ visibleRanges }) => visibleRanges);
    return [
      ...(line === undefined ? [] : this.near(document, line, NEAR_LINES, 'anchor')),
      ...visible.flatMap(({ start, end }) =>
        this.between(document, start.line, end.line, 'visible'),
      ),
    ];
  }

  /** What stands in these lines, which were edited. */
  edited(document: vscode.TextDocument, lines: readonly number[]): readonly Candidate[] {
    const wanted = new Set(lines);
    const names = this.read(document).names.filter(({ line }) => wanted.has(line));
    return candidatesAmong(names, 'edited', document.uri.toString());
  }

  /** Whether reading the document takes no time. */
  isKnown(document: vscode.TextDocument): boolean {
    return this.known(document) !== undefined;
  }

  /** All of the document, or what of a long one is around `line`. */
  all(document: vscode.TextDocument, line = 0): readonly Candidate[] {
    return this.near(document, line, WHOLE_LINES, 'document');
  }

  /** The commonest names of a document that is not the target's. */
  elsewhere(document: vscode.TextDocument): readonly Candidate[] {
    return this.near(document, 0, WHOLE_LINES, 'editor')
      .toSorted((a, b) => b.count - a.count)
      .slice(0, MAX_NAMES_ELSEWHERE);
  }

  /**
   * Which of its names the document defines, as far as that is known; older than the document while
   * a language service looks.
   *
   * @param onDidLearn called when there is more
   */
  defined(document: vscode.TextDocument, onDidLearn: () => void): readonly Candidate[] {
    if (!hasSymbols(document.uri.path)) return [];
    const names = new Set(this.read(document).names.map(({ name }) => name));
    if (names.size === 0) return [];
    const known = this.symbols.get(document);
    const isKnown = known?.version === document.version;
    if (!isKnown && !this.asking.has(document)) void this.ask(document, onDidLearn);
    // A service may name a symbol by its text: only what is a name of the code counts.
    return known?.candidates.filter(({ name }) => names.has(name)) ?? [];
  }

  private async ask(document: vscode.TextDocument, onDidLearn: () => void): Promise<void> {
    const { version } = document;
    this.asking.add(document);
    try {
      const answer: unknown = await vscode.commands.executeCommand(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      const names = symbolsIn(answer).map(({ name }) => name);
      const candidates = candidatesOf(names, 'symbol', document.uri.toString());
      this.symbols.set(document, { version, candidates });
      onDidLearn();
    } catch {
      // A language service that fails knows no symbols, of this version.
      this.symbols.set(document, { version, candidates: [] });
    } finally {
      this.asking.delete(document);
    }
  }

  private near(
    document: vscode.TextDocument,
    line: number,
    count: number,
    origin: Origin,
  ): readonly Candidate[] {
    return this.between(document, line - count, line + count, origin);
  }

  private between(
    document: vscode.TextDocument,
    from: number,
    to: number,
    origin: Origin,
  ): readonly Candidate[] {
    const names = this.read(document).names.filter(({ line }) => line >= from && line <= to);
    return candidatesAmong(names, origin, document.uri.toString());
  }

  private known(document: vscode.TextDocument): Read | undefined {
    const read = this.reads.get(document);
    const isCurrent =
      read?.version === versionOf(document) && read.languageId === document.languageId;
    return isCurrent ? read : undefined;
  }

  private read(document: vscode.TextDocument): Read {
    const { languageId } = document;
    const version = versionOf(document);
    const read = this.known(document) ?? { version, languageId, names: placedNames(document) };
    this.reads.set(document, read);
    return read;
  }
}

/** The documents that are one file: the cells of a notebook, or else the document alone. */
function fileOf(document: vscode.TextDocument): readonly vscode.TextDocument[] {
  const cells = notebookOf(document)?.getCells();
  return cells === undefined ? [document] : cells.map((cell) => cell.document);
}

function versionOf(document: vscode.TextDocument): string {
  return fileOf(document)
    .map(({ version }) => version)
    .join();
}

function placedNames(document: vscode.TextDocument): readonly PlacedName[] {
  if (isPrivateFile(document.uri.path) || document.uri.scheme === USER_DATA) return [];
  const texts = fileOf(document).map((part) => part.getText());
  if (texts.join('').length > MAX_DOCUMENT_LENGTH || texts.some(holdsSecret)) return [];
  const text = document.getText().replaceAll('\r\n', '\n');
  let line = 0;
  let at = 0;
  return namesIn(text, document.languageId).map((found) => {
    for (let end = text.indexOf('\n', at); end >= 0 && end < found.at;) {
      line++;
      at = end + 1;
      end = text.indexOf('\n', at);
    }
    return { ...found, line };
  });
}

import * as vscode from 'vscode';
import { isPrivateFile } from '../../text/vocabulary/private';
import {
  candidatesIn,
  candidatesOf,
  type Candidate,
  type Origin,
} from '../../text/vocabulary/rank';
import { symbolNames } from './symbol-names';

/** Lines on each side of the anchor that count as near it. */
const NEAR_LINES = 10;

/** Lines on each side of the anchor that are looked at; of most documents all. */
const WHOLE_LINES = 1500;

/** What is near and what is visible is looked at while somebody waits: less than a millisecond. */
const MAX_GLANCE_LENGTH = 20_000;

/** The most names that another document than the target's gives: the commonest there. */
const MAX_NAMES_ELSEWHERE = 500;

interface Found {
  readonly version: number;
  readonly candidates: readonly Candidate[];
}

/** The names in documents; private documents have none. What was found is kept while it holds. */
export class DocumentWords {
  private readonly whole = new WeakMap<vscode.TextDocument, Found>();
  private readonly symbols = new WeakMap<vscode.TextDocument, Found>();
  /** Documents whose symbols are being waited for: one question at a time, however long it takes. */
  private readonly asking = new WeakSet<vscode.TextDocument>();

  /** What is near `line`, and what of the document can be seen. */
  glance(document: vscode.TextDocument, line: number | undefined): readonly Candidate[] {
    if (isPrivate(document)) return [];
    const visible = vscode.window.visibleTextEditors
      .filter((editor) => editor.document === document)
      .flatMap(({ visibleRanges }) => visibleRanges);
    return [
      ...(line === undefined
        ? []
        : this.inRange(document, linesAround(line, NEAR_LINES), 'anchor')),
      ...visible.flatMap((range) => this.inRange(document, range, 'visible')),
    ];
  }

  /** What stands in these lines, which were edited. */
  edited(document: vscode.TextDocument, lines: readonly number[]): readonly Candidate[] {
    if (isPrivate(document)) return [];
    const text = lines
      .filter((line) => line < document.lineCount)
      .map((line) => document.lineAt(line).text)
      .join('\n');
    return candidatesIn(text.slice(0, MAX_GLANCE_LENGTH), document.languageId, 'edited');
  }

  /** Whether {@link all} takes no time. */
  isKnown(document: vscode.TextDocument): boolean {
    return this.whole.get(document)?.version === document.version;
  }

  /** All of the document, or what of a long one is around `line`. */
  all(document: vscode.TextDocument, line = 0): readonly Candidate[] {
    const known = this.whole.get(document);
    if (known?.version === document.version) return known.candidates;
    const candidates = isPrivate(document)
      ? []
      : this.inRange(document, linesAround(line, WHOLE_LINES), 'document', Infinity);
    this.whole.set(document, { version: document.version, candidates });
    return candidates;
  }

  /** {@link all} of a document that is not the target's. */
  elsewhere(document: vscode.TextDocument): readonly Candidate[] {
    return this.all(document)
      .toSorted((a, b) => b.count - a.count)
      .slice(0, MAX_NAMES_ELSEWHERE)
      .map((candidate) => ({ ...candidate, origin: 'editor' }));
  }

  /**
   * What the document defines, as far as that is known; older than the document while a language
   * service looks.
   *
   * @param onDidLearn called when there is more
   */
  defined(document: vscode.TextDocument, onDidLearn: () => void): readonly Candidate[] {
    if (isPrivate(document)) return [];
    const known = this.symbols.get(document);
    const isKnown = known?.version === document.version;
    if (!isKnown && !this.asking.has(document)) void this.ask(document, onDidLearn);
    return known?.candidates ?? [];
  }

  private async ask(document: vscode.TextDocument, onDidLearn: () => void): Promise<void> {
    const { version } = document;
    this.asking.add(document);
    try {
      const answer: unknown = await vscode.commands.executeCommand(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      const candidates = candidatesOf(symbolNames(answer), 'symbol');
      this.symbols.set(document, { version, candidates });
      onDidLearn();
    } catch {
      // A language service that fails knows no symbols, of this version.
      this.symbols.set(document, { version, candidates: [] });
    } finally {
      this.asking.delete(document);
    }
  }

  private inRange(
    document: vscode.TextDocument,
    range: vscode.Range,
    origin: Origin,
    length = MAX_GLANCE_LENGTH,
  ): readonly Candidate[] {
    return candidatesIn(document.getText(range).slice(0, length), document.languageId, origin);
  }
}

function linesAround(line: number, count: number): vscode.Range {
  return new vscode.Range(Math.max(0, line - count), 0, line + count + 1, 0);
}

function isPrivate({ uri }: vscode.TextDocument): boolean {
  return isPrivateFile(uri.path);
}

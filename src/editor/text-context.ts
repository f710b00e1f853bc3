import * as vscode from 'vscode';
import type { Settings } from '../core/settings';
import type { Manner, Place } from '../transcript/compose';
import { findSnippet } from '../transcript/replacements';
import { scopeAt, type Scope } from '../transcript/scope';
import type { Anchor } from './anchor';

/** Characters before a place that tell whether it is in a comment or a string. */
const SIGHT = 300_000;

export interface TextContextOptions {
  /** The settings that hold for the document with this URI. */
  readonly readSettings: (resource: string | undefined) => Settings;
  /** The workspace's identifiers, the likeliest first. */
  readonly identifiers: (resource: string | undefined) => readonly string[];
}

/** What the person has set about how words are written, and what stands around them. */
export class TextContext {
  private lastManner: Manner | undefined;

  constructor(private readonly options: TextContextOptions) {}

  settingsFor(resource: string | undefined): {
    readonly target: Settings['insertion']['target'];
    readonly showsGhostText: boolean;
  } {
    const { insertion, display } = this.options.readSettings(resource);
    const showsGhostText = display.partials === 'both' || display.partials === 'ghost';
    return { target: insertion.target, showsGhostText };
  }

  /** Reads what is asked for each final, the clipboard only where a replacement names it. */
  async mannerFor(document: vscode.TextDocument | undefined): Promise<Manner> {
    const resource = document?.uri.toString();
    const { insertion } = this.options.readSettings(resource);
    const names = (variable: string): boolean =>
      Object.values(insertion.replacements).some((text) => text.includes(`\${${variable}}`));
    const clipboard = names('clipboard') ? await vscode.env.clipboard.readText() : '';
    const editor = vscode.window.activeTextEditor;
    const selection =
      editor !== undefined && editor.document === document
        ? editor.document.getText(editor.selection)
        : '';
    this.lastManner = this.manner(resource, { clipboard, selection });
    return this.lastManner;
  }

  /** The same without waiting, for what is only shown. */
  mannerOf(document: vscode.TextDocument | undefined): Manner {
    const variables = this.lastManner?.variables ?? { clipboard: '', selection: '' };
    return this.manner(document?.uri.toString(), variables);
  }

  /** @returns the snippet of that spoken name, in VS Code's syntax */
  findSnippet(name: string, resource: string | undefined): string | undefined {
    return findSnippet(name, this.options.readSettings(resource).insertion.snippets);
  }

  private manner(
    resource: string | undefined,
    { clipboard, selection }: { readonly clipboard: string; readonly selection: string },
  ): Manner {
    const { insertion, recognition } = this.options.readSettings(resource);
    return {
      insertion,
      languages: recognition.languages,
      identifiers: this.options.identifiers(resource),
      keyterms: recognition.keyterms,
      variables: { clipboard, selection, date: new Date().toISOString().slice(0, 10) },
    };
  }
}

/** A place of a document, and how text is written there. */
export interface WritingPlace {
  readonly place: Place;
  readonly manner: Manner;
  /** Line breaks, as they go on at this place. */
  readonly continued: (breaks: string) => string;
  /** What is written, broken into lines where that is wanted. */
  readonly finish: (text: string) => string;
}

/** @param scope `auto`: as the language's comments and strings say */
export function placeAt(
  context: TextContext,
  document: vscode.TextDocument,
  { start, end }: Anchor,
  scope: Scope | 'auto',
  owed: string,
): WritingPlace {
  const { languageId } = document;
  const from = document.positionAt(start);
  const to = document.positionAt(end);
  const line = document.lineAt(from.line).text;
  const above = from.line === 0 ? '' : `${document.lineAt(from.line - 1).text}\n`;
  const below = to.line + 1 < document.lineCount ? `\n${document.lineAt(to.line + 1).text}` : '';
  const right = document.lineAt(to.line).text.slice(to.character);
  const sight = document.getText(
    new vscode.Range(document.positionAt(Math.max(0, start - SIGHT)).with({ character: 0 }), from),
  );
  const found = scopeAt(sight, languageId);
  const indentation = /^[ \t]*/u.exec(line.slice(0, from.character))?.[0] ?? '';
  const continued = (text: string): string => text.replaceAll('\n', `\n${indentation}`);
  return {
    place: {
      left: above + line.slice(0, from.character),
      right: right + below,
      scope: scope === 'auto' ? found.scope : scope,
      languageId,
      owed,
    },
    manner: context.mannerOf(document),
    continued,
    finish: (text) => text,
  };
}

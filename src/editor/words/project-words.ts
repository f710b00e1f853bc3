import * as vscode from 'vscode';
import type { Clock } from '../../core/clock';
import type { Disposable } from '../../core/events';
import { field, isRecord } from '../../core/unknown';
import { hasSymbols, isNamedFile } from '../../text/vocabulary/named-files';
import { MAX_TEXT_LENGTH } from '../../text/vocabulary/identifiers';
import { isPrivateFile } from '../../text/vocabulary/private-files';
import { candidatesOf, type Candidate, type Origin } from '../../text/vocabulary/rank';
import { holdsSecret } from '../../text/vocabulary/secrets';
import { branchNames } from '../place/git';
import { symbolsIn } from './symbol-names';

/** The most files whose names are looked at; which ones is the search's choice. */
const MAX_FILES = 2000;

/** Folders that hold what others wrote, or what tools made. */
const NOT_OWN = '**/{node_modules,bower_components,vendor,dist,out,build,target,.git,.venv}/**';

/** A search of a big workspace takes seconds; whoever dictates then has had its use. */
const SEARCH_DEADLINE_MS = 5000;

/** How long names hold: files and branches change seldom. */
const FRESH_MS = 60_000;

/** The most files that are read to see that their symbols may be told. */
const MAX_SYMBOL_FILES = 100;

/** The names that a workspace has besides its documents: files, packages, branches, symbols. */
export class ProjectWords {
  private readonly found = new Map<Origin, readonly Candidate[]>();
  private askedAtMs = -Infinity;
  private answered: Promise<unknown> = Promise.resolve();

  constructor(private readonly clock: Clock) {}

  /**
   * What is known now.
   *
   * @param onDidLearn called whenever there is more
   */
  known(onDidLearn: () => void): readonly Candidate[] {
    if (this.clock.now() - this.askedAtMs > FRESH_MS) this.learn(onDidLearn);
    return [...this.found.values()].flat();
  }

  /** Resolves when everything has answered that was asked, or within some seconds. */
  async settled(): Promise<void> {
    let deadline: Disposable | undefined;
    const late = new Promise<void>((resolve) => {
      deadline = this.clock.schedule(SEARCH_DEADLINE_MS, resolve);
    });
    await Promise.race([this.answered, late]);
    deadline?.dispose();
  }

  /** Each answer counts as soon as it comes: a language service that starts may need a minute. */
  private learn(onDidLearn: () => void): void {
    this.askedAtMs = this.clock.now();
    const take = (origin: Origin, candidates: readonly Candidate[]): void => {
      this.found.set(origin, candidates);
      onDidLearn();
    };
    take('branch', candidatesOf(branchNames(), 'branch', ''));
    this.answered = Promise.all([
      this.fileNames().then((names) => {
        take('file', names);
      }),
      packageNames().then((names) => {
        take('package', names);
      }),
      workspaceSymbols().then((names) => {
        take('workspace', names);
      }),
    ]);
  }

  private async fileNames(): Promise<readonly Candidate[]> {
    const giveUp = new vscode.CancellationTokenSource();
    const deadline = this.clock.schedule(SEARCH_DEADLINE_MS, () => {
      giveUp.cancel();
    });
    try {
      const uris = await vscode.workspace.findFiles('**/*', NOT_OWN, MAX_FILES, giveUp.token);
      return uris
        .filter(({ path }) => isNamedFile(path) && !isPrivateFile(path))
        .flatMap((uri) =>
          candidatesOf([uri.path.slice(uri.path.lastIndexOf('/') + 1)], 'file', uri.toString()),
        );
    } catch {
      return []; // A virtual workspace whose provider cannot be searched.
    } finally {
      deadline.dispose();
      giveUp.dispose();
    }
  }
}

/**
 * What language services list when nothing is searched for: of some everything, of most nothing. Only
 * symbols of code in the workspace count, and none of a file that is private or has a secret in it.
 */
async function workspaceSymbols(): Promise<readonly Candidate[]> {
  try {
    const answer: unknown = await vscode.commands.executeCommand(
      'vscode.executeWorkspaceSymbolProvider',
      '',
    );
    const byFile = new Map<string, { readonly uri: vscode.Uri; readonly names: string[] }>();
    for (const { name, uri } of symbolsIn(answer)) {
      if (!(uri instanceof vscode.Uri) || !mayBeTold(uri)) continue;
      const file = byFile.get(uri.toString()) ?? { uri, names: [] };
      byFile.set(uri.toString(), file);
      file.names.push(name);
    }
    const candidates: Candidate[] = [];
    for (const { uri, names } of [...byFile.values()].slice(0, MAX_SYMBOL_FILES)) {
      if (await isOpen(uri)) candidates.push(...candidatesOf(names, 'workspace', uri.toString()));
    }
    return candidates;
  } catch {
    return [];
  }
}

function mayBeTold(uri: vscode.Uri): boolean {
  const isInside = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  return isInside && hasSymbols(uri.path) && !isPrivateFile(uri.path);
}

/** Whether the file can be read, and has no secret in it. */
async function isOpen(uri: vscode.Uri): Promise<boolean> {
  const text = await textOf(uri);
  return text !== undefined && !holdsSecret(text);
}

/** The text of a file, as long as it is not too long to be looked at. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > MAX_TEXT_LENGTH) return undefined;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined; // It is not there, or cannot be read.
  }
}

/** The packages that the workspace's folders depend on by their `package.json`. */
async function packageNames(): Promise<readonly Candidate[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const names = await Promise.all(folders.map(({ uri }) => dependenciesOf(uri)));
  return names.flat();
}

async function dependenciesOf(folder: vscode.Uri): Promise<readonly Candidate[]> {
  const file = vscode.Uri.joinPath(folder, 'package.json');
  const text = await textOf(file);
  // An address of a package may have a password in it.
  if (text === undefined || holdsSecret(text)) return [];
  try {
    const manifest: unknown = JSON.parse(text);
    const names = ['dependencies', 'devDependencies'].flatMap((key) =>
      keysOf(field(manifest, key)),
    );
    return candidatesOf(names, 'package', file.toString());
  } catch {
    return []; // No JSON.
  }
}

function keysOf(value: unknown): readonly string[] {
  return isRecord(value) ? Object.keys(value) : [];
}

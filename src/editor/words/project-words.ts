import * as vscode from 'vscode';
import type { Clock } from '../../core/clock';
import { isPrivateFile } from '../../text/vocabulary/private';
import { candidatesOf, type Candidate, type Origin } from '../../text/vocabulary/rank';
import { branchNames } from '../targets/git-branch';
import { member } from '../member';
import { symbolNames } from './symbol-names';

/** The most files whose names are looked at; which ones is the search's choice. */
const MAX_FILES = 2000;

/** Folders that hold what others wrote, or what tools made. */
const NOT_OWN = '**/{node_modules,bower_components,vendor,dist,out,build,target,.git,.venv}/**';

/** A search of a big workspace takes seconds; whoever dictates then has had its use. */
const SEARCH_DEADLINE_MS = 5000;

/** How long names hold: files and branches change seldom. */
const FRESH_MS = 60_000;

/** The names that a workspace has besides its documents: files, packages, branches, symbols. */
export class ProjectWords {
  private readonly found = new Map<Origin, readonly Candidate[]>();
  private askedAtMs = -Infinity;

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

  /** Each answer counts as soon as it comes: a language service that starts may need a minute. */
  private learn(onDidLearn: () => void): void {
    this.askedAtMs = this.clock.now();
    const take = (origin: Origin, names: readonly string[]): void => {
      this.found.set(origin, candidatesOf(names, origin));
      onDidLearn();
    };
    take('branch', branchNames());
    void this.fileNames().then((names) => {
      take('file', names);
    });
    void packageNames().then((names) => {
      take('package', names);
    });
    void workspaceSymbols().then((names) => {
      take('workspace', names);
    });
  }

  private async fileNames(): Promise<readonly string[]> {
    const giveUp = new vscode.CancellationTokenSource();
    const deadline = this.clock.schedule(SEARCH_DEADLINE_MS, () => {
      giveUp.cancel();
    });
    try {
      const uris = await vscode.workspace.findFiles('**/*', NOT_OWN, MAX_FILES, giveUp.token);
      return uris
        .map(({ path }) => path)
        .filter((path) => !isPrivateFile(path))
        .map((path) => path.slice(path.lastIndexOf('/') + 1));
    } catch {
      return []; // A virtual workspace whose provider cannot be searched.
    } finally {
      deadline.dispose();
      giveUp.dispose();
    }
  }
}

/** What language services list when nothing is searched for: of some everything, of most nothing. */
async function workspaceSymbols(): Promise<readonly string[]> {
  try {
    return symbolNames(
      await vscode.commands.executeCommand('vscode.executeWorkspaceSymbolProvider', ''),
    );
  } catch {
    return [];
  }
}

/** The packages that the workspace's folders depend on by their `package.json`. */
async function packageNames(): Promise<readonly string[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const names = await Promise.all(folders.map(({ uri }) => dependenciesOf(uri)));
  return names.flat();
}

async function dependenciesOf(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    const file = vscode.Uri.joinPath(folder, 'package.json');
    const bytes = await vscode.workspace.fs.readFile(file);
    const manifest: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return ['dependencies', 'devDependencies'].flatMap((key) => keysOf(member(manifest, key)));
  } catch {
    return []; // No package.json, or none that can be read.
  }
}

function keysOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

import * as vscode from 'vscode';
import { field } from '../../core/unknown';

/** What is used of a repository of the Git extension's API, version 1 (extensions/git/src/api/git.d.ts). */
export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly inputBox: { value: string };
  /** Whether the person was in this one last, in the Source Control view. */
  readonly ui: { readonly selected: boolean };
}

/** What is used of the Git extension's API, version 1. */
export interface Git {
  readonly repositories: readonly GitRepository[];
}

interface GitExtension {
  /** @throws {Error} when Git is turned off (`git.enabled`) */
  getAPI(version: 1): Git;
}

/** Git, unless it is turned off or not there. */
export async function findGit(): Promise<Git | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  try {
    return (await extension?.activate())?.getAPI(1);
  } catch {
    return undefined; // Turned off: there is no commit message to write.
  }
}

/**
 * The repository whose commit message is meant: the one whose box in the Source Control view had
 * the focus last, else the only one. Of several none is guessed: the box may be another provider's.
 */
export function chooseRepository(git: Git): GitRepository | undefined {
  const { repositories } = git;
  const selected = repositories.find(({ ui }) => ui.selected);
  return selected ?? (repositories.length === 1 ? repositories[0] : undefined);
}

/**
 * The names of the checked-out branches without what stands before a slash, a kind or a person:
 * `feature/user-list` is "user-list", `erika/user-list` too. None where VS Code's Git extension is not
 * running: it is never started for this.
 */
export function branchNames(): readonly string[] {
  const git = vscode.extensions.getExtension<unknown>('vscode.git');
  if (git?.isActive !== true) return [];
  try {
    const api: unknown = call(git.exports, 'getAPI', 1);
    const repositories = field(api, 'repositories');
    if (!Array.isArray(repositories)) return [];
    return repositories
      .map((repository: unknown) => field(field(field(repository, 'state'), 'HEAD'), 'name'))
      .filter((name) => typeof name === 'string')
      .map((name) => name.slice(name.lastIndexOf('/') + 1));
  } catch {
    return []; // Git is turned off in the settings.
  }
}

function call(object: unknown, name: string, argument: unknown): unknown {
  const method = field(object, name);
  return typeof method === 'function' ? Reflect.apply(method, object, [argument]) : undefined;
}

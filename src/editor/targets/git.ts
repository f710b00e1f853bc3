import * as vscode from 'vscode';

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

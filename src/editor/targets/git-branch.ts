import { field } from '../../core/unknown';
import * as vscode from 'vscode';

/**
 * The names of the checked-out branches without what stands before a slash, a kind or a person:
 * `feature/user-list` is "user-list", `erika/user-list` too. None where VS Code's Git extension is not running: it is never started for this.
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

import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import manifest from '../../package.json';
import type { DictationState } from '../../src/dictation/state';
import type { TestApi } from '../../src/ui/test-api';

/** Long enough for a busy machine, shorter than mocha's own deadline, so that the message tells. */
const UNTIL_DEADLINE_MS = 40_000;
const POLL_MS = 50;

/** As VS Code names us. */
export const EXTENSION_ID = `${manifest.publisher}.${manifest.name}`;

/** The extension that VS Code runs, activated. */
export async function extensionUnderTest(): Promise<{
  readonly extension: vscode.Extension<TestApi | undefined>;
  readonly api: TestApi;
}> {
  const extension = vscode.extensions.getExtension<TestApi | undefined>(EXTENSION_ID);
  assert.ok(extension !== undefined, 'the extension is not loaded');
  const api = await extension.activate();
  assert.ok(api !== undefined, 'the extension does not run in test mode');
  return { extension, api };
}

/**
 * Resolves with the first value that is not undefined; for what VS Code has no event for.
 *
 * @param what for the error of who waited in vain; a function is asked at the deadline
 */
export async function until<T>(
  what: string | (() => string),
  look: () => PromiseLike<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + UNTIL_DEADLINE_MS;
  while (Date.now() < deadline) {
    const value = await look();
    if (value !== undefined) return value;
    await sleep(POLL_MS);
  }
  throw new Error(`never happened: ${typeof what === 'string' ? what : what()}`);
}

/** Resolves with the next state for which `matches` holds, the present one included. */
export function untilState(
  { controller }: TestApi,
  matches: (state: DictationState) => boolean,
): Promise<DictationState> {
  return until('the state', () =>
    Promise.resolve(matches(controller.state) ? controller.state : undefined),
  );
}

/** Takes back all settings of the workspace: the file and its folder go. */
export async function removeWorkspaceSettings(): Promise<void> {
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const folder = vscode.Uri.joinPath(uri, '.vscode');
    await rm(folder.fsPath, { recursive: true, force: true });
  }
  await until('no setting of the workspace', () =>
    Promise.resolve(
      Object.keys(manifest.contributes.configuration.properties).every(
        (id) => vscode.workspace.getConfiguration().inspect(id)?.workspaceValue === undefined,
      ) || undefined,
    ),
  );
}

/** Changes settings of the window (ids without prefix) until the returned function is called. */
export async function configure(
  values: Readonly<Record<string, unknown>>,
): Promise<() => Promise<void>> {
  const section = (): vscode.WorkspaceConfiguration =>
    vscode.workspace.getConfiguration('voiceDictation');
  for (const [key, value] of Object.entries(values)) await section().update(key, value, true);
  return async () => {
    for (const key of Object.keys(values)) await section().update(key, undefined, true);
  };
}

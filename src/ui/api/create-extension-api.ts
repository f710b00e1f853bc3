import * as vscode from 'vscode';
import { field } from '../../core/unknown';
import type { Configuration } from '../configuration';
import { askWhetherMayListen } from './ask-for-extension';
import { callerOf, type Caller } from './caller';
import { ExtensionApi, type ExtensionApiOptions } from './extension-api';

export interface CreateExtensionApiOptions extends Omit<ExtensionApiOptions, 'allowed' | 'ask'> {
  /** The id of this extension. */
  readonly own: string;
  readonly configuration: Pick<Configuration, 'peek'>;
}

/** What other extensions can have of dictation, and who calls by the stack trace of a call. */
export function createExtensionApi(options: CreateExtensionApiOptions): {
  readonly api: ExtensionApi;
  readonly findCaller: (stack: string) => Caller | undefined;
} {
  const allowed = (): readonly string[] => options.configuration.peek().privacy.allowedExtensions;
  const ask = async ({ id, name }: Caller): Promise<boolean> => {
    const isAllowed = await askWhetherMayListen(name);
    if (isAllowed && id !== '') await allow([...allowed(), id]);
    return isAllowed;
  };
  return {
    api: new ExtensionApi({ ...options, allowed, ask }),
    findCaller: (stack) => {
      const installed = vscode.extensions.all.map(({ id, extensionPath: path, packageJSON }) => {
        const name = field(packageJSON, 'displayName');
        return { id, path, name: typeof name === 'string' ? name : id };
      });
      return callerOf(stack, installed, options.own);
    },
  };
}

async function allow(ids: readonly string[]): Promise<void> {
  await vscode.workspace
    .getConfiguration('voiceDictation')
    .update('privacy.allowedExtensions', ids, vscode.ConfigurationTarget.Global);
}

import type { Settings } from '../../core/settings';
import { editorModel, type ModelAccess } from './editor-model';
import { localModel } from './local-model';
import type { AskModel } from './model';
import { Polisher, type PolisherOptions } from './polisher';

export interface CreatePolisherOptions extends Omit<PolisherOptions, 'model'> {
  readonly readSettings: () => Settings['polish'];
  readonly access: ModelAccess;
  readonly fetch: typeof fetch;
}

/** A polisher with the model that is set: VS Code's, or the one behind an address. */
export function createPolisher(options: CreatePolisherOptions): Polisher {
  const { readSettings, access, fetch } = options;
  const model = (): AskModel => {
    const { endpoint, model: wanted, allowRemoteEndpoint } = readSettings();
    return endpoint === ''
      ? editorModel(wanted, access)
      : localModel({ endpoint, model: wanted, allowsRemote: allowRemoteEndpoint, fetch });
  };
  return new Polisher({ ...options, model });
}

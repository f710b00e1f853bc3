import type { AskForKey, SecretStore } from '../../src/core/credentials';

/** A person's keys as a provider finds them: the same for each host, or none and nobody to ask. */
export function storedKey(key?: string): {
  readonly secrets: SecretStore;
  readonly environment: Readonly<Record<string, string>>;
  readonly askForKey: AskForKey;
  readonly onDidNotSaveKey: (host: string) => void;
} {
  const secrets = {
    get: () => Promise.resolve(key),
    store: () => Promise.resolve(),
    delete: () => Promise.resolve(),
  };
  return {
    secrets,
    environment: {},
    askForKey: () => Promise.resolve(undefined),
    onDidNotSaveKey: () => undefined,
  };
}

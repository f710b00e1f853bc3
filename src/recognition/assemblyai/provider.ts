import type { Clock } from '../../core/clock';
import type { AskForKey, Credentials, SecretStore } from '../../core/credentials';
import type { Log } from '../../core/log';
import type { AudioFormat } from '../../core/pcm';
import type { Provider } from '../../core/provider';
import { ApiKeys } from './api-keys';
import { mayGoOn } from './failures';
import { createKeyCheck } from './key-check';
import { createSessionFactory } from './streaming-session';
import { traitsOf } from './traits';

export interface AssemblyAiOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly secrets: SecretStore;
  /** `process.env`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly askForKey: AskForKey;
  /** A typed key could not be stored: it is used until the window closes. */
  readonly onDidNotSaveKey: (host: string) => void;
  /** What a key is tried out with. */
  readonly readFormat: () => AudioFormat;
}

/** AssemblyAI's Streaming v3, and servers that speak it: the person's key opens each session. */
export function createAssemblyAi(options: AssemblyAiOptions): Provider & { keys: Credentials } {
  const open = createSessionFactory(options);
  const keys = new ApiKeys({ ...options, check: createKeyCheck(open, options.readFormat) });
  return {
    keys,
    traits: ({ model }) => traitsOf(model),
    makeReady: async ({ recognition, mayAsk }) => {
      const apiKey = await keys.authorize(recognition, mayAsk);
      if (apiKey === undefined) return undefined;
      return { connect: (session) => open({ ...session, apiKey }), mayGoOn };
    },
  };
}

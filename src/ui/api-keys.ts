import { isAssemblyAiHost, keyHost, parseEndpoint } from '../core/endpoint';
import type { DictationError } from '../core/failure';
import type { RecognitionSettings } from '../core/settings';

/** Holds AssemblyAI's key where the person has typed none, as in AssemblyAI's own SDKs. */
const KEY_VARIABLE = 'ASSEMBLYAI_API_KEY';

/** Stored for a server that needs no key. No key can be like it: a key has no spaces. */
const NO_KEY = 'no key';

/** The part of VS Code's `SecretStorage` that is needed. */
export interface SecretStore {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
}

/** What the person is asked. */
export interface KeyQuestion {
  /** The only host that the answer is sent to. */
  readonly host: string;
  /** A server of one's own may need no key. */
  readonly mayBeEmpty: boolean;
  /** Tries a key out; resolves to why it did not work. Aborting gives up. */
  readonly check: (apiKey: string, signal: AbortSignal) => Promise<DictationError | undefined>;
}

export interface ApiKeysOptions {
  readonly secrets: SecretStore;
  /** `process.env`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Asks the person; undefined: dismissed. */
  readonly ask: (question: KeyQuestion) => Promise<string | undefined>;
  readonly check: (
    apiKey: string,
    recognition: RecognitionSettings,
    signal: AbortSignal,
  ) => Promise<DictationError | undefined>;
}

/** What `clear` left behind. */
export interface ClearedKey {
  readonly host: string;
  /** The environment variable that still has a key for this host. */
  readonly environmentVariable: string | undefined;
}

/**
 * The person's API keys, one per endpoint host: a key typed for one is never sent to another. They
 * are read anew each time, so every window sees what another one stored.
 */
export class ApiKeys {
  constructor(private readonly options: ApiKeysOptions) {}

  /**
   * The key for these settings; asks when there is none.
   *
   * @returns '' where none is needed: no key, or a token server; undefined when the person dismissed the question
   * @throws {DictationError} `endpoint-invalid`
   */
  async authorize(recognition: RecognitionSettings): Promise<string | undefined> {
    if (recognition.tokenUrl !== '') return '';
    const host = hostOf(recognition);
    const stored = await this.options.secrets.get(secretName(host));
    if (stored !== undefined) return stored === NO_KEY ? '' : stored;
    return this.fromEnvironment(host) ?? (await this.askAndStore(host, recognition));
  }

  /**
   * Asks for the key and stores it.
   *
   * @returns the host it is for, or undefined when the person dismissed the question
   * @throws {DictationError} `endpoint-invalid`
   */
  async set(recognition: RecognitionSettings): Promise<string | undefined> {
    const host = hostOf(recognition);
    const apiKey = await this.askAndStore(host, recognition);
    return apiKey === undefined ? undefined : host;
  }

  /**
   * Forgets the stored key of the host in these settings.
   *
   * @throws {DictationError} `endpoint-invalid`
   */
  async clear(recognition: RecognitionSettings): Promise<ClearedKey> {
    const host = keyHost(recognition.endpoint);
    await this.options.secrets.delete(secretName(host));
    const environmentVariable = this.fromEnvironment(host) === undefined ? undefined : KEY_VARIABLE;
    return { host, environmentVariable };
  }

  private async askAndStore(
    host: string,
    recognition: RecognitionSettings,
  ): Promise<string | undefined> {
    const { ask, check, secrets } = this.options;
    const apiKey = await ask({
      host,
      mayBeEmpty: !isAssemblyAiHost(host),
      // The key itself is what is to be checked, even where a token server is set.
      check: (candidate, signal) => check(candidate, { ...recognition, tokenUrl: '' }, signal),
    });
    if (apiKey !== undefined) await secrets.store(secretName(host), apiKey || NO_KEY);
    return apiKey;
  }

  private fromEnvironment(host: string): string | undefined {
    const value = this.options.environment[KEY_VARIABLE]?.trim();
    return value !== undefined && value !== '' && isAssemblyAiHost(host) ? value : undefined;
  }
}

/** The key's host; an address that must not be used is refused before a key is asked for. */
function hostOf(recognition: RecognitionSettings): string {
  return parseEndpoint(recognition).host;
}

function secretName(host: string): string {
  return `apiKey:${host}`;
}

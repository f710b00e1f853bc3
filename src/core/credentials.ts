import type { DictationError } from './failure';
import type { RecognitionSettings } from './settings';

/** The part of VS Code's `SecretStorage` that is needed. */
export interface SecretStore {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
}

/** What the person is asked where a provider needs a key. */
export interface KeyQuestion {
  /** The only host that the answer is sent to. */
  readonly host: string;
  /** A server of one's own may need no key. */
  readonly mayBeEmpty: boolean;
  /** Tries a key out; resolves to why it did not work. Aborting gives up. */
  readonly check: (apiKey: string, signal: AbortSignal) => Promise<DictationError | undefined>;
}

/** Asks the person; undefined: dismissed. */
export type AskForKey = (question: KeyQuestion) => Promise<string | undefined>;

/** What clearing a key left behind. */
export interface ClearedKey {
  readonly host: string;
  /** The environment variable that still has a key for this host. */
  readonly environmentVariable: string | undefined;
}

/** What the person can do about the keys of a provider. */
export interface Credentials {
  /**
   * Whether there is one for these settings, or none is needed; nobody is asked.
   *
   * @throws {DictationError} `endpoint-invalid`
   */
  has(recognition: RecognitionSettings): Promise<boolean>;
  /**
   * Asks for the key and stores it.
   *
   * @returns the host it is for, or undefined when the person dismissed the question or it could
   *   not be stored
   * @throws {DictationError} `endpoint-invalid`
   */
  set(recognition: RecognitionSettings): Promise<string | undefined>;
  /**
   * Forgets the stored key of the host in these settings.
   *
   * @throws {DictationError} `endpoint-invalid`
   * @throws {Error} what the secret storage fails with
   */
  clear(recognition: RecognitionSettings): Promise<ClearedKey>;
}

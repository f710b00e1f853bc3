import type { Clock } from '../../core/clock';
import type { AskForKey, ClearedKey, Credentials, SecretStore } from '../../core/credentials';
import type { Disposable } from '../../core/events';
import { loggable } from '../../core/failure';
import type { Log } from '../../core/log';
import type { RecognitionSettings } from '../../core/settings';
import { isAssemblyAiHost, keyHost, parseEndpoint } from './endpoint';
import type { KeyCheck } from './key-check';

/** Holds AssemblyAI's key where the person has typed none, as in AssemblyAI's own SDKs. */
const KEY_VARIABLE = 'ASSEMBLYAI_API_KEY';

/** Stored for a server that needs no key. No key can be like it: a key has no spaces. */
const NO_KEY = 'no key';

/** The system may first ask the person for the password of its key ring. */
const SECRETS_DEADLINE_MS = 30_000;

export interface ApiKeysOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly secrets: SecretStore;
  /** `process.env`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly askForKey: AskForKey;
  readonly check: KeyCheck;
  /** A typed key could not be stored: it is used until the window closes. */
  readonly onDidNotSaveKey: (host: string) => void;
}

/**
 * The person's API keys, one per endpoint host: a key typed for one is never sent to another. They
 * are read anew each time, so every window sees what another one stored. A secret storage that fails
 * is logged, and loses no typed key for this window.
 */
export class ApiKeys implements Credentials {
  /** By host, what was typed and could not be stored. */
  private readonly unsaved = new Map<string, string>();

  constructor(private readonly options: ApiKeysOptions) {}

  /**
   * The key for these settings; asks when there is none.
   *
   * @param mayAsk asked right before the person is
   * @returns '' where none is needed: no key, or a token server; undefined when the person must not
   *   be asked or dismissed the question
   * @throws {DictationError} `endpoint-invalid`
   */
  async authorize(
    recognition: RecognitionSettings,
    mayAsk: () => Promise<boolean> = () => Promise.resolve(true),
  ): Promise<string | undefined> {
    if (recognition.tokenUrl !== '') return '';
    const host = hostOf(recognition);
    const stored = this.unsaved.get(host) ?? (await this.read(host));
    if (stored !== undefined) return stored === NO_KEY ? '' : stored;
    const given = this.fromEnvironment(host);
    if (given !== undefined || !(await mayAsk())) return given;
    return this.askAndStore(host, recognition);
  }

  async has(recognition: RecognitionSettings): Promise<boolean> {
    return (await this.authorize(recognition, () => Promise.resolve(false))) !== undefined;
  }

  async set(recognition: RecognitionSettings): Promise<string | undefined> {
    const host = hostOf(recognition);
    const apiKey = await this.askAndStore(host, recognition);
    return apiKey === undefined || this.unsaved.has(host) ? undefined : host;
  }

  async clear(recognition: RecognitionSettings): Promise<ClearedKey> {
    const host = keyHost(recognition.endpoint);
    this.unsaved.delete(host);
    await this.inTime(this.options.secrets.delete(secretName(host)));
    const environmentVariable = this.fromEnvironment(host) === undefined ? undefined : KEY_VARIABLE;
    return { host, environmentVariable };
  }

  private async askAndStore(
    host: string,
    recognition: RecognitionSettings,
  ): Promise<string | undefined> {
    const { askForKey, check } = this.options;
    const apiKey = await askForKey({
      host,
      mayBeEmpty: !isAssemblyAiHost(host),
      // The key itself is what is to be checked, even where a token server is set.
      check: (candidate, signal) => check(candidate, { ...recognition, tokenUrl: '' }, signal),
    });
    if (apiKey !== undefined) await this.store(host, apiKey || NO_KEY);
    return apiKey;
  }

  private async read(host: string): Promise<string | undefined> {
    try {
      return await this.inTime(this.options.secrets.get(secretName(host)));
    } catch (error) {
      this.options.log.error(`API key for ${host}: not read, ${loggable(error)}`);
      return undefined;
    }
  }

  private async store(host: string, apiKey: string): Promise<void> {
    try {
      this.unsaved.delete(host);
      await this.inTime(this.options.secrets.store(secretName(host), apiKey));
    } catch (error) {
      this.unsaved.set(host, apiKey);
      this.options.log.error(`API key for ${host}: not stored, ${loggable(error)}`);
      this.options.onDidNotSaveKey(host);
    }
  }

  private async inTime<T>(answer: PromiseLike<T>): Promise<T> {
    let deadline: Disposable | undefined;
    const late = new Promise<never>((_, reject) => {
      deadline = this.options.clock.schedule(SECRETS_DEADLINE_MS, () => {
        reject(new Error('the secret storage does not answer'));
      });
    });
    try {
      return await Promise.race([answer, late]);
    } finally {
      deadline?.dispose();
    }
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

import type { DictationError } from './failure';
import type { ConnectSession, ProviderTraits } from './recognition';
import type { RecognitionSettings } from './settings';

/** What a provider needs before sessions can be opened, and how it tells what it is doing. */
export interface ReadyRequest {
  readonly recognition: RecognitionSettings;
  /** To be asked right before the person is asked anything; false: they must not be. */
  readonly mayAsk: () => Promise<boolean>;
  /** To be called while something is got or loaded first. */
  readonly onProgress: (progress: Preparation) => void;
}

/** What a provider gets ready before it can listen. */
export interface Preparation {
  readonly what: 'download' | 'load';
  /** 0 to 100; undefined: not known. */
  readonly percent: number | undefined;
}

/** What turns sound into words: a service, or a program on this computer. */
export interface Provider {
  /** @param recognition with these settings */
  readonly traits: (recognition: RecognitionSettings) => ProviderTraits;
  /**
   * Gets everything that sessions need: credentials, which stay the provider's, or a model.
   *
   * @returns undefined: a key is missing, and the person must not be asked or gave none
   * @throws {DictationError} why there will be no session
   */
  readonly makeReady: (request: ReadyRequest) => Promise<ReadyProvider | undefined>;
}

/** What opens the sessions of one run. */
export interface ReadyProvider {
  /** Called at the beginning, and after each session that was lost. */
  readonly connect: ConnectSession;
  /**
   * Whether another session makes sense after one that was lost.
   *
   * @param hasBegun whether one of the run has begun before
   */
  readonly mayGoOn: (error: DictationError, hasBegun: boolean) => boolean;
}

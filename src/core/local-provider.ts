import type { Provider, ReadyProvider, ReadyRequest } from './provider';
import type { LocalModelFamily, RecognitionSettings } from './settings';

/** What the person is told before something is downloaded. */
export interface DownloadOffer {
  /** The model that they get, for people. */
  readonly model: string;
  readonly bytes: number;
  /** Hosts, or a folder. */
  readonly from: readonly string[];
  /** Who is to be named, and under which terms; undefined: the model is the person's own. */
  readonly licence:
    { readonly name: string; readonly by: string; readonly url: string } | undefined;
}

/** How fast a model is on this computer. */
export interface Speed {
  readonly model: string;
  /** Time that it takes for the time that it hears. */
  readonly ratio: number;
  /** The model that is lighter and hears the same language; undefined: there is none. */
  readonly lighter: { readonly name: string; readonly family: LocalModelFamily } | undefined;
}

/** A provider whose models are on this computer. */
export interface LocalProvider extends Provider {
  /**
   * What would have to be downloaded first; undefined: all is there.
   *
   * @throws {DictationError} why there can be no session
   */
  offer(recognition: RecognitionSettings): Promise<DownloadOffer | undefined>;
  /** Where all is there already; undefined: it is not. The model is loaded with the first session. */
  find(recognition: RecognitionSettings): Promise<ReadyProvider | undefined>;
  /**
   * Like `makeReady`, but the person has already said yes.
   *
   * @throws {DictationError}
   */
  install(
    recognition: RecognitionSettings,
    onProgress: ReadyRequest['onProgress'],
  ): Promise<ReadyProvider>;
}

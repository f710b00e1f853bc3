import { DictationError } from '../core/failure';
import type { DownloadOffer, LocalProvider } from '../core/local-provider';
import type { Log } from '../core/log';
import type { Provider, ReadyProvider, ReadyRequest } from '../core/provider';
import type { ProviderTraits } from '../core/recognition';
import type { RecognitionSettings } from '../core/settings';
import { isSetUp } from './assemblyai/endpoint';
import { withFallback } from './fallback';

/** What the person answers who has no key; undefined: not now. */
type ProviderAnswer = 'onDevice' | 'assemblyai' | undefined;

export interface ProviderChoiceOptions {
  readonly assemblyAi: Provider;
  readonly onDevice: LocalProvider;
  readonly log: Log;
  /** @param offer what would be downloaded for this computer */
  readonly askForProvider: (offer: DownloadOffer) => Promise<ProviderAnswer>;
  /** A run goes on on this computer, and why. */
  readonly onDidFallBack: (error: DictationError) => void;
}

/**
 * The provider of `recognition.provider`. `auto` is AssemblyAI where there is a key, with this computer
 * behind it where a model is installed; else this computer, after a question, unless the person has set
 * up a server.
 */
export class ProviderChoice implements Provider {
  /** Who was ready last; `auto` is not known before. */
  private latest: Provider;

  constructor(private readonly options: ProviderChoiceOptions) {
    this.latest = options.assemblyAi;
  }

  readonly traits = (recognition: RecognitionSettings): ProviderTraits =>
    this.providerOf(recognition).traits(recognition);

  readonly makeReady = async (request: ReadyRequest): Promise<ReadyProvider | undefined> => {
    const { recognition } = request;
    if (recognition.provider === 'auto') return this.makeAnyReady(request);
    return this.providerOf(recognition).makeReady(request);
  };

  private providerOf({ provider }: RecognitionSettings): Provider {
    const { assemblyAi, onDevice } = this.options;
    switch (provider) {
      case 'assemblyai':
        return assemblyAi;
      case 'onDevice':
        return onDevice;
      case 'auto':
        return this.latest;
    }
  }

  private async makeAnyReady(request: ReadyRequest): Promise<ReadyProvider | undefined> {
    const { assemblyAi, onDevice, log, askForProvider, onDidFallBack } = this.options;
    const { recognition, mayAsk, onProgress } = request;
    const mayNotAsk = (): Promise<boolean> => Promise.resolve(false);
    const service = await assemblyAi.makeReady({ ...request, mayAsk: mayNotAsk });
    if (service !== undefined) {
      this.latest = assemblyAi;
      const local = await onDevice.find(recognition);
      return local === undefined ? service : withFallback({ service, local, log, onDidFallBack });
    }
    const offer = await this.offer(recognition);
    if (offer === 'none') return assemblyAi.makeReady(request);
    if (offer === 'installed') {
      this.latest = onDevice;
      return onDevice.install(recognition, onProgress);
    }
    // Who has set up a server, and no model, has said already who is to listen.
    if (offer.licence !== undefined && isSetUp(recognition)) return assemblyAi.makeReady(request);
    if (!(await mayAsk())) return undefined;
    switch (await askForProvider(offer)) {
      case 'onDevice':
        this.latest = onDevice;
        return onDevice.install(recognition, onProgress);
      case 'assemblyai':
        this.latest = assemblyAi;
        return assemblyAi.makeReady(request);
      case undefined:
        throw new DictationError('not-now');
    }
  }

  /** What this computer can do; `none`: nothing, as it is. */
  private async offer(
    recognition: RecognitionSettings,
  ): Promise<DownloadOffer | 'installed' | 'none'> {
    try {
      return (await this.options.onDevice.offer(recognition)) ?? 'installed';
    } catch (error) {
      // A language without a model, a folder that has none: with a key there is another way.
      const { reason } = DictationError.from(error);
      this.options.log.info(`on this computer: not possible, ${reason}`);
      return 'none';
    }
  }
}

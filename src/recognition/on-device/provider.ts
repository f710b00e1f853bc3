import { availableParallelism } from 'node:os';
import type { Clock } from '../../core/clock';
import type { Disposable } from '../../core/events';
import { DictationError } from '../../core/failure';
import type { Log } from '../../core/log';
import type { FindNumbers } from '../../core/number-span';
import type { ToSentence } from '../../core/to-sentence';
import type { DownloadOffer, LocalProvider, Speed } from '../../core/local-provider';
import type { ReadyProvider, ReadyRequest } from '../../core/provider';
import type { ProviderTraits } from '../../core/recognition';
import type { RecognitionSettings, Settings } from '../../core/settings';
import type { EngineBuild } from './engines';
import { Installation, type ChosenModel } from './installation';
import type { LoadOrder } from './messages';
import { lighterThan, type ModelRow } from './models';
import { OnDeviceSession } from './on-device-session';
import { RecogniserKeeper } from './recogniser-keeper';
import type { ChildProgram, RecogniserProcess } from './recogniser-process';
import { packageBytes, type Package } from './store/package';
import { openSource, type Fetch } from './store/source';
import { Store } from './store/store';
import { bytesOf, threadsFor } from './threads';
import { ON_DEVICE_TRAITS } from './traits';

/** How often loading is tried with a build before the next one is. */
const LOAD_TRIES = 2;

/** So much audio tells how fast the model is here. */
const MEASURED_MS = 10_000;

export interface OnDeviceOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Where engines and models are kept, for all windows; made when it is needed. */
  readonly folder: string;
  readonly extensionFolder: string;
  readonly program: ChildProgram;
  readonly fetch: Fetch;
  readonly readSettings: () => Settings['onDevice'];
  /** Asks for the leave to download. */
  readonly askToDownload: (offer: DownloadOffer) => Promise<boolean>;
  /** Shows a download while it goes on; aborts the signal when the person does not want it any more. */
  readonly showDownload: (
    offer: DownloadOffer,
    body: (tell: (bytes: number) => void, signal: AbortSignal) => Promise<void>,
  ) => Promise<void>;
  /** A model was fetched, and this is how fast it is here. */
  readonly onDidMeasure: (speed: Speed) => void;
  /** Best first; asked at the first need. */
  readonly engines: () => readonly EngineBuild[];
  readonly models: readonly ModelRow[];
  /** Of VS Code, a BCP 47 tag: most likely that is spoken, too. */
  readonly windowLanguage: string;
  readonly findNumbers: FindNumbers;
  readonly toSentence: ToSentence;
}

/** Recognition by a model on this computer: no key, no price, no network but for the download. */
export class OnDeviceProvider implements LocalProvider, Disposable {
  private readonly store: Store;
  private readonly installation: Installation;
  private readonly keeper: RecogniserKeeper;
  /** What is being fetched: who wants it meanwhile waits for it. */
  private fetching: { readonly what: string; readonly done: Promise<void> } | undefined;
  private progress = new Set<(percent: number) => void>();

  constructor(private readonly options: OnDeviceOptions) {
    this.store = new Store(options);
    this.installation = new Installation({ ...options, store: this.store });
    this.keeper = new RecogniserKeeper(options);
  }

  get folder(): string {
    return this.store.folder;
  }

  readonly traits = (): ProviderTraits => ON_DEVICE_TRAITS;

  /** @throws {DictationError} whatever keeps this computer from listening */
  readonly makeReady = async (request: ReadyRequest): Promise<ReadyProvider> => {
    const { recognition, mayAsk, onProgress } = request;
    const model = await this.choose(recognition);
    const missing = await this.installation.missing(model);
    // What is being fetched was allowed.
    if (missing.length > 0 && this.fetching?.what !== idsOf(missing)) {
      const offer = this.offerOf(model, missing);
      const mayDownload = (await mayAsk()) && (await this.options.askToDownload(offer));
      if (!mayDownload) throw new DictationError('model-missing');
    }
    return this.install(recognition, onProgress);
  };

  async find(recognition: RecognitionSettings): Promise<ReadyProvider | undefined> {
    try {
      const model = await this.choose(recognition);
      const { engine } = this.installation;
      if (engine === undefined || (await this.installation.missing(model)).length > 0) {
        return undefined;
      }
      return this.ready(model, await this.loadOrder(engine, model));
    } catch (error) {
      // Nobody has asked for it.
      this.options.log.debug(`on this computer: ${DictationError.from(error).reason}`);
      return undefined;
    }
  }

  async offer(recognition: RecognitionSettings): Promise<DownloadOffer | undefined> {
    const model = await this.choose(recognition);
    const missing = await this.installation.missing(model);
    return missing.length === 0 ? undefined : this.offerOf(model, missing);
  }

  async install(
    recognition: RecognitionSettings,
    onProgress: ReadyRequest['onProgress'],
  ): Promise<ReadyProvider> {
    const model = await this.choose(recognition);
    const { installation } = this;
    for (let engine = installation.engine; engine !== undefined; engine = installation.engine) {
      for (let tries = 1; tries <= LOAD_TRIES; tries++) {
        const isNew = await this.fetchMissing(model, onProgress);
        const load = await this.loadOrder(engine, model);
        if (!this.keeper.hasLoaded(load)) onProgress({ what: 'load', percent: undefined });
        const error = await this.load(load);
        if (error === undefined) {
          if (isNew) await this.measure(load, model, recognition.languages);
          return this.ready(model, load);
        }
        await installation.verify(engine, model);
        if (tries < LOAD_TRIES) continue;
        // Most likely it is the folder that is wrong.
        if (model.row === undefined) {
          const detail = error.ownWords ?? error.detail;
          throw new DictationError('model-invalid', { detail, cause: error });
        }
        this.options.log.warn(`recogniser: the ${engine.kind} build does not load`);
      }
      installation.ruleOut(engine);
    }
    throw new DictationError('recogniser-unusable');
  }

  async removeModels(): Promise<void> {
    this.keeper.dispose();
    await this.store.keepOnly([]);
  }

  dispose(): void {
    this.keeper.dispose();
  }

  private choose(recognition: RecognitionSettings): Promise<ChosenModel> {
    return this.installation.choose(recognition, this.options.readSettings());
  }

  private offerOf({ name, row }: ChosenModel, missing: readonly Package[]): DownloadOffer {
    const { source } = this.options.readSettings();
    const hosts = missing.flatMap(({ files }) => files.map(({ url }) => new URL(url).host));
    const { name: from } = openSource(source, this.options.fetch);
    return {
      model: name,
      bytes: missing.reduce((sum, each) => sum + packageBytes(each), 0),
      from: from === '' ? [...new Set(hosts)] : [from],
      licence: row?.licence,
    };
  }

  /** @returns whether there was something to fetch */
  private async fetchMissing(
    model: ChosenModel,
    onProgress: ReadyRequest['onProgress'],
  ): Promise<boolean> {
    const missing = await this.installation.missing(model);
    if (missing.length === 0) return false;
    const tell = (percent: number): void => {
      onProgress({ what: 'download', percent });
    };
    this.progress.add(tell);
    try {
      const what = idsOf(missing);
      if (this.fetching?.what !== what) {
        const done = this.fetchNow(model, missing).finally(() => {
          this.fetching = undefined;
        });
        this.fetching = { what, done };
      }
      await this.fetching.done;
    } finally {
      this.progress.delete(tell);
    }
    return true;
  }

  private async fetchNow(model: ChosenModel, missing: readonly Package[]): Promise<void> {
    const { log, showDownload, fetch, readSettings } = this.options;
    const source = openSource(readSettings().source, fetch);
    const offer = this.offerOf(model, missing);
    log.info(`on this computer: fetches ${missing.map(({ id }) => id).join(', ')}`);
    await showDownload(offer, (show, signal) => {
      const onBytes = (bytes: number): void => {
        show(bytes);
        const percent = Math.floor((100 * bytes) / offer.bytes);
        for (const tell of this.progress) tell(percent);
      };
      return this.installation.fetch(missing, { source, signal, onBytes });
    });
  }

  private async loadOrder(engine: EngineBuild, model: ChosenModel): Promise<LoadOrder> {
    const files = await model.files();
    return {
      engine: await this.installation.engineFiles(engine),
      model: files,
      threads: threadsFor(await bytesOf(files), availableParallelism()),
    };
  }

  private async load(order: LoadOrder): Promise<DictationError | undefined> {
    try {
      await this.keeper.obtain(order);
      return undefined;
    } catch (error) {
      return DictationError.from(error);
    }
  }

  private async measure(
    order: LoadOrder,
    { name, row }: ChosenModel,
    languages: readonly string[],
  ): Promise<void> {
    const tookMs = await (await this.keeper.obtain(order)).measure(MEASURED_MS);
    if (tookMs === undefined) return;
    const ratio = tookMs / MEASURED_MS;
    this.options.log.info(`recogniser: ${name} takes ${ratio.toFixed(3)} of the audio's time`);
    const lighter =
      row && lighterThan(row, this.installation.spoken(languages), this.options.models);
    this.options.onDidMeasure({ model: name, ratio, lighter });
  }

  private ready(model: ChosenModel, load: LoadOrder): ReadyProvider {
    const { clock, log, findNumbers, toSentence } = this.options;
    this.keeper.forgive();
    const obtain = (): Promise<RecogniserProcess> => this.keeper.obtain(load);
    const source = { clock, log, traits: ON_DEVICE_TRAITS, model, findNumbers, toSentence, obtain };
    return {
      connect: (session) => new OnDeviceSession(session, source),
      mayGoOn: ({ retryable }) => retryable,
    };
  }
}

function idsOf(packages: readonly Package[]): string {
  return packages.map(({ id }) => id).join(' ');
}

import type { Clipboard } from '../core/clipboard-share';
import type { Clock } from '../core/clock';
import { disposeAll, type Disposable, type Event } from '../core/events';
import { loggable } from '../core/failure';
import { localDay } from '../core/local-day';
import type { Log } from '../core/log';
import type { AcquireMicrophone } from '../core/microphone-hold';
import { FRAME_MS } from '../core/pcm';
import type { Settings } from '../core/settings';
import type { DictationController } from '../dictation/controller';
import type { CostLedgerOptions } from '../dictation/cost/ledger';
import { mayBeLeft } from '../storage/left-behind';
import type { SharedFiles } from '../storage/shared-files';
import { History } from './history/history';
import type { Message } from './messages/message';
import type { Notifications, Sentences } from './notifications';

/** How often it is looked whether there is audio to be deleted in time, where any may be kept. */
export const LOOK_MS = 3_600_000;

export interface SharedStorageOptions {
  /** The extension's global storage: one folder for all windows. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: { peek(): Settings; readonly onDidChange: Event<void> };
  readonly clipboard: Clipboard;
  /** Loads what reads and writes there, once. */
  readonly load: () => Promise<SharedFiles>;
}

type AudioAdopter = Pick<DictationController, 'adoptKeptAudio'>;

/** How what is left over is offered. */
interface Offers extends Pick<Notifications, 'offerKeptText'> {
  tell(
    say: (sentences: Pick<Sentences, 'recoveredAudioMessage' | 'textsLetGoMessage'>) => Message,
  ): Promise<void>;
}

/**
 * What outlives a window or is shared by several: texts, audio, the microphone, and what it costs. Its
 * files are read and written by code that a dictation, or something that was left, makes it load.
 */
export class SharedStorage implements Disposable {
  readonly history: History;
  readonly usage: CostLedgerOptions;
  private files: SharedFiles | undefined;
  /** Who gets what was left. */
  private heirs: { readonly adopter: AudioAdopter; readonly offers: Offers } | undefined;
  private nextLook: Disposable | undefined;
  private readonly subscriptions: Disposable[] = [];

  constructor(private readonly options: SharedStorageOptions) {
    const { settings } = options;
    this.history = new History({
      // A final comes of a run, which was loaded with them.
      save: (text) => this.files?.texts.save(text) ?? (() => undefined),
      recover: async () => (await this.load()).texts.recover(),
      keep: (text) => this.files?.history.save(text) ?? (() => undefined),
      read: async () => (await this.load()).history.read(),
      clear: () => {
        void this.load().then(
          ({ history }) => history.clear(),
          (error: unknown) => {
            options.log.warn(`history not deleted: ${loggable(error)}`);
          },
        );
      },
    });
    this.usage = {
      store: {
        append: (entry) => this.files?.usage.append(entry),
        read: () => this.files?.usage.read() ?? [],
      },
      today: () => localDay(new Date()),
      pricePerHour: () => settings.peek().cost.pricePerHour,
    };
  }

  /** One window records at a time. */
  readonly acquireMicrophone: AcquireMicrophone = async (options) =>
    (await this.load()).microphone.acquire(options);

  /** The files have been loaded, by whatever needed them. */
  use(files: SharedFiles): void {
    if (this.files !== undefined) return;
    this.files = files;
    this.nextLook?.dispose();
    this.subscriptions.push(
      files.texts.onDidDoubt(() => {
        void this.recoverTexts();
      }),
      files.audio.onDidDoubt(() => {
        void this.recoverAudio(files);
      }),
    );
  }

  /** Offers what earlier windows could neither insert nor transcribe, now and when it turns up. */
  async recover(adopter: AudioAdopter, offers: Offers): Promise<void> {
    this.heirs = { adopter, offers };
    this.subscriptions.push(
      this.history.onDidLetGo((count) => {
        void offers.tell(({ textsLetGoMessage }) => textsLetGoMessage(count));
      }),
      this.options.settings.onDidChange(() => {
        this.scheduleLook();
      }),
    );
    await this.look();
  }

  /** The window closes: leaves what is not transcribed to the next one, then ends dictation. */
  async close(controller: Pick<DictationController, 'unsentAudio' | 'shutdown'>): Promise<void> {
    // First: the window may not wait for the rest.
    this.files?.audio.save(controller.unsentAudio);
    await controller.shutdown();
  }

  dispose(): void {
    this.nextLook?.dispose();
    disposeAll([...this.subscriptions, this.history]);
  }

  private async load(): Promise<SharedFiles> {
    const files = await this.options.load();
    this.use(files);
    return files;
  }

  /** Loads nothing where nothing was left. */
  private async look(): Promise<void> {
    const { folder, log } = this.options;
    try {
      if (!(await mayBeLeft(folder))) {
        this.scheduleLook();
        return;
      }
      const files = await this.load();
      await files.clipboard.clearLeft(this.options.clipboard);
      await this.recoverTexts();
      await this.recoverAudio(files);
    } catch (error) {
      log.warn(`what earlier windows left cannot be read: ${loggable(error)}`);
    }
  }

  /** Another window may leave audio, which nobody keeps for longer than it is allowed. */
  private scheduleLook(): void {
    const { clock, settings } = this.options;
    this.nextLook?.dispose();
    this.nextLook = undefined;
    // Once loaded, the files look for themselves.
    if (this.files !== undefined || !settings.peek().privacy.keepUnsentAudio) return;
    this.nextLook = clock.schedule(LOOK_MS, () => {
      void this.look();
    });
  }

  private async recoverTexts(): Promise<void> {
    if (await this.history.recover()) this.heirs?.offers.offerKeptText('window-gone');
  }

  private async recoverAudio({ audio }: SharedFiles): Promise<void> {
    const recovered = await audio.recover();
    if (recovered.length === 0) return;
    this.heirs?.adopter.adoptKeptAudio(recovered);
    const keptMs = recovered.reduce((sum, each) => sum + each.frames.length, 0) * FRAME_MS;
    void this.heirs?.offers.tell(({ recoveredAudioMessage }) => recoveredAudioMessage(keptMs));
  }
}

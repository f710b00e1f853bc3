import path from 'node:path';
import type { ClipboardShare } from '../core/clipboard-share';
import type { Clock } from '../core/clock';
import { disposeAll, type Disposable, type Event } from '../core/events';
import { localDay } from '../core/local-day';
import type { Log } from '../core/log';
import { FRAME_MS } from '../core/pcm';
import type { Settings } from '../core/settings';
import type { DictationController } from '../dictation/controller';
import type { CostLedgerOptions } from '../dictation/cost/ledger';
import { ClipboardClaims } from '../storage/clipboard-claims';
import { History } from './history';
import { MicrophoneLock } from '../storage/microphone-lock';
import type { Message } from './messages/message';
import type { Notifications, Sentences } from './notifications';
import { UnlandedTexts } from '../storage/unlanded-texts';
import { UnsentAudio } from '../storage/unsent-audio';
import { UsageFiles } from '../storage/usage-files';

export interface SharedStorageOptions {
  /** The extension's global storage: one folder for all windows. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: { peek(): Settings; readonly onDidChange: Event<void> };
}

type AudioAdopter = Pick<DictationController, 'adoptKeptAudio'>;

/** How what is left over is offered. */
interface Offers extends Pick<Notifications, 'offerKeptText'> {
  tell(
    say: (sentences: Pick<Sentences, 'recoveredAudioMessage' | 'textsLetGoMessage'>) => Message,
  ): Promise<void>;
}

/** What outlives a window or is shared by several: texts, audio, the microphone, and what it costs. */
export class SharedStorage implements Disposable {
  readonly history: History;
  readonly microphone: MicrophoneLock;
  readonly clipboard: ClipboardShare;
  readonly usage: CostLedgerOptions;
  private readonly texts: UnlandedTexts;
  private readonly audio: UnsentAudio;
  private readonly subscriptions: Disposable[] = [];

  constructor({ folder, clock, log, settings }: SharedStorageOptions) {
    this.texts = new UnlandedTexts({ folder: path.join(folder, 'unlanded'), clock, log, settings });
    this.history = new History(this.texts);
    this.audio = new UnsentAudio({ folder: path.join(folder, 'unsent'), clock, log, settings });
    this.usage = {
      store: new UsageFiles(folder, clock, log),
      today: () => localDay(new Date()),
      pricePerHour: () => settings.peek().cost.pricePerHour,
    };
    this.clipboard = new ClipboardClaims({ folder: path.join(folder, 'clipboard'), clock, log });
    this.microphone = new MicrophoneLock({ folder: path.join(folder, 'microphone'), clock, log });
  }

  /** Offers what earlier windows could neither insert nor transcribe, now and when it turns up. */
  async recover(controller: AudioAdopter, notifications: Offers): Promise<void> {
    this.subscriptions.push(
      this.history.onDidLetGo((count) => {
        void notifications.tell(({ textsLetGoMessage }) => textsLetGoMessage(count));
      }),
      this.texts.onDidDoubt(() => {
        void this.recoverTexts(notifications);
      }),
      this.audio.onDidDoubt(() => {
        void this.recoverAudio(controller, notifications);
      }),
    );
    await this.recoverTexts(notifications);
    await this.recoverAudio(controller, notifications);
  }

  /** The window closes: leaves what is not transcribed to the next one, then ends dictation. */
  async close(controller: Pick<DictationController, 'unsentAudio' | 'shutdown'>): Promise<void> {
    // First: the window may not wait for the rest.
    this.audio.save(controller.unsentAudio);
    await controller.shutdown();
  }

  dispose(): void {
    disposeAll([...this.subscriptions, this.texts, this.audio, this.history, this.microphone]);
  }

  private async recoverTexts(notifications: Offers): Promise<void> {
    if (await this.history.recover()) notifications.offerKeptText('window-gone');
  }

  private async recoverAudio(controller: AudioAdopter, notifications: Offers): Promise<void> {
    const audio = await this.audio.recover();
    if (audio.length === 0) return;
    controller.adoptKeptAudio(audio);
    const frames = audio.reduce((sum, each) => sum + each.frames.length, 0);
    const keptMs = frames * FRAME_MS;
    void notifications.tell(({ recoveredAudioMessage }) => recoveredAudioMessage(keptMs));
  }
}

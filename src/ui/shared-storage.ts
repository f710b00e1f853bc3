import path from 'node:path';
import type { Clock } from '../core/clock';
import { disposeAll, type Disposable, type Event } from '../core/events';
import type { Log } from '../core/log';
import { FRAME_MS } from '../core/pcm';
import type { Settings } from '../core/settings';
import type { DictationController } from '../dictation/controller';
import { History } from './history';
import { MicrophoneLock } from '../storage/microphone-lock';
import { recoveredAudioMessage } from './messages/kept-audio-messages';
import type { Notifications } from './notifications';
import { UnlandedTexts } from '../storage/unlanded-texts';
import { UnsentAudio } from '../storage/unsent-audio';

export interface SharedStorageOptions {
  /** The extension's global storage: one folder for all windows. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: { peek(): Settings; readonly onDidChange: Event<void> };
}

/** What outlives a window or is shared by several: texts, audio, and the microphone. */
export class SharedStorage implements Disposable {
  readonly history: History;
  readonly microphone: MicrophoneLock;
  private readonly texts: UnlandedTexts;
  private readonly audio: UnsentAudio;

  constructor({ folder, clock, log, settings }: SharedStorageOptions) {
    this.texts = new UnlandedTexts({ folder: path.join(folder, 'unlanded'), log, settings });
    this.history = new History(this.texts);
    this.audio = new UnsentAudio({ folder: path.join(folder, 'unsent'), clock, log, settings });
    this.microphone = new MicrophoneLock({ folder: path.join(folder, 'microphone'), clock, log });
  }

  /** Offers what earlier windows could neither insert nor transcribe. */
  async recover(
    controller: Pick<DictationController, 'adoptKeptAudio'>,
    notifications: Pick<Notifications, 'offerKeptText' | 'show'>,
  ): Promise<void> {
    if (await this.history.recover()) notifications.offerKeptText('window-gone');
    const audio = await this.audio.recover();
    if (audio.length === 0) return;
    controller.adoptKeptAudio(audio);
    const frames = audio.reduce((sum, each) => sum + each.frames.length, 0);
    void notifications.show(recoveredAudioMessage(frames * FRAME_MS));
  }

  /** The window closes: leaves what is not transcribed to the next one, then ends dictation. */
  async close(controller: Pick<DictationController, 'unsentAudio' | 'shutdown'>): Promise<void> {
    // First: the window may not wait for the rest.
    this.audio.save(controller.unsentAudio);
    await controller.shutdown();
  }

  dispose(): void {
    disposeAll([this.texts, this.audio, this.history, this.microphone]);
  }
}

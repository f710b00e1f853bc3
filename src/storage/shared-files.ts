import path from 'node:path';
import type { ClipboardShare } from '../core/clipboard-share';
import type { Clock } from '../core/clock';
import { disposeAll, type Disposable, type Event } from '../core/events';
import type { Log } from '../core/log';
import type { Settings } from '../core/settings';
import type { UsageStore } from '../core/usage';
import { ClipboardClaims } from './clipboard-claims';
import { leftFolders } from './left-behind';
import { MicrophoneLock } from './microphone-lock';
import { PastTexts } from './past-texts';
import { UnlandedTexts } from './unlanded-texts';
import { UnsentAudio } from './unsent-audio';
import { UsageFiles } from './usage-files';

export interface SharedFilesOptions {
  /** The extension's global storage: one folder for all windows. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: { peek(): Settings; readonly onDidChange: Event<void> };
}

/** What outlives a window or is shared by several, on disk: loaded with the first dictation. */
export class SharedFiles implements Disposable {
  readonly texts: UnlandedTexts;
  readonly history: PastTexts;
  readonly audio: UnsentAudio;
  readonly usage: UsageStore;
  readonly clipboard: ClipboardShare;
  readonly microphone: MicrophoneLock;

  constructor({ folder, clock, log, settings }: SharedFilesOptions) {
    const left = leftFolders(folder);
    this.texts = new UnlandedTexts({ folder: left.texts, clock, log, settings });
    this.history = new PastTexts({ folder: path.join(folder, 'history'), log, settings });
    this.audio = new UnsentAudio({ folder: left.audio, clock, log, settings });
    this.usage = new UsageFiles(folder, clock, log);
    this.clipboard = new ClipboardClaims({ folder: left.clipboard, clock, log });
    this.microphone = new MicrophoneLock({ folder: path.join(folder, 'microphone'), clock, log });
  }

  dispose(): void {
    disposeAll([this.texts, this.history, this.audio, this.microphone]);
  }
}

import type * as vscode from 'vscode';
import type { DictationError } from '../core/failure';
import type { DownloadOffer, Speed } from '../core/local-provider';
import type { Configuration } from './configuration';
import type { MessageBox } from './messages/message';
import type { ShowDownload } from './on-device-dialogs';

export interface OnDeviceQuestionsOptions {
  readonly configuration: Pick<Configuration, 'peek'>;
  readonly notifications: MessageBox;
  /** What is remembered of this computer. */
  readonly memory: vscode.Memento;
}

/** What a person is asked and shown about recognition on this computer. */
export interface OnDeviceQuestions {
  /** Who is to listen; undefined: not now. */
  readonly askForProvider: (offer: DownloadOffer) => Promise<'onDevice' | 'assemblyai' | undefined>;
  readonly askToDownload: (offer: DownloadOffer) => Promise<boolean>;
  readonly showDownload: ShowDownload;
  readonly onDidMeasure: (speed: Speed) => void;
  readonly onDidFallBack: (error: DictationError) => void;
}

/** Asks in dialogs that are loaded with the first of them. */
export function onDeviceQuestions(options: OnDeviceQuestionsOptions): OnDeviceQuestions {
  const { configuration, notifications, memory } = options;
  return {
    askForProvider: async (offer) => {
      const dialogs = await import('./dialogs');
      const answer = await dialogs.askForProvider(offer, configuration.peek());
      if (answer === undefined) void dialogs.openGettingStartedOnce(memory);
      return answer;
    },
    askToDownload: async (offer) => (await import('./dialogs')).askToDownload(offer),
    showDownload: async (offer, body) => (await import('./dialogs')).showDownload(offer, body),
    onDidMeasure: (speed) => {
      void import('./dialogs').then((dialogs) => notifications.show(dialogs.speedMessage(speed)));
    },
    onDidFallBack: (error) => {
      void import('./dialogs').then((dialogs) =>
        notifications.show(dialogs.fallBackMessage(error)),
      );
    },
  };
}

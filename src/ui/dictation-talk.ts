import * as vscode from 'vscode';
import type { DictationError } from '../core/failure';
import type { DownloadOffer, Speed } from '../core/local-provider';
import type { PolishNews } from '../core/polish';
import type { Submission } from '../core/submission';
import type { Configuration } from './configuration';
import type * as dialogs from './dialogs';
import type { OwnContext } from './getting-started';
import type { Notifications } from './notifications';
import type { ShowDownload } from './on-device-dialogs';

/** When the key that restores raw text is ours: something was polished. */
const HAS_POLISHED = 'voiceDictation.hasPolished';

/** Long enough to read it, and to see that the raw text can be had. */
const POLISHED_SHOWN_MS = 5000;

/** Long enough to be seen, short enough not to be in the way of the next prompt. */
const SENT_SHOWN_MS = 1000;

export interface DictationTalkOptions {
  readonly configuration: Pick<Configuration, 'peek'>;
  readonly notifications: Pick<Notifications, 'tell' | 'show'>;
  readonly context: OwnContext;
}

/** What dictation asks people, and tells them. */
export interface DictationTalk {
  readonly askForKey: typeof dialogs.askForApiKey;
  /** Who is to listen; undefined: not now. */
  readonly askForProvider: (offer: DownloadOffer) => Promise<'onDevice' | 'assemblyai' | undefined>;
  readonly askToDownload: (offer: DownloadOffer) => Promise<boolean>;
  readonly showDownload: ShowDownload;
  readonly onDidMeasure: (speed: Speed) => void;
  readonly onDidFallBack: (error: DictationError) => void;
  readonly onDidSubmit: (submission: Submission) => void;
  readonly onDidRepeatCorrection: (
    correction: Parameters<typeof dialogs.correctionMessage>[0],
  ) => void;
  readonly onDidPolish: (news: PolishNews) => void;
  readonly onDidNotSaveKey: (host: string) => void;
}

/** Asks and tells in dialogs that are loaded with the first of them. */
export function dictationTalk(options: DictationTalkOptions): DictationTalk {
  const { configuration, notifications, context } = options;
  return {
    askForKey: async (question) => (await import('./dialogs')).askForApiKey(question),
    askForProvider: async (offer) => {
      const { askForProvider, openGettingStartedOnce } = await import('./dialogs');
      const answer = await askForProvider(offer, configuration.peek());
      if (answer === undefined) void openGettingStartedOnce(context);
      return answer;
    },
    askToDownload: async (offer) => (await import('./dialogs')).askToDownload(offer),
    showDownload: async (offer, body) => (await import('./dialogs')).showDownload(offer, body),
    onDidMeasure: (speed) => {
      void notifications.tell(({ speedMessage }) => speedMessage(speed));
    },
    onDidFallBack: (error) => {
      void notifications.tell(({ fallBackMessage }) => fallBackMessage(error));
    },
    onDidSubmit: (submission) => {
      tellSubmission(submission, notifications);
    },
    onDidRepeatCorrection: (correction) => {
      void notifications.tell(({ correctionMessage }) => correctionMessage(correction));
    },
    onDidPolish: (news) => {
      tellPolish(news, notifications);
    },
    onDidNotSaveKey: (host) => {
      void notifications.tell(({ keyNotSavedMessage }) => keyNotSavedMessage(host));
    },
  };
}

/** What came of a prompt that was to be sent. */
function tellSubmission(submission: Submission, notifications: Pick<Notifications, 'tell'>): void {
  const { outcome, to } = submission;
  if (outcome !== 'sent') {
    void notifications.tell(({ notSentMessage }) => notSentMessage(submission));
    return;
  }
  void import('./dialogs').then(({ sentText }) => {
    vscode.window.setStatusBarMessage(sentText(to), SENT_SHOWN_MS);
  });
}

/** What a language model does, or does not, with what was dictated. */
function tellPolish(news: PolishNews, notifications: Pick<Notifications, 'tell'>): void {
  if (news.kind === 'failed') {
    void notifications.tell(({ notPolishedMessage }) => notPolishedMessage(news.problem));
    return;
  }
  if (news.kind === 'polished') {
    void vscode.commands.executeCommand('setContext', HAS_POLISHED, true);
  }
  void import('./dialogs').then(({ POLISHED, POLISHING }) => {
    if (news.kind === 'began') vscode.window.setStatusBarMessage(POLISHING, news.done);
    else vscode.window.setStatusBarMessage(POLISHED, POLISHED_SHOWN_MS);
  });
}

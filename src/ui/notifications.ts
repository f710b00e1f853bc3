import * as vscode from 'vscode';
import { disposeAll, type Disposable, type Event } from '../core/events';
import { loggable, type DictationError } from '../core/failure';
import type { Log } from '../core/log';
import type { Submission } from '../core/submission';
import type { Notice } from '../dictation/notice';
import type { DictationState } from '../dictation/state';
import type { History } from './history';
import { notSentMessage, sentText } from './messages/agent-messages';
import { failureMessage, SHOW_LOG } from './messages/failure-messages';
import type { Message, NextStep } from './messages/message';
import {
  activationFailedSentence,
  keptTextMessage,
  noticeMessage,
  type WhyKept,
} from './messages/notice-messages';

/** Long enough to be seen, short enough not to be in the way of the next prompt. */
const SENT_SHOWN_MS = 1000;

export interface NotificationsOptions {
  readonly log: Log;
  readonly history: Pick<History, 'hasKept' | 'handOver'>;
  /** Gets a recorder onto the computer that records, and goes on from there. */
  readonly installRecorder: () => Promise<void>;
}

/** Tells the person what happened, in sentences with buttons, and does what the buttons say. */
export class Notifications {
  private whyKept: WhyKept = 'no-target';
  private offer: Promise<void> | undefined;
  private hasToldNamesPrice = false;

  constructor(private readonly options: NotificationsOptions) {}

  /** Tells what `controller` has to say: its notices, and why it became idle. */
  follow(controller: {
    readonly onDidNotice: Event<Notice>;
    readonly onDidChangeState: Event<DictationState>;
  }): Disposable {
    let shown: DictationError | undefined;
    const subscriptions = [
      controller.onDidNotice((notice) => {
        this.showNotice(notice);
      }),
      controller.onDidChangeState((state) => {
        // Idle is also entered again when only the kept audio has changed.
        if (state.kind !== 'idle' || state.failure === undefined || state.failure === shown) return;
        shown = state.failure;
        void this.show(failureMessage(state.failure, state.keptMs));
      }),
    ];
    return {
      dispose: () => {
        disposeAll(subscriptions);
      },
    };
  }

  /** Tells what happened although dictation goes on, or is already over. */
  showNotice(notice: Notice): void {
    if (notice.kind === 'text-not-inserted') {
      this.offerKeptText(notice.outcome);
      return;
    }
    if (notice.kind === 'names-cost-extra') {
      if (this.hasToldNamesPrice) return;
      this.hasToldNamesPrice = true;
    }
    void this.show(noticeMessage(notice));
  }

  /** Tells what came of a prompt that was to be sent. */
  tellSubmission(submission: Submission): void {
    const { outcome, to } = submission;
    if (outcome === 'sent') vscode.window.setStatusBarMessage(sentText(to), SENT_SHOWN_MS);
    else void this.show(notSentMessage(submission));
  }

  /**
   * Offers the text that could not be inserted, all of it in one notification. Dismissed, it stays
   * in the {@link History}, and the status bar points to it.
   *
   * @param why default: as the last time
   */
  offerKeptText(why = this.whyKept): void {
    this.whyKept = why;
    if (!this.options.history.hasKept) return;
    this.offer ??= this.show(keptTextMessage(why)).finally(() => {
      this.offer = undefined;
    });
  }

  /**
   * Shows `message` and does what its button says. Never rejects; resolves when it is answered or
   * dismissed.
   */
  async show(message: Message): Promise<void> {
    const { severity, sentence, nextSteps } = message;
    try {
      const picked = await SHOW[severity](sentence, ...nextSteps.map(({ label }) => label));
      const step = nextSteps.find(({ label }) => label === picked);
      if (step !== undefined) await this.take(step);
    } catch (error) {
      this.options.log.error(`notification: ${loggable(error)}`);
    }
  }

  private async take(step: NextStep): Promise<void> {
    switch (step.kind) {
      case 'command':
        await vscode.commands.executeCommand(step.command);
        return;
      case 'open-settings':
        await vscode.commands.executeCommand('workbench.action.openSettings', step.query);
        return;
      case 'change-setting':
        await vscode.workspace
          .getConfiguration('voiceDictation')
          .update(step.key, step.value, vscode.ConfigurationTarget.Global);
        return;
      case 'open-link':
        await vscode.env.openExternal(vscode.Uri.parse(step.url));
        return;
      case 'install-recorder':
        await this.options.installRecorder();
        return;
      case 'copy-kept-text':
        await this.options.history.handOver((text) => vscode.env.clipboard.writeText(text));
        return;
      case 'open-kept-text':
        await this.options.history.handOver(async (text) => {
          const document = await vscode.workspace.openTextDocument({ content: text });
          await vscode.window.showTextDocument(document);
        });
        return;
    }
  }
}

/** Tells that the extension could not be set up; needs nothing but VS Code and the log. */
export async function showActivationFailure(
  error: unknown,
  log: { error(error: Error): void; show(): void },
): Promise<void> {
  log.error(error instanceof Error ? error : new Error(loggable(error)));
  const picked = await SHOW.error(activationFailedSentence(error), SHOW_LOG.label);
  if (picked !== undefined) log.show();
}

const SHOW = {
  error: (sentence: string, ...labels: string[]) =>
    vscode.window.showErrorMessage(sentence, ...labels),
  warning: (sentence: string, ...labels: string[]) =>
    vscode.window.showWarningMessage(sentence, ...labels),
  information: (sentence: string, ...labels: string[]) =>
    vscode.window.showInformationMessage(sentence, ...labels),
};

import * as vscode from 'vscode';
import { disposeAll, type Disposable, type Event } from '../core/events';
import { loggable, type DictationError } from '../core/failure';
import type { Log } from '../core/log';
import type { Notice } from '../dictation/notice';
import type { DictationState } from '../dictation/state';
import type { History } from './history/history';
import type * as dialogs from './dialogs';
import type { MessageBoxOptions } from './message-box';
import {
  activationFailedSentence,
  SHOW_LOG,
  type Message,
  type MessageBox,
  type NextStep,
} from './messages/message';
import type { WhyKept } from './messages/text-messages';

/** What is said to people, and loaded when something is. */
export type Sentences = typeof dialogs;

export interface NotificationsOptions extends MessageBoxOptions {
  readonly log: Log;
  readonly history: Pick<History, 'hasKept' | 'entries' | 'take'>;
}

/** Tells the person what happened, in sentences with buttons, and does what the buttons say. */
export class Notifications implements MessageBox {
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
        const { failure, keptMs } = state;
        // “Not Now” is answered by leaving it at that.
        if (failure.reason === 'not-now') return;
        void this.tell(({ failureMessage }) => failureMessage(failure, keptMs));
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
    void this.tell(({ noticeMessage }) => noticeMessage(notice));
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
    this.offer ??= this.tell(({ keptTextMessage }) => keptTextMessage(why)).finally(() => {
      this.offer = undefined;
    });
  }

  /** Does what a button says. */
  async take(step: NextStep): Promise<void> {
    await (await import('./dialogs')).takeStep(step, this.options);
  }

  /** Shows `message` and does what its button says; see {@link tell}. */
  show(message: Message): Promise<void> {
    return this.tell(() => message);
  }

  /**
   * Shows what `say` finds among the sentences, which are loaded with the first message. Never
   * rejects; resolves when it is answered or dismissed.
   */
  async tell(say: (sentences: Sentences) => Message): Promise<void> {
    try {
      const loaded = await import('./dialogs');
      await loaded.showMessage(say(loaded), this.options);
    } catch (error) {
      this.options.log.error(`notification: ${loggable(error)}`);
    }
  }
}

/** Tells that the extension could not be set up; needs nothing but VS Code and the log. */
export async function showActivationFailure(
  error: unknown,
  log: { error(error: Error): void; show(): void },
): Promise<void> {
  log.error(error instanceof Error ? error : new Error(loggable(error)));
  const sentence = activationFailedSentence(error);
  const picked = await vscode.window.showErrorMessage(sentence, SHOW_LOG.label);
  if (picked !== undefined) log.show();
}

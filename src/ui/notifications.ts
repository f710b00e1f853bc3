import * as vscode from 'vscode';
import { disposeAll, type Disposable, type Event } from '../core/events';
import type { DictationError } from '../core/failure';
import type { Log } from '../core/log';
import type { SettingProblem } from '../core/settings';
import type { Notice } from '../dictation/notice';
import type { DictationState } from '../dictation/state';
import type { ClearedKey } from './api-keys';
import { costStopMessage, costWarningMessage, namesPriceMessage } from './messages/cost-messages';
import { cannotConnectMessage, failureMessage, SHOW_LOG } from './messages/failure-messages';
import type { History } from './history';
import {
  audioNotSavedMessage,
  keptAudioFullMessage,
  recoveredAudioMessage,
  retryLaterMessage,
} from './messages/kept-audio-messages';
import type { Message, NextStep } from './messages/message';
import {
  activationFailedSentence,
  badTargetMessage,
  commandImpossibleMessage,
  dictionaryGrownMessage,
  earlierRunFailedMessage,
  keptTextMessage,
  keyClearedMessage,
  keyNotSavedMessage,
  keyStoredMessage,
  microphoneReplacedMessage,
  modelMismatchMessage,
  nothingToUndoMessage,
  settingProblemMessage,
  settingsDeferredMessage,
  takenBackMessage,
  type WhyKept,
} from './messages/notice-messages';
import type { SoxInstall } from './sox-install';

export interface NotificationsOptions {
  readonly log: Log;
  readonly history: Pick<History, 'hasKept' | 'handOver'>;
  /** How sox gets onto the computer that records; asked when it is missing. */
  readonly findSoxInstall: () => SoxInstall;
  /** A terminal of this window would open on another computer than the one that records. */
  readonly isTerminalElsewhere: boolean;
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
        this.showFailure(state.failure, state.keptMs);
      }),
    ];
    return {
      dispose: () => {
        disposeAll(subscriptions);
      },
    };
  }

  /** @param keptMs speech that is kept for another try, milliseconds */
  showFailure(error: DictationError, keptMs?: number): void {
    void this.show(failureMessage(error, this.options.findSoxInstall(), keptMs));
  }

  showNotice(notice: Notice): void {
    switch (notice.kind) {
      case 'text-not-inserted':
        this.offerKeptText(notice.outcome);
        return;
      case 'command-impossible':
        void this.show(commandImpossibleMessage(notice.text));
        return;
      case 'taken-back':
        void this.show(takenBackMessage(notice.count));
        return;
      case 'model-mismatch':
        void this.show(modelMismatchMessage(notice.asked, notice.running));
        return;
      case 'settings-deferred':
        void this.show(settingsDeferredMessage(notice.keys));
        return;
      case 'names-cost-extra':
        if (!this.hasToldNamesPrice) void this.show(namesPriceMessage(notice.model));
        this.hasToldNamesPrice = true;
        return;
      case 'cost-warning':
        void this.show(costWarningMessage(notice.limit));
        return;
      case 'cost-stop':
        void this.show(costStopMessage(notice.limit));
        return;
      case 'kept-audio-full':
        void this.show(keptAudioFullMessage(notice));
        return;
      case 'earlier-run-failed':
        void this.show(earlierRunFailedMessage(notice.error, notice.keptMs));
        return;
      case 'cannot-connect':
        void this.show(cannotConnectMessage(notice.error, this.options.findSoxInstall()));
        return;
      case 'microphone-replaced':
        void this.show(microphoneReplacedMessage(notice.device));
        return;
    }
  }

  showSettingProblem(problem: SettingProblem): void {
    const message = settingProblemMessage(problem);
    this.options.log.warn(message.sentence);
    void this.show(message);
  }

  showDictionaryGrown(word: string, key: string): void {
    void this.show(dictionaryGrownMessage(word, key));
  }

  showKeyStored(host: string): void {
    void this.show(keyStoredMessage(host));
  }

  showKeyNotSaved(host: string): void {
    void this.show(keyNotSavedMessage(host));
  }

  showKeyCleared({ host, environmentVariable }: ClearedKey): void {
    void this.show(keyClearedMessage(host, environmentVariable));
  }

  /** Offers speech that an earlier window left. @param keptMs milliseconds of it */
  offerRecoveredAudio(keptMs: number): void {
    void this.show(recoveredAudioMessage(keptMs));
  }

  showNothingToUndo(): void {
    void this.show(nothingToUndoMessage());
  }

  /** @param argument what a command was given that names no target */
  showBadTarget(argument: unknown): void {
    void this.show(badTargetMessage(argument));
  }

  showRetryLater(): void {
    void this.show(retryLaterMessage());
  }

  showAudioNotSaved(error: unknown): void {
    void this.show(audioNotSavedMessage(error));
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

  private async show(message: Message): Promise<void> {
    const { severity, sentence, nextSteps } = message;
    try {
      const picked = await SHOW[severity](sentence, ...nextSteps.map(({ label }) => label));
      const step = nextSteps.find(({ label }) => label === picked);
      if (step !== undefined) await this.take(step);
    } catch (error) {
      this.options.log.error(`notification: ${String(error)}`);
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
      case 'type-in-terminal':
        await this.typeInTerminal(step.commandLine);
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

  private async typeInTerminal(commandLine: string): Promise<void> {
    if (this.options.isTerminalElsewhere) {
      await vscode.env.clipboard.writeText(commandLine);
      await SHOW.information(`Copied. Run it in a terminal of your own computer: ${commandLine}`);
      return;
    }
    const terminal = vscode.window.createTerminal('Voice Dictation');
    terminal.show();
    terminal.sendText(commandLine, false);
  }
}

/** Tells that the extension could not be set up; needs nothing but VS Code and the log. */
export async function showActivationFailure(
  error: unknown,
  log: { error(error: Error): void; show(): void },
): Promise<void> {
  log.error(error instanceof Error ? error : new Error(String(error)));
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

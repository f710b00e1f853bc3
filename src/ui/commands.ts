import * as vscode from 'vscode';
import { disposeAll, type Disposable } from '../core/events';
import { DictationError } from '../core/failure';
import type { DictationController } from '../dictation/controller';
import type { ApiKeys } from './api-keys';
import {
  CONTINUE_PAST_BUDGET,
  EXTEND,
  OFFER_KEPT_TEXT,
  REOPEN_AND_INSERT,
  TAKE_OVER,
  type CommandId,
  type InnerCommandId,
} from './command-ids';
import type { Configuration } from './configuration';
import type { Notifications } from './notifications';
import { saveAudio } from './save-audio';
import { targetRequest } from './target-request';

export interface CommandsOptions {
  readonly controller: Pick<
    DictationController,
    | 'state'
    | 'start'
    | 'stop'
    | 'toggle'
    | 'cancel'
    | 'endTurn'
    | 'extend'
    | 'continuePastBudget'
    | 'switchScope'
    | 'retryTranscription'
    | 'keptAudio'
    | 'releaseKeptAudio'
  >;
  readonly keys: Pick<ApiKeys, 'set' | 'clear'>;
  readonly configuration: Pick<Configuration, 'peek'>;
  readonly notifications: Notifications;
  readonly showHistory: () => Promise<void>;
  readonly reopenAndInsert: () => Promise<void>;
  /** Each takes back finals, and tells how many. */
  readonly undo: {
    readonly undoLast: () => Promise<number>;
    readonly undoRun: () => Promise<number>;
  };
  readonly showSpokenCommands: () => Promise<void>;
  readonly usage: { show(): Promise<void> };
  readonly addToDictionary: () => Promise<void>;
  readonly log: { show(): void };
}

/** @param argument what the key binding or caller gives, if anything */
type Handler = (argument: unknown) => void | Promise<void>;

/** Registers every command of the manifest; what one throws is shown in our words. */
export function registerCommands(options: CommandsOptions): Disposable {
  const { controller, keys, configuration, notifications, log } = options;
  const handlers: Readonly<Record<CommandId | InnerCommandId, Handler>> = {
    'voiceDictation.start': async (argument) => {
      const request = targetRequest(argument);
      if (request === undefined) notifications.showBadTarget(argument);
      else await controller.start(request);
    },
    'voiceDictation.stop': () => {
      controller.stop();
    },
    'voiceDictation.toggle': (argument) => {
      const request = targetRequest(argument);
      if (request === undefined) notifications.showBadTarget(argument);
      else controller.toggle(request);
    },
    'voiceDictation.cancel': () => {
      controller.cancel();
    },
    'voiceDictation.endTurn': () => {
      controller.endTurn();
    },
    'voiceDictation.undoLast': async () => {
      if ((await options.undo.undoLast()) === 0) notifications.showNothingToUndo();
    },
    'voiceDictation.undoRun': async () => {
      if ((await options.undo.undoRun()) === 0) notifications.showNothingToUndo();
    },
    'voiceDictation.switchScope': () => {
      controller.switchScope();
    },
    'voiceDictation.retryTranscription': async () => {
      if (controller.state.kind === 'idle') await controller.retryTranscription();
      else if (controller.keptAudio.length > 0) notifications.showRetryLater();
    },
    'voiceDictation.saveAudio': () =>
      saveAudio({
        controller,
        onFailed: (error) => {
          notifications.showAudioNotSaved(error);
        },
      }),
    'voiceDictation.setApiKey': async () => {
      const host = await keys.set(configuration.peek().recognition);
      if (host !== undefined) notifications.showKeyStored(host);
    },
    'voiceDictation.clearApiKey': async () => {
      notifications.showKeyCleared(await keys.clear(configuration.peek().recognition));
    },
    'voiceDictation.showLog': () => {
      log.show();
    },
    'voiceDictation.showHistory': options.showHistory,
    'voiceDictation.showUsage': () => options.usage.show(),
    'voiceDictation.showSpokenCommands': options.showSpokenCommands,
    'voiceDictation.addToDictionary': options.addToDictionary,
    [EXTEND]: () => {
      controller.extend();
    },
    [CONTINUE_PAST_BUDGET]: () => controller.continuePastBudget(),
    [TAKE_OVER]: () => controller.start({ takeOver: true }),
    [REOPEN_AND_INSERT]: options.reopenAndInsert,
    [OFFER_KEPT_TEXT]: () => {
      notifications.offerKeptText();
    },
  };
  const registrations = Object.entries(handlers).map(([id, handler]) =>
    vscode.commands.registerCommand(id, async (argument: unknown) => {
      try {
        await handler(argument);
      } catch (error) {
        notifications.showFailure(DictationError.from(error));
      }
    }),
  );
  return {
    dispose: () => {
      disposeAll(registrations);
    },
  };
}

import * as vscode from 'vscode';
import { disposeAll, type Disposable } from '../core/events';
import { DictationError } from '../core/failure';
import type { DictationController } from '../dictation/controller';
import type { ApiKeys } from './api-keys';
import { OFFER_KEPT_TEXT, type CommandId } from './command-ids';
import type { Configuration } from './configuration';
import type { Notifications } from './notifications';

export interface CommandsOptions {
  readonly controller: Pick<
    DictationController,
    'start' | 'stop' | 'toggle' | 'cancel' | 'endTurn'
  >;
  readonly keys: Pick<ApiKeys, 'set' | 'clear'>;
  readonly configuration: Pick<Configuration, 'peek'>;
  readonly notifications: Notifications;
  readonly log: { show(): void };
}

type Handler = () => void | Promise<void>;

/** Registers every command of the manifest; what one throws is shown in our words. */
export function registerCommands(options: CommandsOptions): Disposable {
  const { controller, keys, configuration, notifications, log } = options;
  const handlers: Readonly<Record<CommandId | typeof OFFER_KEPT_TEXT, Handler>> = {
    'voiceDictation.start': () => controller.start(),
    'voiceDictation.stop': () => {
      controller.stop();
    },
    'voiceDictation.toggle': () => {
      controller.toggle();
    },
    'voiceDictation.cancel': () => {
      controller.cancel();
    },
    'voiceDictation.endTurn': () => {
      controller.endTurn();
    },
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
    [OFFER_KEPT_TEXT]: () => {
      notifications.offerKeptText();
    },
  };
  const registrations = Object.entries(handlers).map(([id, handler]) =>
    vscode.commands.registerCommand(id, async () => {
      try {
        await handler();
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

import * as vscode from 'vscode';
import { disposeAll, type Disposable } from '../core/events';
import type { Agents } from '../core/agents';
import { DictationError } from '../core/failure';
import { SHOW_FINISHING } from '../core/inner-commands';
import { field } from '../core/unknown';
import type { DictationController } from '../dictation/controller';
import {
  CONTINUE_PAST_BUDGET,
  EXTEND,
  OFFER_KEPT_TEXT,
  START_AGAIN,
  REOPEN_AND_INSERT,
  TAKE_OVER,
  type CommandAtOnce,
  type DialogCommandId,
  type InnerCommandId,
} from './command-ids';
import type { DialogCommandsOptions } from './dialog-commands';
import { dictatingToAgent } from './dictate-to-agent';
import type { KeyAdvice } from './key-advice';
import type { Notifications } from './notifications';
import { targetRequest } from './target-request';

export interface CommandsOptions extends DialogCommandsOptions {
  readonly controller: DialogCommandsOptions['controller'] &
    Pick<
      DictationController,
      'wanted' | 'cancel' | 'endTurn' | 'extend' | 'continuePastBudget' | 'switchScope'
    >;
  readonly notifications: Notifications;
  readonly keyAdvice: KeyAdvice;
  /** Loads what activation leaves for later. */
  readonly load: () => Promise<
    Awaited<ReturnType<DialogCommandsOptions['load']>> & {
      readonly agents: Agents;
    }
  >;
  readonly usage: { show(): Promise<void> };
  readonly log: { show(): void };
}

/** @param given what the key binding or caller gives, if anything */
type Handler = (...given: readonly unknown[]) => void | Promise<void>;

/** Registers every command of the manifest; what one throws is shown in our words. */
export function registerCommands(options: CommandsOptions): Disposable {
  const { controller, notifications, keyAdvice, load, log } = options;
  const dictateToAgent = dictatingToAgent({
    controller,
    notifications,
    agents: async () => (await load()).agents,
  });
  const handlers: Readonly<Record<CommandAtOnce, Handler>> = {
    start: async (argument) => {
      const request = targetRequest(argument);
      if (request === undefined)
        void notifications.tell(({ badTargetMessage }) => badTargetMessage(argument));
      else {
        keyAdvice.startedWithoutKey();
        await controller.start(request);
      }
    },
    stop: () => {
      controller.stop();
    },
    toggle: (argument) => {
      keyAdvice.keyArrived();
      const request = targetRequest(argument);
      if (request === undefined)
        void notifications.tell(({ badTargetMessage }) => badTargetMessage(argument));
      else controller.toggle(request);
    },
    cancel: () => {
      controller.cancel();
    },
    endTurn: () => {
      controller.endTurn();
    },
    switchScope: () => {
      controller.switchScope();
    },
    dictateToAgent: () => dictateToAgent(),
    showLog: () => {
      log.show();
    },
    showUsage: () => options.usage.show(),
  };
  const inner: Readonly<Record<Exclude<InnerCommandId, DialogCommandId>, Handler>> = {
    [EXTEND]: () => {
      controller.extend();
    },
    [CONTINUE_PAST_BUDGET]: () => controller.continuePastBudget(),
    [START_AGAIN]: () => controller.start(controller.wanted),
    [TAKE_OVER]: () => controller.start({ ...controller.wanted, takeOver: true }),
    [OFFER_KEPT_TEXT]: () => {
      notifications.offerKeptText();
    },
  };
  const dialog =
    (id: string): Handler =>
    async (...given) =>
      (await import('./dialogs')).runDialogCommand(id, options, given);
  const atOnce = new Map([
    ...Object.entries(handlers).map(
      ([name, handler]) => [`voiceDictation.${name}`, handler] as const,
    ),
    ...Object.entries(inner),
  ]);
  const ids = new Set([
    ...manifestCommands(options.extension),
    REOPEN_AND_INSERT,
    SHOW_FINISHING,
    ...atOnce.keys(),
  ]);
  const registrations = [...ids].map((id) =>
    vscode.commands.registerCommand(id, async (...given: readonly unknown[]) => {
      try {
        await (atOnce.get(id) ?? dialog(id))(...given);
      } catch (error) {
        void notifications.tell(({ failureMessage }) => failureMessage(DictationError.from(error)));
      }
    }),
  );
  return {
    dispose: () => {
      disposeAll(registrations);
    },
  };
}

/** All of them: those that are not carried out at once need no list of their own. */
function manifestCommands({ extension }: CommandsOptions['extension']): readonly string[] {
  const commands = field(field(extension.packageJSON, 'contributes'), 'commands');
  return Array.isArray(commands) ? commands.map((each) => String(field(each, 'command'))) : [];
}

import * as vscode from 'vscode';
import { disposeAll, type Disposable } from '../core/events';
import type { Agents } from '../core/agents';
import { DictationError } from '../core/failure';
import type { DictationController } from '../dictation/controller';
import {
  CONTINUE_PAST_BUDGET,
  DIALOG_COMMAND_IDS,
  EXTEND,
  OFFER_KEPT_TEXT,
  START_AGAIN,
  TAKE_OVER,
  type CommandId,
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
      | 'wanted'
      | 'cancel'
      | 'endTurn'
      | 'extend'
      | 'continuePastBudget'
      | 'switchScope'
      | 'retryTranscription'
    >;
  readonly notifications: Notifications;
  readonly keyAdvice: KeyAdvice;
  /** Loads what activation leaves for later. */
  readonly load: () => Promise<
    Awaited<ReturnType<DialogCommandsOptions['load']>> & {
      /** Take back finals, and tell how many. */
      readonly undoLast: () => Promise<number>;
      readonly undoRun: () => Promise<number>;
      /** Brings back what was said where it was polished last; whether there was anything. */
      readonly restoreRaw: () => Promise<boolean>;
      readonly agents: Agents;
      /** Presses Enter where the agent reads that was dictated to last. */
      readonly sendToAgent: () => Promise<void>;
    }
  >;
  readonly usage: { show(): Promise<void> };
  readonly log: { show(): void };
}

/** @param argument what the key binding or caller gives, if anything */
type Handler = (argument: unknown) => void | Promise<void>;

/** Registers every command of the manifest; what one throws is shown in our words. */
export function registerCommands(options: CommandsOptions): Disposable {
  const { controller, notifications, keyAdvice, load, log } = options;
  const dictateToAgent = dictatingToAgent({
    controller,
    notifications,
    agents: async () => (await load()).agents,
  });
  const handlers: Readonly<Record<Exclude<CommandId | InnerCommandId, DialogCommandId>, Handler>> =
    {
      'voiceDictation.start': async (argument) => {
        const request = targetRequest(argument);
        if (request === undefined)
          void notifications.tell(({ badTargetMessage }) => badTargetMessage(argument));
        else {
          keyAdvice.startedWithoutKey();
          await controller.start(request);
        }
      },
      'voiceDictation.stop': () => {
        controller.stop();
      },
      'voiceDictation.toggle': (argument) => {
        keyAdvice.keyArrived();
        const request = targetRequest(argument);
        if (request === undefined)
          void notifications.tell(({ badTargetMessage }) => badTargetMessage(argument));
        else controller.toggle(request);
      },
      'voiceDictation.cancel': () => {
        controller.cancel();
      },
      'voiceDictation.endTurn': () => {
        controller.endTurn();
      },
      'voiceDictation.undoLast': async () => {
        if ((await (await load()).undoLast()) === 0)
          void notifications.tell(({ nothingToUndoMessage }) => nothingToUndoMessage());
      },
      'voiceDictation.undoRun': async () => {
        if ((await (await load()).undoRun()) === 0)
          void notifications.tell(({ nothingToUndoMessage }) => nothingToUndoMessage());
      },
      'voiceDictation.restoreRawText': async () => {
        if (!(await (await load()).restoreRaw()))
          void notifications.tell(({ nothingPolishedMessage }) => nothingPolishedMessage());
      },
      'voiceDictation.switchScope': () => {
        controller.switchScope();
      },
      'voiceDictation.dictateToAgent': () => dictateToAgent(),
      'voiceDictation.sendToAgent': async () => (await load()).sendToAgent(),
      'voiceDictation.retryTranscription': async () => {
        if (controller.state.kind === 'idle') await controller.retryTranscription();
        else if (controller.keptAudio.length > 0)
          void notifications.tell(({ retryLaterMessage }) => retryLaterMessage());
      },
      'voiceDictation.showLog': () => {
        log.show();
      },
      'voiceDictation.showUsage': () => options.usage.show(),
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
  const dialogs = DIALOG_COMMAND_IDS.map((id): readonly [string, Handler] => [
    id,
    async () => (await import('./dialogs')).runDialogCommand(id, options),
  ]);
  const registrations = [...Object.entries(handlers), ...dialogs].map(([id, handler]) =>
    vscode.commands.registerCommand(id, async (argument: unknown) => {
      try {
        await handler(argument);
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

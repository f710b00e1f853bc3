import * as vscode from 'vscode';
import { disposeAll, type Disposable } from '../core/events';
import type { Credentials } from '../core/credentials';
import type { Agents } from '../core/agents';
import type { AudioPlayer, Microphones } from '../core/microphones';
import { DictationError } from '../core/failure';
import type { DictationController } from '../dictation/controller';
import type { ListedModel } from '../core/listed-model';
import type { OpenTarget } from '../core/target';
import type { AddToDictionaryOptions } from './add-to-dictionary';
import {
  CONTINUE_PAST_BUDGET,
  EXTEND,
  OFFER_KEPT_TEXT,
  REOPEN_AND_INSERT,
  START_AGAIN,
  TAKE_OVER,
  type CommandId,
  type InnerCommandId,
} from './command-ids';
import type { Configuration } from './configuration';
import { dictatingToAgent } from './dictate-to-agent';
import type { History } from './history';
import type { KeyAdvice } from './key-advice';
import type { LocalModels } from './model-commands';
import type { Notifications } from './notifications';
import type { MicrophoneAccess } from './select-microphone';
import type { SpokenCommandsOptions } from './spoken-commands';
import { targetRequest } from './target-request';
import type { WhatIsSentCode } from './what-is-sent';

export interface CommandsOptions {
  readonly controller: Pick<
    DictationController,
    | 'state'
    | 'onDidChangeState'
    | 'start'
    | 'wanted'
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
    | 'told'
    | 'targetResource'
  >;
  readonly configuration: Pick<Configuration, 'peek'>;
  readonly notifications: Notifications;
  readonly keyAdvice: KeyAdvice;
  readonly history: History;
  readonly openTarget: OpenTarget;
  /** Loads what activation leaves for later. */
  readonly load: () => Promise<
    WhatIsSentCode & {
      /** Take back finals, and tell how many. */
      readonly undoLast: () => Promise<number>;
      readonly undoRun: () => Promise<number>;
      /** Brings back what was said where it was polished last; whether there was anything. */
      readonly restoreRaw: () => Promise<boolean>;
      readonly agents: Agents;
      /** Presses Enter where the agent reads that was dictated to last. */
      readonly sendToAgent: () => Promise<void>;
      readonly spokenCommands: SpokenCommandsOptions['list'];
      readonly wordToAdd: AddToDictionaryOptions['findWord'];
      readonly keys: Credentials;
      readonly models: LocalModels;
      readonly listedModels: () => readonly ListedModel[];
    }
  >;
  readonly microphone: MicrophoneAccess;
  /** Loads what finds out about this computer. */
  readonly diagnose: () => Promise<{
    /** As they can be listed by what is installed now. */
    readonly microphones: () => Microphones;
    readonly play: AudioPlayer;
  }>;
  readonly usage: { show(): Promise<void> };
  readonly log: { show(): void };
}

/** @param argument what the key binding or caller gives, if anything */
type Handler = (argument: unknown) => void | Promise<void>;

/** Registers every command of the manifest; what one throws is shown in our words. */
export function registerCommands(options: CommandsOptions): Disposable {
  const { controller, configuration, notifications, keyAdvice, openTarget, load, log } = options;
  const dictateToAgent = dictatingToAgent({
    controller,
    notifications,
    agents: async () => (await load()).agents,
  });
  const historyOptions = { history: options.history, openTarget, notifications };
  const handlers: Readonly<Record<CommandId | InnerCommandId, Handler>> = {
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
    'voiceDictation.saveAudio': async () =>
      (await import('./dialogs')).saveAudio({
        controller,
        onFailed: (error) => {
          void notifications.tell(({ audioNotSavedMessage }) => audioNotSavedMessage(error));
        },
      }),
    'voiceDictation.discardAudio': async () =>
      (await import('./dialogs')).discardAudio({ controller }),
    'voiceDictation.setApiKey': async () => {
      const { keys } = await load();
      const host = await keys.set(configuration.peek().recognition);
      if (host !== undefined)
        void notifications.tell(({ keyStoredMessage }) => keyStoredMessage(host));
    },
    'voiceDictation.clearApiKey': async () => {
      const { keys } = await load();
      const cleared = await keys.clear(configuration.peek().recognition);
      void notifications.tell(({ keyClearedMessage }) => keyClearedMessage(cleared));
    },
    'voiceDictation.selectProvider': async () => {
      const { models, listedModels } = await load();
      const { selectProvider } = await import('./dialogs');
      await selectProvider({ ...options, models, listed: listedModels() });
    },
    'voiceDictation.downloadModel': async () =>
      (await import('./dialogs')).downloadModel({ ...options, models: (await load()).models }),
    'voiceDictation.removeModels': async () =>
      (await import('./dialogs')).removeModels((await load()).models),
    'voiceDictation.showLog': () => {
      log.show();
    },
    'voiceDictation.showHistory': async () =>
      (await import('./dialogs')).showHistory(historyOptions),
    'voiceDictation.showUsage': () => options.usage.show(),
    'voiceDictation.showMenu': async () => (await import('./dialogs')).showMenu(controller),
    'voiceDictation.getStarted': async () => (await import('./dialogs')).openGettingStarted(),
    'voiceDictation.practise': async () => (await import('./dialogs')).practise(controller),
    'voiceDictation.showSpokenCommands': async () =>
      (await import('./dialogs')).showSpokenCommands({
        configuration,
        list: (await load()).spokenCommands,
      }),
    'voiceDictation.addToDictionary': async () =>
      (await import('./dialogs')).addToDictionary({
        findWord: (await load()).wordToAdd,
        notifications,
      }),
    'voiceDictation.showWhatIsSent': async () =>
      (await import('./dialogs')).showWhatIsSent({ configuration, controller, load }),
    'voiceDictation.selectLanguage': async () =>
      (await import('./dialogs')).selectLanguage(configuration),
    'voiceDictation.selectMicrophone': async () =>
      (await import('./dialogs')).selectMicrophone({
        ...options.microphone,
        controller,
        configuration,
        notifications,
        microphones: (await options.diagnose()).microphones(),
      }),
    'voiceDictation.testMicrophone': async () => {
      const { models } = await load();
      await (
        await import('./dialogs')
      ).testMicrophone({
        ...options.microphone,
        controller,
        configuration,
        notifications,
        play: (await options.diagnose()).play,
        find: (recognition) => models.find(recognition),
      });
    },
    [EXTEND]: () => {
      controller.extend();
    },
    [CONTINUE_PAST_BUDGET]: () => controller.continuePastBudget(),
    [START_AGAIN]: () => controller.start(controller.wanted),
    [TAKE_OVER]: () => controller.start({ ...controller.wanted, takeOver: true }),
    [REOPEN_AND_INSERT]: async () => (await import('./dialogs')).reopenAndInsert(historyOptions),
    [OFFER_KEPT_TEXT]: () => {
      notifications.offerKeptText();
    },
  };
  const registrations = Object.entries(handlers).map(([id, handler]) =>
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

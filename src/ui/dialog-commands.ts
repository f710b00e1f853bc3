import type { Credentials } from '../core/credentials';
import type { ListedModel } from '../core/listed-model';
import type { AudioPlayer, Microphones } from '../core/microphones';
import type { OpenTarget } from '../core/target';
import type { DictationController } from '../dictation/controller';
import type { Notice } from '../dictation/notice';
import { addToDictionary, type AddToDictionaryOptions } from './add-to-dictionary';
import { REOPEN_AND_INSERT, type DialogCommandId } from './command-ids';
import type { Configuration } from './configuration';
import { openGettingStarted, practise, showMenu } from './getting-started';
import type { History } from './history';
import { reopenAndInsert, showHistory } from './history-picker';
import { audioNotSavedMessage } from './messages/kept-audio-messages';
import type { MessageBox, NextStep } from './messages/message';
import { keyClearedMessage, keyStoredMessage } from './messages/notice-messages';
import { downloadModel, removeModels, type LocalModels } from './model-commands';
import { runDiagnostics, type RunDiagnosticsOptions } from './run-diagnostics';
import { discardAudio, saveAudio } from './save-audio';
import { selectLanguage } from './select-language';
import { selectMicrophone, type MicrophoneAccess } from './select-microphone';
import { selectProvider } from './select-provider';
import { showSpokenCommands, type SpokenCommandsOptions } from './spoken-commands';
import { testMicrophone } from './test-microphone';
import { showWhatIsSent, type WhatIsSentCode } from './what-is-sent';

export interface DialogCommandsOptions {
  readonly controller: Pick<
    DictationController,
    | 'state'
    | 'onDidChangeState'
    | 'start'
    | 'stop'
    | 'toggle'
    | 'keptAudio'
    | 'releaseKeptAudio'
    | 'told'
    | 'targetResource'
    | 'begun'
  >;
  readonly configuration: Pick<Configuration, 'peek'>;
  readonly notifications: MessageBox & {
    showNotice(notice: Notice): void;
    take(step: NextStep): Promise<void>;
  };
  readonly history: History;
  readonly openTarget: OpenTarget;
  /** Loads what activation leaves for later. */
  readonly load: () => Promise<
    WhatIsSentCode & {
      readonly spokenCommands: SpokenCommandsOptions['list'];
      readonly wordToAdd: AddToDictionaryOptions['findWord'];
      readonly keys: Credentials;
      readonly models: LocalModels;
      readonly listedModels: () => readonly ListedModel[];
    }
  >;
  readonly microphone: MicrophoneAccess;
  /** Loads what finds out about this computer. */
  readonly diagnose: () => Promise<
    Pick<RunDiagnosticsOptions, 'recorders' | 'reach'> & {
      /** As they can be listed by what is installed now. */
      readonly microphones: () => Microphones;
      readonly play: AudioPlayer;
    }
  >;
  readonly extension: RunDiagnosticsOptions['extension'];
}

/** Carries out a command that asks or shows something. @throws what it could not do */
export async function runDialogCommand(
  id: DialogCommandId,
  options: DialogCommandsOptions,
): Promise<void> {
  await COMMANDS[id](options);
}

const COMMANDS: Readonly<
  Record<DialogCommandId, (options: DialogCommandsOptions) => Promise<unknown>>
> = {
  'voiceDictation.saveAudio': ({ controller, notifications }) =>
    saveAudio({
      controller,
      onFailed: (error) => {
        void notifications.show(audioNotSavedMessage(error));
      },
    }),
  'voiceDictation.discardAudio': (options) => discardAudio(options),
  'voiceDictation.setApiKey': async ({ configuration, notifications, load }) => {
    const { keys } = await load();
    const host = await keys.set(configuration.peek().recognition);
    if (host !== undefined) void notifications.show(keyStoredMessage(host));
  },
  'voiceDictation.clearApiKey': async ({ configuration, notifications, load }) => {
    const { keys } = await load();
    const cleared = await keys.clear(configuration.peek().recognition);
    void notifications.show(keyClearedMessage(cleared));
  },
  'voiceDictation.selectProvider': async (options) => {
    const { models, listedModels } = await options.load();
    await selectProvider({ ...options, models, listed: listedModels() });
  },
  'voiceDictation.downloadModel': async (options) =>
    downloadModel({ ...options, models: (await options.load()).models }),
  'voiceDictation.removeModels': async ({ load }) => removeModels((await load()).models),
  'voiceDictation.showHistory': (options) => showHistory(options),
  'voiceDictation.showMenu': ({ controller }) => showMenu(controller),
  'voiceDictation.getStarted': () => openGettingStarted(),
  'voiceDictation.practise': ({ controller }) => practise(controller),
  'voiceDictation.showSpokenCommands': async ({ configuration, load }) =>
    showSpokenCommands({ configuration, list: (await load()).spokenCommands }),
  'voiceDictation.addToDictionary': async ({ notifications, load }) =>
    addToDictionary({ findWord: (await load()).wordToAdd, notifications }),
  'voiceDictation.showWhatIsSent': (options) => showWhatIsSent(options),
  'voiceDictation.selectLanguage': ({ configuration }) => selectLanguage(configuration),
  'voiceDictation.selectMicrophone': async (options) =>
    selectMicrophone({
      ...options.microphone,
      ...options,
      microphones: (await options.diagnose()).microphones(),
    }),
  'voiceDictation.testMicrophone': async (options) => {
    const { models } = await options.load();
    await testMicrophone({
      ...options.microphone,
      ...options,
      play: (await options.diagnose()).play,
      find: (recognition) => models.find(recognition),
    });
  },
  'voiceDictation.runDiagnostics': async (options) => {
    const { notifications, load, diagnose } = options;
    const [{ keys, models }, { microphones, recorders, reach }] = await Promise.all([
      load(),
      diagnose(),
    ]);
    await runDiagnostics({
      ...options.microphone,
      ...options,
      keys,
      models,
      microphones: microphones(),
      recorders,
      reach,
      take: (step) => notifications.take(step),
    });
  },
  [REOPEN_AND_INSERT]: (options) => reopenAndInsert(options),
};

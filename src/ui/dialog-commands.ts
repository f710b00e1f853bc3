import * as vscode from 'vscode';
import type { Credentials } from '../core/credentials';
import { SHOW_FINISHING } from '../core/inner-commands';
import type { ListedModel } from '../core/listed-model';
import type { AudioPlayer, Microphones } from '../core/microphones';
import type { OpenTarget } from '../core/target';
import type { DictationController } from '../dictation/controller';
import type { Notice } from '../dictation/notice';
import { addToDictionary, type AddToDictionaryOptions } from './add-to-dictionary';
import { REOPEN_AND_INSERT, type DialogCommandId } from './command-ids';
import type { Configuration } from './configuration';
import { showFinishing } from './finishing';
import { systemClock } from './system-clock';
import { openGettingStarted, practise, showMenu, type OwnContext } from './getting-started';
import { reopenAndInsert } from './history/history-actions';
import {
  addMisheardWords,
  clearHistory,
  copyFromHistory,
  deleteFromHistory,
  exportHistory,
  insertFromHistory,
  meantEntries,
  searchHistory,
  showAllHistory,
  writeAsSaidFromHistory,
  type HistoryCommandsOptions,
} from './history/history-commands';
import type { History, HistoryEntry } from './history/history';
import { showHistory } from './history/history-picker';
import { audioNotSavedMessage, retryLaterMessage } from './messages/kept-audio-messages';
import type { MessageBox, NextStep } from './messages/message';
import { keyClearedMessage, keyStoredMessage } from './messages/api-key-messages';
import { nothingToUndoMessage } from './messages/text-messages';
import { nothingPolishedMessage } from './messages/polish-messages';
import { downloadModel, removeModels, type LocalModels } from './model-commands';
import { runDiagnostics, type RunDiagnosticsOptions } from './diagnosis/run-diagnostics';
import { retryWith } from './retry-with';
import { discardAudio, saveAudio } from './save-audio';
import { selectLanguage } from './select-language';
import { selectMicrophone, type MicrophoneAccess } from './select-microphone';
import { selectProvider } from './select-provider';
import { showSpokenCommands, type SpokenCommandsOptions } from './spoken-commands';
import { testMicrophone } from './test-microphone';
import type { AudioFileCode } from './audio-file/file-transcription';
import { transcribeAudioFile } from './audio-file/transcribe-audio-file';
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
    | 'retryTranscription'
    | 'releaseKeptAudio'
    | 'told'
    | 'target'
    | 'begun'
    | 'lastRun'
    | 'adoptKeptAudio'
    | 'finishing'
    | 'leave'
    | 'ledger'
  >;
  readonly configuration: Pick<Configuration, 'peek'>;
  readonly notifications: MessageBox & {
    showNotice(notice: Notice): void;
    take(step: NextStep): Promise<void>;
  };
  readonly history: History;
  readonly historyView: HistoryCommandsOptions['historyView'];
  readonly openTarget: OpenTarget;
  /** Loads what activation leaves for later. */
  readonly load: () => Promise<
    WhatIsSentCode &
      AudioFileCode & {
        /** Take back finals, and tell how many. */
        readonly undoLast: () => Promise<number>;
        readonly undoRun: () => Promise<number>;
        /** Brings back what was said where it was polished last; whether there was anything. */
        readonly restoreRaw: () => Promise<boolean>;
        /** Presses Enter where the agent reads that was dictated to last. */
        readonly sendToAgent: () => Promise<void>;
        readonly writeFor: Awaited<ReturnType<HistoryCommandsOptions['load']>>['writeFor'];
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
      /** Whether a terminal finds a program of this file name. */
      readonly hasProgram: (name: string) => boolean;
    }
  >;
  readonly extension: RunDiagnosticsOptions['extension'] & OwnContext;
}

/**
 * Carries out a command that asks or shows something.
 *
 * @param given what VS Code or whoever calls the command gives it
 * @throws what it could not do
 */
export async function runDialogCommand(
  id: string,
  options: DialogCommandsOptions,
  given: readonly unknown[],
): Promise<void> {
  await new Map(Object.entries(COMMANDS)).get(id)?.(options, given);
}

type DialogCommand = (
  options: DialogCommandsOptions,
  given: readonly unknown[],
) => Promise<unknown>;

/** A command that is about texts of the history. */
function ofHistory(
  act: (entries: readonly HistoryEntry[], options: DialogCommandsOptions) => unknown,
): DialogCommand {
  return async (options, given) => act(await meantEntries(options, given), options);
}

const COMMANDS: Readonly<Record<DialogCommandId, DialogCommand>> = {
  'voiceDictation.undoLast': ({ load, notifications }) =>
    undo(async () => (await load()).undoLast(), notifications),
  'voiceDictation.undoRun': ({ load, notifications }) =>
    undo(async () => (await load()).undoRun(), notifications),
  'voiceDictation.restoreRawText': async ({ load, notifications }) => {
    const { restoreRaw } = await load();
    if (!(await restoreRaw())) void notifications.show(nothingPolishedMessage());
  },
  'voiceDictation.sendToAgent': async ({ load }) => (await load()).sendToAgent(),
  'voiceDictation.retryTranscription': async ({ controller, notifications }) => {
    if (controller.state.kind === 'idle') await controller.retryTranscription();
    else if (controller.keptAudio.length > 0) void notifications.show(retryLaterMessage());
  },
  'voiceDictation.retryTranscriptionWith': (options) => retryWith(options),
  'voiceDictation.transcribeAudioFile': (options, given) =>
    transcribeAudioFile(
      {
        ...options,
        hasProgram: async () => (await options.diagnose()).hasProgram,
        isTerminalElsewhere: isTerminalElsewhere(options.extension.extension),
      },
      given,
    ),
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
  'voiceDictation.insertAgain': ofHistory(insertFromHistory),
  'voiceDictation.copyFromHistory': ofHistory(copyFromHistory),
  'voiceDictation.writeAsSaid': ofHistory(writeAsSaidFromHistory),
  'voiceDictation.addMisheardWords': ofHistory(addMisheardWords),
  'voiceDictation.deleteFromHistory': ofHistory(deleteFromHistory),
  'voiceDictation.searchHistory': (options) => searchHistory(options),
  'voiceDictation.showAllHistory': (options) => showAllHistory(options),
  'voiceDictation.exportHistory': (options) => exportHistory(options),
  'voiceDictation.clearHistory': (options) => clearHistory(options),
  'voiceDictation.showMenu': ({ controller }) => showMenu(controller),
  'voiceDictation.getStarted': ({ extension }) => openGettingStarted(extension),
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
  [SHOW_FINISHING]: ({ controller }) => showFinishing({ clock: systemClock, controller }),
  [REOPEN_AND_INSERT]: (options) => reopenAndInsert(options),
};

/** A terminal of this window opens on another computer than the one where we run. */
function isTerminalElsewhere({ extensionKind }: vscode.Extension<unknown>): boolean {
  return vscode.env.remoteName !== undefined && extensionKind === vscode.ExtensionKind.UI;
}

/** @param takeBack tells how much it took back */
async function undo(
  takeBack: () => Promise<number>,
  notifications: Pick<MessageBox, 'show'>,
): Promise<void> {
  if ((await takeBack()) === 0) void notifications.show(nothingToUndoMessage());
}

import type { SHOW_FINISHING } from '../core/inner-commands';

/** The commands of the manifest. */
export const COMMAND_IDS = [
  'voiceDictation.start',
  'voiceDictation.stop',
  'voiceDictation.toggle',
  'voiceDictation.cancel',
  'voiceDictation.endTurn',
  'voiceDictation.undoLast',
  'voiceDictation.undoRun',
  'voiceDictation.restoreRawText',
  'voiceDictation.switchScope',
  'voiceDictation.dictateToAgent',
  'voiceDictation.sendToAgent',
  'voiceDictation.retryTranscription',
  'voiceDictation.retryTranscriptionWith',
  'voiceDictation.transcribeAudioFile',
  'voiceDictation.saveAudio',
  'voiceDictation.discardAudio',
  'voiceDictation.setApiKey',
  'voiceDictation.clearApiKey',
  'voiceDictation.selectProvider',
  'voiceDictation.downloadModel',
  'voiceDictation.removeModels',
  'voiceDictation.showLog',
  'voiceDictation.showHistory',
  'voiceDictation.insertAgain',
  'voiceDictation.copyFromHistory',
  'voiceDictation.writeAsSaid',
  'voiceDictation.addMisheardWords',
  'voiceDictation.deleteFromHistory',
  'voiceDictation.searchHistory',
  'voiceDictation.showAllHistory',
  'voiceDictation.exportHistory',
  'voiceDictation.clearHistory',
  'voiceDictation.showUsage',
  'voiceDictation.showMenu',
  'voiceDictation.getStarted',
  'voiceDictation.practise',
  'voiceDictation.showSpokenCommands',
  'voiceDictation.addToDictionary',
  'voiceDictation.showWhatIsSent',
  'voiceDictation.selectMicrophone',
  'voiceDictation.selectLanguage',
  'voiceDictation.testMicrophone',
  'voiceDictation.runDiagnostics',
] as const;

/** One of them. */
export type CommandId = (typeof COMMAND_IDS)[number];

/** Behind a button only: goes on although a limit of the cost settings is near. */
export const EXTEND = '_voiceDictation.extend';

/** Behind a button only: starts although the daily budget is spent. */
export const CONTINUE_PAST_BUDGET = '_voiceDictation.continuePastBudget';

/** Behind a link of the status bar's tooltip only: offers the text that could not be inserted. */
export const OFFER_KEPT_TEXT = '_voiceDictation.offerKeptText';

/** Behind a button only: starts, after the window that dictates has been made to stop. */
export const TAKE_OVER = '_voiceDictation.takeOver';

/** Behind a button only: starts once more, to where the words were to go the last time. */
export const START_AGAIN = '_voiceDictation.startAgain';

/** Behind a button only: opens the closed documents again whose text was kept, and inserts it. */
export const REOPEN_AND_INSERT = '_voiceDictation.reopenAndInsert';

/** What the commands are called that are carried out at once, by what is loaded with the window. */
export type CommandAtOnce =
  | 'start'
  | 'stop'
  | 'toggle'
  | 'cancel'
  | 'endTurn'
  | 'switchScope'
  | 'dictateToAgent'
  | 'showLog'
  | 'showUsage';

/** All others: they ask or show something, and are loaded with the first of them. */
export type DialogCommandId =
  | Exclude<CommandId, `voiceDictation.${CommandAtOnce}`>
  | typeof REOPEN_AND_INSERT
  | typeof SHOW_FINISHING;

/** Commands that are not in the manifest. */
export type InnerCommandId =
  | typeof EXTEND
  | typeof CONTINUE_PAST_BUDGET
  | typeof OFFER_KEPT_TEXT
  | typeof TAKE_OVER
  | typeof START_AGAIN
  | typeof SHOW_FINISHING
  | typeof REOPEN_AND_INSERT;

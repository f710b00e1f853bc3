/**
 * The test that tries a command or a setting: its file below `test`, its title as it stands there, and
 * what in it is the trying.
 */
export type Trial = readonly [file: string, title: string, mark: string];

const NEXT_TO =
  'inserts a text again at the caret, copies and deletes: that of its node, all of a place, else the newest';
const LOOKED_FOR = 'shows what is looked for, until the search is over';
const BY_BUTTONS =
  'the models stand side by side, and the one that is chosen is fetched after a question';
const KEPT =
  "is discarded by name, and only that which was asked about, if the person ${isConfirmed ? 'confirms' : 'does not'}";
const AGENT =
  'an agent is talked to from a file: the file that is named is mentioned, and "send it" sends where that is wanted';
const GERMAN = 'a question is German, and so are its buttons';

/** By the command's id without our name before it. */
export const COMMANDS_TRIED: Readonly<Record<string, Trial>> = {
  start: [
    'e2e/dictation',
    'ten sentences land word for word, started and stopped by palette, key and click',
    'Voice Dictation: Start Dictation',
  ],
  stop: ['host/commands', 'stop ends a start that still asks for the key', 'voiceDictation.stop'],
  toggle: [
    'host/key-press',
    'has started the recorder when the first promise of anything else is still open',
    "'toggle'",
  ],
  cancel: [
    'host/corrections',
    'all of a run, however long it was, by command and by cancelling',
    "'cancel'",
  ],
  endTurn: ['unit/dictation/controller', 'end turn forces the endpoint', 'endTurn()'],
  undoLast: [
    'host/corrections',
    'the last utterance by command after the run, though others wrote before, in and behind it',
    'undoLast()',
  ],
  undoRun: [
    'host/corrections',
    'a whole run by command, and its replaced selections stand and are selected again',
    'undoRun()',
  ],
  restoreRawText: [
    'host/polish',
    'in one change and one step of undo, and the raw text comes back by undo and by command',
    'restoreRaw()',
  ],
  switchScope: ['host/writing', 'the scope is switched by voice and by command', 'switchScope'],
  dictateToAgent: ['e2e/targets', AGENT, 'Control+Alt+Shift+D'],
  sendToAgent: [
    'host/agents',
    'is done by Send to Agent, whatever the setting is, and never in a shell',
    'sendToAgent()',
  ],
  retryTranscription: [
    'e2e/failures',
    'what was kept is transcribed when all is well again',
    'Voice Dictation: Retry Transcription',
  ],
  retryTranscriptionWith: [
    'e2e/on-device-fallback',
    'what AssemblyAI could not hear is heard by this computer where the person asks it',
    'Retry Transcription With…',
  ],
  transcribeAudioFile: [
    'host/audio-file',
    'becomes a new document, by the command that the explorer gives it to',
    'voiceDictation.transcribeAudioFile',
  ],
  saveAudio: [
    'host/kept-audio',
    'is saved by the command through the dialog of VS Code, and nothing more is asked',
    'voiceDictation.saveAudio',
  ],
  discardAudio: ['host/kept-audio', KEPT, 'discardAudio('],
  setApiKey: [
    'e2e/failures',
    'no key: the question can be dismissed, and asked again from the notification',
    "'Set API Key'",
  ],
  clearApiKey: [
    'host/secrets',
    'are kept per host, "no key" too, and forgotten when cleared',
    'clear(',
  ],
  selectProvider: [
    'e2e/on-device-fallback',
    BY_BUTTONS,
    'Voice Dictation: Select Provider and Model…',
  ],
  downloadModel: ['e2e/languages', GERMAN, 'Modell herunterladen…'],
  removeModels: [
    'wire/on-device-provider',
    'is not there before, and is gone when it was removed',
    'removeModels()',
  ],
  showLog: ['e2e/failures', 'without a Termination the last partial lands', 'await showLog()'],
  showHistory: [
    'host/history',
    'the newest text is inserted at the caret',
    'voiceDictation.showHistory',
  ],
  insertAgain: ['host/history-view', NEXT_TO, "'insertAgain'"],
  copyFromHistory: ['host/history-view', NEXT_TO, "'copyFromHistory'"],
  writeAsSaid: [
    'host/history-view',
    'writes what was said as it was heard at the caret, where nothing of it stands any more',
    "'writeAsSaid'",
  ],
  addMisheardWords: [
    'e2e/walkthrough',
    'a silent microphone is mended, a wrong key corrected, and the first sentence lands',
    'Add Misheard Words to Dictionary…',
  ],
  deleteFromHistory: ['host/history-view', NEXT_TO, "'deleteFromHistory'"],
  searchHistory: ['host/history-view', LOOKED_FOR, "'searchHistory'"],
  showAllHistory: ['host/history-view', LOOKED_FOR, "'showAllHistory'"],
  exportHistory: ['host/history-view', 'is exported as a document', "'exportHistory'"],
  clearHistory: ['e2e/languages', GERMAN, 'Verlauf löschen…'],
  showUsage: [
    'host/usage',
    'Show Usage opens a preview of a document that cannot be edited',
    'voiceDictation.showUsage',
  ],
  showMenu: [
    'e2e/languages',
    'commands are found by their German titles, and lead to a German list',
    'Menü anzeigen',
  ],
  getStarted: ['host/getting-started', 'opens the walkthrough', 'voiceDictation.getStarted'],
  practise: [
    'host/getting-started',
    'practises in a document that is nobody’s, and dictates there',
    'voiceDictation.practise',
  ],
  showSpokenCommands: [
    'host/spoken-commands',
    'are listed, and choosing one closes the list',
    'voiceDictation.showSpokenCommands',
  ],
  addToDictionary: [
    'host/dictionary',
    'the word at the caret becomes a keyterm, said as it is suggested',
    'addAsSuggested(',
  ],
  showWhatIsSent: [
    'host/workspace-words',
    'Show What Is Sent opens a list, and closing it ends the command',
    'voiceDictation.showWhatIsSent',
  ],
  selectMicrophone: [
    'e2e/microphones',
    'is chosen by the level that each one has while somebody speaks, and nobody records afterwards',
    'openList',
  ],
  selectLanguage: [
    'host/getting-started',
    'asks for the languages that are set ${where}, and writes them there in their order',
    'voiceDictation.selectLanguage',
  ],
  testMicrophone: [
    'e2e/microphones',
    'is tested: what it sounds like is told, and nobody records afterwards',
    'Voice Dictation: Test My Microphone',
  ],
  runDiagnostics: [
    'host/commands',
    'a bug report is copied where the issue reporter of a browser would leave it out',
    'voiceDictation.runDiagnostics',
  ],
};

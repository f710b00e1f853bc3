import type { CommandId } from '../command-ids';

/** What stands in the document that a person practises in. */
export const PRACTICE_TEXT = `# Practice

Dictation is on: talk. This file is nobody's; close it when you are done.
Try a sentence, then “new line”, then “scratch that”.

`;

/** One line of the menu. */
export interface MenuItem {
  readonly label: string;
  readonly description?: string;
  readonly command: CommandId | 'workbench.action.openSettings';
  readonly args?: readonly string[];
  /** Only while dictation is on, or off; absent: always. */
  readonly when?: 'on' | 'off';
}

/** What {@link CommandId}s a person wants at hand, the likeliest first. */
export const MENU: readonly MenuItem[] = [
  { label: '$(mic) Start Dictation', command: 'voiceDictation.start', when: 'off' },
  { label: '$(mic-filled) Stop Dictation', command: 'voiceDictation.stop', when: 'on' },
  { label: '$(close) Cancel Dictation', command: 'voiceDictation.cancel', when: 'on' },
  { label: '$(hubot) Dictate to Agent', command: 'voiceDictation.dictateToAgent', when: 'off' },
  { label: '$(send) Send to Agent', command: 'voiceDictation.sendToAgent' },
  { label: '$(discard) Undo Last Dictation', command: 'voiceDictation.undoRun' },
  { label: '$(history) Show History', command: 'voiceDictation.showHistory' },
  { label: '$(list-unordered) Show Spoken Commands', command: 'voiceDictation.showSpokenCommands' },
  { label: '$(pulse) Test My Microphone…', command: 'voiceDictation.testMicrophone' },
  { label: '$(mic) Select Microphone…', command: 'voiceDictation.selectMicrophone' },
  { label: '$(globe) Select Language…', command: 'voiceDictation.selectLanguage' },
  { label: '$(server) Select Provider and Model…', command: 'voiceDictation.selectProvider' },
  { label: '$(graph) Show Usage', command: 'voiceDictation.showUsage' },
  { label: '$(lightbulb) Get Started', command: 'voiceDictation.getStarted' },
  { label: '$(output) Show Log', command: 'voiceDictation.showLog' },
  {
    label: '$(gear) Settings',
    command: 'workbench.action.openSettings',
    args: ['voiceDictation'],
  },
];

import type { CommandId } from '../command-ids';
import { t } from './translation';

/** What stands in the document that a person practises in. */
export const PRACTICE_TEXT = t(
  "# Practice\n\nTalk as soon as the status bar says that it listens; click there, or press Ctrl+Alt+D, to stop.\nTry a sentence, then “new line”, then “scratch that”. This file is nobody's; close it when you are done.\n\n",
);

/** What completes a step of the walkthrough that no command does: a context key of its manifest. */
export const STEP_CONTEXT_KEYS = {
  /** A test has heard somebody speak. */
  microphone: 'voiceDictation.isMicrophoneHeard',
  /** A person has said who listens, and it can. */
  recogniser: 'voiceDictation.isRecogniserChosen',
} as const;

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
  { label: `$(mic) ${t('Start Dictation')}`, command: 'voiceDictation.start', when: 'off' },
  { label: `$(mic-filled) ${t('Stop Dictation')}`, command: 'voiceDictation.stop', when: 'on' },
  { label: `$(close) ${t('Cancel Dictation')}`, command: 'voiceDictation.cancel', when: 'on' },
  {
    label: `$(hubot) ${t('Dictate to Agent')}`,
    command: 'voiceDictation.dictateToAgent',
    when: 'off',
  },
  { label: `$(send) ${t('Send to Agent')}`, command: 'voiceDictation.sendToAgent' },
  { label: `$(discard) ${t('Undo Last Dictation')}`, command: 'voiceDictation.undoRun' },
  { label: `$(history) ${t('Show History')}`, command: 'voiceDictation.showHistory' },
  {
    label: `$(list-unordered) ${t('Show Spoken Commands')}`,
    command: 'voiceDictation.showSpokenCommands',
  },
  { label: `$(pulse) ${t('Test My Microphone')}`, command: 'voiceDictation.testMicrophone' },
  { label: `$(mic) ${t('Select Microphone…')}`, command: 'voiceDictation.selectMicrophone' },
  { label: `$(globe) ${t('Select Language…')}`, command: 'voiceDictation.selectLanguage' },
  {
    label: `$(server) ${t('Select Provider and Model…')}`,
    command: 'voiceDictation.selectProvider',
  },
  { label: `$(graph) ${t('Show Usage')}`, command: 'voiceDictation.showUsage' },
  { label: `$(lightbulb) ${t('Get Started')}`, command: 'voiceDictation.getStarted' },
  { label: `$(output) ${t('Show Log')}`, command: 'voiceDictation.showLog' },
  {
    label: `$(gear) ${t('Settings')}`,
    command: 'workbench.action.openSettings',
    args: ['voiceDictation'],
  },
];

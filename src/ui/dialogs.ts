// What a person sees only when there is something to tell, or when they ask for it, and every sentence
// in it, in a bundle of its own: loaded with the first of them.
export { addToDictionary } from './add-to-dictionary';
export { askForApiKey } from './api-key-dialog';
export { chooseAgent } from './choose-agent';
export { openGettingStarted, openGettingStartedOnce, practise, showMenu } from './getting-started';
export { reopenAndInsert, showHistory } from './history-picker';
export { installRecorder } from './install-recorder';
export { showMessage } from './message-box';
export { notSentMessage, sentText } from './messages/agent-messages';
export { causeSentence, failureMessage } from './messages/failure-messages';
export {
  audioNotSavedMessage,
  recoveredAudioMessage,
  retryLaterMessage,
} from './messages/kept-audio-messages';
export {
  badTargetMessage,
  keptTextMessage,
  keyAdviceMessage,
  keyClearedMessage,
  keyNotSavedMessage,
  keyStoredMessage,
  nothingToUndoMessage,
  noticeMessage,
  settingProblemMessage,
  textsLetGoMessage,
} from './messages/notice-messages';
export {
  nothingPolishedMessage,
  notPolishedMessage,
  POLISHED,
  POLISHING,
} from './messages/polish-messages';
export { downloadModel, removeModels } from './model-commands';
export {
  askForProvider,
  askToDownload,
  fallBackMessage,
  showDownload,
  speedMessage,
} from './on-device-dialogs';
export { discardAudio, saveAudio } from './save-audio';
export { selectLanguage } from './select-language';
export { selectMicrophone } from './select-microphone';
export { testMicrophone } from './test-microphone';
export { selectProvider } from './select-provider';
export { showSpokenCommands } from './spoken-commands';
export { usageReport } from './usage-report';
export { showWhatIsSent } from './what-is-sent';

// What a person sees only when there is something to tell, or when they ask for it, and every sentence
// in it, in a bundle of its own: loaded with the first of them.
import './window-language';
export { createExtensionApi } from './api/create-extension-api';
export { askForApiKey } from './api-key-dialog';
export { chooseAgent } from './choose-agent';
export { runDialogCommand } from './dialog-commands';
export { openGettingStartedOnce } from './getting-started';
export { HistoryTree } from './history/history-tree';
export { installRecorder } from './install-recorder';
export { showMessage, takeStep } from './message-box';
export { notSentMessage, sentText } from './messages/agent-messages';
export { causeSentence, failureMessage } from './messages/failure-messages';
export { recoveredAudioMessage } from './messages/kept-audio-messages';
export { correctionMessage } from './messages/history-messages';
export { keyNotSavedMessage } from './messages/api-key-messages';
export {
  badTargetMessage,
  keyAdviceMessage,
  noticeMessage,
  settingProblemMessage,
} from './messages/notice-messages';
export { keptTextMessage, textsLetGoMessage } from './messages/text-messages';
export { notPolishedMessage, POLISHED, POLISHING } from './messages/polish-messages';
export {
  askForProvider,
  askToDownload,
  fallBackMessage,
  showDownload,
  speedMessage,
} from './on-device-dialogs';
export { usageReport } from './usage-report';

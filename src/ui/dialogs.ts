// What a person sees only when they ask for it, in a bundle of its own: loaded with the first of them.
export { addToDictionary } from './add-to-dictionary';
export { askForApiKey } from './api-key-dialog';
export { reopenAndInsert, showHistory } from './history-picker';
export { installRecorder } from './install-recorder';
export { downloadModel, removeModels } from './model-commands';
export {
  askForProvider,
  askToDownload,
  fallBackMessage,
  showDownload,
  speedMessage,
} from './on-device-dialogs';
export { discardAudio, saveAudio } from './save-audio';
export { showSpokenCommands } from './spoken-commands';
export { showWhatIsSent } from './what-is-sent';

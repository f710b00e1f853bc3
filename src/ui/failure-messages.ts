import type { DictationError, FailureReason } from '../core/failure';
import { openSetting, quote, type Message, type NextStep } from './message';
import type { SoxInstall } from './sox-install';

/** AssemblyAI's page for keys and billing. */
export const DASHBOARD_URL = 'https://www.assemblyai.com/dashboard';

const TRY_AGAIN: NextStep = {
  kind: 'command',
  label: 'Try Again',
  command: 'voiceDictation.start',
};
const SET_API_KEY: NextStep = {
  kind: 'command',
  label: 'Set API Key',
  command: 'voiceDictation.setApiKey',
};
const CHOOSE_MICROPHONE = openSetting('recording.device', 'Choose Microphone');
const OPEN_ENDPOINT = openSetting('recognition.endpoint');

/** The button that shows the log; every failure has it as the last one. */
export const SHOW_LOG: NextStep = {
  kind: 'command',
  label: 'Show Log',
  command: 'voiceDictation.showLog',
};

/** What a person is told about a failure, and what can be done. */
export function failureMessage(error: DictationError, soxInstall: SoxInstall): Message {
  return {
    // Nothing the person said is missing then: it is a hint, not a fault.
    severity: error.reason === 'termination-timeout' ? 'warning' : 'error',
    sentence: failureSentence(error),
    nextSteps: [...nextSteps(error.reason, soxInstall), SHOW_LOG],
  };
}

/** The failure as a sentence, with the server's or sox's own words where there are any. */
export function failureSentence(error: Pick<DictationError, 'reason' | 'detail'>): string {
  const detail = quote(error.detail);
  return `${cause(error.reason)}${detail === '' ? '' : `: ${detail}`}.`;
}

function cause(reason: FailureReason): string {
  switch (reason) {
    case 'sox-missing':
      return 'The program sox, which records the microphone, was not found';
    case 'microphone-unavailable':
      return 'The microphone could not be opened';
    case 'sound-server-unavailable':
      return 'The sound system of this computer does not answer';
    case 'recorder-no-data':
      return 'The microphone delivers no sound';
    case 'recorder-stopped':
      return 'The recording ended unexpectedly';
    case 'key-missing':
      return 'Dictation needs an API key of the speech recogniser';
    case 'key-rejected':
      return 'The speech recogniser refused the API key';
    case 'account-refused':
      return 'The speech recogniser refused the account of this API key';
    case 'endpoint-invalid':
      return 'The address of the speech recogniser cannot be used';
    case 'setting-rejected':
      return 'The speech recogniser refused a setting';
    case 'model-rejected':
      return 'The speech recogniser does not offer the chosen model';
    case 'api-retired':
      return 'The address of the speech recogniser belongs to a retired service';
    case 'connection-refused':
      return 'The speech recogniser could not be reached';
    case 'begin-timeout':
      return 'The speech recogniser did not answer in time';
    case 'connection-lost':
      return 'The connection to the speech recogniser was lost';
    case 'server-error':
      return 'The speech recogniser failed';
    case 'session-expired':
      return 'The dictation reached the longest duration that the speech recogniser allows';
    case 'too-many-sessions':
      return 'Too many dictations run with this API key; wait a few seconds';
    case 'session-inactive':
      return 'The speech recogniser heard nothing and ended the dictation';
    case 'audio-rejected':
      return 'The speech recogniser refused the audio, which is a fault of this extension';
    case 'termination-timeout':
      return 'The speech recogniser did not confirm the end of the dictation, so check the last words';
    case 'unexpected':
      return 'Dictation failed unexpectedly';
  }
}

function nextSteps(reason: FailureReason, soxInstall: SoxInstall): readonly NextStep[] {
  switch (reason) {
    case 'sox-missing':
      return [installSox(soxInstall), openSetting('recording.soxPath')];
    case 'microphone-unavailable':
    case 'recorder-no-data':
    case 'session-inactive':
      return [CHOOSE_MICROPHONE, TRY_AGAIN];
    case 'key-missing':
      return [SET_API_KEY, { kind: 'open-link', label: 'Get an API Key', url: DASHBOARD_URL }];
    case 'key-rejected':
      return [SET_API_KEY];
    case 'account-refused':
      return [{ kind: 'open-link', label: 'Open Billing Page', url: DASHBOARD_URL }, SET_API_KEY];
    case 'endpoint-invalid':
    case 'api-retired':
      return [OPEN_ENDPOINT];
    case 'setting-rejected':
      return [
        { kind: 'open-settings', label: 'Open Settings', query: 'voiceDictation.recognition' },
      ];
    case 'model-rejected':
      return [openSetting('recognition.model')];
    case 'connection-refused':
      return [TRY_AGAIN, OPEN_ENDPOINT];
    case 'sound-server-unavailable':
    case 'recorder-stopped':
    case 'begin-timeout':
    case 'connection-lost':
    case 'server-error':
    case 'session-expired':
    case 'too-many-sessions':
    case 'audio-rejected':
    case 'unexpected':
      return [TRY_AGAIN];
    case 'termination-timeout':
      return [];
  }
}

function installSox(soxInstall: SoxInstall): NextStep {
  const label = 'Install sox';
  return 'url' in soxInstall
    ? { kind: 'open-link', label, url: soxInstall.url }
    : { kind: 'type-in-terminal', label, commandLine: soxInstall.commandLine };
}

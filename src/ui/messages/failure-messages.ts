import type { DictationError, FailureReason } from '../../core/failure';
import { TAKE_OVER } from '../command-ids';
import { KEPT_AUDIO_STEPS, keptAudioSentence } from './kept-audio-messages';
import {
  openSetting,
  quote,
  STOP_DICTATION,
  type Message,
  type NextStep,
  NEW_UNTITLED_FILE,
} from './message';
import type { SoxInstall } from '../sox-install';

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
/** The button that leads to the microphone's setting. */
export const CHOOSE_MICROPHONE = openSetting('recording.device', 'Choose Microphone');
const OPEN_ENDPOINT = openSetting('recognition.endpoint');
const OPEN_TOKEN_URL = openSetting('recognition.tokenUrl');
/** VS Code's own setting: dictation goes the way that all of VS Code goes. */
const OPEN_PROXY: NextStep = {
  kind: 'open-settings',
  label: 'Open Proxy Settings',
  query: '@id:http.proxy',
};
const ABOUT_CERTIFICATES: NextStep = {
  kind: 'open-link',
  label: 'About Certificates',
  url: 'https://code.visualstudio.com/docs/setup/network',
};

/** The button that shows the log; every failure has it as the last one. */
export const SHOW_LOG: NextStep = {
  kind: 'command',
  label: 'Show Log',
  command: 'voiceDictation.showLog',
};

const NEW_FILE: NextStep = {
  kind: 'command',
  label: 'Open New File',
  command: NEW_UNTITLED_FILE,
};

/**
 * What a person is told about a failure, and what can be done.
 *
 * @param keptMs speech that is kept for another try, milliseconds
 */
export function failureMessage(error: DictationError, soxInstall: SoxInstall, keptMs = 0): Message {
  const steps = nextSteps(error.reason, soxInstall);
  const sentence = failureSentence(error);
  return {
    severity: isFault(error.reason) ? 'error' : 'warning',
    sentence: keptMs === 0 ? sentence : `${sentence} ${keptAudioSentence(keptMs)}`,
    nextSteps: [
      // What was said is tried again before anything new is said.
      ...(keptMs === 0 ? steps : [...KEPT_AUDIO_STEPS, ...steps.filter((s) => s !== TRY_AGAIN)]),
      SHOW_LOG,
    ],
  };
}

/** The recogniser cannot be reached, at first or for long; dictation goes on. */
export function cannotConnectMessage(error: DictationError, soxInstall: SoxInstall): Message {
  const steps = nextSteps(error.reason, soxInstall).filter((step) => step !== TRY_AGAIN);
  return {
    severity: 'warning',
    sentence: `${failureSentence(error)} Dictation keeps trying, and what you say is kept.`,
    nextSteps: [...steps, STOP_DICTATION, SHOW_LOG],
  };
}

/** Nothing is broken, and nothing is lost. */
const HINTS: readonly FailureReason[] = [
  'termination-timeout',
  'dictating-elsewhere',
  'target-read-only',
  'target-missing',
];

/** Whether something is broken, or the person lost something they said; the rest are hints. */
export function isFault(reason: FailureReason): boolean {
  return !HINTS.some((hint) => hint === reason);
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
    case 'dictating-elsewhere':
      return 'Voice Dictation is dictating in another window';
    case 'target-read-only':
      return 'Nothing can be written here, because this document cannot be edited';
    case 'target-missing':
      return 'There is nothing here to dictate into';
    case 'key-missing':
      return 'Dictation needs an API key of the speech recogniser';
    case 'key-rejected':
      return 'The speech recogniser refused the API key';
    case 'account-refused':
      return 'The speech recogniser refused the account of this API key';
    case 'token-unavailable':
      return 'The token server of your organisation gave no access token';
    case 'token-rejected':
      return 'The speech recogniser refused the access token of your organisation';
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
    case 'certificate-untrusted':
      return 'The certificate of the speech recogniser is not trusted on this computer, so nothing was sent';
    case 'proxy-login':
      return 'The network proxy wants a name and a password, or refused them';
    case 'proxy-unreachable':
      return 'The network proxy could not be reached';
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
    case 'dictating-elsewhere':
      return [{ kind: 'command', label: 'Take Over', command: TAKE_OVER }];
    case 'target-read-only':
    case 'target-missing':
      return [NEW_FILE];
    case 'key-missing':
      return [SET_API_KEY, { kind: 'open-link', label: 'Get an API Key', url: DASHBOARD_URL }];
    case 'key-rejected':
      return [SET_API_KEY];
    case 'account-refused':
      return [{ kind: 'open-link', label: 'Open Billing Page', url: DASHBOARD_URL }, SET_API_KEY];
    case 'token-unavailable':
      return [TRY_AGAIN, OPEN_TOKEN_URL];
    case 'token-rejected':
      return [OPEN_TOKEN_URL];
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
    case 'certificate-untrusted':
      return [ABOUT_CERTIFICATES, OPEN_ENDPOINT];
    case 'proxy-login':
    case 'proxy-unreachable':
      return [OPEN_PROXY, TRY_AGAIN];
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

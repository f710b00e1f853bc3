import { blotted } from '../../core/blot';
import { isOwnWish, type DictationError, type FailureReason } from '../../core/failure';
import { START_AGAIN, TAKE_OVER } from '../command-ids';
import { KEPT_AUDIO_STEPS } from './kept-audio-messages';
import { keptAudioSentence } from './kept-speech';
import {
  openSetting,
  quote,
  STOP_DICTATION,
  type Message,
  type NextStep,
  NEW_UNTITLED_FILE,
  SHOW_LOG,
} from './message';
import { isFault } from './hints';
import { privacySteps } from './privacy-steps';
import { said, t } from './translation';

/** AssemblyAI's page for keys and billing. */
export const DASHBOARD_URL = 'https://www.assemblyai.com/dashboard';

const INSTALL_SOX: NextStep = { kind: 'install-recorder', label: t('Install sox') };
const TRY_AGAIN: NextStep = { kind: 'command', label: t('Try Again'), command: START_AGAIN };
const SET_API_KEY: NextStep = {
  kind: 'command',
  label: t('Set API Key'),
  command: 'voiceDictation.setApiKey',
};
/** The button that shows the microphones, and how loud each is. */
export const CHOOSE_MICROPHONE: NextStep = {
  kind: 'command',
  label: t('Choose Microphone'),
  command: 'voiceDictation.selectMicrophone',
};
const DOWNLOAD_MODEL: NextStep = {
  kind: 'command',
  label: t('Download Model'),
  command: 'voiceDictation.downloadModel',
};
const DOWNLOAD_AGAIN: NextStep = { ...DOWNLOAD_MODEL, label: t('Download Again') };
const OPEN_SOURCE = openSetting('onDevice.source');
const OPEN_ENDPOINT = openSetting('recognition.endpoint');
const OPEN_TOKEN_URL = openSetting('recognition.tokenUrl');
/** VS Code's own setting: dictation goes the way that all of VS Code goes. */
const OPEN_PROXY: NextStep = {
  kind: 'open-settings',
  label: t('Open Proxy Settings'),
  query: '@id:http.proxy',
};
const ABOUT_CERTIFICATES: NextStep = {
  kind: 'open-link',
  label: t('About Certificates'),
  url: 'https://code.visualstudio.com/docs/setup/network',
};

const NEW_FILE: NextStep = {
  kind: 'command',
  label: t('Open New File'),
  command: NEW_UNTITLED_FILE,
};

/** What a person is told about one reason. */
interface FailureText {
  /** What happened: a sentence without its full stop, which the server's or sox's own words may follow. */
  readonly cause: string;
  /** What mends it, the likeliest first; {@link SHOW_LOG} follows. */
  readonly steps: readonly NextStep[];
}

const FAILURES: Readonly<Record<FailureReason, FailureText>> = {
  'recorder-missing': {
    cause: t('No program that records the microphone was found'),
    steps: [INSTALL_SOX, openSetting('recording.recorder')],
  },
  'microphone-unavailable': {
    cause: t('The microphone could not be opened'),
    steps: [CHOOSE_MICROPHONE, TRY_AGAIN],
  },
  'monitor-recorded': {
    cause: t(
      'No microphone is connected, and what the loudspeaker plays would be recorded in its place',
    ),
    steps: [CHOOSE_MICROPHONE, TRY_AGAIN],
  },
  'sound-server-unavailable': {
    cause: t('The sound system of this computer does not answer'),
    steps: [TRY_AGAIN],
  },
  'recorder-no-data': {
    cause: t('The microphone delivers no sound'),
    steps: [CHOOSE_MICROPHONE, TRY_AGAIN],
  },
  'recorder-stopped': { cause: t('The recording ended unexpectedly'), steps: [TRY_AGAIN] },
  'dictating-elsewhere': {
    cause: t('Voice Dictation is dictating in another window'),
    steps: [{ kind: 'command', label: t('Take Over'), command: TAKE_OVER }],
  },
  'target-read-only': {
    cause: t('Nothing can be written here, because this document cannot be edited'),
    steps: [NEW_FILE],
  },
  'target-missing': {
    cause: t('There is nothing here to dictate into'),
    steps: [NEW_FILE],
  },
  'key-missing': {
    cause: t('Dictation needs an API key of the speech recogniser'),
    steps: [SET_API_KEY, { kind: 'open-link', label: t('Get an API Key'), url: DASHBOARD_URL }],
  },
  'key-rejected': { cause: t('The speech recogniser refused the API key'), steps: [SET_API_KEY] },
  'account-refused': {
    cause: t('The speech recogniser refused the account of this API key'),
    steps: [{ kind: 'open-link', label: t('Open Billing Page'), url: DASHBOARD_URL }, SET_API_KEY],
  },
  'token-unavailable': {
    cause: t('The token server of your organisation gave no access token'),
    steps: [TRY_AGAIN, OPEN_TOKEN_URL],
  },
  'token-rejected': {
    cause: t('The speech recogniser refused the access token of your organisation'),
    steps: [OPEN_TOKEN_URL],
  },
  'endpoint-invalid': {
    cause: t('The address of the speech recogniser cannot be used'),
    steps: [OPEN_ENDPOINT],
  },
  'setting-rejected': {
    cause: t('The speech recogniser refused a setting'),
    steps: [
      { kind: 'open-settings', label: t('Open Settings'), query: 'voiceDictation.recognition' },
    ],
  },
  'model-rejected': {
    cause: t('The speech recogniser does not offer the chosen model'),
    steps: [openSetting('recognition.model')],
  },
  'api-retired': {
    cause: t('The address of the speech recogniser belongs to a retired service'),
    steps: [OPEN_ENDPOINT],
  },
  'connection-refused': {
    cause: t('The speech recogniser could not be reached'),
    steps: [TRY_AGAIN, OPEN_ENDPOINT],
  },
  'certificate-untrusted': {
    cause: t(
      'The certificate of the speech recogniser is not trusted on this computer, so nothing was sent',
    ),
    steps: [ABOUT_CERTIFICATES, OPEN_ENDPOINT],
  },
  'proxy-login': {
    cause: t('The network proxy wants a name and a password, or refused them'),
    steps: [OPEN_PROXY, TRY_AGAIN],
  },
  'proxy-unreachable': {
    cause: t('The network proxy could not be reached'),
    steps: [OPEN_PROXY, TRY_AGAIN],
  },
  'begin-timeout': { cause: t('The speech recogniser did not answer in time'), steps: [TRY_AGAIN] },
  'connection-lost': {
    cause: t('The connection to the speech recogniser was lost'),
    steps: [TRY_AGAIN],
  },
  'server-error': { cause: t('The speech recogniser failed'), steps: [TRY_AGAIN] },
  'session-expired': {
    cause: t('The dictation reached the longest duration that the speech recogniser allows'),
    steps: [TRY_AGAIN],
  },
  'too-many-sessions': {
    cause: t('Too many dictations run with this API key; wait a few seconds'),
    steps: [TRY_AGAIN],
  },
  'session-inactive': {
    cause: t('The speech recogniser heard nothing and ended the dictation'),
    steps: [CHOOSE_MICROPHONE, TRY_AGAIN],
  },
  'audio-rejected': {
    cause: t('The speech recogniser refused the audio, which is a fault of this extension'),
    steps: [TRY_AGAIN],
  },
  'termination-timeout': {
    cause: t(
      'The speech recogniser did not confirm the end of the dictation, so check the last words',
    ),
    steps: [],
  },
  'not-now': {
    cause: t('Dictation needs speech recognition on this computer, or an API key'),
    steps: [DOWNLOAD_MODEL, SET_API_KEY],
  },
  'model-missing': {
    cause: t('Speech recognition on this computer has no model yet for the language you speak'),
    steps: [DOWNLOAD_MODEL, openSetting('recognition.languages'), SET_API_KEY],
  },
  'model-invalid': {
    cause: t('The folder of your own model has no streaming model that can be used'),
    steps: [openSetting('onDevice.modelFolder')],
  },
  'source-invalid': {
    cause: t('The place to download speech recognition from is neither a web address nor a folder'),
    steps: [OPEN_SOURCE],
  },
  'download-failed': {
    cause: t('The download for speech recognition on this computer broke off; what came is kept'),
    steps: [DOWNLOAD_AGAIN, OPEN_SOURCE, OPEN_PROXY],
  },
  'download-wrong': {
    cause: t(
      'What was downloaded is not what was published, so it was deleted; perhaps the network wants you to sign in first',
    ),
    steps: [DOWNLOAD_AGAIN, OPEN_SOURCE],
  },
  'download-cancelled': {
    cause: t('The download was cancelled; what came is kept'),
    steps: [DOWNLOAD_AGAIN],
  },
  'disk-full': {
    cause: t('The disk has too little space for speech recognition on this computer'),
    steps: [DOWNLOAD_AGAIN],
  },
  'recogniser-unusable': {
    cause: t('Speech recognition cannot run on this computer'),
    steps: [SET_API_KEY, openSetting('recognition.provider')],
  },
  'recogniser-stopped': {
    cause: t('Speech recognition on this computer stopped unexpectedly'),
    steps: [TRY_AGAIN],
  },
  unexpected: { cause: t('Dictation failed unexpectedly'), steps: [TRY_AGAIN] },
};

/**
 * What a person is told about a failure, and what can be done.
 *
 * @param keptMs speech that is kept for another try, milliseconds
 * @param platform what records
 */
export function failureMessage(
  error: DictationError,
  keptMs = 0,
  platform: NodeJS.Platform = process.platform,
): Message {
  const { steps: always } = FAILURES[error.reason];
  // A system that does not let us use the microphone does not open it, or delivers silence (docs/audio.md §7).
  const isOpening = error.reason === 'microphone-unavailable';
  const steps = isOpening ? [...privacySteps(platform), ...always] : always;
  const sentence = failureSentence(error);
  return {
    severity: severityOf(error.reason),
    sentence: keptMs === 0 ? sentence : `${sentence} ${keptAudioSentence(keptMs)}`,
    nextSteps: [
      // What was said is tried again before anything new is said.
      ...(keptMs === 0 ? steps : [...KEPT_AUDIO_STEPS, ...steps.filter((s) => s !== TRY_AGAIN)]),
      SHOW_LOG,
    ],
  };
}

function severityOf(reason: FailureReason): Message['severity'] {
  if (isOwnWish(reason)) return 'information';
  return isFault(reason) ? 'error' : 'warning';
}

/** The recogniser cannot be reached, at first or for long; dictation goes on. */
export function cannotConnectMessage(error: DictationError): Message {
  const steps = FAILURES[error.reason].steps.filter((step) => step !== TRY_AGAIN);
  return {
    severity: 'warning',
    sentence: `${failureSentence(error)} ${t('Dictation keeps trying, and what you say is kept.')}`,
    nextSteps: [...steps, STOP_DICTATION, SHOW_LOG],
  };
}

/** What failed as a sentence of ours, for what is always on the screen or read aloud. */
export function causeSentence({ reason }: Pick<DictationError, 'reason'>): string {
  return t('{0}.', FAILURES[reason].cause);
}

/**
 * The failure as a sentence for a notification, with what is known of it where there is any: a
 * server's or a program's own words only as far as they can be shown, see {@link blotted}.
 */
export function failureSentence(
  error: Pick<DictationError, 'reason' | 'detail' | 'ownWords'>,
): string {
  const { ownWords } = error;
  const detail = quote(ownWords === undefined ? blotted(error.detail) : said(ownWords));
  const { cause } = FAILURES[error.reason];
  return detail === '' ? t('{0}.', cause) : t('{0}: {1}.', cause, detail);
}

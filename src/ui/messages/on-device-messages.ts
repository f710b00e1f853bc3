import type { DictationError } from '../../core/failure';
import type { DownloadOffer, Speed } from '../../core/local-provider';
import { causeSentence } from './failure-messages';
import { openSetting, quote, SHOW_LOG, type Message, type Question } from './message';
import { language, t } from './translation';

/** Slower than this, words come later and later on a computer that has something else to do. */
const FAST_ENOUGH = 0.6;

/** One answer to the question who is to listen. */
interface Choice {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

/** The question of who has no key, in the words of its answers. */
export interface ProviderQuestion {
  readonly title: string;
  readonly onDevice: Choice;
  readonly assemblyai: Choice;
  readonly notNow: Choice;
}

/** @param pricePerHour of AssemblyAI's model that is set, US dollars; undefined: not known */
export function providerQuestion(
  offer: DownloadOffer,
  pricePerHour: number | undefined,
): ProviderQuestion {
  return {
    title: t('Who shall turn your speech into text?'),
    onDevice: {
      label: t('On This Computer'),
      description: t('free and private, {0} once', size(offer.bytes)),
      detail: `${t('Nothing that you say leaves it.')} ${downloadSentence(offer)}`,
    },
    assemblyai: {
      label: 'AssemblyAI',
      description:
        pricePerHour === undefined
          ? t('most accurate, needs an API key')
          : t('most accurate, needs an API key, about ${0} an hour', pricePerHour.toFixed(2)),
      detail: t('What you say is sent to AssemblyAI while you dictate.'),
    },
    notNow: {
      label: t('Not Now'),
      description: '',
      detail: t('You are asked again when you start a dictation.'),
    },
  };
}

/** Asks for the leave to download. */
export function downloadQuestion(offer: DownloadOffer): Question {
  return {
    sentence: t('Download {0} to recognise speech on this computer?', size(offer.bytes)),
    detail: `${downloadSentence(offer)} ${t('Nothing that you say leaves this computer.')}`,
    answer: t('Download'),
  };
}

/** What is shown while it is downloaded. */
export function downloadTitle({ model }: DownloadOffer): string {
  return t('Voice Dictation: Downloading {0}', model);
}

/** How far a download is: `34 of 82 MB, 2.1 MB/s`. */
export function downloadProgress(bytes: number, ofBytes: number, bytesPerSecond: number): string {
  const rate = `${(bytesPerSecond / 1e6).toFixed(1)} MB/s`;
  return t('{0} of {1}, {2}', Math.floor(bytes / 1e6), size(ofBytes), rate);
}

/** A model was downloaded: how fast it is here. */
export function speedMessage({ model, ratio }: Speed): Message {
  const times = ratio > 0 ? Math.max(1, Math.floor(1 / ratio)) : 1;
  return ratio <= FAST_ENOUGH
    ? {
        severity: 'information',
        sentence: t(
          '{0} is ready, and fast enough: this computer hears {1} times as fast as you speak.',
          quote(model),
          times,
        ),
        nextSteps: [],
      }
    : {
        severity: 'warning',
        sentence: t('{0} is too slow for this computer: words will come late.', quote(model)),
        nextSteps: [openSetting('recognition.languages'), openSetting('recognition.provider')],
      };
}

/** A dictation goes on on this computer, because AssemblyAI does not listen. */
export function fallBackMessage(error: DictationError): Message {
  return {
    severity: 'warning',
    sentence: `${causeSentence(error)} ${t('This dictation goes on on this computer; the next one tries AssemblyAI again.')}`,
    nextSteps: [openSetting('recognition.provider', t('Choose Who Listens')), SHOW_LOG],
  };
}

/** Everything is there already. */
export function modelThereMessage(folder: string): Message {
  return {
    severity: 'information',
    sentence: t('Speech recognition on this computer is ready. It is in {0}.', quote(folder)),
    nextSteps: [openSetting('recognition.languages'), openSetting('onDevice.modelFolder')],
  };
}

/** Asks before everything is deleted that was downloaded. */
export function removeModelsQuestion(folder: string): Question {
  return {
    sentence: t('Remove everything that was downloaded for speech recognition on this computer?'),
    detail: t('It is in {0}, and is downloaded again when it is needed.', folder),
    answer: t('Remove'),
  };
}

/** Megabytes as people and shops count them. */
function size(bytes: number): string {
  return `${String(Math.max(1, Math.round(bytes / 1e6)))} MB`;
}

function downloadSentence({ model, bytes, from, licence }: DownloadOffer): string {
  const terms = licence === undefined ? '' : ` (${licence.by}, ${licence.name})`;
  return t('Downloads {0}: {1} from {2}.', `${model}${terms}`, size(bytes), listed(from));
}

/** Both, or all, in one line. */
function listed(sources: readonly string[]): string {
  return new Intl.ListFormat(language()).format(sources);
}

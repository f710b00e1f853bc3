import type { DictationError } from '../../core/failure';
import type { DownloadOffer, Speed } from '../../core/local-provider';
import { causeSentence } from './failure-messages';
import { openSetting, quote, SHOW_LOG, type Message, type Question } from './message';
import { decimal, language, t } from './translation';

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

/**
 * Says of each choice what leaves the computer, as docs/privacy.md does.
 *
 * @param pricePerHour of AssemblyAI's model that is set, US dollars; undefined: not known
 */
export function providerQuestion(
  offer: DownloadOffer,
  pricePerHour: number | undefined,
): ProviderQuestion {
  return {
    title: t('Who shall turn your speech into text?'),
    onDevice: {
      label: t('On This Computer'),
      description: t('free, {0} once; nothing that you say leaves it', size(offer.bytes)),
      detail: fetchedLine(offer),
    },
    assemblyai: {
      label: 'AssemblyAI',
      description:
        pricePerHour === undefined
          ? t('most accurate, needs an API key')
          : t('most accurate, needs an API key, about ${0} an hour', decimal(pricePerHour, 2)),
      detail: t(
        'Gets your voice, key, settings, names of the workspace, place and last sentences.',
      ),
    },
    notNow: {
      label: t('Not Now'),
      description: '',
      detail: t('Nothing is downloaded or sent; the next dictation asks again.'),
    },
  };
}

/** Asks for the leave to download. */
export function downloadQuestion(offer: DownloadOffer): Question {
  return {
    sentence: t('Download {0} to recognise speech on this computer?', size(offer.bytes)),
    detail: `${downloadSentence(offer)} ${t('They are asked for as a browser does; no sound, text or key leaves this computer.')}`,
    answer: t('Download'),
  };
}

/** What is shown while it is downloaded. */
export function downloadTitle(offer: DownloadOffer): string {
  return t('Voice Dictation: Downloading {0}', whatIsFetched(offer));
}

/** How far a download is: `34 of 82 MB, 2.1 MB/s`. */
export function downloadProgress(bytes: number, ofBytes: number, bytesPerSecond: number): string {
  const rate = `${decimal(bytesPerSecond / 1e6, 1)} MB/s`;
  return t('{0} of {1}, {2}', Math.floor(bytes / 1e6), size(ofBytes), rate);
}

/** A model was downloaded: how fast it is here, and which one to choose where that is too slow. */
export function speedMessage({ model, ratio, lighter }: Speed): Message {
  if (ratio <= FAST_ENOUGH) {
    // One line: without a button, VS Code shows no more.
    const sentence = t('{0} is ready, and fast enough for you.', quote(model));
    return { severity: 'information', sentence, nextSteps: [] };
  }
  const better = lighter?.name ?? 'AssemblyAI';
  const label = t('Use {0}', better);
  return {
    severity: 'warning',
    sentence: t(
      '{0} is too slow for this computer: words will come late. Choose {1}.',
      quote(model),
      better,
    ),
    nextSteps: [
      lighter === undefined
        ? { kind: 'change-setting', label, key: 'recognition.provider', value: 'assemblyai' }
        : { kind: 'change-setting', label, key: 'onDevice.model', value: lighter.family },
      {
        kind: 'command',
        label: t('Select Provider and Model…'),
        command: 'voiceDictation.selectProvider',
      },
    ],
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

/** What is downloaded, short enough for a line of a list; its size stands above. */
function fetchedLine(offer: DownloadOffer): string {
  const terms = offer.licence === undefined ? '' : ` (${offer.licence.name})`;
  return t('Downloads {0} from {1}.', whatIsFetched(offer) + terms, listed(offer.from));
}

function downloadSentence(offer: DownloadOffer): string {
  const { bytes, from, licence } = offer;
  const terms = licence === undefined ? '' : ` (${licence.by}, ${licence.name})`;
  const what = whatIsFetched(offer) + terms;
  return t('Downloads {0}: {1} from {2}.', what, size(bytes), listed(from));
}

/** A model of the person's own is there; its engine is not. */
function whatIsFetched({ model, licence }: DownloadOffer): string {
  return licence === undefined ? t('the engine for {0}', model) : model;
}

/** Both, or all, in one line. */
function listed(sources: readonly string[]): string {
  return new Intl.ListFormat(language()).format(sources);
}

import type { DictationError } from '../../core/failure';
import type { DownloadOffer, Speed } from '../../core/local-provider';
import { causeSentence } from './failure-messages';
import { openSetting, quote, SHOW_LOG, type Message, type Question } from './message';

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
  const price = pricePerHour === undefined ? '' : `, about $${pricePerHour.toFixed(2)} an hour`;
  return {
    title: 'Who shall turn your speech into text?',
    onDevice: {
      label: 'On This Computer',
      description: `free and private, ${size(offer.bytes)} once`,
      detail: `Nothing that you say leaves it. ${downloadSentence(offer)}`,
    },
    assemblyai: {
      label: 'AssemblyAI',
      description: `most accurate, needs an API key${price}`,
      detail: 'What you say is sent to AssemblyAI while you dictate.',
    },
    notNow: {
      label: 'Not Now',
      description: '',
      detail: 'You are asked again when you start a dictation.',
    },
  };
}

/** Asks for the leave to download. */
export function downloadQuestion(offer: DownloadOffer): Question {
  return {
    sentence: `Download ${size(offer.bytes)} to recognise speech on this computer?`,
    detail: `${downloadSentence(offer)} Nothing that you say leaves this computer.`,
    answer: 'Download',
  };
}

/** What is shown while it is downloaded. */
export function downloadTitle({ model }: DownloadOffer): string {
  return `Voice Dictation: Downloading ${model}`;
}

/** How far a download is: `34 of 82 MB, 2.1 MB/s`. */
export function downloadProgress(bytes: number, ofBytes: number, bytesPerSecond: number): string {
  const rate = `${(bytesPerSecond / 1e6).toFixed(1)} MB/s`;
  return `${String(Math.floor(bytes / 1e6))} of ${size(ofBytes)}, ${rate}`;
}

/** A model was downloaded: how fast it is here. */
export function speedMessage({ model, ratio }: Speed): Message {
  const times = ratio > 0 ? Math.max(1, Math.floor(1 / ratio)) : 1;
  return ratio <= FAST_ENOUGH
    ? {
        severity: 'information',
        sentence: `${quote(model)} is ready, and fast enough: this computer hears ${String(times)} times as fast as you speak.`,
        nextSteps: [],
      }
    : {
        severity: 'warning',
        sentence: `${quote(model)} is too slow for this computer: words will come late.`,
        nextSteps: [openSetting('recognition.languages'), openSetting('recognition.provider')],
      };
}

/** A dictation goes on on this computer, because AssemblyAI does not listen. */
export function fallBackMessage(error: DictationError): Message {
  return {
    severity: 'warning',
    sentence: `${causeSentence(error)} This dictation goes on on this computer; the next one tries AssemblyAI again.`,
    nextSteps: [openSetting('recognition.provider', 'Choose Who Listens'), SHOW_LOG],
  };
}

/** Everything is there already. */
export function modelThereMessage(folder: string): Message {
  return {
    severity: 'information',
    sentence: `Speech recognition on this computer is ready. It is in ${quote(folder)}.`,
    nextSteps: [openSetting('recognition.languages'), openSetting('onDevice.modelFolder')],
  };
}

/** Asks before everything is deleted that was downloaded. */
export function removeModelsQuestion(folder: string): Question {
  return {
    sentence: 'Remove everything that was downloaded for speech recognition on this computer?',
    detail: `It is in ${folder}, and is downloaded again when it is needed.`,
    answer: 'Remove',
  };
}

/** Megabytes as people and shops count them. */
function size(bytes: number): string {
  return `${String(Math.max(1, Math.round(bytes / 1e6)))} MB`;
}

function downloadSentence({ model, bytes, from, licence }: DownloadOffer): string {
  const terms = licence === undefined ? '' : ` (${licence.by}, ${licence.name})`;
  return `Downloads ${model}${terms}: ${size(bytes)} from ${from.join(' and ')}.`;
}

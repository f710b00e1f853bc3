import type { ListedModel } from '../../core/listed-model';
import { openSetting, quote, type Message } from './message';

/** AssemblyAI where it can be used, else this computer. */
export const AUTOMATIC_LINE = {
  label: 'Automatic',
  description: 'who can',
  detail:
    'AssemblyAI where there is an API key; this computer where there is none, or AssemblyAI cannot be reached',
};

/** The model in the folder that the person has set. */
export const OWN_MODEL_LINE = {
  label: 'Your Own Model',
  description: 'on this computer, private',
  detail: 'The one in the folder that is set; free, and nothing that you say leaves this computer',
};

/** Where what is said goes. */
export function privacyOf(provider: ListedModel['provider']): string {
  return provider === 'onDevice' ? 'on this computer, private' : 'AssemblyAI, sent to it';
}

/** More languages than these are counted. */
const NAMED_LANGUAGES = 6;

/**
 * Accuracy, speed, size, price and languages in one line.
 *
 * @param pricePerHour US dollars; undefined: not set
 */
export function modelFacts(model: ListedModel, pricePerHour: number | undefined): string {
  const { provider, accuracy, speed, bytes, languages } = model;
  const price =
    pricePerHour === undefined ? 'no price set' : `about $${pricePerHour.toFixed(2)} an hour`;
  return [
    accuracy === undefined ? '' : `${accuracy} accuracy`,
    speed === undefined ? '' : SPEEDS[provider][speed],
    provider === 'onDevice' ? `${sizes(bytes)} once` : 'no download',
    provider === 'onDevice' ? 'free' : price,
    languageNames(languages),
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

const SPEEDS = {
  onDevice: { fast: 'fast on any computer', slow: 'needs a fast computer' },
  assemblyai: { fast: 'fast', slow: 'words come late' },
} as const;

/** The choice is made. @param name as the list has it */
export function providerChosenMessage(name: string): Message {
  return {
    severity: 'information',
    sentence: `The next dictation is heard by ${quote(name)}.`,
    nextSteps: [openSetting('recognition.provider')],
  };
}

function sizes([least, most]: ListedModel['bytes']): string {
  const [from, to] = [least, most].map((bytes) => String(Math.round(bytes / 1e6)));
  return from === to ? `${String(from)} MB` : `${String(from)} to ${String(to)} MB`;
}

function languageNames(languages: ListedModel['languages']): string {
  if (typeof languages === 'number') return `${String(languages)} languages`;
  if (languages.length > NAMED_LANGUAGES) return `${String(languages.length)} languages`;
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return languages.map((code) => names.of(code) ?? code).join(', ');
}

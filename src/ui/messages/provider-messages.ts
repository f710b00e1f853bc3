import type { ListedModel } from '../../core/listed-model';
import { openSetting, quote, type Message } from './message';
import { language, t } from './translation';

/** AssemblyAI where it can be used, else this computer. */
export const AUTOMATIC_LINE = {
  label: t('Automatic'),
  description: t('the default'),
  detail: t('AssemblyAI where there is an API key and it answers, else this computer'),
};

/** The model in the folder that the person has set. */
export const OWN_MODEL_LINE = {
  label: t('Your Own Model'),
  description: t('on this computer, private'),
  detail: t(
    'The one in the folder that is set; free, and nothing that you say leaves this computer',
  ),
};

/** Where what is said goes. */
export function privacyOf(provider: ListedModel['provider']): string {
  return provider === 'onDevice' ? t('on this computer, private') : t('AssemblyAI, sent to it');
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
    pricePerHour === undefined
      ? t('no price set')
      : t('about ${0} an hour', pricePerHour.toFixed(2));
  return [
    accuracy === undefined ? '' : ACCURACIES[accuracy],
    speed === undefined ? '' : SPEEDS[provider][speed],
    provider === 'onDevice' ? t('{0} once', sizes(bytes)) : t('no download'),
    provider === 'onDevice' ? t('free') : price,
    languageNames(languages),
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

const ACCURACIES = {
  highest: t('highest accuracy'),
  high: t('high accuracy'),
  good: t('good accuracy'),
} as const;

const SPEEDS = {
  onDevice: { fast: t('fast'), slow: t('needs a fast computer') },
  assemblyai: { fast: t('fast'), slow: t('words come late') },
} as const;

/** The choice is made. @param name as the list has it */
export function providerChosenMessage(name: string): Message {
  return {
    severity: 'information',
    sentence: t('The next dictation is heard by {0}.', quote(name)),
    nextSteps: [openSetting('recognition.provider')],
  };
}

function sizes([least, most]: ListedModel['bytes']): string {
  const [from, to] = [least, most].map((bytes) => String(Math.round(bytes / 1e6)));
  return from === to ? `${String(from)} MB` : t('{0} to {1} MB', String(from), String(to));
}

function languageNames(languages: ListedModel['languages']): string {
  if (typeof languages === 'number') return t('{0} languages', languages);
  if (languages.length > NAMED_LANGUAGES) return t('{0} languages', languages.length);
  const names = new Intl.DisplayNames(language(), { type: 'language' });
  return languages.map((code) => names.of(code) ?? code).join(', ');
}

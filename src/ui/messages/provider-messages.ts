import type { ListedModel } from '../../core/listed-model';
import { openSetting, quote, type Message } from './message';
import { decimal, language, t } from './translation';

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

/** As many as a line of a list of VS Code has room for, its icon left out. */
export const LINE_COLUMNS = 84;

/** Where what is said goes, and what is heard: by name where that is not cut off behind `label`, else how many. */
export function privacyAndLanguages(label: string, { provider, languages }: ListedModel): string {
  const privacy =
    provider === 'onDevice' ? t('on this computer, private') : t('AssemblyAI, sent to it');
  if (typeof languages !== 'number') {
    if (languages.length === 0) return privacy;
    const names = `${privacy} · ${languageNames(languages)}`;
    if (columns(label) + 1 + columns(names) <= LINE_COLUMNS) return names;
  }
  const count = typeof languages === 'number' ? languages : languages.length;
  return `${privacy} · ${t('{0} languages', count)}`;
}

/**
 * Accuracy, speed, memory, size and price in one line.
 *
 * @param pricePerHour US dollars; undefined: not set
 */
export function modelFacts(model: ListedModel, pricePerHour: number | undefined): string {
  const { provider, accuracy, speed, bytes } = model;
  const price =
    pricePerHour === undefined
      ? t('no price set')
      : t('about ${0} an hour', decimal(pricePerHour, 2));
  return [
    accuracy === undefined ? '' : ACCURACIES[accuracy],
    speed === undefined ? '' : SPEEDS[provider][speed] + figures(model),
    provider === 'onDevice' ? t('{0} once', sizes(bytes)) : t('no download'),
    provider === 'onDevice' ? t('free') : price,
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

/** How many times as fast as speech it is, and the memory that takes: figures only, there is room for no more. */
function figures({ ratio, memoryBytes }: ListedModel): string {
  const known = [
    ratio === undefined ? '' : `${decimal(1 / ratio, 0)}×`,
    memoryBytes === undefined ? '' : t('{0} GB RAM', decimal(memoryBytes / 1e9, 1)),
  ].filter((figure) => figure !== '');
  return known.length === 0 ? '' : ` (${known.join(', ')})`;
}

const ACCURACIES = {
  highest: t('highest accuracy'),
  high: t('high accuracy'),
  good: t('good accuracy'),
} as const;

const SPEEDS = {
  onDevice: { fast: t('fast'), slow: t('for fast computers') },
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

function languageNames(languages: readonly string[]): string {
  const names = new Intl.DisplayNames(language(), { type: 'language' });
  return languages.map((code) => names.of(code) ?? code).join(', ');
}

/** How wide `text` is, in Latin letters: Chinese and Japanese ones count for two. */
export function columns(text: string): number {
  const wide = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。]/gu) ?? [];
  return Array.from(text).length + wide.length;
}

import type { PolishProblem } from '../../core/polish';

import { openSetting, SHOW_LOG, type Message, type NextStep } from './message';
import { t } from './translation';

/** What the status bar says while a model has the text. */
export const POLISHING = `$(sparkle) ${t('Polishing…')}`;

/** What it says for a moment when the polished text stands there. */
export const POLISHED = `$(sparkle) ${t('Polished: “Restore Raw Text” brings back what you said')}`;

const OPEN_POLISH = openSetting('insertion.polish', t('Open Setting'));
const OPEN_ENDPOINT = openSetting('polish.endpoint', t('Open Endpoint'));
const OPEN_MODEL = openSetting('polish.model', t('Open Model'));

const TEXTS: Readonly<
  Record<PolishProblem, { readonly cause: string; readonly steps: readonly NextStep[] }>
> = {
  'no-model': {
    cause: t('there is no such language model'),
    steps: [OPEN_MODEL, OPEN_ENDPOINT],
  },
  'not-allowed': {
    cause: t('the language model may not be used by this extension'),
    steps: [OPEN_ENDPOINT, OPEN_POLISH],
  },
  'used-up': {
    cause: t('the language model answers no more requests for now'),
    steps: [OPEN_MODEL, OPEN_POLISH],
  },
  'endpoint-invalid': {
    cause: t(
      'the endpoint must be http: on this computer, or https:, and another computer must be allowed',
    ),
    steps: [OPEN_ENDPOINT, openSetting('polish.allowRemoteEndpoint', t('Open Permission'))],
  },
  'endpoint-failed': {
    cause: t('the server at the endpoint gave no answer that can be read'),
    steps: [OPEN_ENDPOINT, OPEN_MODEL],
  },
  'model-failed': {
    cause: t('the language model gave no answer'),
    steps: [OPEN_MODEL, OPEN_POLISH],
  },
  'too-slow': {
    cause: t('the language model did not answer within 5 seconds'),
    steps: [OPEN_MODEL, OPEN_POLISH],
  },
  irreplaceable: {
    cause: t('VS Code tells no extension what stands there now'),
    steps: [OPEN_POLISH],
  },
};

/** A text was to be polished, and stays as it was said. */
export function notPolishedMessage(problem: PolishProblem): Message {
  const { cause, steps } = TEXTS[problem];
  return {
    severity: problem === 'irreplaceable' ? 'information' : 'warning',
    sentence: t('What you said was not polished, and stays as it is: {0}.', cause),
    nextSteps: [...steps, SHOW_LOG],
  };
}

/** There is no polished text whose raw text could be brought back. */
export function nothingPolishedMessage(): Message {
  return {
    severity: 'information',
    sentence: t('There is no polished text to bring the raw text back for.'),
    nextSteps: [OPEN_POLISH],
  };
}

import type { PolishProblem } from '../../core/polish';

import { openSetting, SHOW_LOG, type Message, type NextStep } from './message';

/** What the status bar says while a model has the text. */
export const POLISHING = '$(sparkle) Polishing…';

/** What it says for a moment when the polished text stands there. */
export const POLISHED = '$(sparkle) Polished: “Restore Raw Text” brings back what you said';

const OPEN_POLISH = openSetting('insertion.polish', 'Open Setting');
const OPEN_ENDPOINT = openSetting('polish.endpoint', 'Open Endpoint');
const OPEN_MODEL = openSetting('polish.model', 'Open Model');

const TEXTS: Readonly<
  Record<PolishProblem, { readonly cause: string; readonly steps: readonly NextStep[] }>
> = {
  'no-model': {
    cause: 'there is no such language model',
    steps: [OPEN_MODEL, OPEN_ENDPOINT],
  },
  'not-allowed': {
    cause: 'the language model may not be used by this extension',
    steps: [OPEN_ENDPOINT, OPEN_POLISH],
  },
  'used-up': {
    cause: 'the language model answers no more requests for now',
    steps: [OPEN_MODEL, OPEN_POLISH],
  },
  'endpoint-invalid': {
    cause:
      'the endpoint must be http: on this computer, or https:, and another computer must be allowed',
    steps: [OPEN_ENDPOINT, openSetting('polish.allowRemoteEndpoint', 'Open Permission')],
  },
  'endpoint-failed': {
    cause: 'the server at the endpoint gave no answer that can be read',
    steps: [OPEN_ENDPOINT, OPEN_MODEL],
  },
  'model-failed': { cause: 'the language model gave no answer', steps: [OPEN_MODEL, OPEN_POLISH] },
  'too-slow': {
    cause: 'the language model did not answer within 5 seconds',
    steps: [OPEN_MODEL, OPEN_POLISH],
  },
  irreplaceable: {
    cause: 'VS Code tells no extension what stands there now',
    steps: [OPEN_POLISH],
  },
};

/** A text was to be polished, and stays as it was said. */
export function notPolishedMessage(problem: PolishProblem): Message {
  const { cause, steps } = TEXTS[problem];
  return {
    severity: problem === 'irreplaceable' ? 'information' : 'warning',
    sentence: `What you said was not polished, and stays as it is: ${cause}.`,
    nextSteps: [...steps, SHOW_LOG],
  };
}

/** There is no polished text whose raw text could be brought back. */
export function nothingPolishedMessage(): Message {
  return {
    severity: 'information',
    sentence: 'There is no polished text to bring the raw text back for.',
    nextSteps: [OPEN_POLISH],
  };
}

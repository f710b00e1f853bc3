import { DictationController, type DictationDependencies } from '../../src/dictation/controller';
import type { Provider } from '../../src/core/provider';
import type { ConnectSession } from '../../src/core/recognition';
import type { RunCode } from '../../src/dictation/attempt';
import { startRun } from '../../src/dictation/run/run';
import { mayGoOn } from '../../src/recognition/assemblyai/failures';
import { traitsOf } from '../../src/recognition/assemblyai/traits';
import { DEFAULT_SETTINGS } from '../fixtures/default-settings';
import { NO_NAMES } from './fake-names';

const nothing = (): void => undefined;
const NOTHING_HELD = { dispose: nothing };

/** Whatever a test of something else asks for: all is there, at once, and nobody listens. */
const UNDISTURBED = {
  log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
  random: () => 0.5,
  readSettings: () => DEFAULT_SETTINGS,
  watchNames: NO_NAMES,
  acquireMicrophone: () => Promise.resolve({ onDidAskBack: () => NOTHING_HELD, dispose: nothing }),
  // A computer on which nothing was learnt yet, and a window that is never busy.
  toggleKey: {
    holdToTalk: () => true,
    askWindow: (onAnswer) => {
      onAnswer();
    },
    memory: { read: () => [], write: nothing },
  },
  noteFinal: () => nothing,
  usage: {
    store: { append: nothing, read: () => [] },
    today: () => '2026-11-22',
    pricePerHour: () => ({}),
  },
} satisfies Partial<DictationDependencies>;

/** The code that is loaded later, with a provider that is ready to open these sessions. */
export function runCodeWith(
  connect: ConnectSession,
  traits: Provider['traits'] = ({ model }) => traitsOf(model),
): RunCode {
  return { startRun, provider: { traits, makeReady: () => Promise.resolve({ connect, mayGoOn }) } };
}

/** A controller with the parts that a test is about; nothing else disturbs it. */
export function createController(
  parts: Partial<DictationDependencies> & Omit<DictationDependencies, keyof typeof UNDISTURBED>,
): DictationController {
  return new DictationController({ ...UNDISTURBED, ...parts });
}

import type { Fault } from '../emulator/faults';
import { INSTALLS_ONE } from './bare-computer';
import type { Toast } from '../harness/dictation-window';

/** One way to fail at the start, and what the person is told. */
interface StartFailure {
  readonly name: string;
  readonly faults?: readonly Fault[];
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly toast: Toast;
}

/** What fails before anything is said. */
export const START_FAILURES: readonly StartFailure[] = [
  {
    name: 'no sox',
    settings: { 'voiceDictation.recording.soxPath': '/nowhere/sox' },
    toast: {
      sentence: `No program that records the microphone was found: /nowhere/sox. ${INSTALLS_ONE}`,
      buttons: ['Install sox', 'Open Settings', 'Show Log'],
    },
  },
  {
    name: 'a wrong key',
    faults: [{ fault: 'bad-key' }],
    toast: {
      sentence: 'The speech recogniser refused the API key: Invalid API key.',
      buttons: ['Set API Key', 'Show Log'],
    },
  },
  {
    name: 'no credit',
    faults: [{ fault: 'account-refused' }],
    toast: {
      sentence:
        'The speech recogniser refused the account of this API key: Insufficient account balance.',
      buttons: ['Open Billing Page', 'Set API Key', 'Show Log'],
    },
  },
  {
    name: 'a wrong model',
    settings: { 'voiceDictation.recognition.model': 'no-such-model' },
    toast: {
      sentence: 'The speech recogniser does not offer the chosen model: Input should be …',
      buttons: ['Open Settings', 'Show Log'],
    },
  },
  {
    name: 'an address where nobody speaks the protocol',
    faults: [{ fault: 'upgrade-refused', status: 404 }],
    toast: {
      sentence: 'The speech recogniser could not be reached: HTTP 404.',
      buttons: ['Try Again', 'Open Settings', 'Show Log'],
    },
  },
];

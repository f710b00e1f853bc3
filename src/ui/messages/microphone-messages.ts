import type { SoundSummary } from '../../core/sound';
import type { DictationError } from '../../core/failure';
import { CHOOSE_MICROPHONE, failureMessage } from './failure-messages';
import { quote, STOP_DICTATION, type Message, type NextStep } from './message';
import { privacySteps } from './privacy-steps';
import { decimal, t } from './translation';

const TEST: NextStep = {
  kind: 'command',
  label: t('Test Microphone'),
  command: 'voiceDictation.testMicrophone',
};
const TEST_AGAIN: NextStep = { ...TEST, label: t('Test Again') };

/** Select Microphone is done. @param label as the list has it */
export function microphoneChosenMessage(label: string): Message {
  return {
    severity: 'information',
    sentence: t('Dictation on this computer records {0} from now on.', quote(label)),
    nextSteps: [TEST],
  };
}

/** The microphone cannot be tested while somebody dictates. */
export function microphoneBusyMessage(): Message {
  return {
    severity: 'information',
    sentence: t('The microphone is in use for a dictation, here or in another window.'),
    nextSteps: [STOP_DICTATION, TEST_AGAIN],
  };
}

/** The microphone could not be tested; where a recorder is installed for that, the test goes on. */
export function microphoneTestFailedMessage(error: DictationError): Message {
  const { nextSteps, ...message } = failureMessage(error);
  return {
    ...message,
    nextSteps: nextSteps.map((step) =>
      step.kind === 'install-recorder' ? { ...step, next: 'microphone-test' } : step,
    ),
  };
}

/** What three seconds of somebody who was asked to speak have shown. */
export interface MicrophoneTest extends SoundSummary {
  /** What a recogniser made of it; undefined: none is there that costs nothing. */
  readonly understood: string | undefined;
  readonly isPlayed: boolean;
}

/** Test My Microphone is done. */
export function microphoneTestMessage(test: MicrophoneTest, platform: NodeJS.Platform): Message {
  const levels = [
    t('speech {0}', decibels(test.speechDb)),
    t('noise {0}', decibels(test.floorDb)),
    ...(test.verdict === 'clipping' ? [t('{0} % cut off', decimal(test.clipped * 100, 1))] : []),
  ].join(', ');
  const isGood = test.verdict === 'good';
  const sentences = [
    t('{0} ({1}).', VERDICTS[test.verdict], levels),
    ...(test.understood === undefined ? [] : [understoodSentence(test.understood)]),
    ...(test.isPlayed ? [] : [t('It could not be played back: no program for that was found.')]),
  ];
  return {
    severity: isGood ? 'information' : 'warning',
    sentence: sentences.join(' '),
    nextSteps: [
      ...(test.verdict === 'none' ? privacySteps(platform) : []),
      ...(isGood ? [TEST_AGAIN, CHOOSE_MICROPHONE] : [CHOOSE_MICROPHONE, TEST_AGAIN]),
    ],
  };
}

const VERDICTS: Readonly<Record<SoundSummary['verdict'], string>> = {
  good: t('Your microphone works well'),
  quiet: t('Your microphone works, and is low: come closer to it, or raise its level'),
  faint: t(
    'Next to nothing was heard: if you have spoken, the microphone is far too low, or not the one you speak into',
  ),
  noise: t(
    'There was steady noise and nothing in it: come closer to the microphone, or choose another one',
  ),
  clipping: t('The microphone is too loud, and what you say is cut off: lower its level'),
  none: t(
    'The microphone delivers silence only: it is muted, not allowed, switched off, or not the one you speak into',
  ),
};

function understoodSentence(text: string): string {
  return text === '' ? t('No words were understood.') : t('Understood: “{0}”.', quote(text));
}

function decibels(level: number): string {
  return `${level.toFixed(0).replace('-', '−')} dB`;
}

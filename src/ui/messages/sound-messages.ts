import type { SoundProblem } from '../../dictation/run/sound-check';
import { CHOOSE_MICROPHONE } from './failure-messages';
import { STOP_DICTATION, type Message } from './message';
import { privacySteps } from './privacy-steps';
import { t } from './translation';

/** Why nothing may come of what is said, in the words of the system that records. */
export function soundProblemMessage(problem: SoundProblem, platform: NodeJS.Platform): Message {
  const steps = [CHOOSE_MICROPHONE, STOP_DICTATION];
  switch (problem) {
    case 'none':
      return {
        severity: 'warning',
        sentence: t(
          'The microphone delivers silence only: {0}.',
          WHY_SILENT[platform] ?? t('it is muted, switched off or not the one you speak into'),
        ),
        nextSteps: [...privacySteps(platform), ...steps],
      };
    case 'clipping':
      return {
        severity: 'warning',
        sentence: t(
          'The microphone is too loud, and what you say is cut off. Lower its level in the sound settings of your system.',
        ),
        nextSteps: steps,
      };
    case 'faint':
      return {
        severity: 'warning',
        sentence: t(
          'Nothing could be heard for ten seconds. If you have spoken, the microphone is far too low, or not the one you speak into.',
        ),
        nextSteps: steps,
      };
    case 'noise':
      return {
        severity: 'warning',
        sentence: t(
          'The microphone hears steady noise and no words in it. If you have spoken, come closer to it, or choose another one.',
        ),
        nextSteps: steps,
      };
    case 'no-speech':
      return {
        severity: 'warning',
        sentence: t(
          'The recogniser gets sound, and hears nobody speak. If you have spoken, this is not the microphone that you speak into.',
        ),
        nextSteps: steps,
      };
    case 'late':
      return {
        severity: 'warning',
        sentence: t(
          'The microphone delivers sound only now: it was muted or not awake yet, and nothing you said before was recorded.',
        ),
        nextSteps: steps,
      };
  }
}

const WHY_SILENT: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: t('macOS may not have allowed this editor to use it, or it is muted'),
  win32: t('Windows may not let desktop apps use it, or it is muted'),
};

import { quote, type Message, type Question } from './message';
import { t } from './translation';

/** Clear History… asks before it does. */
export function clearHistoryQuestion(): Question {
  return {
    sentence: t('Delete everything that you have dictated from the history?'),
    detail: t(
      'It goes from memory and from disk, of all windows, and cannot be brought back. What stands in your documents stays.',
    ),
    answer: t('Clear History'),
  };
}

/** A person has corrected the same words in the same way twice. */
export function correctionMessage({
  said,
  written,
}: {
  readonly said: string;
  readonly written: string;
}): Message {
  return {
    severity: 'information',
    sentence: t(
      'You have changed “{0}” to “{1}” twice. Shall dictation write it so from now on?',
      quote(said),
      quote(written),
    ),
    nextSteps: [
      { kind: 'add-to-dictionary', label: t('Add to Dictionary'), said, written },
      { kind: 'command', label: t('Show History'), command: 'voiceDictation.showHistory' },
    ],
  };
}

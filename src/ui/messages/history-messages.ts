import type { Question } from './message';
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

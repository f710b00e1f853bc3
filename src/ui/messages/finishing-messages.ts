import { duration } from './duration';
import { t } from './translation';

/** While what was said last is awaited. */
export const FINISHING_TITLE = t('What you said last is still being transcribed');

/** While speech that was kept is tried again. */
export const RETRYING_TITLE = t('Transcribing the speech that was kept');

/** How far that has come. */
export function finishingText(percent: number, totalMs: number): string {
  return t('{0} % of {1}', percent, duration(totalMs));
}

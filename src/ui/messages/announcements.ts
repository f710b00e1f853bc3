import type { DictationState } from '../../dictation/state';
import { t } from './translation';
import { waitedFor } from './waited-for';

/**
 * What a screen reader says when `state` follows `before`; undefined: nothing. Running words are not read
 * out, a failure is told by its notification.
 */
export function announcementOf(state: DictationState, before: DictationState): string | undefined {
  const [name, last] = [nameOf(state), nameOf(before)];
  return name === last ? undefined : name;
}

function nameOf(state: DictationState): string | undefined {
  switch (state.kind) {
    case 'idle':
      if (state.failure !== undefined) return undefined;
      return state.isPaused === true ? t('Dictation paused') : t('Dictation is off');
    case 'starting':
    case 'preparing':
      return waitedFor(state);
    case 'listening':
      return state.isParked === true ? t('Waiting for speech…') : t('Listening…');
    case 'reconnecting':
      return t('Reconnecting');
    // Over in a moment.
    case 'finalizing':
      return undefined;
  }
}

import type { DictationState } from '../../dictation/state';
import { t } from './translation';

/** What keeps a dictation from listening yet; undefined: nothing of note. */
export function waitedFor(
  state: DictationState & { kind: 'starting' | 'preparing' },
): string | undefined {
  if (state.kind === 'starting') {
    return state.isMicrophoneAsleep === true ? t('Waiting for the microphone') : undefined;
  }
  return state.what === 'download' ? t('Downloading speech model') : t('Loading speech model');
}

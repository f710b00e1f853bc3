import type { RecognitionSettings } from '../../../../src/core/settings';
import { DEFAULT_SETTINGS } from '../../../fixtures/default-settings';

/** The default recognition settings, changed as a test needs them. */
export function recognition(changes: Partial<RecognitionSettings> = {}): RecognitionSettings {
  return { ...DEFAULT_SETTINGS.recognition, ...changes };
}

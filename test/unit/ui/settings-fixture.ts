import type { Settings } from '../../../src/core/settings';
import { DEFAULT_SETTINGS } from '../../fixtures/default-settings';

/** Settings of no particular meaning. */
export const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  recognition: { ...DEFAULT_SETTINGS.recognition, model: 'a-model' },
  cost: { ...DEFAULT_SETTINGS.cost, pricePerHour: { 'a-model': 0.45 } },
};

/** {@link SETTINGS} with another endpoint. */
export function recognitionAt(endpoint: string): Settings['recognition'] {
  return { ...SETTINGS.recognition, endpoint };
}

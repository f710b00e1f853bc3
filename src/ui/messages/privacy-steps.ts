import type { NextStep } from './message';
import { t } from './translation';

/** Where the system keeps who may use the microphone (docs/audio.md §7); Linux has no such place. */
const PRIVACY_PAGES: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'x-apple.systempreferences:com.apple.preference.security?Privacy_Microphone',
  win32: 'ms-settings:privacy-microphone',
};

/** The page where the system keeps who may use the microphone. */
export function privacySteps(platform: NodeJS.Platform): readonly NextStep[] {
  const url = PRIVACY_PAGES[platform];
  return url === undefined ? [] : [{ kind: 'open-link', label: t('Open Privacy Settings'), url }];
}

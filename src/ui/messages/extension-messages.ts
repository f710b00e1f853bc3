import { quote } from './message';
import { t } from './translation';

/** Asks whether an extension may have the microphone, and what is dictated. */
export function extensionQuestion(extension: string): {
  readonly sentence: string;
  readonly answer: string;
  readonly refusal: string;
} {
  return {
    sentence: t(
      '“{0}” wants to dictate with your microphone, and to hear what you dictate. The status bar shows each time that the microphone is on.',
      quote(extension),
    ),
    answer: t('Allow'),
    refusal: t('Don’t Allow'),
  };
}

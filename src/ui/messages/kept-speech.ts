import { t } from './translation';

/** How much speech that is not transcribed is kept; '' for none. */
export function keptAudioSentence(keptMs: number): string {
  return keptMs === 0 ? '' : t('{0} is kept.', keptSpeech(keptMs));
}

/** `12 s of speech`; never none, because this is about speech that there is. */
export function keptSpeech(keptMs: number): string {
  return t('{0} s of speech', Math.max(1, Math.floor(keptMs / 1000)));
}

import type { Notice } from '../../dictation/notice';
import { quote, STOP_DICTATION, type Message, type NextStep, type Question } from './message';
import { keptAudioSentence, keptSpeech } from './kept-speech';
import { t } from './translation';

const RETRY: NextStep = {
  kind: 'command',
  label: t('Retry Transcription'),
  command: 'voiceDictation.retryTranscription',
};
const SAVE: NextStep = {
  kind: 'command',
  label: t('Save Audio…'),
  command: 'voiceDictation.saveAudio',
};

const DISCARD: NextStep = {
  kind: 'command',
  label: t('Discard Recording…'),
  command: 'voiceDictation.discardAudio',
};

/** What can be done about speech that is kept. */
export const KEPT_AUDIO_STEPS: readonly NextStep[] = [RETRY, SAVE];

/** Speech that an earlier window left, as `privacy.keepUnsentAudio` allows. */
export function recoveredAudioMessage(keptMs: number): Message {
  return {
    severity: 'warning',
    sentence: `${t('The window ended before everything that was said was transcribed.')} ${keptAudioSentence(keptMs)}`,
    nextSteps: [...KEPT_AUDIO_STEPS, DISCARD],
  };
}

/** More speech was waiting for another try than is kept: the oldest is gone. */
export function keptAudioFullMessage({
  lostMs,
  limitMs,
}: Notice & { readonly kind: 'kept-audio-full' }): Message {
  return {
    severity: 'warning',
    sentence: t(
      'The oldest {0} that waited for another try had to be let go: at most {1} minutes are kept.',
      keptSpeech(lostMs),
      limitMs / 60_000,
    ),
    nextSteps: [...KEPT_AUDIO_STEPS, DISCARD],
  };
}

/** Discard Recording… asks before it does. */
export function discardAudioQuestion(keptMs: number): Question {
  return {
    sentence: t('Discard {0} that was not transcribed?', keptSpeech(keptMs)),
    detail: t('It is deleted from memory and from disk, and cannot be brought back.'),
    answer: t('Discard Recording'),
  };
}

/** Retry Transcription was asked for while dictation is on. */
export function retryLaterMessage(): Message {
  return {
    severity: 'information',
    sentence: t('The kept speech can be transcribed when dictation has stopped. It stays kept.'),
    nextSteps: [STOP_DICTATION, SAVE],
  };
}

/** Save Audio… could not write. */
export function audioNotSavedMessage(error: unknown): Message {
  const detail = quote(error instanceof Error ? error.message : String(error));
  return {
    severity: 'error',
    sentence: t('The speech could not be saved: {0}. It is still kept.', detail),
    nextSteps: [{ ...SAVE, label: t('Save Elsewhere…') }],
  };
}

import type { Notice } from '../../dictation/notice';
import { quote, STOP_DICTATION, type Message, type NextStep, type Question } from './message';

const RETRY: NextStep = {
  kind: 'command',
  label: 'Retry Transcription',
  command: 'voiceDictation.retryTranscription',
};
const SAVE: NextStep = {
  kind: 'command',
  label: 'Save Audio…',
  command: 'voiceDictation.saveAudio',
};

const DISCARD: NextStep = {
  kind: 'command',
  label: 'Discard Recording…',
  command: 'voiceDictation.discardAudio',
};

/** What can be done about speech that is kept. */
export const KEPT_AUDIO_STEPS: readonly NextStep[] = [RETRY, SAVE];

/** How much speech that is not transcribed is kept; '' for none. */
export function keptAudioSentence(keptMs: number): string {
  return keptMs === 0 ? '' : `${keptSpeech(keptMs)} is kept.`;
}

/** `12 s of speech`; never none, because this is about speech that there is. */
export function keptSpeech(keptMs: number): string {
  return `${String(Math.max(1, Math.floor(keptMs / 1000)))} s of speech`;
}

/** Speech that an earlier window left, as `privacy.keepUnsentAudio` allows. */
export function recoveredAudioMessage(keptMs: number): Message {
  return {
    severity: 'warning',
    sentence: `The window ended before everything that was said was transcribed. ${keptAudioSentence(keptMs)}`,
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
    sentence: `The oldest ${keptSpeech(lostMs)} that waited for another try had to be let go: at most ${String(limitMs / 60_000)} minutes are kept.`,
    nextSteps: [...KEPT_AUDIO_STEPS, DISCARD],
  };
}

/** Discard Recording… asks before it does. */
export function discardAudioQuestion(keptMs: number): Question {
  return {
    sentence: `Discard ${keptSpeech(keptMs)} that was not transcribed?`,
    detail: 'It is deleted from memory and from disk, and cannot be brought back.',
    answer: 'Discard Recording',
  };
}

/** Retry Transcription was asked for while dictation is on. */
export function retryLaterMessage(): Message {
  return {
    severity: 'information',
    sentence: 'The kept speech can be transcribed when dictation has stopped. It stays kept.',
    nextSteps: [STOP_DICTATION, SAVE],
  };
}

/** Save Audio… could not write. */
export function audioNotSavedMessage(error: unknown): Message {
  const detail = quote(error instanceof Error ? error.message : String(error));
  return {
    severity: 'error',
    sentence: `The speech could not be saved: ${detail}. It is still kept.`,
    nextSteps: [{ ...SAVE, label: 'Save Elsewhere…' }],
  };
}

import type { AudioFileProblem } from '../../core/audio-file';
import type { Preparation } from '../../core/provider';
import type { RecognitionSettings } from '../../core/settings';
import type { TranscriptionProgress } from '../../dictation/transcription';
import { duration } from './duration';
import { quote } from './message';
import { t } from './translation';

/** What a button of a message about a file does; the message's caller knows the file. */
export type AudioFileStep =
  'choose-another' | 'install-decoder' | 'try-again' | 'go-on' | 'select-language' | 'show-log';

/** What is said about a file, and what can be done, the likeliest first. */
export interface AudioFileMessage {
  readonly severity: 'error' | 'warning' | 'information';
  readonly sentence: string;
  readonly steps: readonly { readonly label: string; readonly step: AudioFileStep }[];
}

const CHOOSE_ANOTHER = { label: t('Choose Another File…'), step: 'choose-another' } as const;
const TRY_AGAIN = { label: t('Try Again'), step: 'try-again' } as const;
const INSTALL = { label: t('Install ffmpeg'), step: 'install-decoder' } as const;
const GO_ON = { label: t('Transcribe the Rest'), step: 'go-on' } as const;
const SELECT_LANGUAGE = { label: t('Select Language…'), step: 'select-language' } as const;
const SHOW_LOG = { label: t('Show Log'), step: 'show-log' } as const;

/** The dialog that asks for a file. */
export const OPEN_AUDIO_FILE = {
  title: t('Transcribe an Audio File'),
  openLabel: t('Transcribe'),
  /** Of the filter for files with sound. */
  filter: t('Sound'),
  /** Of the filter for any file. */
  any: t('All Files'),
};

/** What is asked before a file is transcribed. @param name of the file */
export function whereQuestion(name: string): string {
  return t('Where shall the words of {0} go?', quote(name));
}

/** The same for several files. */
export function whereAllQuestion(count: number): string {
  return t('Where shall the words of these {0} files go?', count);
}

/** The answers: what each does, and who hears the file then. */
export function whereChoices(
  provider: RecognitionSettings['provider'],
  caretIn: string | undefined,
): readonly {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly place: 'document' | 'caret';
}[] {
  const detail = LISTENERS[provider];
  const document = {
    label: `$(new-file) ${t('New Document')}`,
    description: t('yours to save'),
    detail,
    place: 'document' as const,
  };
  if (caretIn === undefined) return [document];
  const caret = {
    label: `$(edit) ${t('At the Caret')}`,
    description: caretIn,
    detail,
    place: 'caret' as const,
  };
  return [document, caret];
}

const LISTENERS: Readonly<Record<RecognitionSettings['provider'], string>> = {
  onDevice: t('Heard on this computer: free, and nothing of it leaves it.'),
  assemblyai: t('Sent to AssemblyAI, which bills the time that it listens.'),
  auto: t('With an API key, sent to AssemblyAI, which bills it; else heard here.'),
};

/** The title of the progress. */
export function transcribingTitle(name: string): string {
  return t('Transcribing {0}', quote(name));
}

/** How far the file is read. @param percent undefined: not known */
export function readingText(percent: number | undefined): string {
  return percent === undefined
    ? t('reading the file')
    : t('reading the file, {0} %', Math.floor(percent));
}

/** How far the recogniser has come. */
export function progressText(progress: TranscriptionProgress): string {
  if (progress.kind === 'preparing') return preparingText(progress);
  const { heardMs, totalMs, isReconnecting } = progress;
  const percent = percentOf(progress);
  return isReconnecting
    ? t('{0} % of {1}, reconnecting', percent, duration(totalMs))
    : t('{0} % ({1} of {2})', percent, duration(heardMs), duration(totalMs));
}

/** Whole percent of what is heard, 0 to 100. */
export function percentOf({
  heardMs,
  totalMs,
}: TranscriptionProgress & { readonly kind: 'listening' }): number {
  return Math.floor((100 * heardMs) / Math.max(1, totalMs));
}

function preparingText({ what, percent }: Preparation): string {
  if (what === 'load') return t('loading the speech model');
  return percent === undefined
    ? t('downloading the speech model')
    : t('downloading the speech model, {0} %', Math.floor(percent));
}

/** In the status bar, for a moment. */
export function transcribedText(name: string): string {
  return `$(check) ${t('Transcribed {0}', quote(name))}`;
}

/** The file has come to nothing. */
export function audioFileProblemMessage(name: string, problem: AudioFileProblem): AudioFileMessage {
  const file = quote(name);
  switch (problem.kind) {
    case 'gone':
      return {
        severity: 'error',
        sentence: t('{0} is not there any more.', file),
        steps: [CHOOSE_ANOTHER, TRY_AGAIN],
      };
    case 'no-file':
      return {
        severity: 'error',
        sentence: t('{0} is a folder or a device, not a file.', file),
        steps: [CHOOSE_ANOTHER],
      };
    case 'forbidden':
      return {
        severity: 'error',
        sentence: t('{0} may not be read by you. Look at its permissions.', file),
        steps: [TRY_AGAIN, CHOOSE_ANOTHER],
      };
    case 'unreadable':
      return {
        severity: 'error',
        sentence: t('{0} cannot be read: {1}.', file, quote(problem.detail)),
        steps: [CHOOSE_ANOTHER, TRY_AGAIN],
      };
    case 'no-decoder':
      return {
        severity: 'error',
        sentence: t(
          'No program on this computer can decode {0}. WAV files need none; ffmpeg decodes the others.',
          file,
        ),
        steps: [INSTALL, CHOOSE_ANOTHER],
      };
    case 'not-audio':
      return {
        severity: 'error',
        sentence:
          problem.detail === ''
            ? t('There is no sound in {0} that can be decoded.', file)
            : t('There is no sound in {0} that can be decoded: {1}.', file, quote(problem.detail)),
        steps: [CHOOSE_ANOTHER, INSTALL],
      };
    case 'empty':
      return {
        severity: 'warning',
        sentence: t('{0} is empty: there is no sound in it.', file),
        steps: [CHOOSE_ANOTHER],
      };
    case 'silent':
      return {
        severity: 'warning',
        sentence: t('{0} is silent: nobody can be heard in it. Nothing was sent.', file),
        steps: [CHOOSE_ANOTHER],
      };
    case 'too-long':
      return {
        severity: 'warning',
        sentence: t(
          '{0} is longer than {1} hours. Cut it into shorter parts, and transcribe one after the other.',
          file,
          problem.limitMs / 3_600_000,
        ),
        steps: [CHOOSE_ANOTHER],
      };
    case 'stuck':
      return {
        severity: 'error',
        sentence: t('The program that decodes {0} does not get on, and was ended.', file),
        steps: [TRY_AGAIN, CHOOSE_ANOTHER],
      };
  }
}

/** All of it was listened to, and nothing was understood. */
export function noWordsMessage(name: string): AudioFileMessage {
  return {
    severity: 'warning',
    sentence: t('No words were understood in {0}.', quote(name)),
    steps: [SELECT_LANGUAGE, CHOOSE_ANOTHER, SHOW_LOG],
  };
}

/** The person has cancelled. @param leftMs of what has not become text */
export function transcriptionCancelledMessage(name: string, leftMs: number): AudioFileMessage {
  return {
    severity: 'information',
    sentence: t(
      'Transcribing {0} was cancelled. What was transcribed stays; {1} are left.',
      quote(name),
      duration(leftMs),
    ),
    steps: [GO_ON],
  };
}

/** The daily budget is spent. @param leftMs of what has not become text */
export function transcriptionBudgetMessage(name: string, leftMs: number): AudioFileMessage {
  return {
    severity: 'warning',
    sentence: t(
      'The daily budget for dictation is spent: {1} of {0} are not transcribed. The rest goes past the budget.',
      quote(name),
      duration(leftMs),
    ),
    steps: [GO_ON],
  };
}

/** What decodes is being installed. */
export const INSTALLING_DECODER = t(
  'ffmpeg is being installed in the terminal. The file is transcribed when it is there.',
);

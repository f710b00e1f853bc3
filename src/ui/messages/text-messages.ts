import type { MissedOutcome } from '../../core/target';
import { REOPEN_AND_INSERT } from '../command-ids';
import type { Message, NextStep } from './message';
import { t } from './translation';

/** Why text waits for the person; `window-gone`: the window closed or crashed before it landed. */
export type WhyKept = MissedOutcome | 'window-gone';

const REOPEN: NextStep = {
  kind: 'command',
  label: t('Reopen & Insert'),
  command: REOPEN_AND_INSERT,
};

/** Offers text that found no place; it is kept until the person takes it. */
export function keptTextMessage(why: WhyKept): Message {
  return {
    severity: 'warning',
    sentence: `${keptTextSentence(why)} ${t('It is kept for you.')}`,
    nextSteps: [
      ...(why === 'closed' ? [REOPEN] : []),
      { kind: 'copy-kept-text', label: t('Copy') },
      { kind: 'open-kept-text', label: t('Open as Untitled') },
      { kind: 'command', label: t('Show History'), command: 'voiceDictation.showHistory' },
    ],
  };
}

/** More texts waited for the person than are kept: the oldest are gone. */
export function textsLetGoMessage(count: number): Message {
  return {
    severity: 'warning',
    sentence:
      count === 1
        ? t(
            'Too much dictated text waits to be inserted. The oldest text was let go; take the rest before it goes, too.',
          )
        : t(
            'Too much dictated text waits to be inserted. The oldest {0} texts were let go; take the rest before it goes, too.',
            count,
          ),
    nextSteps: keptTextMessage('no-target').nextSteps,
  };
}

function keptTextSentence(why: WhyKept): string {
  switch (why) {
    case 'read-only':
      return t('The dictated text was not inserted, because the document cannot be edited.');
    case 'no-target':
      return t('The dictated text was not inserted, because there is no editor to write into.');
    case 'closed':
      return t('The dictated text was not inserted, because its document was closed.');
    case 'window-gone':
      return t('The window ended before the text that was dictated last was inserted.');
  }
}

/** Dictation was cancelled, and finals that had landed were taken out of the document again. */
export function takenBackMessage(count: number): Message {
  return {
    severity: 'information',
    sentence:
      count === 1
        ? t('Dictation was cancelled, and its text was taken out again. Undo brings it back.')
        : t(
            'Dictation was cancelled, and its {0} texts were taken out again. Undo brings it back.',
            count,
          ),
    nextSteps: [
      { kind: 'command', label: t('Show History'), command: 'voiceDictation.showHistory' },
    ],
  };
}

/** Undo was asked for, and nothing is there that dictation wrote. */
export function nothingToUndoMessage(): Message {
  return {
    severity: 'information',
    sentence: t('Dictation has written nothing that is still in an open document.'),
    nextSteps: [
      { kind: 'command', label: t('Show History'), command: 'voiceDictation.showHistory' },
    ],
  };
}

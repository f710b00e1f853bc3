import type { SettingKey, SettingProblem } from '../../core/settings';
import { TARGET_KINDS } from '../../core/target';
import type { Notice } from '../../dictation/notice';
import { costStopMessage, costWarningMessage, namesPriceMessage } from './cost-messages';
import { cannotConnectMessage, CHOOSE_MICROPHONE, failureSentence } from './failure-messages';
import { KEPT_AUDIO_STEPS, keptAudioFullMessage } from './kept-audio-messages';
import { keptAudioSentence } from './kept-speech';
import { soundProblemMessage } from './sound-messages';
import { keptTextMessage, takenBackMessage } from './text-messages';
import type { Advice } from '../key-advice';
import {
  OPEN_KEYBOARD_SHORTCUTS,
  openSetting,
  quote,
  SHOW_LOG,
  STOP_DICTATION,
  type Message,
  type NextStep,
} from './message';
import type { DictationError } from '../../core/failure';
import { said, t } from './translation';

/** What the person is told about something that dictation goes on with, or that is already over. */
export function noticeMessage(notice: Notice): Message {
  switch (notice.kind) {
    case 'text-not-inserted':
      return keptTextMessage(notice.outcome);
    case 'command-impossible':
      return commandImpossibleMessage(notice.text);
    case 'taken-back':
      return takenBackMessage(notice.count);
    case 'model-mismatch':
      return modelMismatchMessage(notice.asked, notice.running);
    case 'settings-deferred':
      return settingsDeferredMessage(notice.keys);
    case 'names-cost-extra':
      return namesPriceMessage(notice.model);
    case 'cost-warning':
      return costWarningMessage(notice.limit);
    case 'cost-stop':
      return costStopMessage(notice.limit);
    case 'kept-audio-full':
      return keptAudioFullMessage(notice);
    case 'order-broken':
      return orderBrokenMessage(notice.keptMs);
    case 'earlier-run-failed':
      return earlierRunFailedMessage(notice.error, notice.keptMs);
    case 'cannot-connect':
      return cannotConnectMessage(notice.error);
    case 'recogniser-warning':
      return recogniserWarningMessage(notice.text);
    case 'sound-problem':
      return soundProblemMessage(notice.problem, process.platform);
    case 'microphone-moved':
      return microphoneMovedMessage(notice.label);
    case 'microphone-replaced':
      return microphoneReplacedMessage(notice.device);
  }
}

/** A spoken command cannot be carried out where the words go. @param text as it was heard */
export function commandImpossibleMessage(text: string): Message {
  return {
    severity: 'warning',
    sentence: t('“{0}” cannot be carried out here.', quote(text)),
    nextSteps: [
      {
        kind: 'command',
        label: t('Show Spoken Commands'),
        command: 'voiceDictation.showSpokenCommands',
      },
      SHOW_LOG,
    ],
  };
}

/** A key binding or another extension asks for a place that there is not. */
export function badTargetMessage(argument: unknown): Message {
  const given = quote(JSON.stringify(argument));
  return {
    severity: 'error',
    sentence: t(
      'Dictation cannot be started with the argument {0}: {"target": …} takes one of {1}, {"scope": …} prose or code.',
      given,
      TARGET_KINDS.join(', '),
    ),
    nextSteps: [
      { kind: 'command', label: t('Open Keyboard Shortcuts'), command: OPEN_KEYBOARD_SHORTCUTS },
    ],
  };
}

/** What the person is told about the key that starts dictation, where it does not arrive. */
export function keyAdviceMessage(advice: Advice): Message {
  const shortcuts: NextStep = {
    kind: 'command',
    label: t('Open Keyboard Shortcuts'),
    command: OPEN_KEYBOARD_SHORTCUTS,
  };
  if (advice === 'unheard') {
    return {
      severity: 'information',
      sentence: t(
        'Ctrl+Alt+D has not reached VS Code here yet. Shift+Alt+V starts dictation, too: some desktops, keyboard layouts and screen readers take the one or the other.',
      ),
      nextSteps: [shortcuts],
    };
  }
  return {
    severity: 'warning',
    sentence: t(
      'In a terminal, the key that starts dictation goes to the shell: another extension, or the settings, have terminal.integrated.commandsToSkipShell without it.',
    ),
    nextSteps: [{ kind: 'let-keys-through', label: t('Let the Key Through') }, shortcuts],
  };
}

/** The server runs another model than the settings ask for. */
export function modelMismatchMessage(asked: string, running: string): Message {
  return {
    severity: 'warning',
    sentence: t(
      'The speech recogniser runs the model {0} instead of {1}.',
      quote(running),
      quote(asked),
    ),
    nextSteps: [openSetting('recognition.model'), SHOW_LOG],
  };
}

/** The speech recogniser warns. @param text what it says, as it is shown */
export function recogniserWarningMessage(text: string): Message {
  return {
    severity: 'warning',
    sentence: t('The speech recogniser warns: “{0}”. Dictation goes on.', quote(text)),
    nextSteps: [
      { kind: 'open-settings', label: t('Open Settings'), query: 'voiceDictation.recognition' },
      SHOW_LOG,
    ],
  };
}

/** Changed settings (ids without prefix) that a running session cannot take over. */
export function settingsDeferredMessage(keys: readonly string[]): Message {
  const names = keys.map((key) => `voiceDictation.${key}`).join(', ');
  return {
    severity: 'information',
    sentence: t('Takes effect when dictation is started the next time: {0}.', names),
    nextSteps: [STOP_DICTATION],
  };
}

/** The chosen microphone died, and the system's default records instead. */
export function microphoneReplacedMessage(device: string): Message {
  return {
    severity: 'warning',
    sentence: t(
      "The microphone {0} does not record. Dictation goes on with the system's default microphone.",
      quote(device),
    ),
    nextSteps: [CHOOSE_MICROPHONE, STOP_DICTATION],
  };
}

/** The system has moved the recording to another microphone, as where its default has changed. */
function microphoneMovedMessage(label: string): Message {
  return {
    severity: 'information',
    sentence: t('The system records another microphone now: {0}.', quote(label)),
    nextSteps: [CHOOSE_MICROPHONE, STOP_DICTATION],
  };
}

/** A recorder has been installed, and only the person knows where the words were to go. */
export function recorderReadyMessage(): Message {
  return {
    severity: 'information',
    sentence: t(
      'The microphone can be recorded now. Put the caret where the words should go, and press the key.',
    ),
    nextSteps: [{ kind: 'command', label: t('Start Dictation'), command: 'voiceDictation.start' }],
  };
}

/**
 * A run that was still draining failed while the next one is on.
 *
 * @param keptMs speech of it that is kept for another try, milliseconds
 */
export function earlierRunFailedMessage(error: DictationError, keptMs: number): Message {
  const sentence = `${t('The dictation before this one did not end well.')} ${failureSentence(error)}`;
  return {
    severity: 'warning',
    sentence: keptMs === 0 ? sentence : `${sentence} ${keptAudioSentence(keptMs)}`,
    nextSteps: keptMs === 0 ? [SHOW_LOG] : [...KEPT_AUDIO_STEPS, SHOW_LOG],
  };
}

/**
 * The speech recogniser told sentences in an order in which nobody can have said them.
 *
 * @param keptMs speech of that run that is kept for another try, milliseconds
 */
export function orderBrokenMessage(keptMs: number): Message {
  return {
    severity: 'warning',
    sentence: [
      t(
        'The speech recogniser told sentences in another order than they were said. All are inserted as they came; check their order.',
      ),
      keptAudioSentence(keptMs),
      t('Another try writes it once more.'),
    ].join(' '),
    nextSteps: [...KEPT_AUDIO_STEPS, SHOW_LOG],
  };
}

/** A setting that is not used as it stands. */
export function settingProblemMessage({ key, problem, isDefaultUsed }: SettingProblem): Message {
  const id = `voiceDictation.${key}`;
  return {
    severity: 'warning',
    sentence: isDefaultUsed
      ? t('The setting {0} {1}; the default is used.', id, said(problem))
      : t('The setting {0} {1}.', id, said(problem)),
    nextSteps: [openSetting(key)],
  };
}

/** Add to Dictionary is done. @param key of the setting that has it now, without prefix */
export function dictionaryGrownMessage(word: string, key: SettingKey): Message {
  return {
    severity: 'information',
    sentence: t('“{0}” is in the dictionary.', quote(word)),
    nextSteps: [openSetting(key, t('Open Dictionary'))],
  };
}

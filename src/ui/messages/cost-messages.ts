import type { CostLimit } from '../../dictation/cost/cost-guard';
import { CONTINUE_PAST_BUDGET, EXTEND, START_AGAIN } from '../command-ids';
import { openSetting, quote, STOP_DICTATION, type Message, type NextStep } from './message';
import { t } from './translation';

const EXTEND_STEP: NextStep = { kind: 'command', label: t('Extend'), command: EXTEND };
const START: NextStep = { kind: 'command', label: t('Start Dictation'), command: START_AGAIN };
const CONTINUE: NextStep = {
  kind: 'command',
  label: t('Continue'),
  command: CONTINUE_PAST_BUDGET,
};
const SHOW_USAGE: NextStep = {
  kind: 'command',
  label: t('Show Usage'),
  command: 'voiceDictation.showUsage',
};

/** A limit of the cost settings is near. */
export function costWarningMessage(limit: CostLimit): Message {
  const severity = 'warning';
  switch (limit) {
    case 'silence':
      return {
        severity,
        sentence: t('Nobody has spoken for a while: dictation stops within a minute.'),
        nextSteps: [EXTEND_STEP, STOP_DICTATION],
      };
    case 'duration':
      return {
        severity,
        sentence: t('Dictation reaches its longest duration and stops within a minute.'),
        nextSteps: [EXTEND_STEP, STOP_DICTATION],
      };
    case 'budget':
      return {
        severity,
        sentence: t('80 % of the daily budget for dictation is spent.'),
        nextSteps: [SHOW_USAGE, openSetting('cost.dailyBudget')],
      };
  }
}

/** Dictation ends, or was not started, because of a limit of the cost settings. */
export function costStopMessage(limit: CostLimit): Message {
  const severity = 'information';
  switch (limit) {
    case 'silence':
      return {
        severity,
        sentence: t('Dictation was stopped, because nobody has spoken for a while.'),
        nextSteps: [START, openSetting('cost.stopAfterSilenceMs')],
      };
    case 'duration':
      return {
        severity,
        sentence: t('Dictation was stopped after its longest duration.'),
        nextSteps: [START, openSetting('cost.maxMinutes')],
      };
    case 'budget':
      return {
        severity: 'warning',
        sentence: t('The daily budget for dictation is spent.'),
        nextSteps: [CONTINUE, SHOW_USAGE, openSetting('cost.dailyBudget')],
      };
  }
}

/** The workspace's names are used only once the person agrees to what the model costs with them. */
export function namesPriceMessage(model: string): Message {
  const key = 'vocabulary.fromWorkspace';
  return {
    severity: 'information',
    sentence: t(
      'Names from this workspace can be sent to the recogniser, so that it expects them. With the model {0} that may cost extra (US$ 0.04 an hour on Universal-Streaming models).',
      quote(model),
    ),
    nextSteps: [
      { kind: 'change-setting', label: t('Use Them'), key, value: 'on' },
      { kind: 'change-setting', label: t('Never'), key, value: 'off' },
    ],
  };
}

import type { Submission } from '../../core/submission';
import type { RunningAgent } from '../../core/agents';
import { openSetting, quote, type Message } from './message';
import { t } from './translation';

/** What the status bar says for a moment, when a prompt has been sent. */
export function sentText(to: string): string {
  return `$(check) ${t('Sent to {0}', quote(to))}`;
}

/** A prompt was to be sent, and was not; it stands there still. */
export function notSentMessage({ outcome, to }: Submission): Message {
  const place = quote(to);
  return {
    severity: 'warning',
    sentence: `${sentenceFor(outcome, place)} ${t('Press Enter there to send what stands there.')}`,
    nextSteps: [openSetting('agents.programs', t('Agent Settings')), openSetting('agents.submit')],
  };
}

function sentenceFor(outcome: Submission['outcome'], place: string): string {
  switch (outcome) {
    case 'sent':
      return t('Sent to {0}.', place);
    case 'no-agent':
      return t(
        'Nothing was sent: it is not certain that a coding agent reads in “{0}”, and a shell would run it.',
        place,
      );
    case 'not-read':
      return t('Nothing was sent: “{0}” has not shown yet what was dictated.', place);
    case 'runs-command':
      return t('Nothing was sent: “{0}” would run what stands there in a shell.', place);
    case 'panel':
      return t('Nothing was sent: VS Code lets no other extension send in “{0}”.', place);
  }
}

/** Asks which agent is meant. */
export const PICK_AGENT = { title: t('Dictate to Agent'), placeHolder: t('Which one is it for?') };

/** One of the agents that may be meant, as it is listed. */
export function agentItem({ name, terminal, isWorking }: RunningAgent): {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
} {
  return {
    label: quote(name),
    description: t('Terminal {0}', quote(terminal)),
    detail: isWorking ? t('at work') : t('waits for you'),
  };
}

/** No agent runs, and none is found that could be started. */
export const NO_AGENT: Message = {
  severity: 'information',
  sentence: t(
    'No coding agent runs in a terminal of this window. Start one there, and dictate to it.',
  ),
  nextSteps: [openSetting('agents.programs', t('Agent Settings'))],
};

/** The most buttons that VS Code shows without hiding some. */
const MOST_ANSWERS = 3;

/** No agent runs: offers to start one. */
export function noAgentQuestion(installed: readonly string[]): {
  readonly sentence: string;
  readonly answers: readonly { readonly label: string; readonly name: string }[];
} {
  return {
    sentence: t(
      'No coding agent runs in a terminal of this window. Dictate to it when it has started.',
    ),
    answers: installed
      .slice(0, MOST_ANSWERS)
      .map((name) => ({ label: t('Start {0}', name), name })),
  };
}

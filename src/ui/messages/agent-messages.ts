import type { Submission } from '../../core/submission';
import type { RunningAgent } from '../../core/agents';
import { openSetting, quote, type Message } from './message';

/** What the status bar says for a moment, when a prompt has been sent. */
export function sentText(to: string): string {
  return `$(check) Sent to ${quote(to)}`;
}

/** A prompt was to be sent, and was not; it stands there still. */
export function notSentMessage({ outcome, to }: Submission): Message {
  const place = quote(to);
  return {
    severity: 'warning',
    sentence: `${sentenceFor(outcome, place)} Press Enter there to send what stands there.`,
    nextSteps: [openSetting('agents.programs', 'Open Agents'), openSetting('agents.submit')],
  };
}

function sentenceFor(outcome: Submission['outcome'], place: string): string {
  switch (outcome) {
    case 'sent':
      return `Sent to ${place}.`;
    case 'no-agent':
      return `Nothing was sent: it is not certain that a coding agent reads in “${place}”, and a shell would run it.`;
    case 'not-read':
      return `Nothing was sent: “${place}” has not shown yet what was dictated.`;
    case 'runs-command':
      return `Nothing was sent: “${place}” would run what stands there in a shell.`;
    case 'panel':
      return `Nothing was sent: VS Code lets no other extension send in “${place}”.`;
  }
}

/** Asks which agent is meant. */
export const PICK_AGENT = { title: 'Dictate to Agent', placeHolder: 'Which one is it for?' };

/** One of the agents that may be meant, as it is listed. */
export function agentItem({ name, terminal, isWorking }: RunningAgent): {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
} {
  return {
    label: quote(name),
    description: `Terminal ${quote(terminal)}`,
    detail: isWorking ? 'at work' : 'waits for you',
  };
}

/** No agent runs, and none is found that could be started. */
export const NO_AGENT: Message = {
  severity: 'information',
  sentence:
    'No coding agent runs in a terminal of this window. Start one there, and dictate to it.',
  nextSteps: [openSetting('agents.programs', 'Open Agents')],
};

/** The most buttons that VS Code shows without hiding some. */
const MOST_ANSWERS = 3;

/** No agent runs: offers to start one. */
export function noAgentQuestion(installed: readonly string[]): {
  readonly sentence: string;
  readonly answers: readonly { readonly label: string; readonly name: string }[];
} {
  return {
    sentence:
      'No coding agent runs in a terminal of this window. Dictate to it when it has started.',
    answers: installed.slice(0, MOST_ANSWERS).map((name) => ({ label: `Start ${name}`, name })),
  };
}

import type { Submission } from '../../core/submission';
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

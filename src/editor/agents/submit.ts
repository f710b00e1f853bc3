import * as vscode from 'vscode';
import type { Clock } from '../../core/clock';
import type { Submission } from '../../core/submission';
import type { TerminalReaders } from './terminal-readers';

/** An agent shows what it was given in milliseconds; one that is busy starting something, later. */
const SHOWN_DEADLINE_MS = 1000;

/** Agents take an Enter so soon after other keys for a line of a paste (Codex: 120 ms). */
const BEFORE_ENTER_MS = 200;

/** How agents are told to run a line in a shell: `!ls`, Aider's `/run ls`. */
const RUNS_COMMAND = /^\s*(?::?!|\$|\/(?:run|test|git|sh|shell|bash|exec|terminal)\b)/u;

const OPEN_REFERENCE = /(?:^|\s)@\S+$/u;

const ENTER = '\r';

export interface SubmitOptions {
  readonly readers: TerminalReaders;
  readonly clock: Clock;
}

/**
 * Presses Enter in a terminal, on its own and after the agent there has read what was written. Only where
 * it is certain, just before, that the same agent still reads: at a shell's prompt, Enter runs
 * what stands there.
 *
 * @param name what the place is called
 */
export async function submitIn(
  terminal: vscode.Terminal,
  name: string,
  { readers, clock }: SubmitOptions,
): Promise<Submission> {
  const program = readers.programIn(terminal);
  const prompt = readers.promptIn(terminal);
  const refused = (outcome: Submission['outcome']): Submission => ({ outcome, to: name });
  if ((await readers.certainty(terminal)) === undefined) return refused('no-agent');
  if (RUNS_COMMAND.test(prompt.left(true))) return refused('runs-command');
  const isShown = await readers.untilShown(terminal, SHOWN_DEADLINE_MS);
  const waitMs = prompt.sinceWroteMs < BEFORE_ENTER_MS ? BEFORE_ENTER_MS - prompt.sinceWroteMs : 0;
  await new Promise<void>((resolve) => clock.schedule(waitMs, resolve));
  // A file's name, still open, is being completed: Enter would take a suggestion.
  if (OPEN_REFERENCE.test(prompt.left(true))) {
    terminal.sendText(' ', false);
    await new Promise<void>((resolve) => clock.schedule(BEFORE_ENTER_MS, resolve));
  }
  const certainty = await readers.certainty(terminal);
  if (certainty === undefined || readers.programIn(terminal) !== program) {
    return refused('no-agent');
  }
  // Enter would follow text that nobody has read, to whoever reads next.
  if (!isShown && certainty.by !== 'process') return refused('not-read');
  terminal.sendText(ENTER, false);
  prompt.clear();
  return { outcome: 'sent', to: certainty.agent.name };
}

/** Sends what stands at the prompt of the agent that was dictated to last, or else of the active terminal. */
export async function sendToAgent({
  onDidSubmit,
  ...options
}: SubmitOptions & { readonly onDidSubmit: (submission: Submission) => void }): Promise<void> {
  const { readers } = options;
  const terminal = readers.lastAgent ?? vscode.window.activeTerminal;
  const submission: Submission =
    terminal === undefined
      ? { outcome: 'no-agent', to: 'terminal' }
      : await submitIn(terminal, terminal.name, options);
  onDidSubmit(submission);
}

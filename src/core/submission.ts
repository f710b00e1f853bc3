type Outcome =
  | 'sent'
  /** It is not certain that an agent or a chat reads there: a shell would run what stands there. */
  | 'no-agent'
  /** The agent has not shown what was written: it hangs, or is about to end. */
  | 'not-read'
  /** What stands there is a command for the agent to run in a shell: `!rm …`. */
  | 'runs-command'
  /** Another extension's panel, which VS Code lets nobody send in. */
  | 'panel';

/** What came of a prompt that was to be sent by dictation. */
export interface Submission {
  readonly outcome: Outcome;
  /** Whom the prompt is for, as the status bar calls it. */
  readonly to: string;
}

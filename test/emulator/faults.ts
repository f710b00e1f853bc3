/** Where in a session a mid-session fault strikes: when so much audio has come; default: at the first partial. */
interface MidSession {
  readonly afterAudioMs?: number;
}

/**
 * What a session can be made to do wrong or unusually, by name (docs/protocol.md §7,
 * §10). Several may apply to one session.
 */
export type FaultKind =
  /** The upgrade is answered with this HTTP status instead of 101. */
  | { readonly fault: 'upgrade-refused'; readonly status: 401 | 404 | 410 | 503 }
  /** The socket opens; no answer ever, not even to Terminate. */
  | { readonly fault: 'no-begin' }
  /** Begin, or a refusal, comes so much later. */
  | { readonly fault: 'begin-delay'; readonly ms: number }
  /** The key is refused after the 101, whatever it is: 1008. */
  | { readonly fault: 'bad-key' }
  /** The account is refused after the 101: 1008 with an account reason. */
  | { readonly fault: 'account-refused' }
  /** Documents disagree about the code: 1008 or 3009, default 3009. */
  | { readonly fault: 'too-many-sessions'; readonly code?: 1008 | 3009 }
  /** Close 1011 without an Error frame in place of Begin. */
  | { readonly fault: 'internal-error' }
  /** `Begin.configuration.model` names this model, whatever was asked for. */
  | { readonly fault: 'model-substituted'; readonly model: string }
  /** Error and close 3005 in mid-session. */
  | ({ readonly fault: 'server-error' } & MidSession)
  /** The TCP connection is reset in mid-session: the client sees 1006. */
  | ({ readonly fault: 'tcp-reset' } & MidSession)
  /** Half-open from then on: audio is accepted and recorded, nothing is answered, not even a close. */
  | ({ readonly fault: 'stall' } & MidSession)
  /** Error and close 3008 so long after Begin. */
  | { readonly fault: 'session-expiry'; readonly ms: number }
  /** Terminate is read and never answered. */
  | { readonly fault: 'terminate-without-reply' }
  /** Termination comes, the socket stays open. */
  | { readonly fault: 'termination-without-close' }
  /** Terminate is answered by finals and close 1000, without Termination. */
  | { readonly fault: 'close-without-termination' }
  /** Universal-Streaming with `format_turns`: the second, formatted message of a turn comes so much later. */
  | { readonly fault: 'formatted-turn-delayed'; readonly ms: number }
  /** The formatted message of a pair never comes. */
  | { readonly fault: 'formatted-turn-missing' }
  /** The unformatted message of a pair never comes. */
  | { readonly fault: 'unformatted-turn-missing' }
  /** Universal-Streaming: `utterance` is filled at a short pause, before the end of the turn (sequence b). */
  | { readonly fault: 'utterance-before-end' }
  /** Every final is followed by an empty final of the next `turn_order`. */
  | { readonly fault: 'empty-final' }
  /** Partials have an empty `transcript` and filled `words`. */
  | { readonly fault: 'transcript-empty-words-filled' }
  /** Every partial of two or more words is followed by one without its last word. */
  | { readonly fault: 'partial-shrinks' }
  /** Every Begin and Turn is followed by a message of a type nobody knows. */
  | { readonly fault: 'unknown-message-type' }
  /** Begin is followed by a Warning with this text. */
  | { readonly fault: 'warning'; readonly text: string }
  /** A `prompt` or `agent_context` in an update ends the session: 3006. */
  | { readonly fault: 'context-refused' }
  /** Heartbeats tell that nobody speaks, whatever is heard. */
  | { readonly fault: 'hears-nobody' }
  /** Every Begin and Turn is followed by a binary frame. */
  | { readonly fault: 'binary-frame' };

/** A fault and the session it strikes, counted from 0 over all upgrade requests; default: every session. */
export type Fault = FaultKind & { readonly session?: number };

/** Names of all faults. */
export type FaultName = FaultKind['fault'];

const MID_SESSION = ['server-error', 'tcp-reset', 'stall'] as const;

/** The faults of one session, looked up by name. */
export class SessionFaults {
  private readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[], session: number) {
    this.faults = faults.filter((fault) => (fault.session ?? session) === session);
  }

  has(name: FaultName): boolean {
    return this.faults.some(({ fault }) => fault === name);
  }

  get<N extends FaultName>(name: N): Extract<Fault, { fault: N }> | undefined {
    return this.faults.find((fault): fault is Extract<Fault, { fault: N }> => fault.fault === name);
  }

  /** The mid-session fault that strikes now. */
  due(receivedMs: number, isPartial: boolean): (typeof MID_SESSION)[number] | undefined {
    return MID_SESSION.find((name) => {
      const fault = this.get(name);
      if (fault === undefined) return false;
      return fault.afterAudioMs === undefined ? isPartial : receivedMs >= fault.afterAudioMs;
    });
  }
}

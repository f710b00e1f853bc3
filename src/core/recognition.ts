import type { Disposable, Event } from './events';
import type { DictationError } from './failure';
import type { Encoding, RecognitionSettings, SampleRate } from './settings';

/** One recognised word; times are milliseconds since the session's first audio. */
export interface Word {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly isFinal: boolean;
}

/** The recogniser's view of one turn (AssemblyAI's `Turn`); later ones replace earlier ones of the same `order`. */
export interface Turn {
  /** 0, 1, 2 … within the session (`turn_order`). */
  readonly order: number;
  /** The turn's text so far; may be empty although `words` is not. */
  readonly transcript: string;
  readonly words: readonly Word[];
  /** Whether the turn is over (`end_of_turn`). */
  readonly isEnd: boolean;
  /**
   * True on an ended turn that the server will send once more, formatted: Universal-Streaming models
   * with `format_turns` (docs/protocol.md §5.3 c). The session knows model and settings, so it
   * decides; always false for Pro models, for partials and for the formatted version itself.
   */
  readonly awaitsFormatting: boolean;
}

/** What the server said at the beginning of a session. */
export interface SessionBegin {
  /** What the provider's support asks for: a UUID; none where the server's id is none. */
  readonly sessionId: string | undefined;
  /** The model that really runs (`Begin.configuration.model`); older servers do not tell. */
  readonly model: string | undefined;
  /** Unix time in milliseconds after which the server ends the session. */
  readonly expiresAtMs: number;
}

/** How a session ended. */
export type SessionEnd =
  | {
      readonly kind: 'terminated';
      readonly audioDurationMs: number;
      /** What AssemblyAI bills: the time the socket was open. */
      readonly sessionDurationMs: number;
    }
  | { readonly kind: 'failed'; readonly error: DictationError };

/** What a session is opened with. */
export interface SessionOptions {
  readonly recognition: RecognitionSettings;
  readonly sampleRate: SampleRate;
  readonly encoding: Encoding;
  /**
   * The raw API key; empty when the endpoint needs none (self-hosted on this machine). Never sent
   * when `recognition.tokenUrl` is set: each session then gets a temporary token from there.
   */
  readonly apiKey: string;
}

/**
 * One WebSocket session, Begin to Termination. Events are never fired before the maker's current
 * synchronous code has ended. Contract suite: `test/contracts/session.ts`.
 */
export interface TranscriptionSession extends Disposable {
  readonly onDidBegin: Event<SessionBegin>;
  readonly onDidReceiveTurn: Event<Turn>;
  /** Exactly once unless disposed first; no other event follows. The socket is closed or closing. */
  readonly onDidEnd: Event<SessionEnd>;
  /** Resolves when the socket is closed, after `dispose` too; never rejects, bounded by a deadline. */
  readonly closed: Promise<void>;
  /** Whether the network does not keep up with what was sent: send more when it has. */
  readonly isCongested: boolean;
  /** The shortest silence that ends a turn by itself, with the model and the settings that are on. */
  readonly shortestPauseMs: number;
  /**
   * Sends one 50 ms frame in the session's encoding. Before Begin frames queue, and go out in
   * messages of at most 1000 ms when it comes. Ignored after `terminate` and after the end.
   */
  send(frame: Uint8Array): void;
  /** Asks that the current turn ends now (ForceEndpoint). Ignored unless begun. */
  forceEndpoint(): void;
  /**
   * Sends what can be changed in a running session (UpdateConfiguration).
   * @returns the settings that differ but cannot be changed until the next session, as ids without prefix
   */
  update(recognition: RecognitionSettings): readonly string[];
  /**
   * Drains: queued audio goes out (after Begin, if that is still to come), then Terminate; turns
   * keep arriving until the end. Without an answer the session ends as `termination-timeout`.
   */
  terminate(): void;
  /** Drops what is queued, terminates and closes in the background; no event is delivered any more. */
  dispose(): void;
}

/** Opens a session; what goes wrong arrives by {@link TranscriptionSession.onDidEnd}. */
export type ConnectSession = (options: SessionOptions) => TranscriptionSession;

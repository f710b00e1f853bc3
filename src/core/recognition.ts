import type { Disposable, Event } from './events';
import type { DictationError } from './failure';
import type { AudioFormat } from './pcm';
import type { RecognitionSettings } from './settings';

/** What the rest of the house must know of a provider, with one of its models. */
export interface ProviderTraits {
  /** Nothing that is said leaves this computer. */
  readonly isLocal: boolean;
  /** The model that is asked for; undefined: the provider chooses. */
  readonly model: string | undefined;
  /** The person pays for as long as sessions are open: they are parked in silence, and have a budget. */
  readonly billsOpenTime: boolean;
  /** Whether words can be told to be expected, and whether the price includes that. */
  readonly keyterms: 'included' | 'extra' | 'no';
  /** It makes use of what it is told of the place, and of what was said before. */
  readonly takesContext: boolean;
  /** A turn ends by then, whether anybody paused or not. */
  readonly longestTurnMs: number;
  /** How many times as fast as people speak it listens, at most; finite. */
  readonly hearingRate: number;
  /** By how much it may be wrong about when a turn's last word ends, and hardly ever by more. */
  readonly wordEnd: { readonly possible: TimeSlack; readonly usual: TimeSlack };
}

/** How much earlier and later than told something may really be. */
export interface TimeSlack {
  readonly earlierMs: number;
  readonly laterMs: number;
}

/** One recognised word; times are milliseconds since the session's first audio. */
export interface Word {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** The text of one turn: of what is said between two pauses. */
export interface Final {
  /** Which turn of its session: later ones have greater numbers. */
  readonly turn: number;
  /** Plain text; never blank where it is final. */
  readonly text: string;
  /** Its words with their times, as far as the provider tells. */
  readonly words: readonly Word[];
  /** Code of the language that the provider has heard it in, where it tells. */
  readonly language?: string | undefined;
}

/** What a session makes of the audio. */
export type TranscriptEvent =
  /** The text of what is not final yet, '' when nothing is; replaces the one before. Only shown. */
  | { readonly kind: 'partial'; readonly text: string }
  /** A turn is over, once a turn; its final follows, perhaps later, unless nothing was said. */
  | {
      readonly kind: 'turn-end';
      readonly turn: number;
      /** The shortest silence that ends a turn by itself, with the model and settings that are on. */
      readonly shortestPauseMs: number;
    }
  /** Text to insert, exactly once a turn. */
  | { readonly kind: 'final'; readonly final: Final }
  /** Turns ended in an order in which nobody can have said them; again with each from then on. */
  | { readonly kind: 'disorder' }
  | ListeningHint;

/** What a provider tells of how it listens. */
export type ListeningHint =
  /** How sure it was, at most, that somebody spoke lately: 0 to 1. Now and then. */
  | { readonly kind: 'speech'; readonly probability: number }
  /** Something that the person may be able to mend, in the provider's words, safe to show. */
  | { readonly kind: 'warning'; readonly text: string };

/** What is known when a session begins. */
export interface SessionBegin {
  /** What the provider's support asks for; none where there is none. */
  readonly sessionId: string | undefined;
  /** The model that really runs, where the provider tells. */
  readonly model: string | undefined;
}

/** How a session ended. */
export type SessionEnd =
  { readonly kind: 'terminated' } | { readonly kind: 'failed'; readonly error: DictationError };

/** What a session is opened with. */
export interface SessionOptions extends AudioFormat {
  readonly recognition: RecognitionSettings;
  /**
   * What was said in the run before, for a provider that {@link ProviderTraits.takesContext}: told once
   * the session has begun, never in an address, and not to be heard again.
   */
  readonly said?: string | undefined;
}

/**
 * One session of a provider, from its opening to its end. Events are never fired before the maker's
 * current synchronous code has ended. Contract suite: `test/contracts/session.ts`.
 */
export interface TranscriptionSession extends Disposable {
  /** The provider's, with the model that runs. */
  readonly traits: ProviderTraits;
  /** The provider listens; nothing is told before. At most once. */
  readonly onDidBegin: Event<SessionBegin>;
  readonly onDidTranscribe: Event<TranscriptEvent>;
  /**
   * Exactly once unless disposed first; no other event follows. Turns that were over are final by
   * then, and what it used is closed or closing.
   */
  readonly onDidEnd: Event<SessionEnd>;
  /** Resolves when all that it used is closed, after `dispose` too; never rejects, bounded by a deadline. */
  readonly closed: Promise<void>;
  /** What is heard of turns that are not final, oldest first, '' if nothing; stays as it is at the end. */
  readonly unfinished: readonly Final[];
  /** What the person pays for, so far: 0 before it has begun, and where nothing is billed. */
  readonly billedMs: number;
  /** Whether it does not keep up with what it was sent: send more when it has. */
  readonly isCongested: boolean;
  /**
   * Sends one 50 ms frame in the session's format; before it has begun, frames queue. Ignored after
   * `terminate` and after the end.
   */
  send(frame: Uint8Array): void;
  /** Asks that the current turn ends now. Ignored unless begun. */
  forceEndpoint(): void;
  /**
   * Applies what can be changed in a running session.
   *
   * @param place what is dictated where, in words, for a provider that {@link ProviderTraits.takesContext};
   *   '': nothing is to be told of it
   * @returns the settings that differ but cannot be changed until the next session, as ids without prefix
   */
  update(recognition: RecognitionSettings, place?: string): readonly string[];
  /**
   * Drains: queued audio is heard (after the beginning, if that is still to come), and the session
   * ends; events keep arriving until then. A provider that does not confirm the end in time fails
   * the session as `termination-timeout`.
   */
  terminate(): void;
  /** Drops what is queued and closes in the background; no event is delivered any more. */
  dispose(): void;
}

/** Opens a session; what goes wrong arrives by {@link TranscriptionSession.onDidEnd}. */
export type ConnectSession = (options: SessionOptions) => TranscriptionSession;

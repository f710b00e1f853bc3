/** Messages of the server (docs/protocol.md §5), in the order of keys seen live. */

/** A failure as the server words it; it becomes an Error frame and a close with the same code. */
export interface ServerError {
  readonly code: number;
  readonly error: string;
}

/** Reason of every close that follows an Error frame (§7). */
export const SEE_ERROR_MESSAGE = 'See Error message for details';

/** A word of a Turn; times in milliseconds since the session's first audio. */
export interface TurnWord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly confidence: number;
  readonly word_is_final: boolean;
}

/** A Turn (§5.2); `type` stands last, as it does live. */
export interface TurnMessage {
  readonly turn_order: number;
  readonly turn_is_formatted: boolean;
  readonly end_of_turn: boolean;
  readonly transcript: string;
  readonly end_of_turn_confidence: number;
  readonly words: readonly TurnWord[];
  readonly utterance: string;
  /** Of ended turns, where `language_detection` asks for it; of whisper-rt always. */
  readonly language_code?: string;
  readonly language_confidence?: number;
  readonly type: 'Turn';
}

/** Everything the emulator sends as JSON; `Telemetry` is a type that nobody knows. */
export type ServerMessage =
  | TurnMessage
  | {
      readonly type: 'Begin';
      readonly id: string;
      /** Unix seconds. */
      readonly expires_at: number;
      readonly configuration: Readonly<Record<string, unknown>>;
    }
  | { readonly type: 'SpeechStarted'; readonly timestamp: number; readonly confidence: number }
  | {
      readonly type: 'Heartbeat';
      readonly total_audio_received_ms: number;
      readonly total_duration_ms: number;
      readonly realtime_factor: number;
      readonly max_speech_probability: number;
    }
  | { readonly type: 'Warning'; readonly warning_code: number; readonly warning: string }
  | { readonly type: 'Error'; readonly error_code: number; readonly error: string }
  | {
      readonly type: 'Termination';
      readonly audio_duration_seconds: number;
      readonly session_duration_seconds: number;
    }
  | { readonly type: 'Telemetry'; readonly note: string };

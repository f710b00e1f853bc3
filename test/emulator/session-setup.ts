import type { Clock } from '../../src/core/clock';
import type { SessionFaults } from './faults';
import type { ServerError, ServerMessage } from './messages';
import type { CreateRecogniser } from './recogniser';
import type { SessionRecording } from './record';

/** What a session does to its socket. */
interface SessionWire {
  send(message: ServerMessage): void;
  sendBinary(bytes: Uint8Array): void;
  close(code: number, reason: string): void;
  /** Resets the TCP connection. */
  reset(): void;
  /** Lets nothing out any more, not even a close. */
  mute(): void;
}

/** What a session is made of. */
export interface SessionSetup {
  readonly record: SessionRecording;
  readonly faults: SessionFaults;
  readonly clock: Clock;
  readonly createRecogniser: CreateRecogniser;
  /** The longest session that the credentials allow, seconds, or why they do not. */
  readonly credentials: number | ServerError;
  readonly wire: SessionWire;
}

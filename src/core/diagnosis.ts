import type { RecorderName } from './settings';

/** A recorder that is installed. */
export interface InstalledRecorder {
  readonly name: RecorderName;
  readonly file: string;
}

/** One, and the version that it says it is, if it says any. */
export interface VersionedRecorder {
  readonly name: RecorderName;
  readonly version: string | undefined;
}

/** How a server was reached: milliseconds of each step, where it was taken; or the code of what failed. */
export interface Reached {
  readonly dnsMs?: number;
  readonly connectMs?: number;
  readonly tlsMs?: number;
  readonly answerMs?: number;
  /** How much later this computer's clock is than the server's; to a second. */
  readonly clockAheadMs?: number;
  readonly failure?: string;
}

import type { Fault } from '../emulator/faults';
import type { ServerManner } from './server-manner';

/** A time in which the network is gone. */
export interface Outage {
  readonly fromMs: number;
  readonly toMs: number;
  /** How long after `fromMs` an open socket notices; Infinity: half-open, it never does. */
  readonly noticedAfterMs: number;
}

/** What happens to one message of the server, and nothing is wrong with the connection. */
export interface Hiccup {
  /** Counted from 0 over all connections. */
  readonly session: number;
  /** Which of the session's messages, counted from 0. */
  readonly message: number;
  /** `again`: the same message comes once more, `ms` later. `late`: it and all after it wait `ms`. */
  readonly kind: 'again' | 'late';
  readonly ms: number;
}

/** What can happen in a {@link SimulatedNetwork}. */
export interface NetworkTrouble {
  readonly outages: readonly Outage[];
  readonly faults: readonly Fault[];
  readonly hiccups: readonly Hiccup[];
  /** Default: as the emulator. */
  readonly server?: ServerManner;
}

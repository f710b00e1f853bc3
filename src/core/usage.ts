/** Time that sessions with one model were open, as AssemblyAI bills it (docs/protocol.md §8). */
export interface BilledTime {
  readonly model: string;
  readonly billedMs: number;
  /** How much this computer heard, which nobody bills; absent: nothing. */
  readonly freeMs?: number;
}

/** What was billed, or heard for nothing, on one day with one model. */
export interface UsageEntry extends BilledTime {
  /** The person's local day, `2026-11-22`. */
  readonly day: string;
}

/** Keeps entries for all windows; none overwrites another's, neither method throws. */
export interface UsageStore {
  append(entry: UsageEntry): void;
  /** All entries of all windows, in no particular order. */
  read(): readonly UsageEntry[];
}

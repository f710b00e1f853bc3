import type { Closers } from '../harness/closers';
import type { Notes } from './results';

/** What a part is given. */
export interface PartContext {
  /** How often everything is measured. */
  readonly runs: number;
  readonly notes: Notes;
  /** Closed when the part is over, whatever way. */
  readonly closers: Closers;
}

/** Something that is measured in a process of its own. */
export interface Part {
  /** With five runs, on an idle machine with two cores; after twice that it is given up. */
  readonly seconds: number;
  /** Notes what it measures as it goes: what it has when it fails is kept. */
  measure(context: PartContext): Promise<void>;
}

import type { Disposable, Event } from './events';
import type { Target } from './target';

/** The workspace's names as they are spoken, for one target; found out more and more of, and kept up to date. */
export interface WorkspaceNames extends Disposable {
  /** What is known now, the most useful first; the same list as long as it has the same names. */
  readonly current: readonly string[];
  /** What is dictated where, in sentences, as far as that may be told; '': nothing may. */
  readonly place: string;
  /** {@link current} has other names than before, or {@link place} another text; at most every few seconds. */
  readonly onDidChange: Event<void>;
}

/** A word of the workspace as it is told the recogniser, and where the names stand that it is said for. */
export interface ToldWord {
  readonly term: string;
  /** URIs of files; '' for the branch that is checked out. */
  readonly sources: readonly string[];
}

/** Looks for names until what it returns is disposed; returns at once. */
export type WatchNames = (
  target: Pick<Target, 'kind' | 'resource' | 'placeInDocument'>,
) => Promise<WorkspaceNames>;

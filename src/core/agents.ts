/** A coding agent that runs in a terminal of the window. */
export interface RunningAgent {
  /** Tells it from the others of one list. */
  readonly id: number;
  /** As the status bar calls it: `claude`. */
  readonly name: string;
  /** The title of its terminal. */
  readonly terminal: string;
  readonly isWorking: boolean;
}

/** The coding agents of the window. */
export interface Agents {
  /** Those that run. */
  list(): readonly RunningAgent[];
  /** Whether it is plain which one is meant: one was dictated to last and still runs, or only one runs. */
  readonly isPlain: boolean;
  /** From now on this one of {@link list} is meant. @returns whether it still runs */
  choose(id: number): boolean;
  /** Names of agents that could be started here; nothing is started to find out. */
  installed(): Promise<readonly string[]>;
  /** Opens a terminal and starts one of {@link installed} there. */
  start(name: string): void;
}

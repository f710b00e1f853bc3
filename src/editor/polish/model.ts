import type { PolishProblem } from '../../core/polish';

/** One text for a model to polish. */
export interface PolishRequest {
  /** What it is to do; nothing of it is the person's. */
  readonly instructions: string;
  /** What was said, marked as such. */
  readonly text: string;
  /** The answer may be no longer, in characters. */
  readonly longest: number;
  readonly signal: AbortSignal;
  /** Told that an answer waits for the person to allow it, and that they have. */
  readonly onDidAsk: (isAnswered: boolean) => void;
}

/** Asks a language model. @throws {PolishError} */
export type AskModel = (request: PolishRequest) => Promise<string>;

/** Why a model gave no text. */
export class PolishError extends Error {
  override readonly name = 'PolishError';

  /** @param code Node's or HTTP's, which may be logged */
  constructor(
    readonly problem: PolishProblem,
    readonly code = '',
  ) {
    super(code === '' ? problem : `${problem} (${code})`);
  }
}

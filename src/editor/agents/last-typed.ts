import type { InsertionOutcome } from '../../core/target';

/** A prompt at which something was typed. */
export interface TypedPrompt {
  /** Takes back what was said last there. */
  takeLastBack(): Promise<InsertionOutcome>;
  /** Sends what stands there; nothing: who reads there has to be looked up. */
  send?(): Promise<void>;
}

/** What dictation has typed last at a prompt, as long as it has written nothing in a document since. */
export class LastTyped {
  private last: { readonly target: TypedPrompt; readonly utterance: number } | undefined;

  /** @param newest the number of the utterance that was written last in a document */
  constructor(private readonly newest: () => number) {}

  note(target: TypedPrompt): void {
    this.last = { target, utterance: this.newest() };
  }

  /**
   * Takes back what was typed last.
   *
   * @returns whether it could be; undefined: something was written in a document since, or nothing typed
   */
  async takeBack(): Promise<boolean | undefined> {
    const { last } = this;
    if (last?.utterance !== this.newest()) return undefined;
    return (await last.target.takeLastBack()) === 'performed';
  }

  /** Sends what stands where something was typed last, if that can be told. */
  send(): Promise<void> | undefined {
    return this.last?.target.send?.();
  }
}

import type { InsertionOutcome } from '../../core/target';

/** Where something was typed that can be taken back again. */
export interface TakesBack {
  /** Takes back what was said last there. */
  takeLastBack(): Promise<InsertionOutcome>;
}

/** What dictation has typed last at a prompt, as long as it has written nothing in a document since. */
export class LastTyped {
  private last: { readonly target: TakesBack; readonly utterance: number } | undefined;

  /** @param newest the number of the utterance that was written last in a document */
  constructor(private readonly newest: () => number) {}

  note(target: TakesBack): void {
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
}

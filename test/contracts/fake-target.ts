import type { FailureReason } from '../../src/core/failure';
import type { DocumentPlace, InsertionOutcome, Target, WrittenText } from '../../src/core/target';

/** Target that keeps what it was given; `outcome` is what it answers. */
export class FakeTarget implements Target {
  readonly kind = 'editor';
  name: string | undefined;
  resource: string | undefined;
  placeInDocument: DocumentPlace | undefined;
  written: WrittenText | undefined;
  /** What {@link findProblem} finds. */
  problem: Promise<FailureReason | undefined> = Promise.resolve(undefined);
  readonly inserted: string[] = [];
  /** Every partial that it was told to show. */
  readonly partials: string[] = [];
  outcome: InsertionOutcome = 'inserted';
  isDisposed = false;
  /** With how many words it was told each time that the key was let go. */
  readonly releases: number[] = [];
  /** How many of {@link inserted} are of an earlier run. */
  private earlier = 0;

  /** @param onInsert is called with each final, before it counts as inserted */
  constructor(private readonly onInsert: (text: string) => unknown = () => undefined) {}

  findProblem(): Promise<FailureReason | undefined> {
    return this.problem;
  }

  async insert(text: string): Promise<InsertionOutcome> {
    await Promise.resolve();
    if (this.outcome === 'inserted') {
      await this.onInsert(text);
      this.inserted.push(text);
    }
    return this.outcome;
  }

  showPartial(text: string): void {
    this.partials.push(text);
  }

  released(words: number): Promise<void> {
    this.releases.push(words);
    return Promise.resolve();
  }

  resume(): void {
    this.earlier = this.inserted.length;
  }

  takeBack(): Promise<number> {
    return Promise.resolve(this.inserted.splice(this.earlier).length);
  }

  dispose(): void {
    this.isDisposed = true;
  }
}

/** What is told one after the other to whoever asks for it, until its end. */
export class Heard<T> implements AsyncIterable<T> {
  private readonly waiting: T[] = [];
  private failure: Error | undefined;
  private hasEnded = false;
  private wake: () => void = () => undefined;

  get isEnded(): boolean {
    return this.hasEnded;
  }

  /** @returns whether it will be told */
  add(value: T): boolean {
    if (this.hasEnded) return false;
    this.waiting.push(value);
    this.wake();
    return true;
  }

  /** Nothing more comes. @param failure why, where that is none of the asker's doing */
  end(failure?: Error): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.failure = failure;
    this.wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      const [next] = this.waiting.splice(0, 1);
      if (next !== undefined) yield next;
      else if (this.hasEnded) break;
      else {
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
      }
    }
    if (this.failure !== undefined) throw this.failure;
  }
}

/** What has to be closed in the end, in the reverse order of its opening. */
export class Closers {
  private readonly closers: (() => unknown)[] = [];
  private isClosing = false;

  add(close: () => unknown): void {
    this.closers.push(close);
  }

  /**
   * Waits for what is being opened, and closes it in the end.
   *
   * @throws {Error} when the end came meanwhile; it is closed all the same
   */
  async open<T>(opening: Promise<T>, close: (opened: T) => unknown): Promise<T> {
    this.add(() => opening.then(close, () => undefined));
    const opened = await opening;
    if (this.isClosing) throw new Error('closed while it was being opened');
    return opened;
  }

  /**
   * Closes everything, what is added meanwhile too.
   *
   * @throws the first reason why something could not be closed; the rest is closed all the same
   */
  async closeAll(): Promise<void> {
    this.isClosing = true;
    const failures: unknown[] = [];
    for (let close = this.closers.pop(); close !== undefined; close = this.closers.pop()) {
      try {
        await close();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}

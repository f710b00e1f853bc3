import { Emitter, type Disposable } from '../core/events';

/**
 * Dictated text that could not be inserted, in the order it was said. It stays, until the window
 * closes, however often its notification is dismissed: only handing it over removes it.
 */
export class KeptText implements Disposable {
  private readonly changes = new Emitter<void>();
  private pieces: readonly { readonly text: string }[] = [];

  readonly onDidChange = this.changes.event;

  get isEmpty(): boolean {
    return this.pieces.length === 0;
  }

  add(text: string): void {
    this.pieces = [...this.pieces, { text: text.trim() }];
    this.changes.fire();
  }

  /**
   * Gives everything kept to `receive`, and lets go of it once that has succeeded.
   *
   * @throws what `receive` throws; the text is then still kept
   */
  async handOver(receive: (text: string) => PromiseLike<unknown>): Promise<void> {
    const { pieces } = this;
    await receive(pieces.map((piece) => piece.text).join(' '));
    this.pieces = this.pieces.filter((piece) => !pieces.includes(piece));
    this.changes.fire();
  }

  dispose(): void {
    this.changes.dispose();
  }
}

/** Something that holds a resource until it is let go; disposing twice is harmless. */
export interface Disposable {
  dispose(): void;
}

/** Subscribes a listener; whoever subscribes owns the returned disposable. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/** The firing side of an {@link Event}. After `dispose` nothing is delivered any more. */
export class Emitter<T> implements Disposable {
  private readonly listeners = new Set<(value: T) => void>();

  readonly event: Event<T> = (listener) => {
    // Wrapped, so that the same function subscribed twice is two subscriptions.
    const own = (value: T): void => {
      listener(value);
    };
    this.listeners.add(own);
    return { dispose: () => this.listeners.delete(own) };
  };

  /** Calls every listener in order of subscription, synchronously. */
  fire(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }

  dispose(): void {
    this.listeners.clear();
  }
}

/** Disposes all of `disposables`, last added first, as one. */
export function disposeAll(disposables: readonly Disposable[]): void {
  for (const disposable of [...disposables].reverse()) disposable.dispose();
}

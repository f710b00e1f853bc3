/**
 * A loop that can be left at any moment, also while it waits for its next step, which then is the last:
 * a generator alone would first wait for that.
 *
 * @param begin makes the steps, which end soon after `left` aborts
 */
export function leavable<T>(
  begin: (left: AbortSignal) => AsyncGenerator<T, void>,
): AsyncIterableIterator<T> {
  const left = new AbortController();
  const steps = begin(left.signal);
  return {
    next: () => steps.next(),
    return: () => {
      left.abort();
      return steps.return();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Far above any honest duration; a test that waits this long fails. */
const DEADLINE_MS = 10_000;

/** Lets tests wait for what becomes of something that changes, without sleeping and not for ever. */
export class Condition {
  private readonly waiting = new Set<() => void>();

  /** @param describe what is so far, for the error of who waited in vain */
  constructor(private readonly describe: () => string) {}

  /** To be called after every change. */
  changed(): void {
    for (const look of [...this.waiting]) look();
  }

  /** Resolves with what `pick` finds, now or after a change; rejects at a generous deadline. */
  until<T>(pick: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(deadline);
        this.waiting.delete(look);
      };
      const look = (): void => {
        const picked = pick();
        if (picked === undefined) return;
        stop();
        resolve(picked);
      };
      const deadline = setTimeout(() => {
        stop();
        reject(new Error(`waited in vain: ${this.describe()}`));
      }, DEADLINE_MS);
      this.waiting.add(look);
      look();
    });
  }
}

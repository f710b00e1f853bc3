/** Which advice about the key a person may be given, each once on this computer. */
export type Advice = 'kept-from-terminals' | 'unheard';

/** So many dictations that were begun without the key, and never one with it, tell that it does not arrive. */
const STARTS_WITHOUT_KEY = 3;

const STORAGE_KEY = 'keyAdvice';

export interface KeyAdviceOptions {
  /** The extension's `globalState`, which stays on this computer. */
  readonly storage: {
    get(key: string): unknown;
    update(key: string, value: unknown): PromiseLike<void>;
  };
  /** Tells it to the person. */
  readonly tell: (advice: Advice) => void;
}

/**
 * Finds out that the key does not reach the extension, as far as that can be: a desktop, a keyboard's
 * layout or a screen reader may take it before VS Code, and a terminal's shell behind it.
 */
export class KeyAdvice {
  private starts = 0;

  constructor(private readonly options: KeyAdviceOptions) {}

  /** Dictation was begun by a command, not by the key. */
  startedWithoutKey(): void {
    this.starts++;
    if (this.starts >= STARTS_WITHOUT_KEY && this.isDue('unheard')) this.options.tell('unheard');
  }

  /** The key, or a key of the person's own, has arrived: there is nothing to advise, ever. */
  keyArrived(): void {
    this.isDue('unheard');
  }

  /** In a terminal, the key goes to the shell. */
  keptFromTerminals(): void {
    if (this.isDue('kept-from-terminals')) this.options.tell('kept-from-terminals');
  }

  /** Once. */
  private isDue(advice: Advice): boolean {
    const { storage } = this.options;
    const stored = storage.get(STORAGE_KEY);
    const given: readonly unknown[] = Array.isArray(stored) ? stored : [];
    if (given.includes(advice)) return false;
    void storage.update(STORAGE_KEY, [...given, advice]);
    return true;
  }
}

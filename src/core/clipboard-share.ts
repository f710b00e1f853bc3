/** The clipboard as an extension has it: text, nothing else. */
export interface Clipboard {
  readText(): PromiseLike<string>;
  writeText(text: string): PromiseLike<void>;
}

/** The computer's one clipboard, on which one window at a time has a text that is to be pasted. */
export interface ClipboardShare {
  /** Resolves when no other window has one there, or within some seconds; never rejects. */
  untilFree(): Promise<void>;
  /** This window has `text` there, from now on. */
  take(text: string): void;
  /** It has none any more. */
  leave(): void;
  /** Takes off what a window that was killed has left there; never rejects. */
  clearLeft(clipboard: Clipboard): Promise<void>;
}

/** Of a window that shares it with no other. */
export const UNSHARED: ClipboardShare = {
  untilFree: () => Promise.resolve(),
  take: () => undefined,
  leave: () => undefined,
  clearLeft: () => Promise.resolve(),
};

/** The computer's one clipboard, on which one window at a time has a text that is to be pasted. */
export interface ClipboardShare {
  /** Resolves when no other window has one there, or within some seconds; never rejects. */
  untilFree(): Promise<void>;
  /** This window has one there, from now on. */
  take(): void;
  /** It has none any more. */
  leave(): void;
}

/** Of a window that shares it with no other. */
export const UNSHARED: ClipboardShare = {
  untilFree: () => Promise.resolve(),
  take: () => undefined,
  leave: () => undefined,
};

/** The longest delay before a held key repeats: Windows' slowest setting is one second. */
const REPEAT_DELAY_MS = 1050;

/** The longest pause between two repeats of a held key: Windows' slowest setting is two a second. */
const REPEAT_INTERVAL_MS = 550;

/**
 * Tells a key press from the auto-repeat of a held key, which VS Code runs as the same command
 * again and again (microsoft/vscode#322395): a held key is one toggle, never a flutter.
 */
export class ToggleGate {
  private acceptedMs = -Infinity;
  private seenMs = -Infinity;

  /** Whether the toggle at `nowMs` is a press of its own. */
  accepts(nowMs: number): boolean {
    const isRepeat =
      nowMs - this.acceptedMs < REPEAT_DELAY_MS || nowMs - this.seenMs < REPEAT_INTERVAL_MS;
    this.seenMs = nowMs;
    if (isRepeat) return false;
    this.acceptedMs = nowMs;
    return true;
  }
}

import { UNSHARED, type Clipboard, type ClipboardShare } from '../../core/clipboard-share';
import type { Clock } from '../../core/clock';
import type { Disposable } from '../../core/events';

/** The command answers in milliseconds; a window that hangs must not keep dictation from ending. */
export const PASTE_DEADLINE_MS = 2000;

/**
 * Whoever is pasted into may read the clipboard in a process of its own, after the command has
 * answered, and nobody tells when it has. Until then it must find its own text there: neither the next
 * one's, so pastes are so far apart …
 */
export const APART_MS = 2000;

/** … nor what the person had copied, perhaps a secret: that comes back so long after the last paste. */
export const GIVEN_BACK_AFTER_MS = 5000;

/**
 * The person's clipboard, borrowed for pastes. What was on it, or what they have copied since, is given
 * back when nothing can be under way any more, or when the window closes.
 */
export class ClipboardLoan {
  /** What to give back; undefined: nothing is borrowed. */
  private theirs: string | undefined;
  private ours = '';
  private pastedAtMs = -Infinity;
  private due: Disposable | undefined;
  private isClosed = false;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly clipboard: Clipboard,
    private readonly clock: Clock,
    private readonly share: ClipboardShare = UNSHARED,
  ) {}

  /** What the person has on it. */
  async readText(): Promise<string> {
    const current = await this.clipboard.readText();
    return this.theirs !== undefined && current === this.ours ? this.theirs : current;
  }

  /**
   * Has `text` pasted, after what was to be pasted before.
   *
   * @param paste makes VS Code paste where the focus is
   * @throws {Error} when the window does not answer or refuses, or closes
   */
  paste(text: string, paste: () => PromiseLike<unknown>): Promise<void> {
    return this.inTurn(async () => {
      this.due?.dispose();
      await this.untilRead();
      // What another window has there for its paste is nothing that the person has copied.
      if (this.theirs === undefined) {
        await this.share.untilFree();
        await this.share.clearLeft(this.clipboard);
      }
      // Theirs is also what they have copied since the last paste.
      const theirs = await this.readText();
      if (this.isClosed) throw new Error('the window closes');
      this.theirs = theirs;
      this.ours = text;
      this.share.take(text);
      try {
        await this.clipboard.writeText(text);
        await withDeadline(paste(), PASTE_DEADLINE_MS, this.clock);
      } finally {
        // A paste that was not answered may still come.
        this.pastedAtMs = this.clock.now();
        this.due = this.clock.schedule(GIVEN_BACK_AFTER_MS, () => {
          // Where VS Code refuses, the person copies again.
          this.inTurn(() => this.giveBack()).catch(() => undefined);
        });
      }
    });
  }

  /** The window closes: gives back at once. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.giveBack();
  }

  private async giveBack(): Promise<void> {
    this.due?.dispose();
    const { theirs, ours } = this;
    if (theirs === undefined) return;
    try {
      // Else they have copied something since.
      if ((await this.clipboard.readText()) === ours) await this.clipboard.writeText(theirs);
      this.theirs = undefined;
    } finally {
      this.share.leave();
    }
  }

  private untilRead(): Promise<void> {
    const waitMs = this.pastedAtMs + APART_MS - this.clock.now();
    if (waitMs <= 0) return Promise.resolve();
    return new Promise((resolve) => this.clock.schedule(waitMs, resolve));
  }

  private inTurn(action: () => Promise<void>): Promise<void> {
    const done = this.turn.then(action);
    this.turn = done.catch(() => undefined); // Whoever asked for it is told.
    return done;
  }
}

function withDeadline(action: PromiseLike<unknown>, ms: number, clock: Clock): Promise<void> {
  return new Promise((resolve, reject) => {
    const deadline = clock.schedule(ms, () => {
      reject(new Error('the paste was not answered in time'));
    });
    action.then(
      () => {
        deadline.dispose();
        resolve();
      },
      (error: unknown) => {
        deadline.dispose();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}

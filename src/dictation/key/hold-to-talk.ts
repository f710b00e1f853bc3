import type { Clock } from '../../core/clock';
import { Emitter, type Disposable } from '../../core/events';
import { KeyRepeat, type KeyRepeatMemory } from './key-repeat';

/** What is special about the key that toggles. */
export interface ToggleKey {
  /** Whether a held key dictates while it is held; else it is one toggle. */
  readonly holdToTalk: () => boolean;
  readonly memory: KeyRepeatMemory;
  /** Calls `onAnswer` when the window has passed on every key event that had reached it. */
  readonly askWindow: (onAnswer: () => void) => void;
}

export interface HoldToTalkOptions extends ToggleKey {
  readonly clock: Clock;
  /** What dictates now, always the same object for the same dictation; undefined: nothing. */
  readonly dictating: () => object | undefined;
  /** Called when the key that was held has been released. */
  readonly onRelease: () => void;
}

/** Node runs timers before it reads what came in while it was busy; this is time enough for that. */
const READ_MS = 50;

/** A window that is silent for so long hangs, and must not keep the microphone on. */
const WINDOW_DEADLINE_MS = 5000;

/**
 * Tells a tap from a held key. VS Code runs a held key's command again at each auto-repeat
 * (microsoft/vscode#322395) and never tells when a key is released (microsoft/vscode#157949).
 * `delay` is the longest time to a first repeat, `gap` that between two ({@link KeyRepeat}). An
 * event is a press when the key rested before: for `delay`, as any event may be a press whose first
 * repeat is still to come; for `gap` after five repeats in a row, which no taps are, while dictating. Where nothing
 * dictates a repeat that comes late, from a busy computer, would turn the microphone on.
 *
 * | event                                 | nothing dictates | dictating                        |
 * | ------------------------------------- | ---------------- | -------------------------------- |
 * | a press                               | start at once    | stop at once                     |
 * | any other: a repeat, or a hasty press | nothing          | stop `gap` later, put off by     |
 * |                                       |                  | each event until then            |
 * | the same, without hold to talk        | nothing          | nothing; a press after `gap`     |
 *
 * A pause counts only when the window says that no event waits there: one that is busy passes them on
 * late, all at once. So it starts at once, and a release ends it `gap` after the last repeat; a hasty second tap ends
 * it, too; a key that is held to stop does nothing more; and neither repeats that go on when
 * dictation has ended by itself, nor a lone one, turn the microphone on again.
 */
export class HoldToTalk implements Disposable {
  private readonly repeat: KeyRepeat;
  private readonly heldChanges = new Emitter<boolean>();
  /** Tells at each event whether the key is certainly held, and when it is released. */
  readonly onDidNoticeHeld = this.heldChanges.event;
  /** Runs as long as the next event may be a repeat. */
  private rest: Disposable | undefined;
  private release: Disposable | undefined;

  constructor(private readonly options: HoldToTalkOptions) {
    this.repeat = new KeyRepeat(options.memory);
  }

  /** Takes an event of the key; the caller does at once what it returns. */
  press(): 'start' | 'stop' | undefined {
    const { clock, dictating, holdToTalk } = this.options;
    const isPress = this.rest === undefined;
    this.repeat.note(clock.now(), isPress);
    const { isHeld, longestDelayMs, longestIntervalMs } = this.repeat;
    this.heldChanges.fire(isHeld);
    const dictation = dictating();
    const isWithoutEffect = !isPress && dictation !== undefined && !holdToTalk();
    const isRepeat = (isHeld && dictation !== undefined) || isWithoutEffect;
    this.rest?.dispose();
    const end = (): void => {
      this.rest = undefined;
      this.heldChanges.fire(false);
    };
    const longerMs = longestDelayMs - longestIntervalMs;
    this.rest = isRepeat
      ? this.after(longestIntervalMs, () => {
          if (dictating() === undefined) this.rest = this.after(longerMs, end);
          else end();
        })
      : this.after(longestDelayMs, end);
    if (isPress) return dictation === undefined ? 'start' : 'stop';
    if (dictation === undefined || isWithoutEffect) return undefined;
    this.release?.dispose();
    this.release = this.after(longestIntervalMs, () => {
      this.release = undefined;
      if (dictating() === dictation) this.options.onRelease();
    });
    return undefined;
  }

  dispose(): void {
    this.rest?.dispose();
    this.release?.dispose();
    this.heldChanges.dispose();
  }

  /** Like `schedule`, but where window or host were busy, not before what came meanwhile is read. */
  private after(ms: number, callback: () => void): Disposable {
    const { clock, askWindow } = this.options;
    let isAwaited = true;
    let timer = clock.schedule(ms - READ_MS, () => {
      const read = (): void => {
        if (!isAwaited) return;
        isAwaited = false;
        timer.dispose();
        timer = clock.schedule(READ_MS, callback);
      };
      timer = clock.schedule(WINDOW_DEADLINE_MS, read);
      askWindow(read);
    });
    return {
      dispose: () => {
        isAwaited = false;
        timer.dispose();
      },
    };
  }
}

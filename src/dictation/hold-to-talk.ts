import type { Clock } from '../core/clock';
import type { Disposable } from '../core/events';
import { KeyRepeat, type KeyRepeatMemory } from './key-repeat';

/** What is special about the key that toggles. */
export interface ToggleKey {
  /** Whether a held key dictates while it is held; else it is one toggle. */
  readonly holdToTalk: () => boolean;
  readonly memory: KeyRepeatMemory;
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

/**
 * Tells a tap from a held key. VS Code runs a held key's command again at each auto-repeat
 * (microsoft/vscode#322395) and never tells when a key is released (microsoft/vscode#157949).
 * `delay` is the longest time to a first repeat, `gap` that between two ({@link KeyRepeat}).
 *
 * | event                                   | nothing dictates     | dictating                     |
 * | --------------------------------------- | -------------------- | ----------------------------- |
 * | a press: more than `delay` after the    | start at once        | stop at once                  |
 * | last mark, and `gap` after the last     |                      |                               |
 * | event at all; sets a mark               |                      |                               |
 * | any other: a repeat, or a hasty press   | nothing; sets a mark | stop `gap` later, put off by  |
 * |                                         |                      | each event until then; a mark |
 * | the same, without hold to talk          | nothing; sets a mark | nothing                       |
 *
 * So it starts at once, and a release ends it `gap` after the last repeat; a hasty second tap ends
 * it, too; a key that is held to stop does nothing more; and repeats that go on when dictation has
 * ended by itself do not start it again. A lone event soon after another may be the first repeat of
 * a held key, and must not turn the microphone on: so every event sets a mark, but those of a key
 * that is certainly held (five repeats in a row), after whose release only `gap` counts.
 */
export class HoldToTalk implements Disposable {
  private readonly repeat: KeyRepeat;
  /** When the last event came that may have been a press, whose first repeat is still to come. */
  private markMs = -Infinity;
  private seenMs = -Infinity;
  private release: Disposable | undefined;

  constructor(private readonly options: HoldToTalkOptions) {
    this.repeat = new KeyRepeat(options.memory);
  }

  /** Takes an event of the key; the caller does at once what it returns. */
  press(): 'start' | 'stop' | undefined {
    const { clock, dictating, holdToTalk } = this.options;
    const nowMs = clock.now();
    const { longestDelayMs, longestIntervalMs } = this.repeat;
    const isPress =
      this.release === undefined &&
      nowMs - this.markMs > longestDelayMs &&
      nowMs - this.seenMs > longestIntervalMs;
    this.seenMs = nowMs;
    this.repeat.note(nowMs);
    const dictation = dictating();
    if (isPress) {
      this.markMs = nowMs;
      return dictation === undefined ? 'start' : 'stop';
    }
    if (dictation !== undefined && !holdToTalk()) return undefined;
    this.markMs = this.repeat.isHeld ? -Infinity : nowMs;
    if (dictation !== undefined) this.awaitRelease(dictation);
    return undefined;
  }

  dispose(): void {
    this.release?.dispose();
    this.release = undefined;
  }

  private awaitRelease(dictation: object): void {
    const { clock, dictating, onRelease } = this.options;
    this.release?.dispose();
    this.release = clock.schedule(this.repeat.longestIntervalMs - READ_MS, () => {
      this.release = clock.schedule(READ_MS, () => {
        this.release = undefined;
        if (dictating() === dictation) onRelease();
      });
    });
  }
}

import type { Disposable } from '../../core/events';
import { loggable } from '../../core/failure';
import type { Passage } from '../../core/polish';
import type { Settings } from '../../core/settings';
import type { Target } from '../../core/target';
import { createPolisher, type CreatePolisherOptions } from './create-polisher';
import type { Polisher } from './polisher';

export interface PolishingOptions extends CreatePolisherOptions {
  /** What the person wants polished. */
  readonly extent: () => Settings['insertion']['polish'];
}

/** What a run is started with, as far as it matters here. */
interface Started {
  readonly onDidWrite?: ((target: Target) => void) | undefined;
}

/** Has what a run wrote polished when it is over, unless the next one is on. */
export class Polishing implements Disposable {
  private polisher: Polisher | undefined;
  private newest: object = {};

  constructor(private readonly options: PolishingOptions) {}

  /** The person dictates again: what is with the model stays as it was said. */
  cancel(): void {
    this.polisher?.cancel('another dictation');
  }

  /** Starts a run; what an earlier one wrote stays as it is. */
  startRun<O extends Started, R>(start: (options: O) => R, options: O): R {
    const run = {};
    this.newest = run;
    this.cancel();
    return start({
      ...options,
      onDidWrite: (target) => {
        options.onDidWrite?.(target);
        if (run === this.newest) this.finish(target);
      },
    });
  }

  /** See {@link Polisher.restoreRaw}. */
  async restoreRaw(): Promise<boolean> {
    return (await this.polisher?.restoreRaw()) ?? false;
  }

  dispose(): void {
    this.polisher?.dispose();
  }

  private finish(target: Target): void {
    const { extent, log } = this.options;
    const set = extent();
    if (set === 'off') return;
    try {
      // Before the target is let go.
      const passage = target.passage?.();
      if (passage === undefined) log.info('not polished: not in one piece, or not prose');
      else if (isMeant(passage, set)) {
        const polisher = (this.polisher ??= createPolisher(this.options));
        if (passage === 'irreplaceable') polisher.tell(passage);
        else polisher.begin(passage);
      }
    } catch (error) {
      log.error(`not polished: ${loggable(error)}`);
    }
  }
}

function isMeant(passage: Passage | 'irreplaceable', extent: 'prompts' | 'prose'): boolean {
  return extent === 'prose' || passage === 'irreplaceable' || passage.kind === 'prompt';
}

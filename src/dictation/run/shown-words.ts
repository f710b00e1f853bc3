import { Allowance } from '../../core/allowance';
import type { Clock } from '../../core/clock';
import type { Disposable } from '../../core/events';
import type { Settings } from '../../core/settings';
import type { Target } from '../../core/target';
import type { Reports } from '../notice';
import type { Level } from '../state';
import { Pace } from './pace';

/**
 * How often words are told that are shown where they will be written, too: the status bar needs more
 * for each (VS Code reads its tooltip anew) than all else does that a partial costs.
 */
const WORDS_MS = 400;

/** Characters of partials: ten times a second, the words of a minute. */
const SHOWN = { burst: 40_000, perSecond: 20_000 };

export interface ShownWordsOptions {
  readonly clock: Clock;
  readonly settings: Pick<Settings, 'display'>;
  readonly target: Pick<Target, 'kind' | 'showPartial'>;
  /** How loud it is, where that is to be told with the words. */
  readonly takeLevel: () => Level | undefined;
  readonly reports: Pick<Reports, 'progress'>;
}

/** What is being said, as it is shown: at once where it will be written, and in the state as often as need be. */
export class ShownWords implements Disposable {
  private readonly characters: Allowance;
  private readonly pace: Pace;
  /** The newest. */
  private text = '';

  constructor(private readonly options: ShownWordsOptions) {
    const { clock } = options;
    this.characters = new Allowance(clock, SHOWN.burst, SHOWN.perSecond);
    this.pace = new Pace(clock, WORDS_MS, () => {
      this.tell();
    });
  }

  /** @param text of the unfinished turn; '' between turns */
  show(text: string): void {
    // What is only shown must not hold the window up: of a flood, the newest will do.
    if (text !== '' && !this.characters.takes(text.length)) return;
    this.options.target.showPartial(text);
    this.text = text;
    if (text !== '' && this.areInEditor) this.pace.ask();
    else {
      this.pace.dispose();
      this.tell();
    }
  }

  dispose(): void {
    this.pace.dispose();
  }

  /** Whether they are shown where they will be written. */
  private get areInEditor(): boolean {
    const { settings, target } = this.options;
    return settings.display.partials === 'both' && target.kind === 'editor';
  }

  private tell(): void {
    const level = this.options.takeLevel();
    const words = { kind: 'partial', text: this.text } as const;
    this.options.reports.progress({ ...words, ...(level !== undefined && { level }) });
  }
}

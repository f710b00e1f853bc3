import type { Clock } from '../../core/clock';
import { Emitter, type Disposable } from '../../core/events';
import { FRAME_MS } from '../../core/pcm';
import type { CostSettings } from '../../core/settings';
import type { BilledTime } from '../../core/usage';
import { CostGuard, type BudgetStatus, type CostDecision } from './cost-guard';
import type { Journal } from '../sessions/journal';
import type { SessionChain } from '../sessions/session-chain';
import type { BilledSession } from '../sessions/session-record';

/** What a wake-up replays from before the onset: an `f` or `s` is soft and comes before the vowel. */
const WAKE_PRE_ROLL_MS = 600;

export interface RunCostOptions {
  readonly clock: Clock;
  readonly chain: SessionChain;
  readonly journal: Journal;
  readonly settings: CostSettings;
  /** The model that sessions are opened with. */
  readonly model: () => string;
  /** How today's spending, this run's included, stands to the budget in US dollars. */
  readonly budget: (dailyBudget: number | null) => BudgetStatus;
}

/** Keeps one run's bill small: parks and wakes its sessions, and adds up what they are billed. */
export class RunCost implements Disposable {
  private readonly bills = new Emitter<BilledTime>();
  private readonly decisions = new Emitter<CostDecision>();
  private readonly guard: CostGuard;
  private finished: readonly BilledTime[] = [];
  private lastText = '';

  /** Each session that is over, those that are let go at the very end included. */
  readonly onDidBill = this.bills.event;
  /** What the guard decided; parking and waking are done already. */
  readonly onDidDecide = this.decisions.event;

  constructor(private readonly options: RunCostOptions) {
    const { clock, chain, settings, budget } = options;
    const billsOpenTime = (): boolean => chain.billsOpenTime;
    this.guard = new CostGuard({ settings, startMs: clock.now(), billsOpenTime, budget });
    chain.onDidBill((session) => {
      const time = this.withModel(session);
      this.finished = [...this.finished, time];
      this.bills.fire(time);
    });
  }

  /** What the session that is open now is billed so far. */
  get running(): readonly BilledTime[] {
    const { running } = this.options.chain;
    return running === undefined ? [] : [this.withModel(running)];
  }

  /** What all sessions are billed so far. */
  get billed(): readonly BilledTime[] {
    return [...this.finished, ...this.running];
  }

  /** To be called when a frame is in the journal; its levels as `LevelMeter` measures them. */
  hear(levels: readonly number[]): void {
    const { chain, clock, journal } = this.options;
    for (const decision of this.guard.hear(levels, clock.now())) {
      if (decision.kind === 'park') chain.park();
      if (decision.kind === 'wake') {
        const onsetMs = (journal.endIndex - 1 - decision.frames) * FRAME_MS;
        chain.wake(onsetMs - WAKE_PRE_ROLL_MS);
      }
      this.decisions.fire(decision);
    }
  }

  /** The recogniser's newest text; the same text again is no sign of speech. */
  recognised(text: string): void {
    if (text !== '' && text !== this.lastText) this.guard.recognised(this.options.clock.now());
    this.lastText = text;
  }

  /** The microphone is off: what may have been the beginning of a word is transcribed, too. */
  drain(): void {
    if (this.guard.mayBeWaking) this.options.chain.wake(0);
  }

  /** Goes on although a limit is near. */
  extend(): void {
    this.guard.extend(this.options.clock.now());
  }

  update(settings: CostSettings): void {
    this.guard.update(settings);
  }

  dispose(): void {
    this.bills.dispose();
    this.decisions.dispose();
  }

  private withModel({ model, billedMs }: BilledSession): BilledTime {
    return { model: model ?? this.options.model(), billedMs };
  }
}

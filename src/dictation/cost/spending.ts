import type { BilledTime } from '../../core/usage';
import type { BudgetStatus } from './cost-guard';
import { DailyBudget } from './daily-budget';
import type { Run } from '../run/run';
import { UsageLedger, type UsageLedgerOptions, type UsageSum } from './usage';

/** What dictation costs: runs that are over, and those that are on. */
export class Spending {
  /** In all windows, but for what is running. */
  readonly ledger: UsageLedger;
  private readonly budget: DailyBudget;
  private lastBilled: readonly BilledTime[] | undefined;

  /** @param runs every run that has not ended */
  constructor(
    usage: UsageLedgerOptions,
    private readonly runs: () => readonly Run[],
  ) {
    this.ledger = new UsageLedger(usage);
    this.budget = new DailyBudget(this.ledger);
  }

  /** Enters what `run` is billed, from now on. */
  follow(run: Run): void {
    run.cost.onDidBill((time) => {
      this.ledger.enter(time);
    });
  }

  /** To be called when `run` is over. */
  noteEnd(run: Run): void {
    this.lastBilled = run.cost.billed;
  }

  /** How today's spending stands to the budget in US dollars; `null`: there is none. */
  status(dailyBudget: number | null): BudgetStatus {
    return this.budget.status(dailyBudget, this.running);
  }

  /** For the rest of the day, this window may spend as much as it likes. */
  waiveBudget(): void {
    this.budget.waive();
  }

  /**
   * What `current`, or else the last run that is over, is billed, and all of today; none before the
   * first run.
   */
  usage(
    current: Run | undefined,
  ): { readonly run: UsageSum; readonly today: UsageSum } | undefined {
    const billed = current?.cost.billed ?? this.lastBilled;
    if (billed === undefined) return undefined;
    return { run: this.ledger.sum(billed), today: this.ledger.today(this.running) };
  }

  /** What open sessions are billed that are not in the ledger yet. */
  private get running(): readonly BilledTime[] {
    return this.runs().flatMap(({ cost }) => cost.running);
  }
}

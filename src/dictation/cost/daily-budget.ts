import type { BudgetStatus } from './cost-guard';
import type { BilledTime } from '../../core/usage';
import type { UsageLedger } from './usage';

/** How much of the budget is spent when the person is warned. */
const WARNING = 0.8;

/** Compares today's spending, in all windows, to the person's budget. */
export class DailyBudget {
  private waivedDay = '';

  constructor(private readonly ledger: UsageLedger) {}

  /** For the rest of the day, this window may spend as much as it likes. */
  waive(): void {
    this.waivedDay = this.ledger.day;
  }

  /**
   * @param dailyBudget US dollars; `null`: there is none
   * @param running sessions that are not in the ledger yet
   */
  status(dailyBudget: number | null, running: readonly BilledTime[]): BudgetStatus {
    if (dailyBudget === null || this.waivedDay === this.ledger.day) return 'fine';
    const { cost } = this.ledger.today(running);
    if (cost >= dailyBudget) return 'spent';
    return cost >= dailyBudget * WARNING ? 'nearly-spent' : 'fine';
  }
}

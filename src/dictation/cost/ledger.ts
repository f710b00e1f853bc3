import { Emitter, type Disposable } from '../../core/events';
import type { BilledTime, UsageEntry, UsageStore } from '../../core/usage';
import type { SessionChain } from '../sessions/session-chain';
import type { BilledSession } from '../sessions/session-record';
import type { BudgetStatus } from './cost-guard';

/** How much of the budget is spent when the person is warned. */
const WARNING = 0.8;

/** Billed time and what it costs. */
export interface UsageSum {
  readonly billedMs: number;
  /** What this computer heard, which costs nothing; absent: nothing. */
  readonly freeMs?: number;
  /** US dollars, estimated; without the models that no price is set for. */
  readonly cost: number;
  /** Models that no price is set for. */
  readonly unpriced: readonly string[];
}

/** One line of the table by day and model. */
export interface UsageRow {
  readonly day: string;
  readonly model: string;
  readonly sum: UsageSum;
}

export interface CostLedgerOptions {
  readonly store: UsageStore;
  /** Today as in `UsageEntry.day`. */
  readonly today: () => string;
  /** US dollars an hour, by model. */
  readonly pricePerHour: () => Readonly<Record<string, number>>;
}

/** What the sessions of one run are billed. */
export class RunBill implements Disposable {
  private readonly bills = new Emitter<BilledTime>();
  private finished: readonly BilledTime[] = [];

  /** Each session that is over, those that are let go at the very end included. */
  readonly onDidBill = this.bills.event;

  /** @param model the one that sessions are opened with, where a session does not name its own */
  constructor(
    private readonly chain: Pick<SessionChain, 'running' | 'onDidBill'>,
    private readonly model: string,
  ) {
    chain.onDidBill((session) => {
      const time = this.timeOf(session);
      this.finished = [...this.finished, time];
      this.bills.fire(time);
    });
  }

  /** What the session that is open now is billed so far; it is in no ledger yet. */
  get running(): readonly BilledTime[] {
    const { running } = this.chain;
    return running === undefined ? [] : [this.timeOf(running)];
  }

  /** What all sessions are billed so far. */
  get all(): readonly BilledTime[] {
    return [...this.finished, ...this.running];
  }

  dispose(): void {
    this.bills.dispose();
  }

  private timeOf({ model, ...time }: BilledSession): BilledTime {
    return { model: model ?? this.model, ...time };
  }
}

/** What dictation has cost, in all windows: an estimate, the provider's invoice is what counts. */
export class CostLedger {
  /** Of the runs of this window that are on. */
  private readonly open = new Set<RunBill>();
  private lastBilled: readonly BilledTime[] | undefined;
  /** The day for which the budget counts no more. */
  private waivedDay = '';

  constructor(private readonly options: CostLedgerOptions) {}

  /** Enters what a run is billed, from now on until {@link close}. */
  follow(bill: RunBill): void {
    this.open.add(bill);
    bill.onDidBill((time) => {
      this.enter(time);
    });
  }

  /** The run of that bill is over. */
  close(bill: RunBill): void {
    this.open.delete(bill);
    this.lastBilled = bill.all;
  }

  /** Enters a session that is over, under today. */
  enter(time: BilledTime): void {
    const { store, today } = this.options;
    if (time.billedMs > 0 || (time.freeMs ?? 0) > 0) store.append({ day: today(), ...time });
  }

  /** What `times` cost together. */
  sum(times: readonly BilledTime[]): UsageSum {
    const prices = this.options.pricePerHour();
    // What is not billed needs no price.
    const billed = times.filter(({ billedMs }) => billedMs > 0);
    const priceOf = (model: string): number | undefined =>
      Object.hasOwn(prices, model) ? prices[model] : undefined;
    const freeMs = times.reduce((total, time) => total + (time.freeMs ?? 0), 0);
    return {
      billedMs: times.reduce((total, { billedMs }) => total + billedMs, 0),
      ...(freeMs > 0 && { freeMs }),
      cost: times.reduce(
        (total, { model, billedMs }) => total + (billedMs / 3_600_000) * (priceOf(model) ?? 0),
        0,
      ),
      unpriced: [
        ...new Set(
          billed.map(({ model }) => model).filter((model) => priceOf(model) === undefined),
        ),
      ],
    };
  }

  /** What is entered under today, of all windows. */
  today(): UsageSum {
    return this.sum(this.enteredToday);
  }

  private get enteredToday(): readonly BilledTime[] {
    const today = this.options.today();
    return this.options.store.read().filter(({ day }) => day === today);
  }

  /** Today, with what is open in this window and not entered yet. */
  private get todaySoFar(): UsageSum {
    const running = [...this.open].flatMap((bill) => bill.running);
    return this.sum([...this.enteredToday, ...running]);
  }

  /**
   * What the run of `current`, or else the last one that is over, is billed, and all of today; none
   * before the first run.
   */
  usage(
    current: RunBill | undefined,
  ): { readonly run: UsageSum; readonly today: UsageSum } | undefined {
    const billed = current?.all ?? this.lastBilled;
    return billed && { run: this.sum(billed), today: this.todaySoFar };
  }

  /**
   * How today's cost stands to the person's budget.
   *
   * @param dailyBudget US dollars; `null`: there is none
   */
  status(dailyBudget: number | null): BudgetStatus {
    if (dailyBudget === null || this.waivedDay === this.options.today()) return 'fine';
    const { cost } = this.todaySoFar;
    if (cost >= dailyBudget) return 'spent';
    return cost >= dailyBudget * WARNING ? 'nearly-spent' : 'fine';
  }

  /** For the rest of the day, this window may spend as much as it likes. */
  waiveBudget(): void {
    this.waivedDay = this.options.today();
  }

  /** The table by day and model, newest day first. */
  rows(): readonly UsageRow[] {
    const groups = new Map<string, UsageEntry & { entries: UsageEntry[] }>();
    for (const entry of this.options.store.read()) {
      const key = `${entry.day} ${entry.model}`;
      const group = groups.get(key) ?? { ...entry, entries: [] };
      group.entries.push(entry);
      groups.set(key, group);
    }
    return [...groups.values()]
      .map(({ day, model, entries }) => ({ day, model, sum: this.sum(entries) }))
      .sort((a, b) => compare(b.day, a.day) || compare(a.model, b.model));
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

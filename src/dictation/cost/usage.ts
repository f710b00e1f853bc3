import type { BilledTime, UsageEntry, UsageStore } from '../../core/usage';

/** Billed time and what it costs. */
export interface UsageSum {
  readonly billedMs: number;
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

export interface UsageLedgerOptions {
  readonly store: UsageStore;
  /** Today as in `UsageEntry.day`. */
  readonly today: () => string;
  /** US dollars an hour, by model. */
  readonly pricePerHour: () => Readonly<Record<string, number>>;
}

/** What dictation has cost, in all windows: an estimate, AssemblyAI's invoice is what counts. */
export class UsageLedger {
  constructor(private readonly options: UsageLedgerOptions) {}

  /** Today, as in `UsageEntry.day`. */
  get day(): string {
    return this.options.today();
  }

  /** Enters a session that is over, under today. */
  enter({ model, billedMs }: BilledTime): void {
    const { store, today } = this.options;
    if (billedMs > 0) store.append({ day: today(), model, billedMs });
  }

  /** What `times` cost together. */
  sum(times: readonly BilledTime[]): UsageSum {
    const prices = this.options.pricePerHour();
    // What is not billed needs no price.
    const billed = times.filter(({ billedMs }) => billedMs > 0);
    const priceOf = (model: string): number | undefined =>
      Object.hasOwn(prices, model) ? prices[model] : undefined;
    return {
      billedMs: times.reduce((total, { billedMs }) => total + billedMs, 0),
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

  /** Today's entries and what is `running` now, not entered yet. */
  today(running: readonly BilledTime[] = []): UsageSum {
    const today = this.options.today();
    const entered = this.options.store.read().filter(({ day }) => day === today);
    return this.sum([...entered, ...running]);
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

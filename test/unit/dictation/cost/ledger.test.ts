import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { UsageEntry } from '../../../../src/core/usage';
import { CostLedger, RunBill } from '../../../../src/dictation/cost/ledger';

const HOUR_MS = 3_600_000;

function ledgerWith(entries: readonly UsageEntry[]) {
  const kept = [...entries];
  const ledger = new CostLedger({
    store: { append: (entry) => kept.push(entry), read: () => kept },
    today: () => '2026-11-22',
    pricePerHour: () => ({ pro: 0.45, cheap: 0.15 }),
  });
  return { ledger, kept };
}

describe('the cost ledger', () => {
  test('enters a session under today, unless nothing was billed', () => {
    const { ledger, kept } = ledgerWith([]);
    ledger.enter({ model: 'pro', billedMs: 7000 });
    ledger.enter({ model: 'pro', billedMs: 0 });
    assert.deepEqual(kept, [{ day: '2026-11-22', model: 'pro', billedMs: 7000 }]);
  });

  test('adds up today with what is running, and leaves other days out', () => {
    const { ledger } = ledgerWith([
      { day: '2026-11-21', model: 'pro', billedMs: 5 * HOUR_MS },
      { day: '2026-11-22', model: 'pro', billedMs: HOUR_MS },
      { day: '2026-11-22', model: 'cheap', billedMs: HOUR_MS },
    ]);
    const running = { model: 'pro', billedMs: HOUR_MS };
    const chain = { running, onDidBill: () => ({ dispose: () => undefined }) };
    ledger.follow(new RunBill(chain, 'pro'));
    const { cost, ...rest } = ledger.usage(new RunBill(chain, 'pro'))?.today ?? ledger.today();
    assert.deepEqual(
      { ...rest, cost: cost.toFixed(4) },
      { billedMs: 3 * HOUR_MS, cost: '1.0500', unpriced: [] },
    );
  });

  test('adds up what this computer heard, and bills nothing for it', () => {
    const { ledger, kept } = ledgerWith([]);
    ledger.enter({ model: 'Kroko English', billedMs: 0, freeMs: 5000 });
    assert.deepEqual(
      { kept, sum: ledger.today() },
      {
        kept: [{ day: '2026-11-22', model: 'Kroko English', billedMs: 0, freeMs: 5000 }],
        sum: { billedMs: 0, freeMs: 5000, cost: 0, unpriced: [] },
      },
    );
  });

  test('misses no price for what is not billed: this computer took over from a model with a price', () => {
    const { ledger } = ledgerWith([]);
    const times = [
      { model: 'cheap', billedMs: HOUR_MS },
      { model: 'Kroko English', billedMs: 0 },
    ];
    assert.deepEqual(ledger.sum(times), { billedMs: HOUR_MS, cost: 0.15, unpriced: [] });
  });

  test('says which models have no price, inherited names included', () => {
    const { ledger } = ledgerWith([]);
    assert.deepEqual(
      ledger.sum([
        { model: 'cheap', billedMs: HOUR_MS },
        { model: 'new', billedMs: 1000 },
        { model: 'constructor', billedMs: 1000 },
        { model: 'new', billedMs: 1000 },
      ]),
      { billedMs: HOUR_MS + 3000, cost: 0.15, unpriced: ['new', 'constructor'] },
    );
  });

  test('makes a table by day and model, newest day first', () => {
    const { ledger } = ledgerWith([
      { day: '2026-11-21', model: 'pro', billedMs: 1000 },
      { day: '2026-11-22', model: 'pro', billedMs: 1000 },
      { day: '2026-11-21', model: 'cheap', billedMs: 1000 },
      { day: '2026-11-21', model: 'pro', billedMs: 2000 },
    ]);
    assert.deepEqual(
      ledger.rows().map(({ day, model, sum }) => [day, model, sum.billedMs]),
      [
        ['2026-11-22', 'pro', 1000],
        ['2026-11-21', 'cheap', 1000],
        ['2026-11-21', 'pro', 3000],
      ],
    );
  });
});

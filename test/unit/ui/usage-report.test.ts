import assert from 'node:assert/strict';
import { test } from 'node:test';
import { duration } from '../../../src/ui/messages/duration';
import { usageReport, usageText } from '../../../src/ui/usage-report';

test('the usage report is a table in which nothing foreign is more than code', () => {
  const sum = { billedMs: 750_000, cost: 0.094, unpriced: [] };
  const report = usageReport(
    [
      { day: '2026-11-22', model: 'universal-3-6-pro', sum },
      { day: '2026-11-21', model: 'a|b[c](d)', sum: { ...sum, cost: 0, unpriced: ['a|b[c](d)'] } },
      { day: '2026-11-20', model: 'www.evil.com\n`|x', sum: { ...sum, cost: 0, unpriced: ['x'] } },
      { day: '2026-11-20', model: '``', sum: { ...sum, cost: 0, unpriced: ['``'] } },
      {
        day: '2026-11-19',
        model: 'Kroko English',
        sum: { billedMs: 0, freeMs: 190_000, cost: 0, unpriced: [] },
      },
    ],
    sum,
  );
  const lines = report.split('\n');
  assert.deepEqual(
    [lines[2], ...lines.slice(6)],
    [
      'Today: 12:30 billed, about $0.09.',
      '| Day | Model | Time | Estimated cost |',
      '| --- | --- | --: | --: |',
      '| `2026-11-22` | `universal-3-6-pro` | 12:30 | about $0.09 |',
      '| `2026-11-21` | `a b[c](d)` | 12:30 | no price set |',
      '| `2026-11-20` | `www.evil.com x` | 12:30 | no price set |',
      '| `2026-11-20` | `?` | 12:30 | no price set |',
      '| `2026-11-19` | `Kroko English` | 3:10 | none: on this computer |',
      '',
    ],
  );
});

test('without usage, the report says so', () => {
  const none = { billedMs: 0, cost: 0, unpriced: [] };
  assert.match(usageReport([], none), /Today: 0:00 billed\.[^]*Nothing was dictated yet\./);
});

test('usage tells when a part of it has no price', () => {
  assert.deepEqual(
    [
      usageText({ billedMs: 3_661_000, cost: 0.456, unpriced: ['x'] }),
      usageText({ billedMs: 1000, cost: 0, unpriced: ['x'] }),
      duration(-1),
    ],
    ['1:01:01 billed, about $0.46 and what has no price set', '0:01 billed, no price set', '0:00'],
  );
});

test('what this computer heard has a time and no price', () => {
  const local = { billedMs: 0, freeMs: 190_000, cost: 0, unpriced: [] };
  assert.deepEqual(
    [usageText(local), usageText({ ...local, billedMs: 60_000, cost: 0.01 })],
    ['3:10 on this computer', '1:00 billed, about $0.01; 3:10 on this computer'],
  );
});

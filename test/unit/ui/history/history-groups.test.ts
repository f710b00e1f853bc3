import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HistoryEntry } from '../../../../src/ui/history/history';
import { historyMarkdown } from '../../../../src/ui/history/history-document';
import { entriesOf, historyDays } from '../../../../src/ui/history/history-groups';
import { dayName } from '../../../../src/ui/history/history-lines';

/** One text of 28 November (day 0) or later, at ten o'clock and so many minutes. */
function said(
  day: number,
  minute: number,
  text: string,
  name?: string,
  written?: string,
): HistoryEntry {
  return {
    text,
    saidAtMs: new Date(2026, 10, 28 + day, 10, minute).getTime(),
    state: 'landed',
    ...(name !== undefined && {
      landing: {
        kind: name.endsWith('.md') ? ('editor' as const) : ('agent' as const),
        name,
        ...(written !== undefined && { written: { text: written } }),
      },
    }),
  };
}

const ENTRIES = [
  said(0, 0, 'First.', 'notes.md'),
  said(1, 0, 'Crème brûlée comma please.', 'notes.md', 'Crème brûlée, please.'),
  said(1, 1, 'Fix the test.', 'Claude Code'),
  said(1, 2, 'Third.', 'notes.md'),
  said(1, 2, 'From an earlier window.'),
];

/** Days, places and texts as indented lines. */
function outline(filter: string): readonly string[] {
  return historyDays(ENTRIES, filter).flatMap(({ id, nodes }) => [
    id,
    ...nodes.flatMap(({ landing, nodes: texts }) => [
      `  ${landing?.name ?? '?'}`,
      ...texts.map(({ entry }) => `    ${entry.text}`),
    ]),
  ]);
}

describe('the history by day and place', () => {
  test('has the newest day first, in it the place that was written to last, in it the newest text', () => {
    assert.deepEqual(outline(''), [
      '2026-11-29',
      '  ?',
      '    From an earlier window.',
      '  notes.md',
      '    Third.',
      '    Crème brûlée comma please.',
      '  Claude Code',
      '    Fix the test.',
      '2026-11-28',
      '  notes.md',
      '    First.',
    ]);
  });

  test('is searched by all words, in what was said, in what was written and in the name of the place', () => {
    assert.deepEqual(
      ['  creme PLEASE', 'brûlée,', 'claude', 'notes first', 'claude first', ' '].map((filter) =>
        outline(filter).filter((line) => line.startsWith('    ')),
      ),
      [
        ['    Crème brûlée comma please.'],
        ['    Crème brûlée comma please.'],
        ['    Fix the test.'],
        ['    First.'],
        [],
        outline('').filter((line) => line.startsWith('    ')),
      ],
    );
  });

  test('gives every line an id of its own, also to texts of the same moment', () => {
    const days = historyDays([...ENTRIES, said(1, 2, 'Third.', 'notes.md')], '');
    const ids = days.flatMap((day) => [
      day.id,
      ...day.nodes.flatMap((place) => [place.id, ...place.nodes.map(({ id }) => id)]),
    ]);
    assert.equal(new Set(ids).size, ids.length);
  });

  test('gives the texts of days, places and lines, each once, in the order they were said', () => {
    const [newest, oldest] = historyDays(ENTRIES, '');
    assert.ok(newest !== undefined && oldest !== undefined);
    const [, notes] = newest.nodes;
    assert.ok(notes !== undefined);
    assert.deepEqual(
      entriesOf([notes, ...notes.nodes, oldest, { kind: 'audio', id: 'audio', keptMs: 1000 }]).map(
        ({ text }) => text,
      ),
      ['First.', 'Crème brûlée comma please.', 'Third.'],
    );
  });

  test('has what was said in the same millisecond in its order', () => {
    const both = [said(2, 0, 'One.', 'notes.md'), said(2, 0, 'Two.', 'notes.md')];
    assert.deepEqual(
      entriesOf(historyDays(both, '')).map(({ text }) => text),
      ['One.', 'Two.'],
    );
  });

  test('calls days as people do', () => {
    const now = new Date(2026, 2, 1, 0, 30).getTime();
    const names = [now, now - 3_600_000, now - 49 * 3_600_000].map((at) => dayName(at, now));
    assert.deepEqual(
      [names.slice(0, 2), names[2]?.includes('2026')],
      [['Today', 'Yesterday'], true],
    );
  });
});

describe('the exported history', () => {
  test('has what was said beside what was written', () => {
    const dropped = {
      ...said(0, 5, 'Two\nlines.', 'notes.md'),
      state: 'dropped',
      isLocal: true,
    } as const;
    assert.equal(
      historyMarkdown([...ENTRIES.slice(0, 1), dropped, ...ENTRIES.slice(1, 2)]),
      [
        '# Voice Dictation: History',
        '## 2026-11-29',
        '### notes.md',
        '- 10:00:00',
        '  Crème brûlée, please.',
        '  Said: Crème brûlée comma please.',
        '## 2026-11-28',
        '### notes.md',
        '- 10:05:00, on this computer, cancelled',
        '  Two\n  lines.',
        '- 10:00:00',
        '  First.',
      ]
        .join('\n\n')
        .replace('lines.\n\n-', 'lines.\n-') + '\n',
    );
  });
});

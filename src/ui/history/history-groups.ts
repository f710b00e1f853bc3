import { localDay } from '../../core/local-day';
import type { Landing } from '../../core/target';
import type { HistoryEntry } from './history';

/** One text in the history's view. */
export interface EntryNode {
  readonly kind: 'entry';
  readonly id: string;
  readonly entry: HistoryEntry;
  /** How many texts are older: two may be of the same millisecond. */
  readonly rank: number;
}

/** All texts of one day that went to the same place, newest first. */
interface TargetNode {
  readonly kind: 'target';
  readonly id: string;
  /** Absent: nobody knows any more where it went. */
  readonly landing: Landing | undefined;
  readonly nodes: readonly EntryNode[];
}

/** All texts of one day, the place that was written to last first. */
export interface DayNode {
  readonly kind: 'day';
  readonly id: string;
  /** A moment of it, Unix time in milliseconds. */
  readonly atMs: number;
  readonly nodes: readonly TargetNode[];
}

/** Speech that waits for another try. */
export interface AudioNode {
  readonly kind: 'audio';
  readonly id: 'audio';
  readonly keptMs: number;
}

export type HistoryNode = AudioNode | DayNode | TargetNode | EntryNode;

/**
 * The history by day and place, newest first.
 *
 * @param filter words that a text, or the name of its place, must have all of; '' for none
 */
export function historyDays(entries: readonly HistoryEntry[], filter: string): readonly DayNode[] {
  const wanted = folded(filter).split(/\s+/u);
  const ids = new Map<string, number>();
  const nodes = entries
    .map((entry, rank) => ({ entry, rank }))
    .filter(({ entry }) => wanted.every((word) => searched(entry).includes(word)))
    .toReversed()
    .map(({ entry, rank }): EntryNode => {
      const id = String(entry.saidAtMs);
      const before = ids.get(id) ?? 0;
      ids.set(id, before + 1);
      return { kind: 'entry', id: `${id}-${String(before)}`, entry, rank };
    });
  return groups(nodes, ({ entry }) => localDay(new Date(entry.saidAtMs))).map(([day, ofDay]) => ({
    kind: 'day',
    id: day,
    atMs: ofDay[0]?.entry.saidAtMs ?? 0,
    nodes: groups(
      ofDay,
      ({ entry: { landing } }) => `${landing?.kind ?? ''} ${landing?.name ?? ''}`,
    ).map(([place, own]) => ({
      kind: 'target',
      id: `${day} ${place}`,
      landing: own[0]?.entry.landing,
      nodes: own,
    })),
  }));
}

/** The texts of nodes, each once, in the order in which they were said. */
export function entriesOf(nodes: readonly HistoryNode[]): readonly HistoryEntry[] {
  const found = new Map(nodes.flatMap(entriesIn).map((node) => [node.entry, node]));
  return [...found.values()].sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}

function entriesIn(node: HistoryNode): readonly EntryNode[] {
  switch (node.kind) {
    case 'audio':
      return [];
    case 'entry':
      return [node];
    case 'target':
      return node.nodes;
    case 'day':
      return node.nodes.flatMap(entriesIn);
  }
}

/** In the order in which they first occur. */
function groups<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = found.get(key);
    if (group === undefined) found.set(key, [item]);
    else group.push(item);
  }
  return [...found];
}

function searched({ text, landing }: HistoryEntry): string {
  return folded(`${text} ${landing?.written?.text ?? ''} ${landing?.name ?? ''}`);
}

/** Neither case nor accents count where somebody looks for something. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

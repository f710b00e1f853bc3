import { MAX_KEYTERM_LENGTH, MAX_KEYTERMS } from '../../core/keyterms';
import { isCommonWord } from './english';
import type { FoundName } from './found-name';
import { isName } from './name';
import { looksRandom } from './random';
import { spokenWords } from './spoken-form';

/**
 * Where a name was found. `anchor`: near where the words go; `edited`: in what was changed while
 * dictating; `symbol`: defined in the document; `editor`: in another editor that is open.
 */
export type Origin =
  | 'anchor'
  | 'visible'
  | 'edited'
  | 'symbol'
  | 'document'
  | 'editor'
  | 'file'
  | 'package'
  | 'branch'
  | 'workspace';

/** A name of the workspace, as it is written there. */
export interface Candidate {
  readonly name: string;
  readonly origin: Origin;
  /** How often it was found there. */
  readonly count: number;
  /** The URI of the file it was found in; '': it is the name of a branch. */
  readonly source: string;
}

/** `found` at `origin`, without what is no {@link isName name}. */
export function candidatesAmong(
  found: readonly FoundName[],
  origin: Origin,
  source: string,
): readonly Candidate[] {
  const counts = new Map<string, number>();
  for (const { name } of found) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([name]) => isName(name))
    .map(([name, count]) => ({ name, origin, count, source }));
}

/** `names` found at `origin` as they are, without what is no {@link isName name} or looks like a key. */
export function candidatesOf(
  names: Iterable<string>,
  origin: Origin,
  source: string,
): readonly Candidate[] {
  const kind = origin === 'package' ? 'package' : 'name';
  return [...new Set(names)]
    .filter((name) => isName(name, kind) && !looksRandom(name))
    .map((name) => ({ name, origin, count: 1, source }));
}

/** The workspace's words, the most likely first. */
export interface Vocabulary {
  /** As they are written, each once. */
  readonly identifiers: readonly string[];
  /** What is worth telling the recogniser, as it is spoken; at most {@link MAX_KEYTERMS}. */
  readonly keyterms: readonly string[];
  /** Where the names of each of the {@link keyterms} were found: {@link Candidate.source}. */
  readonly sources: ReadonlyMap<string, readonly string[]>;
}

/** What is known of no workspace. */
export const NO_VOCABULARY: Vocabulary = { identifiers: [], keyterms: [], sources: new Map() };

/** More words than a person says for one name in one breath. */
const MAX_TERM_WORDS = 6;

/**
 * What a place is worth. What is said next is mostly what stands near by, then what the document
 * defines; measured on three packages (packages.test.ts).
 */
const WEIGHTS: Readonly<Record<Origin, number>> = {
  anchor: 8,
  visible: 4,
  edited: 6,
  symbol: 3,
  document: 3,
  editor: 1,
  file: 1,
  package: 1,
  branch: 2,
  workspace: 0.5,
};

/** Names that are kept for respelling; beyond, they are rare, and matching takes its time. */
const MAX_IDENTIFIERS = 3000;

/** Names among which keyterms are looked for: with common words left out, enough for the hundred. */
const MAX_LOOKED_AT = 600;

/** Ranks `candidates`: the same name found in several places gains from each. */
export function rankVocabulary(candidates: Iterable<Candidate>): Vocabulary {
  const scores = new Map<string, number>();
  const sources = new Map<string, Set<string>>();
  for (const { name, origin, count, source } of candidates) {
    const score = WEIGHTS[origin] * (1 + Math.log2(count));
    scores.set(name, (scores.get(name) ?? 0) + score);
    sources.set(name, (sources.get(name) ?? new Set()).add(source));
  }
  const ranked = byScore(scores).slice(0, MAX_IDENTIFIERS);
  const told = keyterms(ranked.slice(0, MAX_LOOKED_AT));
  return {
    identifiers: ranked.map(([name]) => name),
    keyterms: told.map(({ term }) => term),
    sources: new Map(
      told.map(({ term, names }) => [
        term,
        [...new Set(names.flatMap((name) => [...(sources.get(name) ?? [])]))],
      ]),
    ),
  };
}

/** What is said for names, and for which. */
interface Term {
  readonly term: string;
  readonly names: string[];
  score: number;
}

function keyterms(
  ranked: readonly (readonly [name: string, score: number])[],
): readonly Pick<Term, 'term' | 'names'>[] {
  const terms = new Map<string, Term>();
  for (const [name, score] of ranked) {
    // "user list", not "user list dot tsx": every recogniser knows the ending.
    const base = name.replace(/(?<=\p{L}\p{L})\.\p{L}{1,5}$/u, '');
    const words = spokenWords(base);
    const term = words.join(' ');
    const worth = score * rarity(words);
    if (worth === 0 || term.length > MAX_KEYTERM_LENGTH) continue;
    const known = terms.get(term.toLowerCase()) ?? { term, names: [], score: 0 };
    terms.set(term.toLowerCase(), known);
    known.names.push(name);
    known.score += worth;
  }
  return [...terms.values()].sort((a, b) => b.score - a.score).slice(0, MAX_KEYTERMS);
}

/**
 * What telling the recogniser of a name can gain. It knows common words, and AssemblyAI warns that
 * keyterms it knows lead to words that were not said; but it does not expect them together.
 */
function rarity(words: readonly string[]): number {
  if (words.length === 0 || words.length > MAX_TERM_WORDS || words.join('').length < 3) return 0;
  if (words.some((word) => /\p{L}{2}/u.test(word) && !isCommonWord(word))) return 1;
  return words.length === 1 ? 0 : 0.5;
}

/** The highest score first; of equal ones the one that came first. */
function byScore(scores: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...scores].sort(([, a], [, b]) => b - a);
}

import { MAX_KEYTERM_LENGTH, MAX_KEYTERMS } from '../../core/settings';
import { isCommonWord } from './english';
import { identifiersIn } from './identifiers';
import { isName } from './name';
import { looksRandom } from './private';
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
}

/** The identifiers of a text, found at `origin`; `languageId` as VS Code names it. */
export function candidatesIn(
  text: string,
  languageId: string,
  origin: Origin,
): readonly Candidate[] {
  return [...identifiersIn(text, languageId)]
    .filter(([name]) => isName(name))
    .map(([name, count]) => ({ name, origin, count }));
}

/** `names` found at `origin` as they are, without what is no {@link isName name} or looks like a key. */
export function candidatesOf(names: Iterable<string>, origin: Origin): readonly Candidate[] {
  return [...new Set(names)]
    .filter((name) => isName(name, origin === 'package' ? 'package' : 'name') && !looksRandom(name))
    .map((name) => ({ name, origin, count: 1 }));
}

/** The workspace's words, the most likely first. */
export interface Vocabulary {
  /** As they are written, each once. */
  readonly identifiers: readonly string[];
  /** What is worth telling the recogniser, as it is spoken; at most {@link MAX_KEYTERMS}. */
  readonly keyterms: readonly string[];
}

/** What is known of no workspace. */
export const NO_VOCABULARY: Vocabulary = { identifiers: [], keyterms: [] };

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
  for (const { name, origin, count } of candidates) {
    const score = WEIGHTS[origin] * (1 + Math.log2(count));
    scores.set(name, (scores.get(name) ?? 0) + score);
  }
  const ranked = byScore(scores).slice(0, MAX_IDENTIFIERS);
  return {
    identifiers: ranked.map(([name]) => name),
    keyterms: keyterms(ranked.slice(0, MAX_LOOKED_AT)),
  };
}

function keyterms(ranked: readonly (readonly [name: string, score: number])[]): readonly string[] {
  const terms = new Map<string, { readonly term: string; score: number }>();
  for (const [name, score] of ranked) {
    // "user list", not "user list dot tsx": every recogniser knows the ending.
    const base = name.replace(/(?<=\p{L}\p{L})\.\p{L}{1,5}$/u, '');
    const words = spokenWords(base);
    const term = words.join(' ');
    const worth = score * rarity(words);
    if (worth === 0 || term.length > MAX_KEYTERM_LENGTH) continue;
    const known = terms.get(term.toLowerCase());
    if (known === undefined) terms.set(term.toLowerCase(), { term, score: worth });
    else known.score += worth;
  }
  return byScore(new Map([...terms.values()].map(({ term, score }) => [term, score])))
    .slice(0, MAX_KEYTERMS)
    .map(([term]) => term);
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

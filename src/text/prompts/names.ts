import {
  ACTS,
  ARTICLES,
  ASKING,
  AUXILIARIES,
  BINDING,
  CLAUSE_BEGINS,
  MAKES,
  MANY,
  MANY_DO,
  NAMED_BEFORE,
  NAMED_BEHIND,
  NAME_BEHIND,
  NOUN_BEHIND,
  NO_AUXILIARY_BEHIND,
  NO_VERB_BEHIND,
  OBJECT_BEGINS,
  ORDER_BEHIND,
  PARTICLES,
  PLACING,
  PLURAL,
  SHOWN,
  SUBJECT_BEFORE,
  TERMS,
  VERBS,
} from './name-words';
import { isCommonWord } from '../vocabulary/english';
import { newEffort, respeller, type Respell } from '../vocabulary/respell';
import { spokenWords } from '../vocabulary/spoken-form';

/**
 * Prose for an agent in which names of the workspace that are said whole, in two words or more, are
 * written as they stand there: "why does get user name return null" has `getUserName`. What people say
 * anyway is left: words that only stand beside each other ("is open", "for each"), and two ordinary
 * words ("user name") where nothing says that a name is meant ("the user name method").
 */
export function writeNames(text: string, identifiers: readonly string[]): string {
  const respell = promptRespellOf(identifiers);
  const effort = newEffort();
  const words = [...text.matchAll(/\S+/gu)];
  const all = words.map(([word]) => word);
  let written = '';
  let end = 0;
  let isCode = false;
  let named = 0;
  for (let at = 0; at < words.length;) {
    const run = all.slice(at, at + MAX_WORDS);
    isCode = isCode !== ((run[0] ?? '').split('`').length % 2 === 0);
    const found = isCode ? undefined : respell(run, effort);
    const length = found?.length ?? 1;
    const last = words[at + length - 1];
    const name = found?.text.replace(/[^\p{L}\p{N}_$]+$/u, '') ?? '';
    const isListed = named > 0 && named === at - 1 && /^(?:and|or)$/iu.test(all[named] ?? '');
    if (last === undefined || !isName({ name, isListed, ...around(all, at, length) })) {
      at++;
      continue;
    }
    written += text.slice(end, words[at]?.index) + (found?.text ?? '');
    end = last.index + last[0].length;
    at += length;
    named = at;
  }
  return written + text.slice(end);
}

const MAX_WORDS = 8;

const respells = new WeakMap<readonly string[], Respell>();

/** Of the names that have several words. */
function promptRespellOf(identifiers: readonly string[]): Respell {
  const known = respells.get(identifiers);
  if (known !== undefined) return known;
  const respell = respeller(identifiers.filter((name) => spokenWords(name).length > 1));
  respells.set(identifiers, respell);
  return respell;
}

/** What tells a name from words that only stand beside each other; '' at the ends of a clause. */
interface SaidName {
  readonly name: string;
  readonly said: readonly string[];
  /** Whether it comes behind another name, and "and". */
  readonly isListed: boolean;
  readonly before: string;
  /** Whether "and" joins it to a noun, whose article may be its own: "the first page and last page". */
  readonly isJoined: boolean;
  /** Before {@link before}. */
  readonly before2: string;
  readonly behind: string;
  readonly behind2: string;
}

function around(
  words: readonly string[],
  at: number,
  length: number,
): Omit<SaidName, 'name' | 'isListed'> {
  const clause = (from: number, step: 1 | -1): readonly string[] => {
    const found: string[] = [];
    for (let i = from; found.length < 2; i += step) {
      const [inner, outer] = step === 1 ? [words[i - 1], words[i]] : [words[i], words[i + 1]];
      if (outer === undefined || inner === undefined || CLAUSE_END.test(inner)) break;
      found.push(plain(step === 1 ? outer : inner));
    }
    return found;
  };
  const [before = '', before2 = ''] = clause(at - 1, -1);
  const [behind = '', behind2 = ''] = clause(at + length, 1);
  const isJoined =
    /^(?:and|or)$/u.test(before) &&
    words.slice(Math.max(0, at - 4), at - 1).some((word) => ARTICLES.has(plain(word)));
  const said = words.slice(at, at + length).map(plain);
  return { said, isJoined, before, before2, behind, behind2 };
}

const CLAUSE_END = /[.?!:;,]$/u;

function isName(spoken: SaidName): boolean {
  const { said, name, before, before2, behind } = spoken;
  if (said.length < 2) return false;
  const isExact = spokenWords(name).join('').toLowerCase() === said.join('');
  // A short word that sounds alike is another word: "an error" is no `onError`.
  if (!isExact && said.length === 2) return false;
  const [first = '', last = ''] = [said[0], said.at(-1)];
  // "The interface is only …" names nothing.
  if (NAMED_BEHIND.has(behind) || (NAMED_BEFORE.has(before) && !BINDING.has(first))) return true;
  if (TERMS.has(said.join(' '))) return false;
  // "… and sort by date"
  if (spoken.isListed && isExact && !BINDING.has(last)) return true;
  const isVerb = VERBS.has(first);
  const isSubject = isSpokenAbout(spoken);
  if (BINDING.has(last)) return isExact && isVerb && isSubject && !PARTICLES.has(last);
  // "Why does is open …", "Can generate diff …": what is asked about comes there.
  const isAskedAbout = AUXILIARIES.has(before) && ASKING.has(before2);
  const isOrdered = ACTS.has(before) && ORDER_BEHIND.has(before2);
  if (AUXILIARIES.has(first)) {
    const isLone = isAskedAbout || isOrdered || NO_AUXILIARY_BEHIND.has(before);
    return isExact && (isLone || isSubject || (PLACING.has(before) && before2 === ''));
  }
  if (BINDING.has(first)) {
    return isExact && (NOUN_BEHIND.has(before) || isSubject || said.length > 3);
  }
  const isCommon = said.every(isCommonWord);
  // "step by step", "make it work"
  const isPhrase = said.length < 4 && isCommon && said.some((word) => BINDING.has(word));
  if (said.length > 2 && !isPhrase) {
    // "Get user name from the form." is an order.
    return !(isVerb && ORDER_BEHIND.has(before) && isCommon) || isSubject;
  }
  const isNoun = NOUN_BEHIND.has(before) || NO_VERB_BEHIND.has(before);
  if (isVerb) return isNoun || isSubject || isAskedAbout || isOrdered;
  // Whoever says a noun of two words that is no name puts an article before it …
  if (isNoun || (NAME_BEHIND.has(before) && !spoken.isJoined)) return true;
  if (isCommon) return isOrdered && !MAKES.has(before) && !MANY.test(last);
  // … but not where many are spoken of, or what everybody sees: "Login page is broken."
  const isSeen = SHOWN.has(last) || (PLURAL.test(last) && MANY_DO.has(behind));
  return isOrdered || ((isSubject || before === '') && !isSeen);
}

/** Whether a clause begins with it and goes on with what it does: "Get user name is slow." */
function isSpokenAbout({ before, behind, behind2 }: SaidName): boolean {
  const isDoing =
    SUBJECT_BEFORE.has(behind) || (/[^s]s$/u.test(behind) && OBJECT_BEGINS.has(behind2));
  return isDoing && CLAUSE_BEGINS.has(before);
}

function plain(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

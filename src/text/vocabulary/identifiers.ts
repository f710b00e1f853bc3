import { formatOf } from '../syntax/languages';
import { scan } from '../syntax/scan';
import { codeOf } from './code-of';
import type { FoundName } from './found-name';
import { keysIn } from './keys';
import { looksRandom } from './random';

/** The shortest identifier that is collected: shorter ones are spelt, not said. */
const MIN_LENGTH = 3;

/**
 * Characters of a text that are looked at, from its beginning, without which nobody knows what is a
 * string; what follows is left out. Some 30 ms of processor time.
 */
export const MAX_TEXT_LENGTH = 300_000;

/** A word, or a number, which hides the letters in it. */
const TOKEN = /\p{N}[\p{L}\p{N}_.]*|([\p{L}_$][\p{L}\p{M}\p{N}_$]*)/gu;

/** Parts in other languages, one in another, that are looked into. */
const MAX_DEPTH = 3;

/**
 * The identifiers of a source text and how often they stand there, in order of appearance: those of
 * {@link namesIn}.
 */
export function identifiersIn(text: string, languageId: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of namesIn(text, languageId)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/**
 * Where a text has which names: of code its words, but not those in comments and strings; of markup
 * tags and attributes, and the names of code in it; of headings what they have in backticks; of data
 * and scripts keys and what they define. Values, comments and prose have none, for that is where
 * secrets stand; neither has a text of a language that is not known. Keywords, names of fewer than
 * three letters, and what looks like a key are left out.
 *
 * @param languageId VS Code's language id
 * @returns `at` counts the end of a line as one character
 */
export function namesIn(text: string, languageId: string): readonly FoundName[] {
  const plain = new Map<string, boolean>();
  const isPlain = (name: string): boolean => {
    const known = plain.get(name) ?? isTelling(name);
    plain.set(name, known);
    return known;
  };
  const lines = text.replaceAll('\r\n', '\n').slice(0, MAX_TEXT_LENGTH);
  return rawNames(lines, languageId, 0).filter(({ name }) => isPlain(name));
}

function isTelling(word: string): boolean {
  const name = word.replace(/^[_$]+(?=\p{L})/u, '');
  return name.length >= MIN_LENGTH && !KEYWORDS.has(name) && !looksRandom(name);
}

function rawNames(text: string, languageId: string, depth: number): readonly FoundName[] {
  const format = formatOf(languageId);
  if (format === undefined) return [];
  if (format === 'code') return wordsOf(codeOf(text, languageId), 0);
  if (format === 'markup') return markupNames(text, languageId, depth);
  return keysIn(text, format);
}

function wordsOf(code: string, offset: number): readonly FoundName[] {
  return [...code.matchAll(TOKEN)].flatMap(({ 1: name, index }) =>
    name === undefined ? [] : [{ name, at: offset + index }],
  );
}

function markupNames(text: string, languageId: string, depth: number): readonly FoundName[] {
  const names: FoundName[] = [];
  scan(text, languageId, {
    code: (from, to, isTag) => {
      const code = text.slice(from, to);
      // "If a <b then" is none.
      if (isTag && code.includes('<')) return;
      names.push(...wordsOf(isTag ? withoutValues(code) : code, from));
    },
    region: (from, to, language) => {
      if (depth >= MAX_DEPTH) return;
      const inner = rawNames(text.slice(from, to), language, depth + 1);
      names.push(...inner.map(({ name, at }) => ({ name, at: at + from })));
    },
  });
  return names;
}

/** What stands in a tag, with blanks for what stands unquoted behind `=`. */
function withoutValues(tag: string): string {
  return tag.replace(/=\s*[^\s"'>{]+/gu, (value) => ' '.repeat(value.length));
}
/** Keywords of the widespread languages, and what every program has: no name of this workspace. */
const KEYWORDS = new Set(
  (
    'abstract and any array arguments assert async await bool boolean break byte case cast catch ' +
    'char class closure companion const constexpr constructor continue crate debugger declare def ' +
    'default defer del delete double dyn elif else elsif end ensure enum esac except export ' +
    'extends extern extends false final finally float fn for foreach from func function global ' +
    'goto guard hash if impl implements import in include inline instanceof int interface internal ' +
    'into is keyof lambda let local long loop map match mod module move mut mutable namespace ' +
    'native never new nil none nonlocal not null nullptr number object of operator or out override ' +
    'package pass private protected protocol pub public raise range readonly record ref register ' +
    'require rescue return satisfies sealed select self set short signed sizeof static str string ' +
    'struct super switch symbol synchronized template then this throw throws trait transient true ' +
    'try type typedef typename typeof undefined unique unknown unless unsafe unsigned until use ' +
    'using val var virtual void volatile when where while with yield True False None'
  ).split(' '),
);

import { looksRandom } from './private';

/** The shortest identifier that is collected: shorter ones are spelt, not said. */
const MIN_LENGTH = 3;

/**
 * Characters of a text that are looked at; what follows is left out. 3 to 11 ms of processor
 * time (measured; 24 ms before the code is warm), so that no key press waits long for it.
 */
export const MAX_TEXT_LENGTH = 100_000;

/** Languages in which most words are not code. There only what looks like code is an identifier. */
const PROSE = new Set(
  'plaintext markdown restructuredtext latex tex asciidoc scm-input git-commit log mdx'.split(' '),
);

/** Languages whose comments begin with `#`; the others' begin with `//`, or are enclosed. */
const HASH_COMMENTS = new Set(
  (
    'python shellscript ruby perl r julia coffeescript elixir yaml toml dockerfile makefile cmake ' +
    'powershell ini properties terraform nix graphql gdscript dotenv'
  ).split(' '),
);

/** What runs from an opening to a closing mark, over as many lines as it likes. */
const BLOCKS: Readonly<Record<string, string>> = {
  '/*': '*/',
  '<!--': '-->',
  '"""': '"""',
  "'''": "'''",
  '`': '`',
};

const WORD = '[\\p{L}_$][\\p{L}\\p{M}\\p{N}_$]*';
const LINE_STRING = `"(?:[^"\\\\\\n]|\\\\.)*"|'(?:[^'\\\\\\n]|\\\\.)*'`;
const NUMBER = '\\p{N}[\\p{L}\\p{N}_.]*';

/**
 * The identifiers of a source text and how often they stand there, in order of appearance. What is
 * inside comments and strings does not count (that is also where secrets stand), nor do keywords,
 * names of fewer than three letters, and what looks like a key. In prose (Markdown, commit
 * messages) words in backticks count, and words with a capital or an underscore inside.
 *
 * A heuristic on purpose: no language is parsed, and a string that spans lines may be taken for
 * code. Linear in the length of `text`, of which the first {@link MAX_TEXT_LENGTH} are looked at.
 *
 * @param languageId VS Code's language id
 */
export function identifiersIn(text: string, languageId: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const looked = text.slice(0, MAX_TEXT_LENGTH);
  const isProse = PROSE.has(languageId);
  const words = isProse ? proseNames(looked) : codeNames(looked, languageId);
  for (const word of words) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  for (const word of counts.keys()) {
    const name = word.replace(/^[_$]+(?=\p{L})/u, '');
    if (name.length < MIN_LENGTH || KEYWORDS.has(name) || looksRandom(name)) counts.delete(word);
  }
  return counts;
}

function codeNames(text: string, languageId: string): readonly string[] {
  const [comment, opening] = HASH_COMMENTS.has(languageId)
    ? ['#.*', `"""|'''|\``]
    : ['//.*', '/\\*|<!--|`'];
  // What begins first wins, so that a quote in a comment opens no string.
  const token = new RegExp(`(${opening})|${comment}|${LINE_STRING}|${NUMBER}|(${WORD})`, 'gu');
  const names: string[] = [];
  const unclosed = new Set<string>();
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [, mark, word] = found;
    if (word !== undefined) names.push(word);
    if (mark === undefined || unclosed.has(mark)) continue;
    const end = endOfBlock(text, token.lastIndex, BLOCKS[mark] ?? mark);
    // Searched for once only, or a text full of opening marks would take forever.
    if (end === undefined) unclosed.add(mark);
    else token.lastIndex = end;
  }
  return names;
}

function endOfBlock(text: string, from: number, close: string): number | undefined {
  let at = text.indexOf(close, from);
  while (at > 0 && close === '`' && text[at - 1] === '\\') at = text.indexOf(close, at + 1);
  return at < 0 ? undefined : at + close.length;
}

function proseNames(text: string): readonly string[] {
  const quoted = [...text.matchAll(/`([^`\n]+)`/g)].flatMap(
    ([, code]) => code?.match(new RegExp(WORD, 'gu')) ?? [],
  );
  const words = text.match(new RegExp(`(?<![\\p{L}\\p{N}/.@-])${WORD}`, 'gu')) ?? [];
  return [...quoted, ...words.filter((word) => /\p{Ll}\p{Lu}|\p{L}_\p{L}/u.test(word))];
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

import { LANGUAGES, languagesOf } from '../languages/languages';
import { normalPhrase, phrasesOf } from '../prose/lexicon';

/** What agents know by these names, by their letters alone; others have one word. */
const KNOWN: ReadonlyMap<string, string> = new Map(
  'add-dir agents bashes bug chat clear compact compress config context copy cost diff directory doctor editor exit export extensions help hooks ide init install-github-app login logout mcp memory mention model new output-style permissions plan plugin pr-comments privacy-settings quit release-notes resume review rewind sandbox security-review skills stats status statusline tasks terminal-setup theme todos tools undo upgrade usage vim'
    .split(' ')
    .map((name) => [name.replaceAll('-', ''), name]),
);

/** Single words behind "slash" with which the sign itself is meant, or the verb. */
const NO_COMMAND =
  /^(?:and|or|is|as|in|the|a|command|commands|character|characters|sign|signs|symbol|symbols|mark|marks|key|und|oder|zeichen|y|o|e|et|ou|dot|slash|star|it|this|that|these|those|them|everything|all)$/u;

const MAX_WORDS = 4;

/**
 * The command of an agent that a final is, when it is nothing else: "slash clear" is `/clear`, "slash add
 * dir" `/add-dir`, "slash model opus" `/model opus`.
 *
 * @param languages codes such as `de` or `de-AT`; none: any
 */
export function slashCommand(final: string, languages: readonly string[]): string | undefined {
  const said = normalPhrase(final);
  const written = /^\s*\/\s?([\p{L}\p{N} -]+?)[.!?]?\s*$/u.exec(final)?.[1];
  const rest = written === undefined ? restAfterSlash(said, languages) : normalPhrase(written);
  const words = rest?.split(' ') ?? [];
  if (words.length > MAX_WORDS || !words.every((word) => /^[\p{L}\p{N}]+$/u.test(word))) {
    return undefined;
  }
  for (let length = words.length; length > 0; length--) {
    const name = KNOWN.get(words.slice(0, length).join(''));
    if (name !== undefined) return [`/${name}`, ...words.slice(length)].join(' ');
  }
  const [only, ...others] = words;
  if (only === undefined || others.length > 0 || NO_COMMAND.test(only)) return undefined;
  return `/${only}`;
}

function restAfterSlash(said: string, languages: readonly string[]): string | undefined {
  const spoken = languages.length === 0 ? LANGUAGES : languagesOf(languages);
  const phrases = spoken.flatMap(({ marks }) => (marks.slash ? phrasesOf(marks.slash) : []));
  const phrase = ['slash', ...phrases]
    .map(normalPhrase)
    // A pause may be heard as a comma: "Slash, clear."
    .flatMap((each) => [each, `${each},`])
    .filter((each) => said.startsWith(`${each} `))
    .toSorted((a, b) => b.length - a.length)[0];
  return phrase === undefined ? undefined : said.slice(phrase.length + 1);
}

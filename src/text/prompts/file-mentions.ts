import type { WritingStyle } from '../compose';
import { LANGUAGES, languagesOf } from '../languages/languages';
import { respeller } from '../vocabulary/respell';
import { spokenWords } from '../vocabulary/spoken-form';

/** Finds the file that the first of `words` say. @returns its path, and how many words that are */
export type FindFile = (
  words: readonly string[],
) => { readonly path: string; readonly length: number } | undefined;

/** More words than a person says for a file. */
const MAX_WORDS = 10;

/**
 * Files are found by their names, with or without their endings, and folders that they are in before them:
 * "web login page" is `packages/web/src/LoginPage.tsx`.
 *
 * @param paths of files, with slashes; of several that are said alike, the first is meant
 */
export function fileFinder(paths: readonly string[]): FindFile {
  const named = new Map<string, string[]>();
  const byStem = new Map<string, string>();
  const note = (name: string, path: string): void => {
    const key = keyOf(spokenWords(name));
    const known = named.get(key);
    if (known === undefined) named.set(key, [path]);
    else if (known.at(-1) !== path) known.push(path);
    if (!byStem.has(name)) byStem.set(name, path);
  };
  for (const path of paths) {
    const base = baseOf(path);
    for (const each of [base, base.replace(/(?<=.)\.\w+$/u, '')]) note(each, path);
  }
  // "Session chain" is `session-chain.test.ts` only where there is no `session-chain.ts`.
  for (const path of paths) {
    const base = baseOf(path);
    const stem = base.replace(/(?<=.)(?:\.\w+)+$/u, '');
    note(stem, path);
    // The numbers of migrations are not said.
    for (const each of [base, stem]) note(each.replace(/^\d+[-_.]+(?=.)/u, ''), path);
  }
  named.delete('');
  const respell = respeller([...byStem.keys()]);
  const keys = new Map<string, string>();
  const folderKey = (folder: string): string => {
    const key = keys.get(folder) ?? keyOf(spokenWords(folder));
    keys.set(folder, key);
    return key;
  };
  return (words) => {
    const said = words.slice(0, MAX_WORDS);
    for (let length = said.length; length > 0; length--) {
      for (let start = 0; start < length; start++) {
        const folders = keyOf(said.slice(0, start));
        const path = named
          .get(keyOf(said.slice(start, length)))
          ?.find((each) => isWithin(folders, each.split('/').slice(0, -1).map(folderKey)));
        if (path !== undefined) return { path, length };
      }
    }
    const near = respell(said);
    const path = near && byStem.get(near.text);
    return near === undefined || path === undefined ? undefined : { path, length: near.length };
  };
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether `said` is made of some of `folders`, in their order. */
function isWithin(said: string, folders: readonly string[]): boolean {
  if (said === '') return true;
  return folders.some(
    (folder, i) =>
      folder !== '' &&
      said.startsWith(folder) &&
      isWithin(said.slice(folder.length), folders.slice(i + 1)),
  );
}

/** What is said for an ending. */
const ENDINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    typescript: 'ts',
    javascript: 'js',
    python: 'py',
    rust: 'rs',
    ruby: 'rb',
    markdown: 'md',
    yaml: 'yml',
    kotlin: 'kt',
    golang: 'go',
    bash: 'sh',
    shell: 'sh',
    spec: 'test',
  }),
);

/** Numbers as they are said, in whatever language: `utils2.py` is "utils two". */
const NUMBERS: ReadonlyMap<string, string> = new Map(
  LANGUAGES.flatMap(({ numbers }) =>
    Object.entries(numbers.values)
      .filter(([word, value]) => value <= 10 && !numbers.articles.includes(word))
      .map(([word, value]) => [word, String(value)] as const),
  ),
);

/** As it is compared: a dot may be said or not, an ending by its language's name. */
function keyOf(words: readonly string[]): string {
  return words
    .map((word) => word.toLowerCase())
    .filter((word) => word !== 'dot' && word !== 'slash')
    .map((word) => ENDINGS.get(word) ?? NUMBERS.get(word) ?? word)
    .join('');
}

/** Behind a file, what says in which folder it is: "package json in the web package". */
const IN_FOLDER =
  /^\s+(?:in|inside|from|of|under|im|aus|von|vom|dans|de|du|en|del|nel|nella|della)(?:\s+(?:the|our|my|dem|der|den|le|la|el|il))?(?=\s)/iu;

/** Words with which "file" is no name: "at file level", "at file system level", "at file and folder level". */
const OF_FILES = /^(?:level|scope|sizes?|systems?|granularity|and|or|is|in|of|the|to)$/iu;

/** What is to be written for a file that was said. */
export interface FileMention {
  /** As it was said, with "at file" and {@link within}. */
  readonly said: string;
  readonly path: string;
  /** What was said behind it of the folder that it is in, which is written behind it; '' for nothing. */
  readonly within: string;
}

/**
 * The files that a final names: "at file session chain", also with its ending or its folder before it.
 *
 * @param languages codes such as `de` or `de-AT`; none: any
 */
export function mentionsIn(
  final: string,
  languages: readonly string[],
  find: FindFile,
): readonly FileMention[] {
  const spoken = languages.length === 0 ? LANGUAGES : languagesOf(languages);
  const phrases = spoken
    .flatMap(({ atFile }) => atFile)
    .map((phrase) => phrase.replaceAll(' ', '\\s+'));
  const said = [...phrases, '@\\s?file'].join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${said})(?=\\s)`, 'giu');
  return [...final.matchAll(pattern)].flatMap((match) => {
    const rest = final.slice(match.index + match[0].length);
    const words = wordsAtStart(rest);
    const found = find(words.map(({ word }) => word));
    const last = found && words[found.length - 1];
    if (found === undefined || last === undefined) return [];
    if (found.length === 1 && OF_FILES.test(last.word)) return [];
    const name = words.slice(0, found.length).map(({ word }) => word);
    const { path, within } = placeIn(rest.slice(last.end), name, find) ?? {
      path: found.path,
      within: '',
    };
    // "Look at file session chain": the file is what is looked at.
    const isLookedAt = /\blook(?:s|ed|ing)?\s+$/iu.test(final.slice(0, match.index));
    const phrase = isLookedAt ? match[0].replace(/^at\s+/iu, '') : match[0];
    return [{ said: phrase + rest.slice(0, last.end) + within, path, within }];
  });
}

/** The file that `name` says in a folder that `behind` begins with, if it does. */
function placeIn(
  behind: string,
  name: readonly string[],
  find: FindFile,
): Pick<FileMention, 'path' | 'within'> | undefined {
  const start = IN_FOLDER.exec(behind)?.[0];
  if (start === undefined) return undefined;
  const words = wordsAtStart(behind.slice(start.length));
  for (let count = Math.min(words.length, MAX_FOLDER_WORDS); count > 0; count--) {
    const said = [...words.slice(0, count).map(({ word }) => word), ...name];
    const found = find(said);
    const end = start.length + (words[count - 1]?.end ?? 0);
    if (found?.length === said.length) return { path: found.path, within: behind.slice(0, end) };
  }
  return undefined;
}

/** More words than folders have in their names. */
const MAX_FOLDER_WORDS = 3;

/** The words at the beginning of `text`, up to punctuation that no name of a file has. */
function wordsAtStart(text: string): readonly { readonly word: string; readonly end: number }[] {
  const words: { word: string; end: number }[] = [];
  for (const match of text.matchAll(/(?:\s+|[._/-])([\p{L}\p{M}\p{N}]+)/gu)) {
    if (match.index !== (words.at(-1)?.end ?? 0) || words.length === MAX_WORDS) break;
    words.push({ word: match[1] ?? '', end: match.index + match[0].length });
  }
  return words;
}

/** The style in which what was said for each of `mentions` is written as `text` has it. */
export function withMentions(
  style: WritingStyle,
  mentions: readonly FileMention[],
  text: (path: string) => string | undefined,
): WritingStyle {
  const entries = mentions.flatMap(({ said, path, within }) => {
    const written = text(path);
    return written === undefined ? [] : [[said, written + within] as const];
  });
  if (entries.length === 0) return style;
  const { insertion } = style;
  const replacements = { ...Object.fromEntries(entries), ...insertion.replacements };
  return { ...style, insertion: { ...insertion, replacements } };
}

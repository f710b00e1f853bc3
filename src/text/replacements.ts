/** What a replacement can name in its text, as `${selection}`. */
export type ReplacementVariables = Readonly<Record<'selection' | 'clipboard' | 'date', string>>;

interface Entry {
  readonly phrase: string;
  /** What is written for it, with variables. */
  readonly template: string;
  /** Its words, in small letters and in capitals: where one is missing, the phrase is not said. */
  readonly small: readonly string[];
  readonly large: readonly string[];
}

/** What is written for a phrase that was found. */
export interface Replacement {
  readonly text: string;
  /** Without the capital that it may have taken from the phrase. */
  readonly smallText: string;
}

/**
 * Writes what a person wants instead of the phrases they say. Phrases are found as whole words, in
 * any case, with spaces, a hyphen or a comma between their words; the leftmost first, of several the
 * longest; what was written is not searched again. Where a text that begins with a lower-case word,
 * and has no capitals, stands for a phrase that was capitalised, it gets the capital; other texts are
 * written as given. A final that is nothing but the phrase loses the recogniser's full stop. A phrase
 * for which nothing is written leaves no space or comma behind, and its capital to the next word.
 *
 * @param replacements phrase to text; `\n` in it, as two characters, is a line break, and
 * `${selection}`, `${clipboard}` and `${date}` stand for the variables, which are written as they are
 * @param write says what stands for a replacement, if not its text; nothing: the phrase stays
 */
export function applyReplacements(
  text: string,
  replacements: Readonly<Record<string, string>>,
  variables: ReplacementVariables,
  write = (replacement: Replacement): string | undefined => replacement.text,
): string {
  const { entries, pattern } = phrasesIn(text, replacements);
  if (pattern === undefined) return text;
  const searched = text.slice(0, Math.floor(MAX_COMPARISONS / entries.length));
  let written = '';
  let end = 0;
  let isOwedCapital = false;
  const pass = (to?: number): void => {
    const words = text.slice(end, to);
    written += isOwedCapital
      ? words.replace(PLAIN_SMALL_LETTER, (letter) => letter.toUpperCase())
      : words;
    if (words !== '') isOwedCapital = false;
  };
  for (const match of searched.matchAll(pattern)) {
    const [found = '', ...groups]: readonly (string | undefined)[] = match;
    const entry = entries[groups.findIndex((group) => group !== undefined)];
    if (entry === undefined) continue;
    pass(match.index);
    const said: string = isOwedCapital ? capitalised(found) : found;
    const smallText = expand(entry.template, variables);
    const isRaised = takesCapital(said, entry);
    const instead =
      write({ text: isRaised ? capitalised(smallText) : smallText, smallText }) ?? found;
    end = match.index + found.length;
    // What the recogniser set around the name of a line break goes, as around one that is built in.
    if (smallText.startsWith('\n')) {
      const around = /,?[^\S\n]*$/u.exec(written.slice(-SIGHT))?.[0] ?? '';
      written = written.slice(0, written.length - around.length);
    }
    let gap = '';
    if (LINE_START.test(smallText)) {
      const behind = /^(?:[,;:.!?…]+(?=\s|$))?[^\S\n]*/u.exec(text.slice(end))?.[0] ?? '';
      end += behind.length;
      // A list's marker that was given without the space behind it has that of what was said.
      if (/\s$/u.test(behind) && !/\s$/u.test(smallText)) gap = ' ';
      isOwedCapital = smallText.endsWith('\n');
    } else if (instead === '') {
      const around = gapAround(written.slice(-SIGHT), text.slice(end));
      written = written.slice(0, written.length - around.before);
      end += around.behind;
      isOwedCapital = around.isAtStart && /^\p{Lu}/u.test(said);
    } else isOwedCapital = false;
    written += instead + gap;
    if (/^[.。]\s*$/u.test(text.slice(end)) && text.slice(0, match.index).trim() === '')
      return written;
  }
  pass();
  return written;
}

/**
 * Phrases times characters of one final that are compared: two thousand characters, two minutes of
 * speech, are searched for a hundred phrases whose words are all in them. It takes some thirty
 * milliseconds; what is beyond stays as it was said.
 */
const MAX_COMPARISONS = 200_000;

/** What a line begins behind, with the marker of a list if there is one: `\n`, `\n- `. */
const LINE_START = /\n[^\p{L}\p{M}\p{N}\n]*$/u;

/** Characters before a phrase that tell what else goes where nothing is written for it. */
const SIGHT = 100;

/** The first letter of a word that has no spelling of its own ("iPhone"). */
const PLAIN_SMALL_LETTER = /^\p{Ll}(?![\p{L}\p{N}_]*\p{Lu})/u;

interface Gap {
  /** Characters to go before the gap, and behind it. */
  readonly before: number;
  readonly behind: number;
  /** Whether a sentence, or what stands in quotes or brackets, begins there. */
  readonly isAtStart: boolean;
}

/** What else goes where a phrase leaves nothing between `left` and `right`. */
function gapAround(left: string, right: string): Gap {
  const isAtStart = /(?:^|[.!?…。！？]["'”’»)\]]*[^\S\n]*|\n|(?<![^\s([{])["“„«‘([{¿¡])$/u.test(
    left,
  );
  const lengthOf = (pattern: RegExp, of: string): number => pattern.exec(of)?.[0].length ?? 0;
  if (isAtStart) {
    // A sentence of which nothing is left has no mark either.
    return { before: 0, behind: lengthOf(/^[.,;:!?…、，。！？]*[^\S\n]*/u, right), isAtStart };
  }
  const hasComma = /[,、，][^\S\n]*$/u.test(left);
  // The comma behind it parts what is left, unless the one before it set the phrase off.
  const behind = hasComma ? lengthOf(/^[,、，]/u, right) : 0;
  const isAtEnd = /^(?:$|[.;:!?…。！？)\]}"'”’»])/u.test(right);
  if (hasComma && (isAtEnd || behind > 0)) {
    return { before: lengthOf(/[,、，][^\S\n]*$/u, left), behind, isAtStart };
  }
  const isTight = isAtEnd || /^[\s,、，]/u.test(right);
  return { before: isTight ? lengthOf(/[^\S\n]+$/u, left) : 0, behind, isAtStart };
}

/** Whether a final is a phrase of `replacements` and, but for punctuation, nothing else. */
export function isReplaced(text: string, replacements: Readonly<Record<string, string>>): boolean {
  const { entries, pattern } = phrasesIn(text, replacements);
  if (pattern === undefined || text.length > MAX_COMPARISONS / entries.length) return false;
  const [found] = text.matchAll(pattern);
  if (found === undefined) return false;
  const around = text.slice(0, found.index) + text.slice(found.index + found[0].length);
  return !/[\p{L}\p{N}]/u.test(around);
}

interface Phrases {
  /** In the order of the pattern's groups. */
  readonly entries: readonly Entry[];
  /** Undefined where there are no phrases. */
  readonly pattern: RegExp | undefined;
}

interface Dictionary {
  readonly entries: readonly Entry[];
  /** By the phrases that a text may have; what a person says is mostly the same few. */
  readonly patterns: Map<string, Phrases>;
}

const dictionaries = new WeakMap<Readonly<Record<string, string>>, Dictionary>();
const MAX_PATTERNS = 100;

/** Phrases whose words are all in one final: an expression of more takes long to make. */
const MAX_PHRASES = 200;

/** The phrases that `text` may have, of however many: those all of whose words are in it. */
function phrasesIn(text: string, replacements: Readonly<Record<string, string>>): Phrases {
  const { entries: all, patterns } = dictionaryOf(replacements);
  const [small, large] = [text.toLowerCase(), text.toUpperCase()];
  const said = all.filter(
    (entry) =>
      entry.small.every((word) => small.includes(word)) ||
      entry.large.every((word) => large.includes(word)),
  );
  const entries = said.slice(0, MAX_PHRASES);
  const key = entries.map(({ phrase }) => phrase).join('\n');
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const pattern = entries.length === 0 ? undefined : new RegExp(alternatives(entries), 'giu');
  const phrases = { entries, pattern };
  if (patterns.size >= MAX_PATTERNS) patterns.clear();
  patterns.set(key, phrases);
  return phrases;
}

function dictionaryOf(replacements: Readonly<Record<string, string>>): Dictionary {
  const known = dictionaries.get(replacements);
  if (known !== undefined) return known;
  const entries = Object.entries(replacements)
    .map(([phrase, template]) => ({ phrase: phrase.trim(), template }))
    .filter(({ phrase }) => phrase !== '')
    .sort((a, b) => b.phrase.length - a.phrase.length)
    .map((entry) => ({
      ...entry,
      small: entry.phrase.toLowerCase().split(/\s+/u),
      large: entry.phrase.toUpperCase().split(/\s+/u),
    }));
  const dictionary = { entries, patterns: new Map<string, Phrases>() };
  dictionaries.set(replacements, dictionary);
  return dictionary;
}

/** Scripts without spaces between words: a phrase in them has no boundaries to be found at. */
const UNSPACED =
  '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmr}\\p{scx=Mymr}';
const WORD_CHARACTER = new RegExp(`^(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}_]$`, 'u');

/** Scripts that part their words by spaces: next to a letter of another script a word ends. */
const SPACED = ['Latin', 'Cyrillic', 'Greek', 'Hangul', 'Arabic', 'Hebrew', 'Devanagari'];

/** What Korean writes behind a word without a space: "서버를" has the word "서버". */
const PARTICLES =
  '은|는|이|가|을|를|의|에|에서|에게|으로|로|와|과|도|만|까지|부터|처럼|보다|이나|나|이라|라';

/**
 * Source of an expression with a group for each phrase, in their order, as whole words: not in
 * "e-mail" nor "mail.com" for "mail". What parts words is asked for once where phrases of a kind are
 * next to each other: each time takes milliseconds to compile.
 */
function alternatives(entries: readonly Entry[]): string {
  const runs: { readonly before: string; readonly behind: string; readonly groups: string[] }[] =
    [];
  for (const { phrase } of entries) {
    const bounds = boundsOf(phrase);
    const group = `(${phrasePattern(phrase)})`;
    const last = runs.at(-1);
    if (last?.before === bounds.before && last.behind === bounds.behind) last.groups.push(group);
    else runs.push({ ...bounds, groups: [group] });
  }
  return runs
    .map(({ before, behind, groups }) => `${before}(?:${groups.join('|')})${behind}`)
    .join('|');
}

/** Source of an expression for the words of `phrase`. */
function phrasePattern(phrase: string): string {
  return phrase
    .split(/\s+/u)
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
    .join('(?:,?\\s+|-)');
}

/** Sources of what must not stand before and behind `phrase`, so that its words are whole. */
function boundsOf(phrase: string): { readonly before: string; readonly behind: string } {
  const characters = Array.from(phrase);
  const first = wordCharacters(characters[0] ?? '');
  const last = wordCharacters(characters.at(-1) ?? '');
  const particle = `(?=(?:${PARTICLES})(?!\\p{Script=Hangul}))`;
  const end = `(?![${last}\\p{M}\\p{N}_]|[-.][${last}\\p{N}])`;
  return {
    before: first === '' ? '' : `(?<![${first}\\p{N}_]\\p{M}{0,9}|[${first}\\p{N}][-.])`,
    behind: last === '' ? '' : last.includes('Hangul') ? `(?:${end}|${particle})` : end,
  };
}

/** The letters that would go on with a word that `character` is in, for a class; '' for no word. */
function wordCharacters(character: string): string {
  if (!WORD_CHARACTER.test(character)) return '';
  const script = SPACED.find((each) => new RegExp(`\\p{Script=${each}}`, 'u').test(character));
  return script === undefined ? '\\p{L}' : `\\p{Script=${script}}`;
}

function expand(template: string, variables: ReplacementVariables): string {
  return template.replaceAll(/\\n|\$\{(selection|clipboard|date)\}/gu, (whole, name?: string) => {
    if (name === 'selection' || name === 'clipboard' || name === 'date') return variables[name];
    return whole === '\\n' ? '\n' : whole;
  });
}

function takesCapital(said: string, { phrase, template }: Entry): boolean {
  if (!/^\p{Lu}/u.test(said) || /^\p{Lu}/u.test(phrase)) return false;
  // An address or a path that begins with a letter is no word.
  const beginsWithWord = /^\p{Ll}[\p{L}\p{M}'’-]*(?:$|\s|[,;:.!?](?:\s|$))/u.test(template);
  return beginsWithWord && template === template.toLowerCase();
}

function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

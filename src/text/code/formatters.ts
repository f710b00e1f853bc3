import { namesOf } from './names-of';

function capitalised(word: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return word === '' ? '' : first.toUpperCase() + word.slice(first.length);
}

function pascal(words: readonly string[]): string {
  return words.map(capitalised).join('');
}

/** What a name can be made of words; each takes lower-case words without marks. */
const FORMATTERS = {
  camel: (words) => (words[0] ?? '') + pascal(words.slice(1)),
  pascal,
  snake: (words) => words.join('_'),
  kebab: (words) => words.join('-'),
  constant: (words) => words.join('_').toUpperCase(),
  dotted: (words) => words.join('.'),
  path: (words) => words.join('/'),
  smash: (words) => words.join(''),
  dunder: (words) => `__${words.join('_')}__`,
  title: (words) => words.map(capitalised).join(' '),
  upper: (words) => words.join(' ').toUpperCase(),
  lower: (words) => words.join(' '),
} as const satisfies Record<string, (words: readonly string[]) => string>;

/** One of them, by what its words say in English. */
export type FormatterName = keyof typeof FORMATTERS;

/** All of them. */
export const FORMATTER_NAMES: readonly FormatterName[] = namesOf(FORMATTERS);

/**
 * Formatters that are named by an ordinary word, which is an ordinary name too ("for path in
 * paths", "camel file path").
 */
export const ORDINARY_FORMATTERS: ReadonlySet<FormatterName> = new Set([
  'path',
  'title',
  'constant',
  'dotted',
]);

/** One name of spoken words: apostrophes go, other marks part words ("Node.js" is two). */
export function formatName(formatter: FormatterName, spoken: readonly string[]): string {
  const words = spoken
    .flatMap((word) => word.replace(/['’]/gu, '').split(/[^\p{L}\p{M}\p{N}]+/u))
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
  return FORMATTERS[formatter](words);
}

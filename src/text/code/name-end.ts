/** What stands at the end of a name that a formatter makes: what comes next. */
export type Behind = 'formatter' | 'quote' | 'other';

/** Words between two names where a line begins like this. */
const FRAMES: readonly (readonly [line: RegExp, words: RegExp])[] = [
  [/\b(?:class|interface|struct)\b[^{(]*$/u, /^(?:extends|implements)$/u],
  [/^\s*type$/u, /^(?:struct|interface)$/u],
  [/^\s*(?:unsafe\s+)?impl\b(?!.*\sfor\s)/u, /^for$/u],
  [/\bfor\b(?!.*\s(?:in|of)\s)/u, /^(?:in|of)$/u],
  [/^\s*(?:from|import|except|with|use)\b/u, /^as$/u],
  [/^\s*from\b(?!.*\simport\b)/u, /^import$/u],
];

/** Keywords that part two names wherever another formatter tells that a second one follows. */
const BETWEEN =
  /^(?:and|or|if|else|is|in|of|as|for|from|not|to|extends|implements|instanceof|where|import)$/u;

/**
 * Whether `word`, said behind the first words of a formatted name, is the line's own and none of the name's:
 * "class pascal user extends pascal base", "import camel react from quote react".
 *
 * @param line what stands before the name
 */
export function endsNameIn(line: string, word: string, behind: Behind): boolean {
  if (behind === 'formatter') return BETWEEN.test(word);
  if (behind === 'quote') return word === 'from' && /\b(?:import|export)\b/u.test(line);
  return FRAMES.some(([start, words]) => words.test(word) && start.test(line));
}

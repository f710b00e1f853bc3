import { languageOf, LANGUAGES } from '../languages/languages';

/** Of a sentence: its mark and the quotes and brackets behind it. */
const ENDING_LENGTH = 10;

/**
 * The text without sounds of hesitation: the commas that set them off go with them, and the capital
 * of one that began a sentence goes to the next word. Only whole words, and none in capitals ("ER").
 *
 * @param languages codes such as `de` or `de-AT`; none: English. What is a word in one of them stays
 * @returns '' when nothing else was said
 */
export function removeFillers(text: string, languages: readonly string[]): string {
  const pattern = patternFor(languages);
  if (pattern === undefined) return text;
  let kept = '';
  let end = 0;
  let isRaised = false;
  const keep = (words: string): void => {
    kept += isRaised ? words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : words;
    if (words !== '') isRaised = false;
  };
  for (const match of text.matchAll(pattern)) {
    const [whole, comma = '', gap = '', first = '', pause = '', stop = '', space = ''] = match;
    keep(text.slice(end, match.index));
    end = match.index + whole.length;
    const isLast = end === text.length;
    if (comma === '' && /(?:^|[.!?…]["'”’»)\]]*|\n)$/u.test(kept.slice(-ENDING_LENGTH))) {
      isRaised = /^\p{Lu}/u.test(first);
      if (kept !== '' && !isLast) kept += gap;
    } else if (stop !== '' || isLast) {
      kept += stop + space;
    } else {
      kept += (pause === '' ? comma : '') + (comma === '' ? gap : ' ');
    }
  }
  keep(text.slice(end));
  return kept;
}

/** With the groups comma, gap, filler, pause, stop and space; several fillers in a row are one. */
function patternFor(languages: readonly string[]): RegExp | undefined {
  const spoken = languages.length === 0 ? [LANGUAGES[0]] : languages.map(languageOf);
  const words = spoken.flatMap((language) => language?.notFillers ?? []);
  const fillers = spoken
    .flatMap((language) => language?.fillers ?? [])
    .filter((filler) => !words.includes(filler))
    .map((filler) => `[${filler.charAt(0)}${filler.charAt(0).toUpperCase()}]${filler.slice(1)}`);
  if (fillers.length === 0) return undefined;
  const before = "(?<![\\p{L}\\p{M}\\p{N}_¿¡]|[\\p{L}\\p{N}][-'’.])";
  const behind = "(?![\\p{L}\\p{M}\\p{N}_]|[-'’.][\\p{L}\\p{N}])";
  const filler = `${before}(?:${fillers.join('|')})${behind}`;
  const pause = '(?:\\.{2,}|[,…])*';
  const space = '[^\\S\\n]*';
  return new RegExp(
    `(,?)((?:(?<![^\\S\\n])[^\\S\\n]+)?)(${filler})(?:${pause}\\.?[^\\S\\n]+${filler})*(${pause})([.?!]*)(${space})`,
    'gu',
  );
}

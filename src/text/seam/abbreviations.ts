import type { Language } from '../languages/language';
import { LANGUAGES } from '../languages/languages';

const ALL = LANGUAGES.map(({ abbreviations }) => abbreviations);
const GOES_ON = anyOf(ALL.flatMap(({ goesOn }) => goesOn));
const OTHERS = anyOf(ALL.flatMap(({ titles, others }) => [...titles, ...others]));

const ENDS_OPEN = new RegExp(`(?:^|[\\s("'])(?:${GOES_ON})$`, 'u');
const ENDS_ABBREVIATED = new RegExp(`(?:^|[\\s(])(?:(?:\\p{L}\\.){2,}|${GOES_ON}|${OTHERS})$`, 'u');

/** Whether `text` ends with an abbreviation whose stop ends no sentence, in whatever language. */
export function endsWithOpenAbbreviation(text: string): boolean {
  return ENDS_OPEN.test(text);
}

/** Whether the sentence goes on behind `left`, which ends with an abbreviation that something has to follow. */
export function isGoingOn(left: string): boolean {
  const text = left.trimEnd();
  return endsWithOpenAbbreviation(text) || endsWithTitle(text, LANGUAGES);
}

/** Whether the stop at the end of `text` is that of an abbreviation, in whatever language. */
export function endsAbbreviated(text: string): boolean {
  return ENDS_ABBREVIATED.test(text);
}

/** Whether `text` ends with an abbreviation of one of the languages that a name or a number follows. */
export function endsWithTitle(text: string, languages: readonly Language[]): boolean {
  const titles = anyOf(languages.flatMap(({ abbreviations }) => abbreviations.titles));
  return new RegExp(`(?:^|[\\s("'])(?:${titles})$`, 'u').test(text);
}

/** Source of an expression for words that may begin a sentence, and miss their spaces. */
function anyOf(abbreviations: readonly string[]): string {
  return abbreviations
    .map((text) => {
      const source = text.slice(1).replaceAll('.', '\\.').replaceAll(' ', '\\s?');
      const first = text.charAt(0);
      return `[${first.toLowerCase()}${first.toUpperCase()}]${source}`;
    })
    .join('|');
}

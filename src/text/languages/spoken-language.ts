import { variants } from './language';
import { baseLanguage, LANGUAGES } from './languages';
import { OTHER_LANGUAGES } from './other-languages';

/** Languages by the words that their texts are told by. */
const FREQUENT: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...LANGUAGES.map(({ id, frequent }) => [id, frequent] as const),
  ...OTHER_LANGUAGES,
]);

/** Whether a word, in lower case, is frequent in the language of a code, or in one of another script. */
export function isFrequent(word: string, code: string): boolean {
  if (LATIN.test(word)) return FREQUENT.get(baseLanguage(code))?.has(word) ?? false;
  return OTHER_LANGUAGES.some(([, frequent]) => frequent.has(word));
}

/** What is looked at, so that a long text around the place costs no more. */
const SIGHT = 400;

/**
 * The language of a final, told by its words, and where they do not tell it by the text around its
 * place; the only one that may be spoken is it.
 *
 * @param codes the languages that may be spoken; none: any
 * @returns a code without a region, `und` for a text that is mostly of another script than Latin, of
 *   which no language is known here, or nothing where it cannot be told
 */
export function spokenLanguage(
  text: string,
  around: string,
  codes: readonly string[],
): string | undefined {
  const ids = [...new Set(codes.map(baseLanguage))];
  if (ids.length === 1) return ids[0];
  const seen = around.slice(-SIGHT);
  return told(text, ids, SURE) ?? named(text, seen, ids) ?? told(`${seen} ${text}`, ids, 1);
}

/** The language of which a mark is named in the text, or an abbreviation stands before its place. */
function named(text: string, before: string, ids: readonly string[]): string | undefined {
  const said = ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{M}'’]+/gu, ' ')} `;
  const written = before.trimEnd().toLowerCase().replaceAll(' ', '');
  const found = phrases().filter(
    ({ id, marks, abbreviations }) =>
      (ids.length === 0 || ids.includes(id)) &&
      (marks.some((phrase) => said.includes(phrase)) ||
        abbreviations.some((abbreviation) => written.endsWith(abbreviation))),
  );
  return found.length === 1 ? found[0]?.id : undefined;
}

/** What is said or written in one language only. */
interface Phrases {
  readonly id: string;
  readonly marks: readonly string[];
  readonly abbreviations: readonly string[];
}

let known: readonly Phrases[] | undefined;

function phrases(): readonly Phrases[] {
  known ??= LANGUAGES.map(({ id, marks, abbreviations }) => ({
    id,
    marks: Object.values(marks)
      .flatMap((mark) => mark?.anywhere ?? [])
      .flatMap(variants)
      .map((phrase) => ` ${phrase.toLowerCase().replaceAll('-', ' ')} `),
    abbreviations: abbreviations.goesOn.map((each) => each.toLowerCase().replaceAll(' ', '')),
  }));
  return known;
}

/** Words by which a text tells its language whatever stands around it; one may be a name (“any”). */
const SURE = 2;

/** @param lead by how many words it must be told from the next */
function told(text: string, ids: readonly string[], lead: number): string | undefined {
  const words = text.toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
  const latin = words.filter((word) => LATIN.test(word)).length;
  if (latin < words.length - latin) return 'und';
  const among = ids.length === 0 ? [...FREQUENT.keys()] : ids;
  const counts = among.map((id) => ({
    id,
    count: words.filter((word) => FREQUENT.get(id)?.has(word)).length,
  }));
  const most = Math.max(...counts.map(({ count }) => count));
  const near = counts.filter(({ count }) => count > most - lead);
  const [first] = near.filter(({ count }) => count === most);
  if (near.length === 1) return first?.id;
  // Those that are as likely differ little, but for one in which nouns have capitals.
  const isHarmless = lead === 1 && most > 0 && near.every(({ id }) => !hasNounCapitals(id));
  return isHarmless ? first?.id : undefined;
}

function hasNounCapitals(id: string): boolean {
  return LANGUAGES.some((language) => language.id === id && language.letterCase.nouns !== null);
}

/** With the apostrophe that some end with ("l'"). */
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’](?=\p{L}))?/gu;
const LATIN = /\p{Script=Latin}/u;

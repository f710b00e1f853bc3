import type { Language } from '../languages/language';
import { numberAt } from '../languages/numbers';
import { valueOf } from './numbers';
import { isForm, isSound, wordsOf } from './words';

/** A word or number that carries or decides what is meant. */
interface Item {
  /** A number's value, or the word. */
  readonly key: string;
  /** Words that must be there as often as before: numbers, and those that decide. */
  readonly kind: string | undefined;
}

/** Words of one number. */
const LONGEST = 24;

const PLACE = { isFlag: false, isInList: false };

/**
 * Whether what carries and decides the meaning stands in the same order, and what decides it as
 * often: "rename a to b" is not "rename b to a", and "run it before the build" not "after".
 */
export function keepsOrder(raw: string, polished: string, languages: readonly Language[]): boolean {
  const [before, after] = [itemsOf(raw, languages), itemsOf(polished, languages)];
  const [decided, decides] = [before, after].map((items) =>
    items.flatMap(({ kind }) => kind ?? []).join(' '),
  );
  if (decided !== decides) return false;
  let from = 0;
  for (const { key } of after) {
    const isExact = before.some((item) => item.key === key);
    const isSame = (item: Item): boolean => item.key === key || (!isExact && isForm(item.key, key));
    const at = before.findIndex((item, i) => i >= from && isSame(item));
    if (at >= 0) from = at + 1;
    else if (before.some(isSame)) return false;
  }
  return true;
}

function itemsOf(text: string, languages: readonly Language[]): readonly Item[] {
  const keys = withoutStammer(
    wordsOf(text)
      .map(({ key }) => key)
      .filter((key) => !isSound(key, languages)),
  );
  const deciding = languages.flatMap((language) =>
    language.deciding.map((pattern) => ({ pattern, form: new RegExp(`^(?:${pattern})$`, 'u') })),
  );
  const items: Item[] = [];
  for (let at = 0; at < keys.length;) {
    const number = languages
      .map(({ numbers }) => numberAt(keys.slice(at, at + LONGEST), numbers, PLACE))
      .find((found) => found !== undefined);
    const key = keys[at] ?? '';
    const value = number?.text ?? (/^\p{Nd}/u.test(key) ? valueOf(key) : undefined);
    if (value !== undefined) items.push({ key: value, kind: value });
    else {
      const kind = deciding.find(({ form }) => form.test(key))?.pattern;
      const carries = !languages.some(({ frequent }) => frequent.has(key));
      if (carries || kind !== undefined) items.push({ key, kind });
    }
    at += number?.length ?? 1;
  }
  return items;
}

/** So many words are said again at once. */
const LONGEST_STAMMER = 4;

/** "we should we should" is said once. */
function withoutStammer(keys: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const key of keys) {
    kept.push(key);
    for (let length = 1; length <= LONGEST_STAMMER; length++) {
      const [again, first] = [kept.slice(-length), kept.slice(-2 * length, -length)];
      if (first.length === length && again.every((word, i) => word === first[i])) {
        kept.splice(-length);
        break;
      }
    }
  }
  return kept;
}

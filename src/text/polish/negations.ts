import type { Language } from '../languages/language';
import { isSound, wordsOf } from './words';

/** What takes back or limits what is said, in languages of which nothing else is known here. */
const OTHER_NEGATIONS =
  /(?<!\p{L})(?:не|нет|ни|никогда|ничего|без|немає|ні|niet|geen|nooit|não|sem|nunca|nie|bez|inte|ikke|ikkje|ei|değil)(?!\p{L})|不|没|沒|無|无|别|別|勿|未|ない|なく|なかっ|ません|않|못|없|لا|لم|لن|ليس/gu;

/** How many of the words that carry the meaning, behind a negation, tell what it denies. */
const DENIED = 2;

/**
 * Whether as much is denied in `polished` as in `raw`, and the same: "don't delete the file, move it"
 * is not "delete the file, don't move it".
 */
export function deniesTheSame(
  raw: string,
  polished: string,
  languages: readonly Language[],
): boolean {
  const before = negationsIn(raw, languages);
  const after = negationsIn(polished, languages);
  if (before.length !== after.length) return false;
  if ((raw.match(OTHER_NEGATIONS) ?? []).length !== (polished.match(OTHER_NEGATIONS) ?? []).length)
    return false;
  return before.every(({ kind, denied }, i) => {
    const its = after[i];
    if (its?.kind !== kind) return false;
    const isSame = denied.some((word) => its.denied.includes(word));
    return isSame || denied.length === 0 || its.denied.length === 0;
  });
}

interface Negation {
  /** Which of the words of its language it is. */
  readonly kind: string;
  /** The words behind it. */
  readonly denied: readonly string[];
}

function negationsIn(text: string, languages: readonly Language[]): readonly Negation[] {
  const kinds = languages.flatMap(({ negations }) =>
    negations.map((pattern) => ({ pattern, kind: new RegExp(`^(?:${pattern})$`, 'u') })),
  );
  const keys = wordsOf(text).map(({ key }) => key);
  const carries = (word: string): boolean =>
    !languages.some(({ frequent }) => frequent.has(word)) && !isSound(word, languages);
  const found: Negation[] = [];
  let last = '';
  for (const [at, key] of keys.entries()) {
    const kind = kinds.find((each) => each.kind.test(key))?.pattern;
    // Stammered, it denies once.
    const isRepeated = kind !== undefined && kind === last;
    last = kind ?? '';
    if (kind === undefined || isRepeated) continue;
    const denied = keys.slice(at + 1).filter((word) => word !== key && carries(word));
    found.push({ kind, denied: denied.slice(0, DENIED) });
  }
  return found;
}

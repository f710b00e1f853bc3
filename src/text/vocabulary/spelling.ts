import { respeller, type Respell } from './respell';

/** What a list of identifiers tells of how words are spelled. */
export interface Spelling {
  readonly respell: Respell;
  readonly names: ReadonlySet<string>;
}

const spellings = new WeakMap<readonly string[], Spelling>();

/**
 * The spelling of `identifiers`, the likeliest first; made once for each array, and what takes long
 * (thousands of names take some ten milliseconds) when the first word is looked up.
 */
export function spellingOf(identifiers: readonly string[]): Spelling {
  const known = spellings.get(identifiers);
  if (known !== undefined) return known;
  let find: Respell | undefined;
  const respell: Respell = (words, effort) => (find ??= respeller(identifiers))(words, effort);
  const spelling = { respell, names: new Set(identifiers) };
  spellings.set(identifiers, spelling);
  return spelling;
}

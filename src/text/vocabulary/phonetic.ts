/**
 * How an English word sounds, roughly: words that a recogniser confuses ("write" and "right",
 * "sink" and "sync") have the same key. Rules of thumb of English spelling, in the spirit of
 * Metaphone; vowels count only at the beginning.
 */
export function phoneticKey(word: string): string {
  let key = word.toLowerCase().replace(/[^a-z]/g, '');
  if (key === 'two') return 't';
  if (key === 'one') return 'wn';
  for (const [pattern, sound] of RULES) key = key.replace(pattern, sound);
  return key.replace(/(.)\1+/g, '$1');
}

/** In order; capitals are sounds that are done. */
const RULES: readonly (readonly [pattern: RegExp, sound: string])[] = [
  [/^(kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^ps/, 's'],
  [/^who/, 'ho'],
  [/^wh/, 'w'],
  [/^x/, 's'],
  [/mb$/, 'm'],
  [/gh(?=t|$)|(?<=[aeiou])gh/g, ''],
  [/ph/g, 'f'],
  [/tch|ch/g, 'X'],
  [/sch/g, 'sk'],
  [/sh|(?<=[aeiou])(?:ti|si|ci)(?=o)/g, 'X'],
  [/th/g, '0'],
  [/dge|dg|(?<!^)ge$|j/g, 'J'],
  [/sc(?=[eiy])/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/ck|cc|[cq]/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/(?<=.)h/g, ''],
  [/(?<=.)[wy](?![aeiou])/g, ''],
  [/^[aeiou]+/, 'A'],
  [/(?<=.)[aeiou]/g, ''],
];

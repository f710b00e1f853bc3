/** `Object.keys`, which forgets the keys' type. */
export function namesOf<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  const names: K[] = [];
  for (const name in record) names.push(name);
  return names;
}

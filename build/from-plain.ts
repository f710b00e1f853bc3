/** The sets and expressions of what `data-modules.js` wrote, as they were; in the bundles. */
export function fromPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromPlain);
  if (typeof value !== 'object' || value === null) return value;
  if ('$set' in value && Array.isArray(value.$set)) return new Set(value.$set);
  if ('$words' in value && typeof value.$words === 'string') return words(value.$words);
  if ('$regexp' in value && Array.isArray(value.$regexp)) {
    const [source, flags] = value.$regexp.map(String);
    return new RegExp(source ?? '', flags);
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fromPlain(each)]));
}

/** Each word is how many characters it has of the one before it, and the rest. */
function words(text: string): ReadonlySet<string> {
  let word = '';
  const each = text === '' ? [] : text.split(' ');
  return new Set(each.map((own) => (word = word.slice(0, Number(own[0])) + own.slice(1))));
}

/** The sets and expressions of what `data-modules.js` wrote, as they were; in the bundles. */
export function fromPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromPlain);
  if (typeof value !== 'object' || value === null) return value;
  if ('$set' in value && Array.isArray(value.$set)) return new Set(value.$set);
  if ('$words' in value && typeof value.$words === 'string') {
    return new Set(value.$words === '' ? [] : value.$words.split(' '));
  }
  if ('$regexp' in value && Array.isArray(value.$regexp)) {
    const [source, flags] = value.$regexp.map(String);
    return new RegExp(source ?? '', flags);
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fromPlain(each)]));
}

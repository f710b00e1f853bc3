/** The snippet with that name, which is compared without case, spaces and punctuation. */
export function findSnippet(
  name: string,
  snippets: Readonly<Record<string, string>>,
): string | undefined {
  const wanted = lettersOf(name);
  if (wanted === '') return undefined;
  return Object.entries(snippets).find(([other]) => lettersOf(other) === wanted)?.[1];
}

/**
 * The text of the snippet of that spoken name, where it is nothing but text.
 *
 * @param snippets in VS Code's syntax, by spoken name
 * @returns nothing when there is none, or only an editor can expand it
 */
export function plainSnippet(
  name: string,
  snippets: Readonly<Record<string, string>>,
): string | undefined {
  const body = findSnippet(name, snippets);
  return body === undefined || /[$\\]/u.test(body) ? undefined : body;
}

function lettersOf(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}

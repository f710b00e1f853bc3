/**
 * The text of the snippet of that spoken name, where it is nothing but text.
 *
 * @param snippets in VS Code's syntax, by spoken name
 * @returns nothing when there is none, or only an editor can expand it
 */
export function plainSnippet(
  snippets: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  const wanted = name.toLowerCase();
  const body = Object.entries(snippets).find(([key]) => key.toLowerCase() === wanted)?.[1];
  return body === undefined || /[$\\]/u.test(body) ? undefined : body;
}

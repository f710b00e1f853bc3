/**
 * Where an identifier falls into words: an acronym with its plural ("URLs", "HTTP" in `HTTPServer`),
 * capitals before a word, a word, digits.
 */
const WORD =
  /\p{Lu}{2,}s(?!\p{Ll})|\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{Lt}\p{M}]+|\p{N}+/gu;

/** `i18n`, `a11y`, `k8s`: said as they are written. */
const NUMERONYM = /^\p{L}\p{N}+\p{L}$/u;

/**
 * The words that a person says for an identifier, a file or a package: `getUserName` is "get user
 * name", `HTTPServer` "HTTP server", `MAX_RETRIES` "max retries", `utf8` "utf 8". A dot between two
 * names is said, because people say it: `user-list.tsx` is "user list dot tsx". Other marks are
 * silent. Acronyms keep their capitals where the rest tells that they are acronyms.
 *
 * @returns [] where nothing can be said
 */
export function spokenWords(name: string): readonly string[] {
  return name
    .split(/(?<=[\p{L}\p{N}])(\.)(?=[\p{L}\p{N}])/u)
    .flatMap((part) => (part === '.' ? ['dot'] : wordsOf(part)));
}

/** {@link spokenWords} as one text. */
export function spokenForm(name: string): string {
  return spokenWords(name).join(' ');
}

function wordsOf(part: string): readonly string[] {
  const isAllCapitals = !/\p{Ll}/u.test(part);
  return part.split(/[^\p{L}\p{M}\p{N}]+/u).flatMap((piece) => {
    if (NUMERONYM.test(piece)) return [piece.toLowerCase()];
    const words = piece.match(WORD) ?? [];
    return words.map((word) =>
      !isAllCapitals && /^\p{Lu}{2}/u.test(word) ? word : word.toLowerCase(),
    );
  });
}

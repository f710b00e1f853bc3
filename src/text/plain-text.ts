/**
 * What of a final may go into a document: line breaks become `\n`; control characters (C0 and C1,
 * except `\n` and `\t`), the characters that override the direction of text around them (U+202A to
 * U+202E, U+2066 to U+2069, "Trojan Source") and the noncharacters that are for internal use (U+FDD0
 * to U+FDEF) are left out.
 */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/[\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef]|(?![\n\t])\p{Cc}/gu, '');
}

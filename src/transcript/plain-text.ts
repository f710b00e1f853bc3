/**
 * What of a final may go into a document: line breaks become `\n`; control characters (C0 and C1,
 * except `\n` and `\t`) and the characters that override the direction of text around them
 * (U+202A to U+202E, U+2066 to U+2069, "Trojan Source") are left out.
 */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/[\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/gu, '');
}

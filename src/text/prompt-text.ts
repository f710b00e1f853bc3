import { plainText } from './plain-text';

/**
 * What of a text may be typed at the prompt of a terminal: one line without any control character,
 * so that nothing is run, completed or escaped. What separates words there becomes a space.
 */
export function promptText(text: string): string {
  return plainText(text).replace(/[\n\t]+/gu, ' ');
}

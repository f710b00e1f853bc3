import { plainText } from '../core/plain-text';
import { isPromptName } from './vocabulary/name';

/**
 * What of a text may be typed at the prompt of a terminal: one line without any control character,
 * so that nothing is run, completed or escaped. What separates words there becomes a space.
 */
export function promptText(text: string): string {
  return plainText(text).replace(/[\n\t]+/gu, ' ');
}

const promptNames = new WeakMap<readonly string[], readonly string[]>();

/** Those of `identifiers` that may be typed at a prompt; of the same array the same. */
export function namesForPrompt(identifiers: readonly string[]): readonly string[] {
  const known = promptNames.get(identifiers) ?? identifiers.filter(isPromptName);
  promptNames.set(identifiers, known);
  return known;
}

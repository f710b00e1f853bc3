import { plainText } from '../core/plain-text';
import type { Scope } from './scope';

/**
 * What is written at last, of all that was said, respelled and replaced: {@link plainText}; and as
 * code nothing that cannot be seen, and no space that only looks like one.
 */
export function writtenText(text: string, scope: Scope): string {
  const plain = plainText(text);
  if (scope === 'prose') return plain;
  return plain
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    .replace(/[\p{Zs}\u2800]/gu, ' ');
}

import { parseNumber } from '../languages/numbers';
import type { Lexicon } from './lexicon';
import type { Signs } from './mention-signs';
import { needsNothing, type Saying } from './saying';

/**
 * Whether a mark that ends or parts clauses has none before it, and goes on: "Semicolon on Windows". What goes on
 * with the sentence before a pause begins with a small word: "comma but …".
 */
export function isAtStart({ since, behind, mark: { role } }: Saying, signs: Signs): boolean {
  if (role !== 'end' && role !== 'pause') return false;
  const isDefined = role === 'end' && /[\p{L}\p{N}][:;]\s*$/u.test(since);
  if (isDefined) return true;
  if (role === 'pause' && since === '' && !/^\s*$/u.test(behind)) {
    return !signs.resumed.test(behind) || signs.follower.test(behind);
  }
  return /^$|[\p{L}\p{N}][.?!…,]\s*$/u.test(since) && signs.follower.test(behind);
}

/**
 * Whether what has to stand behind something begins what is said and goes on, as its capital tells:
 * "Question mark operator propagates errors."
 */
export function isHead(
  { since, behind, name, mark }: Saying,
  { languages }: Lexicon,
  signs: Signs,
): boolean {
  if (!/^\p{Lu}/u.test(name) || since !== '') return false;
  if (mark.role === 'end' || mark.text.startsWith('.')) return true;
  if (mark.role === 'break') return isTersePlace(behind, signs);
  if (mark.role !== 'symbol' || mark.hold === 'right' || needsNothing(mark.text)) return false;
  const [, next = ''] = /^\s+([\p{L}\p{M}\p{N}'’-]+)/u.exec(behind) ?? [];
  return (
    next.length > 1 && !languages.some(({ numbers }) => parseNumber(next, numbers) !== undefined)
  );
}

/** Whether one word alone stands before it, and a place behind it: "Accept new line in comments." */
export function isBehindVerb({ before, since, behind, mark }: Saying, signs: Signs): boolean {
  const isSecond = since === before && /^\P{L}*[\p{L}\p{M}'’-]+[^\S\n]+$/u.test(since);
  return isSecond && mark.role !== 'symbol' && isTersePlace(behind, signs);
}

/** Whether a place follows, in a sentence without articles or commas: "new line before return improves …". */
function isTersePlace(behind: string, { follower, list, anyone }: Signs): boolean {
  if (!follower.test(behind) || list.jointAtStart.test(behind)) return false;
  return !/^[^.!?…\n]*,/u.test(behind) && !anyone.test(behind);
}

/** Whether it is the subject behind the verb of a question: "Where does new line come from?" */
export function isInverted({ since, behind, mark }: Saying, { inverted, asked }: Signs): boolean {
  if (!/^[^.!?…\n]*\?/u.test(behind)) return false;
  return inverted.test(since) || (mark.role !== 'end' && asked.test(since));
}

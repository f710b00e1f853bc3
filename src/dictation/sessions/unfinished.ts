import { plainText } from '../../core/plain-text';
import type { Final } from '../../core/recognition';
import { joinWords } from '../../core/words';

/**
 * Unfinished turns without the last word of the last one, of which more may be to come; a turn of which
 * no words are told is left out.
 */
export function withoutLastWord(unfinished: readonly Final[]): readonly Final[] {
  return unfinished.map((final, index) => {
    if (index < unfinished.length - 1) return final;
    const left = final.words.slice(0, -1);
    const text = plainText(joinWords(left.map((word) => word.text))).trim();
    // Times by which it is over already are none: its sound would be taken for heard.
    const startMs = final.words.at(-1)?.startMs ?? 0;
    const isTimed = left.every((word) => word.endMs <= startMs);
    const words = isTimed ? left : left.map((word) => ({ ...word, startMs: 0, endMs: 0 }));
    return { ...final, text, words };
  });
}

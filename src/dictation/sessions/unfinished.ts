import { plainText } from '../../core/plain-text';
import type { Final, Word } from '../../core/recognition';
import { joinWords, lettersOf, wordsOf } from '../../core/words';

/**
 * Unfinished turns without the last word of the last one, of which more may be to come; a turn of which
 * no words are told is left out.
 */
export function withoutLastWord(unfinished: readonly Final[]): readonly Final[] {
  return unfinished.map((final, index) => {
    if (index < unfinished.length - 1) return final;
    const left = inOrderOf(final).slice(0, -1);
    const text = plainText(joinWords(left.map((word) => word.text))).trim();
    // Times by which it is over already are none: its sound would be taken for heard.
    const startMs = final.words.at(-1)?.startMs ?? 0;
    const isTimed = left.every((word) => word.endMs <= startMs);
    const words = isTimed ? left : left.map((word) => ({ ...word, startMs: 0, endMs: 0 }));
    return { ...final, text, words };
  });
}

/** The words of a turn as its text has them; a server that lists them in another order tells no times. */
function inOrderOf({ text, words }: Final): readonly Word[] {
  if (lettersOf(words.map((word) => word.text).join('')) === lettersOf(text)) return words;
  const written = wordsOf(text, words);
  if (written.length !== words.length) return words;
  return written.map((word) => ({ text: word.text, startMs: 0, endMs: 0 }));
}

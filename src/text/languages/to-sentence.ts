import type { SentencePart } from '../../core/to-sentence';
import { languageOf } from './languages';

/** What ends a sentence, by the script of its last letter; elsewhere a full stop, in some nothing. */
const STOPS: readonly (readonly [script: RegExp, stop: string])[] = [
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u, '。'],
  [/[\p{Script=Devanagari}\p{Script=Bengali}]$/u, '।'],
  [/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u, ''],
];

/**
 * Words without capitals and punctuation as a sentence is written: its first letter and what has its
 * capital everywhere ("I", "Monday") with one, its end with a full stop. A mark that is there stays.
 */
export function toSentence(
  words: readonly string[],
  language: string,
  { isStart, isEnd }: SentencePart,
): readonly string[] {
  const proper = new Map(
    languageOf(language)?.alwaysCapital.map((word) => [word.toLowerCase(), word]),
  );
  const written = words.map((word) => proper.get(word.toLowerCase()) ?? word.toLowerCase());
  const [first = ''] = written;
  if (isStart && first !== '') written[0] = capitalised(first);
  const last = written.at(-1) ?? '';
  if (isEnd && /[\p{L}\p{M}\p{N}]$/u.test(last)) written[written.length - 1] = last + stopOf(last);
  return written;
}

function capitalised(word: string): string {
  return word.replace(/^[\p{P}\p{S}]*\p{Ll}/u, (start) => start.toUpperCase());
}

function stopOf(word: string): string {
  return STOPS.find(([script]) => script.test(word))?.[1] ?? '.';
}

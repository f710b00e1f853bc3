/**
 * What the simulated people say: short words, words that are endings of others, words that are written
 * in several ways, and words of a language without spaces.
 */
export interface SpokenForm {
  /** Its letters, however it is written. */
  readonly letters: string;
  /** How recognisers write it; several words have a space between them. */
  readonly spellings: readonly string[];
  /** What is understood of its end alone; nothing: a noise. */
  readonly ending?: string;
}

export const LATIN: readonly SpokenForm[] = [
  { letters: 'no', spellings: ['no', 'No'] },
  { letters: 'it', spellings: ['it', 'It'] },
  { letters: 'on', spellings: ['on'] },
  { letters: 'a', spellings: ['a', 'A'] },
  { letters: 'base', spellings: ['base', 'Base'] },
  { letters: 'commit', spellings: ['commit', 'Commit', 'comet'], ending: 'it' },
  { letters: 'function', spellings: ['function', 'Function'], ending: 'on' },
  { letters: 'piano', spellings: ['piano', 'Piano'], ending: 'no' },
  { letters: 'twentyfive', spellings: ['twenty five', '25', 'Twenty-five'], ending: 'five' },
  { letters: 'database', spellings: ['database', 'data base', 'Database'], ending: 'base' },
  { letters: 'banana', spellings: ['banana'], ending: 'a' },
  { letters: 'stop', spellings: ['stop', 'Stop'] },
  { letters: 'seven', spellings: ['seven', '7', 'Seven'] },
  { letters: 'itsnot', spellings: ['it’s not', 'it is not', 'It’s not'], ending: 'not' },
  { letters: 'cafe', spellings: ['cafe', 'café', 'Café'] },
];

export const UNSPACED: readonly SpokenForm[] = [
  { letters: '我', spellings: ['我'] },
  { letters: '话', spellings: ['话'] },
  { letters: '说话', spellings: ['说话'], ending: '话' },
  { letters: '明天', spellings: ['明天'], ending: '天' },
  { letters: '见', spellings: ['见'] },
  { letters: '天', spellings: ['天'] },
  { letters: 'はい', spellings: ['はい'], ending: 'い' },
  { letters: 'ไป', spellings: ['ไป'] },
  { letters: 'ไปไหน', spellings: ['ไปไหน'], ending: 'ไหน' },
];

/** By the number in a word's sound, from 1 on; 0: the word has a name of its own. */
export const VOCABULARY: readonly SpokenForm[] = [...LATIN, ...UNSPACED];

/** Spellings that are not the letters themselves. */
const RESPELT: readonly (readonly [string, string])[] = [
  ['comet', 'commit'],
  ['25', 'twentyfive'],
  ['7', 'seven'],
  ['itis', 'its'],
  ['café', 'cafe'],
];

/** A text as it is spoken: its letters, in the spelling of {@link SpokenForm.letters}. */
export function spokenLetters(text: string): string {
  const letters = text.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
  return RESPELT.reduce((spoken, [from, to]) => spoken.replaceAll(from, to), letters);
}

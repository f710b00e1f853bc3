import type { Language } from '../languages/language';

/** One word of a text, as it is compared. */
export interface Word {
  readonly text: string;
  /** In lower case, with straight apostrophes. */
  readonly key: string;
  /** Whether it begins a sentence or a line. */
  readonly isFirst: boolean;
}

const SEGMENTER = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The words of `text`, also of scripts that put no spaces between them. */
export function wordsOf(text: string): readonly Word[] {
  const found: Word[] = [];
  let isFirst = true;
  for (const { segment, isWordLike } of SEGMENTER.segment(text)) {
    if (isWordLike === true) {
      found.push({ text: segment, key: keyOf(segment), isFirst });
      isFirst = false;
    } else if (/[.!?…:\n。！？]/u.test(segment)) isFirst = true;
  }
  return found;
}

function keyOf(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('’', "'");
}

/** Whether a word, in lower case, is a sound of hesitation. */
export function isSound(key: string, languages: readonly Language[]): boolean {
  return languages.some(({ fillers }) =>
    fillers.some((filler) => new RegExp(`^${filler}$`, 'u').test(key)),
  );
}

/** How much of the longer of two words their common beginning must be for them to be forms of one. */
const SAME_BEGINNING = 0.6;

/** Finds a word, or another form of it, in a text. */
export class Vocabulary {
  private readonly keys: ReadonlySet<string>;
  private readonly byStart = new Map<string, string[]>();

  constructor(words: readonly Word[]) {
    this.keys = new Set(words.map(({ key }) => bare(key)));
    for (const key of this.keys) {
      const start = startOf(key);
      this.byStart.set(start, [...(this.byStart.get(start) ?? []), key]);
    }
  }

  has(key: string): boolean {
    return this.keys.has(bare(key));
  }

  hasFormOf(word: string): boolean {
    const key = bare(word);
    if (this.keys.has(key)) return true;
    const alike = this.byStart.get(startOf(key)) ?? [];
    return alike.some((other) => beginAlike(key, other));
  }
}

/** Whether one word may be a form of the other. */
export function isForm(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  return a === b || (startOf(a) === startOf(b) && beginAlike(a, b));
}

function beginAlike(one: string, other: string): boolean {
  return commonStart(one, other) >= SAME_BEGINNING * Math.max(one.length, other.length);
}

/** "its" may have been "it's". */
function bare(key: string): string {
  return key.replaceAll("'", '');
}

function startOf(key: string): string {
  return key.slice(0, 2);
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

import { PLACEHOLDER } from '../placeholder';
import { SYMBOLS, symbolOf, type Token } from './symbols';

/** One word of a final, without what the recogniser wrote for readers. */
export interface SpokenWord {
  /** As it is written when it means nothing else; the capital of a sentence's start is gone. */
  readonly text: string;
  /** In lower case, for looking it up; '' for a symbol. */
  readonly plain: string;
  /** Whether the recogniser joined it to the word before with a hyphen. */
  readonly isGlued: boolean;
  /** The symbol that the recogniser wrote instead of a word ("="). */
  readonly symbol?: Token;
  /** The comma or colon that the recogniser has written behind it. */
  readonly mark?: ',' | ':';
  /** Whether a replacement wrote it: it stands as it is, but in a name. */
  readonly isHeld?: boolean;
}

/**
 * The words of a final as a formatting recogniser writes it: its punctuation, quotes and the
 * capitals at the starts of sentences are taken away; marks within a word stay ("don't", "3.5",
 * "Node.js"), and so do words with capitals of their own ("JSON", "iPhone", "Promise").
 *
 * @param held what the placeholders in the text stand for, in their order
 */
export function spokenWords(text: string, held: readonly string[] = []): readonly SpokenWord[] {
  const words: SpokenWord[] = [];
  let isStart = true;
  for (const [i, part] of text.split(PLACEHOLDER).entries()) {
    if (i > 0) {
      words.push({ text: held[i - 1] ?? '', plain: '', isGlued: false, isHeld: true });
      isStart = false;
    }
    for (const [chunk, isCode] of chunksOf(part)) {
      words.push(...(isCode ? [codeWord(chunk, isStart)] : wordsOf(chunk, isStart)));
      if (/[\p{L}\p{N}]/u.test(chunk)) isStart = false;
      if (/[.?!…]["'”’»)]*$/u.test(chunk)) isStart = true;
    }
  }
  // Code that the recogniser has written: no sentence ends with it.
  const last = words.at(-1)?.text.slice(-1) ?? '';
  if (/;\s*$/u.test(text) && last !== '' && last !== ';') words.push(symbolWord(SYMBOLS.semicolon));
  return words;
}

/** A call, an index or a block that the recogniser has written as code: `foo(bar);`, `items[0].name`, `{ a: 1 }`. */
const CODE =
  /\{[^{}\n]*\}|(?<![\p{L}\p{N}_$])[\p{L}_$][\p{L}\p{N}_$.]*(?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\][\n]+\])(?:\.[\p{L}_$][\p{L}\p{N}_$]*|\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\][\n]+\])*(?:;(?=\s*$))?/gu;

/** A folder between two spaces, or at the end of what is said: `find . -name`, `cd ..`. */
const FOLDER = /^\.{1,2}$/u;

/** What white space parts, and what is code already. */
function chunksOf(text: string): readonly (readonly [chunk: string, isCode: boolean])[] {
  const chunks: (readonly [string, boolean])[] = [];
  let end = 0;
  const addWords = (words: string): void => {
    chunks.push(
      ...words.split(/\s+/u).map((word, i) => [word, i > 0 && FOLDER.test(word)] as const),
    );
  };
  for (const { 0: code, index } of text.matchAll(CODE)) {
    addWords(text.slice(end, index));
    chunks.push([code, true]);
    end = index + code.length;
  }
  addWords(text.slice(end));
  return chunks;
}

function codeWord(code: string, isStart: boolean): SpokenWord {
  const name = /^[^([.]+/u.exec(code)?.[0] ?? '';
  const text = (isStart ? withoutCapital(name) : name) + code.slice(name.length);
  return { text, plain: '', isGlued: false, isHeld: true };
}

/** Punctuation that recognisers set; "$5", "#1" and "50%" are words. */
const OPENING = /^[\p{Ps}\p{Pi}"'¿¡]+/u;
const CLOSING = /(?<![\p{Pe}\p{Pf}".,;:?!…'’])[\p{Pe}\p{Pf}".,;:?!…'’]+$/u;

function wordsOf(chunk: string, isStart: boolean): readonly SpokenWord[] {
  const symbol = /^[-+*/=<>&|^~@#$%\\_]+$/u.test(chunk) ? symbolOf(chunk) : undefined;
  if (symbol) return [symbolWord(symbol)];
  const bare = chunk.replace(OPENING, '').replace(CLOSING, '').normalize('NFC');
  if (bare === '' || /^[–—-]+$/u.test(bare)) return [];
  const sign = /^(?:-(?=\p{N})|\.(?=[\p{L}\p{N}]))/u.exec(bare)?.[0] ?? '';
  const signSymbol = symbolOf(sign);
  const mark = /[\p{L}\p{M}\p{N}](?:(,)|:)$/u.exec(chunk);
  const parts = bare.slice(sign.length).split(/(?<=\p{L})-(?=\p{L})/u);
  const words = parts.map((part, i) => ({
    text: isStart && i === 0 ? withoutCapital(part) : withoutGroups(part),
    plain: part.toLowerCase().replaceAll('’', "'"),
    isGlued: i > 0,
    ...(mark !== null &&
      i === parts.length - 1 &&
      ({ mark: mark[1] === ',' ? ',' : ':' } as const)),
  }));
  return signSymbol ? [symbolWord(signSymbol), ...words] : words;
}

function symbolWord(symbol: Token): SpokenWord {
  return { text: symbol.text, plain: '', isGlued: false, symbol };
}

/** "Get" is "get" at the start of a sentence; "JSON" and "GitHub" are what they are. */
function withoutCapital(word: string): string {
  return /^\p{Lu}[^\p{Lu}]*$/u.test(word) ? word.toLowerCase() : withoutGroups(word);
}

/** "1,000" is 1000 in code. */
function withoutGroups(word: string): string {
  return /^\d{1,3}(?:,\d{3})+$/u.test(word) ? word.replaceAll(',', '') : word;
}

import type { SpokenNumber } from '../languages/number-group';
import { numberAt, type NumberPlace } from '../languages/numbers';
import type { Behind } from './name-end';
import { formatName, ORDINARY_FORMATTERS, type FormatterName } from './formatters';
import type { Grammar, Phrases } from './grammar';
import type { Respell } from '../vocabulary/respell';
import type { SpokenWord } from './spoken-words';
import { NAME_WORDS, SYMBOLS, type SymbolName, type Token } from './symbols';

/** What decides what spoken words mean. */
export interface Meaning {
  readonly grammar: Grammar;
  readonly respell: Respell | undefined;
  /** The same, only for words that are exactly an identifier's. */
  readonly respellExactly?: Respell | undefined;
}

/** Where the tokens go. */
export interface TokenWriter {
  /** @param next what is said behind it: a symbol's text or a word; '' for none */
  write(token: Token, next?: string): void;
  /** Writes code that is written already. */
  writeAsIs(code: string): void;
  /** Whether what has been written ends within a string. */
  isInString(): boolean;
  /** Whether a name may stand behind what has been written. */
  takesName(name: string): boolean;
  /** Whether a comma or a colon that the recogniser wrote may stand behind `word` there. */
  takesMark(mark: ',' | ':', word: string): boolean;
  /** How "at" stands there, between what is behind it, where `@` is meant. */
  atSign(next: string, then: string): 'apart' | 'call' | undefined;
  /** Whether letters that are spelled there make one word: "foo dot t x t". */
  takesLetters(): boolean;
  /** Whether `word`, behind the words of a name that would stand here, is none of them. */
  endsName(word: string, behind: Behind): boolean;
  /** Where a number would stand behind what has been written. */
  numberPlace(): NumberPlace;
}

/**
 * Writes the tokens of spoken words: symbols, formatted names, identifiers of the workspace,
 * numbers, and words. Within a string, words are words: neither identifiers nor numbers.
 */
export function writeTokens(
  words: readonly SpokenWord[],
  meaning: Meaning,
  writer: TokenWriter,
): void {
  new TokenReader(words, meaning, writer).readAll();
}

/** Words; nobody says longer ones in one go. */
const LONGEST_IDENTIFIER = 16;
const LONGEST_NUMBER = 32;
const LONGEST_NAME = 8;

/** What stands between types. */
const TYPE_SYMBOLS: ReadonlySet<SymbolName> = new Set([
  'comma',
  'verticalBar',
  'openBracket',
  'closeBracket',
  'fullStop',
  'doubleColon',
  'ampersand',
]);

interface Found<T> {
  readonly value: T;
  readonly length: number;
}

class TokenReader {
  private at = 0;
  /** Behind the last word that is written as it was spoken. */
  private wordEnd = -1;
  /** The word before which no mark of the recogniser's is written, or one is already. */
  private markEnd = 0;
  /** What words mean where they stand, as far as it was asked. */
  private readonly symbols: Memo<Found<SymbolName>> = new Map();
  private readonly formatters: Memo<Found<FormatterName>> = new Map();
  private run: { readonly start: number; readonly words: readonly string[] } | undefined;

  constructor(
    private readonly words: readonly SpokenWord[],
    private readonly meaning: Meaning,
    private readonly writer: TokenWriter,
  ) {}

  readAll(): void {
    while (this.at < this.words.length) {
      const isRead =
        this.readMark() ||
        this.readWritten() ||
        this.readLiteral() ||
        this.readAtSign() ||
        this.readLetters() ||
        this.readWholeName() ||
        this.readIdentifier(true) ||
        this.readSymbol() ||
        this.readFormatter() ||
        this.readIdentifier(false) ||
        this.readNumber();
      if (!isRead) this.readWords(1);
    }
  }

  /** A comma or a colon of the recogniser's, where code has one. */
  private readMark(): boolean {
    if (this.at === this.markEnd || !this.isMarkBehind(this.at - 1)) return false;
    this.markEnd = this.at;
    this.add(SYMBOLS[this.words[this.at - 1]?.mark === ':' ? 'colon' : 'comma'], 0);
    return true;
  }

  /** Whether the recogniser's mark behind a word is code's: "foo open paren a, b", "name: build". */
  private isMarkBehind(at: number): boolean {
    const mark = this.words[at]?.mark;
    if (mark === undefined || this.words[at + 1]?.symbol !== undefined) return false;
    const next = this.plain(at + 1);
    if (next === '' || this.symbolAt(at + 1) !== undefined) return false;
    const { connectives } = this.meaning.grammar;
    return (
      !connectives.has(next) &&
      !connectives.has(this.plain(at)) &&
      this.writer.takesMark(mark, this.plain(at))
    );
  }

  private readWritten(): boolean {
    const symbol = this.words[this.at]?.symbol;
    if (symbol === undefined) return false;
    this.add(symbol, 1);
    return true;
  }

  private readLiteral(): boolean {
    const length = this.literalLength(this.at);
    if (length === 0) return false;
    this.at++;
    this.readWords(length);
    return true;
  }

  private readAtSign(): boolean {
    if (this.plain(this.at) !== 'at' || this.symbolAt(this.at) !== undefined) return false;
    const next = this.numberAt(this.at + 1)?.text ?? this.plain(this.at + 1);
    const lean = this.writer.atSign(next, this.symbolText(this.at + 2));
    if (lean === undefined) return false;
    this.add({ ...SYMBOLS.atSign, lean }, 1);
    return true;
  }

  private readLetters(): boolean {
    let end = this.at;
    while (/^\p{L}$/u.test(this.plain(end)) && this.symbolText(end) === '') end++;
    if (end - this.at < 2 || !this.writer.takesLetters()) return false;
    const letters = this.words.slice(this.at, end).map(({ plain }) => plain);
    this.add({ text: letters.join(''), lean: 'apart' }, letters.length);
    return true;
  }

  private readSymbol(): boolean {
    const found = this.symbolAt(this.at);
    if (found === undefined) return false;
    const isOpening = found.value === 'lessThan' && this.opensTypes(this.at + found.length);
    this.add(SYMBOLS[isOpening ? 'openAngle' : found.value], found.length);
    if (!/^[)\]}]$/u.test(SYMBOLS[found.value].text)) this.markEnd = this.at;
    return true;
  }

  /** Whether names and commas lead to a "greater than" with no word behind it: "map less than string greater than". */
  private opensTypes(start: number): boolean {
    for (let at = start; at < this.words.length; at++) {
      const { value, length = 1 } = this.symbolAt(at) ?? {};
      at += length - 1;
      if (value === 'greaterThan')
        return this.plain(at + 1) === '' || this.symbolText(at + 1) !== '';
      if (value !== undefined && !TYPE_SYMBOLS.has(value)) return false;
    }
    return false;
  }

  private readFormatter(): boolean {
    const formatter = this.formatterAt(this.at);
    if (formatter === undefined) return false;
    const start = this.at + formatter.length;
    const suffixes = this.meaning.grammar.formatterSuffixes;
    const hasSuffix = suffixes.has(this.plain(start)) && !this.endsName(start + 1);
    const isName =
      hasSuffix ||
      !ORDINARY_FORMATTERS.has(formatter.value) ||
      !this.meaning.grammar.connectives.has(this.plain(start));
    if (!isName) return false;
    const name = this.nameAt(start + (hasSuffix ? 1 : 0));
    const text = formatName(formatter.value, name.words);
    if (text === '' || (ORDINARY_FORMATTERS.has(formatter.value) && text === name.words.join(' ')))
      return false;
    this.add({ text, lean: 'apart' }, name.end - this.at);
    return true;
  }

  /** A name that holds the words of a symbol or a number (`stripTrailingComma`, `step2`), said exactly. */
  private readWholeName(): boolean {
    const { respellExactly } = this.meaning;
    if (respellExactly === undefined || this.writer.isInString()) return false;
    const units: { readonly text: string; readonly end: number; readonly isOther: boolean }[] = [];
    for (let end = this.at; units.length < LONGEST_NAME && this.isWord(end);) {
      const number = this.numberAt(end);
      const isOther = number !== undefined || this.symbolAt(end) !== undefined;
      const text = number?.text ?? this.plain(end);
      end += number?.length ?? 1;
      units.push({ text, end, isOther });
    }
    const last = units.findLastIndex(({ isOther }) => isOther);
    if (last < 0 || units.length < 2) return false;
    const name = respellExactly(units.map(({ text }) => text));
    const used = units.slice(0, name?.length ?? 0);
    const end = used.at(-1)?.end;
    if (name === undefined || end === undefined || used.length < 2) return false;
    if (this.symbolAt(this.at)?.length === end - this.at) return false;
    const isSaid = bare(used.map(({ text }) => text).join('')) === bare(name.text);
    if (!isSaid || !used.some(({ isOther }) => isOther) || !this.writer.takesName(name.text))
      return false;
    this.add({ text: name.text, lean: 'apart' }, end - this.at);
    return true;
  }

  /** Whether a word stands there that nobody wrote as a symbol, and that stands for nothing else. */
  private isWord(at: number): boolean {
    const word = this.words[at];
    if (word === undefined) return false;
    return word.symbol === undefined && word.isHeld !== true && this.literalLength(at) === 0;
  }

  /** @param isEarly where something else is meant otherwise ("hash map"): two words at least */
  private readIdentifier(isEarly: boolean): boolean {
    const { respell } = this.meaning;
    if (respell === undefined || this.writer.isInString()) return false;
    const run = this.runAt(this.at);
    if (run.length < (isEarly ? 2 : 1)) return false;
    const isAmbiguous =
      this.symbolAt(this.at) !== undefined || this.formatterAt(this.at) !== undefined;
    if (isEarly && !isAmbiguous) return false;
    const identifier = respell(run);
    if (identifier === undefined || identifier.text === '') return false;
    const { text, length } = identifier;
    if (!this.writer.takesName(text)) return false;
    if (length < (isEarly ? 2 : 1) || length > run.length) return false;
    this.add({ text, lean: 'apart' }, length);
    return true;
  }

  private readNumber(): boolean {
    if (this.writer.isInString()) return false;
    const number = this.numberAt(this.at);
    if (number === undefined) return false;
    this.add({ text: number.text, lean: 'apart' }, number.length);
    return true;
  }

  private readWords(count: number): void {
    for (const { text, isGlued, isHeld = false } of this.words.slice(this.at, this.at + count)) {
      if (isHeld) {
        this.writer.writeAsIs(text);
        this.at++;
      } else if (isGlued && this.at === this.wordEnd) {
        // What the recogniser joined stays joined: "x-axis".
        this.add({ text: `-${text}`, lean: 'raw' }, 1);
      } else {
        // Recognisers write letters as capitals; code means a variable.
        const isVariable = /^\p{Lu}$/u.test(text) && !this.writer.isInString();
        this.add({ text: isVariable ? text.toLowerCase() : text, lean: 'apart' }, 1);
      }
      this.wordEnd = this.at;
    }
  }

  private add(token: Token, length: number): void {
    this.writer.write(token, this.symbolText(this.at + length) || this.plain(this.at + length));
    this.at += length;
  }

  /** The words of a name: up to a symbol, another formatter, the stop word or the end. */
  private nameAt(start: number): { readonly words: readonly string[]; readonly end: number } {
    const words: string[] = [];
    let end = start;
    while (!this.endsName(end)) {
      if (end > start && (this.isLinesOwn(end) || this.isMarkBehind(end - 1))) break;
      if (this.isStopAt(end)) return { words, end: end + 1 };
      const literal = this.literalLength(end);
      if (literal > 0) end++;
      const next = end + Math.max(literal, 1);
      words.push(...this.words.slice(end, next).map(({ text }) => text));
      end = next;
    }
    return { words, end };
  }

  private endsName(at: number): boolean {
    const word = this.words[at];
    if (word === undefined || word.symbol !== undefined) return true;
    if (this.literalLength(at) > 0) return false;
    const symbol = this.symbolAt(at);
    if (symbol !== undefined && !NAME_WORDS.has(symbol.value)) return true;
    const formatter = this.formatterAt(at);
    return formatter !== undefined && !ORDINARY_FORMATTERS.has(formatter.value);
  }

  /** Whether the word there is a keyword of the line that a formatted name stands in. */
  private isLinesOwn(at: number): boolean {
    const symbol = this.symbolText(at + 1);
    const formatter = this.formatterAt(at + 1)?.value;
    const isNamed = formatter !== undefined && !ORDINARY_FORMATTERS.has(formatter);
    const behind = isNamed ? 'formatter' : /^["'`]$/u.test(symbol) ? 'quote' : 'other';
    return this.writer.endsName(this.plain(at), behind);
  }

  /** "mouse over" keeps its word where nothing follows that the name would have to be kept from. */
  private isStopAt(at: number): boolean {
    const { stops } = this.meaning.grammar;
    if (!stops.has(this.plain(at)) || at + 1 >= this.words.length) return false;
    return this.words[at + 1]?.symbol === undefined && this.symbolAt(at + 1) === undefined;
  }

  /** Words that may be an identifier's: up to a symbol or a formatter that can be nothing else. */
  private runAt(start: number): readonly string[] {
    if (this.run?.start === start) return this.run.words;
    let end = start;
    const isRun = (at: number): boolean =>
      !this.endsName(at) &&
      this.words[at]?.isHeld !== true &&
      (at === start || !this.isMarkBehind(at - 1));
    while (end - start < LONGEST_IDENTIFIER && isRun(end)) end++;
    const words = this.words.slice(start, end).map(({ text }) => text);
    this.run = { start, words };
    return words;
  }

  /** How many words the word "literal" at `at` makes words of; 0: it is a word itself. */
  private literalLength(at: number): number {
    const { literals } = this.meaning.grammar;
    return literals.has(this.plain(at)) ? this.phraseLength(at + 1) : 0;
  }

  private phraseLength(at: number): number {
    const { literals, stops } = this.meaning.grammar;
    const word = this.plain(at);
    const single = literals.has(word) || stops.has(word) ? 1 : 0;
    return Math.max(
      single,
      this.symbolAt(at)?.length ?? 0,
      this.formatterAt(at)?.length ?? 0,
      this.numberAt(at)?.length ?? 0,
    );
  }

  private symbolAt(at: number): Found<SymbolName> | undefined {
    return memo(this.symbols, at, () => this.longest(at, this.meaning.grammar.symbols));
  }

  /** What is written for the symbol there, said or written; '' for none. */
  private symbolText(at: number): string {
    const found = this.symbolAt(at);
    return this.words[at]?.symbol?.text ?? (found === undefined ? '' : SYMBOLS[found.value].text);
  }

  private formatterAt(at: number): Found<FormatterName> | undefined {
    return memo(this.formatters, at, () => this.longest(at, this.meaning.grammar.formatters));
  }

  private longest<T>(at: number, { meanings, lengths }: Phrases<T>): Found<T> | undefined {
    const longest = lengths.get(this.plain(at)) ?? 0;
    for (let length = Math.min(longest, this.words.length - at); length > 0; length--) {
      const words = this.words.slice(at, at + length);
      const value = meanings.get(words.map(({ plain }) => plain).join(' '));
      if (value !== undefined) return { value, length };
    }
    return undefined;
  }

  private numberAt(at: number): SpokenNumber | undefined {
    const words = this.words.slice(at, at + LONGEST_NUMBER).map(({ plain }) => plain);
    const place = this.writer.numberPlace();
    for (const language of this.meaning.grammar.numbers) {
      const number = numberAt(words, language, place);
      if (number !== undefined) return number;
    }
    return undefined;
  }

  private plain(at: number): string {
    return this.words[at]?.plain ?? '';
  }
}

/** Letters and digits only, in lower case. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '').toLowerCase();
}

/** Remembers what was found at a word, that nothing was too. */
type Memo<T> = Map<number, { readonly found: T | undefined }>;

function memo<T>(known: Memo<T>, at: number, find: () => T | undefined): T | undefined {
  let entry = known.get(at);
  if (entry === undefined) {
    entry = { found: find() };
    known.set(at, entry);
  }
  return entry.found;
}

import type { NumberPlace } from '../languages/numbers';
import type { Seam } from '../seam/seam';
import { arrowOf, dialectOf, formatOf } from '../syntax/languages';
import type { Dialect } from '../syntax/rules';
import { operandEnd } from '../syntax/operand';
import { grammarOf } from './grammar';
import { atSignAt } from './at-sign';
import { COMMAND_START, idiomOf, joins, type Idiom } from './idiom';
import { CodeLine, isInList } from './line-state';
import { endsNameIn, type Behind } from './name-end';
import { hasOpenAngle, needsGap } from './spacing';
import { spokenWords } from './spoken-words';
import { symbolOf, type Token } from './symbols';
import { writeTokens, type TokenWriter } from './tokens';
import type { Respell } from '../vocabulary/respell';

export interface CodeOptions {
  /** The spoken languages, as codes, the likeliest first; none that is known: English. */
  readonly spokenLanguages?: readonly string[];
  /** VS Code's language id of the document; decides spaces where languages differ. */
  readonly languageId?: string | undefined;
  /** Asked for each run of plain words outside strings. */
  readonly respell?: Respell | undefined;
  /** Asked where words that mean something else may be an identifier's, too. */
  readonly respellExactly?: Respell | undefined;
  /** What the placeholders in the text stand for, in their order. */
  readonly held?: readonly string[];
}

/** The code that a final says, as a formatting recogniser writes it; '' for nothing. */
export function writeCode(text: string, options: CodeOptions = {}): string {
  return writeCodeAt({ left: '', text, right: '' }, options);
}

/**
 * The code that a final says, with the spaces (at most one on each side) that join it to the code
 * around it. Finals one after the other come out as one would that says it all, wherever it is cut
 * between two of its tokens. A new line begins with the white space of the line before.
 */
export function writeCodeAt({ left, text, right }: Seam, options: CodeOptions = {}): string {
  const writer = new CodeWriter(left, options.languageId);
  const grammar = grammarOf(options.spokenLanguages ?? []);
  const { respell, respellExactly } = options;
  writeTokens(spokenWords(text, options.held), { grammar, respell, respellExactly }, writer);
  return writer.end(right);
}

/** Code that is written already, with the spaces that join it to the code around it. */
export function codeSeam({ left, text, right }: Seam, languageId?: string): string {
  const code = text.trim();
  if (code === '') return '';
  const writer = new CodeWriter(left, languageId);
  writer.writeAsIs(code);
  return writer.end(right);
}

/** Writes tokens behind `left`, with the spaces between them. */
class CodeWriter implements TokenWriter {
  private readonly dialect: Dialect;
  private readonly idiom: Idiom;
  private readonly isQuery: boolean;
  private line: CodeLine;
  private written = '';

  constructor(
    left: string,
    private readonly languageId = '',
  ) {
    this.dialect = dialectOf(languageId);
    this.idiom = idiomOf(languageId, this.dialect, arrowOf(languageId));
    this.isQuery = formatOf(languageId) === 'sql';
    this.line = new CodeLine(lastLine(left));
  }

  write(spoken: Token, next = ''): void {
    const token = this.idiom(spoken, this.line, next);
    const isJoint = joins(this.line, token, next, this.dialect);
    if (!isJoint && needsGap(this.line, token, this.dialect)) this.append(' ');
    const isNewLine = token.text === '\n';
    this.append(isNewLine ? `\n${this.line.indent}` : token.text);
  }

  writeAsIs(code: string): void {
    if (code === '') return;
    const isApart = needsGap(this.line, firstToken(code, this.line.text), this.dialect);
    this.append(isApart ? ` ${code}` : code);
  }

  isInString(): boolean {
    return this.line.state.quote !== undefined;
  }

  /** A path that begins a command would be run. */
  takesName(name: string): boolean {
    const isPath = this.dialect === 'shell' && name.includes('/');
    return !isPath || !COMMAND_START.test(this.line.text);
  }

  takesMark(mark: ',' | ':', word: string): boolean {
    const { text, state } = this.line;
    if (state.quote !== undefined || this.dialect === 'shell') return false;
    if (!operandEnd(word, false, this.dialect)) return false;
    return mark === ':' || this.isQuery || isInList(text, state);
  }

  atSign(next: string, then: string): 'apart' | 'call' | undefined {
    if (this.isInString()) return undefined;
    const { dialect, languageId } = this;
    return atSignAt({ line: this.line.text, dialect, languageId }, next, then);
  }

  takesLetters(): boolean {
    const { text, state } = this.line;
    return (
      state.quote === undefined &&
      (this.dialect === 'css' ? /(?<!#[\da-f]*)\d$/iu : /[\w)*]\.$/u).test(text)
    );
  }

  endsName(word: string, behind: Behind): boolean {
    return endsNameIn(this.line.text, word, behind);
  }

  numberPlace(): NumberPlace {
    const { text, state } = this.line;
    return {
      isFlag: this.dialect === 'shell' && /(?:^|\s)-$/u.test(text.slice(-2)),
      isInList: state.hasComma || state.innermost !== undefined,
    };
  }

  /** What was written, with a space where it has to be parted from `right`. */
  end(right: string): string {
    if (this.written === '' || right === '' || /^\s/u.test(right)) return this.written;
    const isApart = needsGap(this.line, firstToken(right, this.line.text), this.dialect);
    return isApart ? `${this.written} ` : this.written;
  }

  private append(text: string): void {
    this.written += text;
    const last = lastLine(text);
    if (last.length === text.length) this.line.append(text);
    else this.line = new CodeLine(last);
  }
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}

/** The token that `code`, which follows `left`, begins with. */
function firstToken(code: string, left: string): Token {
  for (let length = 3; length > 0; length--) {
    const symbol = symbolOf(code.slice(0, length));
    if (symbol === undefined) continue;
    const isBeforeSpace = /^\s/u.test(code.slice(length));
    if (symbol.text === '/') return { ...symbol, lean: isBeforeSpace ? 'apart' : 'call' };
    if (symbol.text === '>') return { ...symbol, lean: hasOpenAngle(left) ? 'closing' : 'apart' };
    if (symbol.text === '<') return { ...symbol, lean: isBeforeSpace ? 'apart' : 'call' };
    return symbol;
  }
  return { text: code, lean: 'apart' };
}

/** What stands in code for the marks that only prose has. */
const CODE_MARKS: ReadonlyMap<string, string> = new Map([
  ['–', '-'],
  ['—', '--'],
  ['…', '...'],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['«', '"'],
  ['»', '"'],
  ['‘', "'"],
  ['’', "'"],
]);

/** A mark or symbol as code has it. */
export function codeMark(text: string): string {
  return text.replaceAll(/[–—…“”„«»‘’]/gu, (mark) => CODE_MARKS.get(mark) ?? mark);
}

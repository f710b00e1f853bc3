import { commandTokens, type CommandToken } from './command-tokens';

/** One command of a line: what is run, and whether it can read what is typed. */
export interface SimpleCommand {
  readonly words: readonly string[];
  /** Whether nothing is piped or read into it, and nothing but errors out of it. */
  readonly hasTerminal: boolean;
}

/** What begins something that has an end of its own, with that end (POSIX shells, fish, PowerShell). */
const ENDS = new Map(
  Object.entries({
    '{': '}',
    if: 'fi',
    while: 'done',
    until: 'done',
    for: 'done',
    select: 'done',
    case: 'esac',
    begin: 'end',
  }),
);

/** Of those, what names no command up to the next separator: `for x in a b`, `case x in`. */
const HAS_HEAD = new Set(['for', 'select', 'case']);

/** Words of shells that stand before a command. */
const BEFORE_COMMAND = new Set(
  'then elif else elseif do ! and or not try catch finally foreach switch'.split(' '),
);

/** The terminal by its own name. */
const TERMINAL = '/dev/tty';

/** What stands between a beginning and its end. */
interface Group {
  readonly end: string;
  /** Its first command, and the first of the list that it stands in. */
  readonly start: number;
  readonly listStart: number;
  readonly hasTerminal: boolean;
  /** Whether it is only kept to be run later: a function. */
  readonly isDefinition: boolean;
}

/**
 * The commands that a line runs in the foreground, in its order: those in brackets, conditions and loops
 * as well; not those of functions that it only defines, nor those within words (`$(…)`). Of a line that
 * cannot be read, none.
 */
export function simpleCommands(line: string): readonly SimpleCommand[] {
  return new Reading(commandTokens(line) ?? []).commands();
}

class Reading {
  private readonly found: { words: readonly string[]; hasTerminal: boolean }[] = [];
  private readonly groups: Group[] = [];
  private words: string[] = [];
  private hasTerminal = true;
  /** Where the last element of a pipeline begins, and the list that `&` puts into the background. */
  private elementStart = 0;
  private listStart = 0;
  private isBehindGroup = false;
  private isDefinition = false;
  private isHead = false;
  /** What the next word is the file of. */
  private redirection: 'errors' | 'other' | undefined;

  constructor(private readonly tokens: readonly CommandToken[]) {}

  commands(): readonly SimpleCommand[] {
    for (let i = 0; i < this.tokens.length; i++) {
      const token = this.tokens[i];
      if (token === undefined) break;
      if ('word' in token) this.word(token.word, token.isPlain);
      else if (token.operator === '(') i = this.bracket(i);
      else this.operator(token.operator);
    }
    this.endCommand();
    const unfinished = this.groups.find((group) => group.isDefinition);
    return this.found.slice(0, unfinished?.start);
  }

  private word(word: string, isPlain: boolean): void {
    if (this.redirection !== undefined) {
      if (this.redirection === 'other' && word !== TERMINAL) this.cutOff();
      this.redirection = undefined;
    } else if (!isPlain || !this.isKeyword(word)) {
      if (!this.isHead) this.words.push(word);
      this.isBehindGroup = false;
    }
  }

  /** Whether a word is one of the shell's own, which then has been followed. */
  private isKeyword(word: string): boolean {
    const open = this.groups.at(-1)?.end;
    const isEnd = word === open || (word === 'end' && open !== undefined);
    // PowerShell needs no separator before the end.
    if (isEnd && (this.words.length === 0 || word === '}')) {
      this.endCommand();
      this.close();
      return true;
    }
    if (this.words.length > 0) return false;
    const end = ENDS.get(word);
    if (word === 'function') {
      this.isDefinition = true;
      this.isHead = true;
    } else if (end !== undefined && (!this.isHead || word === '{')) {
      this.open(end);
      this.isHead = HAS_HEAD.has(word);
    } else {
      return !this.isHead && BEFORE_COMMAND.has(word);
    }
    return true;
  }

  /** @returns the last token that has been read */
  private bracket(at: number): number {
    if (isOperator(this.tokens[at + 1], ')')) {
      this.words = [];
      this.isDefinition = true;
      return at + 1;
    }
    if (this.words.length === 0 && !this.isHead) {
      this.open(')');
      return at;
    }
    // What fish and PowerShell put in for a word; a pattern.
    let depth = 0;
    let i = at;
    for (; i < this.tokens.length; i++) {
      if (isOperator(this.tokens[i], '(')) depth += 1;
      if (isOperator(this.tokens[i], ')')) depth -= 1;
      if (depth === 0) break;
    }
    return i;
  }

  private operator(operator: string): void {
    if (/[<>]/u.test(operator)) {
      if (/&(?:\d+|-)$/u.test(operator)) return;
      // `claude 2>log`
      this.redirection = /^[2-9]/u.test(operator) ? 'errors' : 'other';
      return;
    }
    const isPattern = operator === ')' && this.groups.at(-1)?.end !== ')';
    if (isPattern) this.words = [];
    this.endCommand();
    if (operator === ')') {
      if (!isPattern) this.close();
    } else if (operator === '|' || operator === '|&') {
      this.cutOff();
      this.hasTerminal = false;
      this.isBehindGroup = false;
    } else if (/^&[!|]?$/u.test(operator)) {
      // What runs in the background reads nothing.
      this.found.length = this.listStart;
      this.isBehindGroup = false;
    } else {
      this.isBehindGroup = false;
      if (operator !== '&&' && operator !== '||') this.listStart = this.found.length;
      // A function of fish has no bracket.
      if (this.isDefinition && this.isHead) this.open('end');
    }
    this.isHead = false;
  }

  private endCommand(): void {
    const { words } = this;
    if (words.length === 0) return;
    const hasTerminal = this.hasTerminal && this.groups.every((group) => group.hasTerminal);
    this.elementStart = this.found.length;
    this.isBehindGroup = true;
    this.found.push({ words, hasTerminal });
    this.words = [];
    this.hasTerminal = true;
  }

  /** What is being read, or has just been read, has no terminal. */
  private cutOff(): void {
    if (!this.isBehindGroup) this.hasTerminal = false;
    else for (const command of this.found.slice(this.elementStart)) command.hasTerminal = false;
  }

  private open(end: string): void {
    const { hasTerminal, isDefinition, listStart } = this;
    const start = this.found.length;
    this.groups.push({ end, start, listStart, hasTerminal, isDefinition });
    this.listStart = start;
    this.hasTerminal = true;
    this.isDefinition = false;
    this.isHead = false;
    this.isBehindGroup = false;
  }

  private close(): void {
    const group = this.groups.pop();
    if (group === undefined) return;
    if (group.isDefinition) this.found.length = group.start;
    this.elementStart = group.start;
    this.listStart = group.listStart;
    this.hasTerminal = true;
    this.isBehindGroup = true;
  }
}

function isOperator(token: CommandToken | undefined, operator: string): boolean {
  return token !== undefined && 'operator' in token && token.operator === operator;
}

import { operandEnd } from '../code/operand';
import { syntaxOf } from './languages';
import {
  CLOSE,
  CLOSERS,
  codePattern,
  groupOf,
  INNER,
  isBracket,
  endOfNext,
  textPattern,
} from './patterns';
import type { Bracket, Region, Stretch, Syntax } from './rules';

/** What a text ends in. */
export type Ending =
  | { readonly kind: 'base'; readonly base: Syntax['base'] }
  | {
      readonly kind: Stretch['kind'];
      /** What opened it, as it stands in the text. */
      readonly open: string;
      /** Where it opened: offset in the text. */
      readonly start: number;
    };

/** Reads `text` once, from its start to its end. */
export function scan(text: string, languageId: string): Ending {
  const frames: [Frame, ...Frame[]] = [codeFrame(syntaxOf(languageId))];
  let regions = 0;
  for (let at = 0; at < text.length;) {
    const frame = frames.at(-1) ?? frames[0];
    frame.pattern.lastIndex = at;
    const match = frame.pattern.exec(text);
    if (!match) break;
    at = frame.pattern.lastIndex;
    const rule = frame.kind === 'code' ? frame.syntax.rules[groupOf(match) - 1] : undefined;
    if (rule?.kind === 'region' && regions < MAX_REGIONS) {
      const end = endOf(rule, match[0], text, at);
      if (end === undefined) {
        frames.push(codeFrame(syntaxIn(rule, match[0])));
        regions++;
      }
      at = end ?? at;
    } else {
      const opened = frame.kind === 'code' ? openedBy(frame, match) : goOnIn(frame, match);
      if (opened) frames.push(opened);
    }
    if (frame.depth === 0) frames.pop();
  }
  const last = frames.at(-1) ?? frames[0];
  if (last.kind === 'code') return { kind: 'base', base: last.syntax.base };
  return { kind: last.stretch.kind, open: last.open, start: last.start };
}

/** Regions that are open at the end, one in another: each is looked through for its end. */
const MAX_REGIONS = 4;

type Frame = CodeFrame | TextFrame;

interface CodeFrame {
  readonly kind: 'code';
  readonly syntax: Syntax;
  readonly pattern: RegExp;
  /** The bracket that ends it; '' for none. */
  readonly closer: string;
  /** Brackets of its kind that are open, its own included. */
  depth: number;
}

interface TextFrame {
  readonly kind: 'text';
  readonly stretch: Stretch;
  readonly syntax: Syntax;
  readonly pattern: RegExp;
  readonly open: string;
  readonly start: number;
  depth: number;
}

function codeFrame(syntax: Syntax, bracket?: Bracket): CodeFrame {
  const closer = bracket === undefined ? '' : CLOSERS[bracket];
  return { kind: 'code', syntax, pattern: codePattern(syntax, bracket), closer, depth: 1 };
}

/** The stretch or part that begins at `match`, if one does. */
function openedBy(frame: CodeFrame, match: RegExpExecArray): Frame | undefined {
  const [open] = match;
  const rule = frame.syntax.rules[groupOf(match) - 1];
  if (rule === undefined) {
    frame.depth += open === frame.closer ? -1 : 1;
    return undefined;
  }
  if (rule.kind === 'skip' || rule.kind === 'region') return undefined;
  if (rule.kind === 'nest') return codeFrame(rule.syntax, rule.bracket);
  const start = match.index;
  if (rule.kind === 'regex') {
    const left = match.input.slice(Math.max(0, start - OPERAND_REACH), start);
    if (operandEnd(left, false, 'plain')) return undefined;
  }
  const pattern = textPattern(rule, open);
  return { kind: 'text', stretch: rule, syntax: frame.syntax, pattern, open, start, depth: 1 };
}

/** How far before a slash the operand is looked for. */
const OPERAND_REACH = 64;

/** The code that begins at `match` in a string, if it does. */
function goOnIn(frame: TextFrame, match: RegExpExecArray): Frame | undefined {
  const group = groupOf(match);
  if (group === CLOSE) frame.depth--;
  if (group !== INNER) return undefined;
  const bracket = match[0].slice(-1);
  if (frame.stretch.isNested !== true && isBracket(bracket))
    return codeFrame(frame.syntax, bracket);
  frame.depth++;
  return undefined;
}

function syntaxIn({ language }: Region, open: string): Syntax {
  return syntaxOf(typeof language === 'string' ? language : language(open));
}

/** Behind the end of a region whose text begins at `from`. */
function endOf({ close }: Region, open: string, text: string, from: number): number | undefined {
  return endOfNext(typeof close === 'function' ? close(open) : close, text, from);
}

import { operandEnd } from './operand';
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
import type { Bracket, Element, Region, Stretch, Syntax } from './rules';

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

/** Is told the parts of a text that are no comment, string or prose, in order. */
export interface CodeListener {
  /** @param isTag it stands in a tag */
  code(from: number, to: number, isTag: boolean): void;
  /** A part in another language, to be read on its own. */
  region(from: number, to: number, languageId: string): void;
}

/**
 * Reads `text` once, from its start to its end. Of a text in which more begins and ends, or one in
 * another, than in any that is written, only the end is read; who listens is told no more of it.
 */
export function scan(text: string, languageId: string, listener?: CodeListener): Ending {
  const frames: [Frame, ...Frame[]] = [codeFrame(syntaxOf(languageId))];
  const comments: Comment[] = [];
  const near = text.length - NEAR;
  let regions = 0;
  let marks = 0;
  const mostMarks = listener === undefined ? MOST_MARKS : MOST_TOLD;
  for (let at = 0; at < text.length;) {
    if ((++marks > mostMarks || frames.length > MOST_FRAMES) && at < near) {
      if (listener !== undefined) break;
      at = near;
      frames.length = 1;
    }
    const frame = frames.at(-1) ?? frames[0];
    frame.pattern.lastIndex = at;
    const match = frame.pattern.exec(text);
    if (frame.kind === 'code' && frame.syntax.base === 'code' && frame.syntax.isNameless !== true) {
      listener?.code(at, match?.index ?? text.length, frame.syntax.isTag === true);
    }
    if (!match) break;
    at = frame.pattern.lastIndex;
    const rule = frame.kind === 'code' ? frame.syntax.rules[groupOf(match) - 1] : undefined;
    if (rule?.kind === 'region' && regions < MAX_REGIONS) {
      const end = endOf(rule, match[0], text, at);
      if (end === undefined) {
        frames.push(codeFrame(syntaxIn(rule, match[0])));
        regions++;
      } else listener?.region(at, end, languageIn(rule, match[0]));
      at = end ?? at;
    } else frames.push(...openedIn(frame, match, comments));
    if (frame.depth === 0) {
      if (isComment(frame)) comments.push({ from: frame.start, to: at });
      leave(frames, frame, text, at);
    }
  }
  const last = frames.at(-1) ?? frames[0];
  if (last.kind === 'code') return { kind: 'base', base: last.syntax.base };
  if (last.kind === 'element') return { kind: 'base', base: 'prose' };
  return { kind: last.stretch.kind, open: last.open, start: last.start };
}

/** Each is looked at one by one: of code, a hundred thousand characters have 10,000. */
const MOST_MARKS = 20_000;
/** Of the longest text that names are looked for in, which are not looked for at each word that is said. */
const MOST_TOLD = 60_000;
/** Parts that are open, one in another. */
const MOST_FRAMES = 200;
/** Characters before the end that are read in any case. */
const NEAR = 10_000;

/** Regions that are open at the end, one in another: each is looked through for its end. */
const MAX_REGIONS = 4;

type Frame = CodeFrame | TextFrame | ElementFrame;

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

/** What stands between the tags of an element. */
interface ElementFrame {
  readonly kind: 'element';
  readonly rule: Element;
  readonly pattern: RegExp;
  depth: number;
}

/** The end of an element, code in braces, the beginning of another element. */
const CHILDREN = /(<\/[^<>]*>)|(\{)|(<(?=[\p{L}_$>]))/gu;

function codeFrame(syntax: Syntax, bracket?: Bracket): CodeFrame {
  const closer = bracket === undefined ? '' : CLOSERS[bracket];
  return { kind: 'code', syntax, pattern: codePattern(syntax, bracket), closer, depth: 1 };
}

/** An element, and in it its opening tag. */
function elementFrames(rule: Element): readonly Frame[] {
  return [{ kind: 'element', rule, pattern: CHILDREN, depth: 1 }, codeFrame(rule.tag, '<')];
}

/** Leaves `ended`, which is over, and the element that its tag has closed: `<br />`. */
function leave(frames: Frame[], ended: Frame, text: string, at: number): void {
  frames.splice(frames.lastIndexOf(ended), 1);
  const isTag = ended.kind === 'code' && ended.syntax.isTag === true;
  if (isTag && frames.at(-1)?.kind === 'element' && text[at - 2] === '/') frames.pop();
}

/** What begins at `match`, in the order it is read in. */
function openedIn(
  frame: Frame,
  match: RegExpExecArray,
  comments: readonly Comment[],
): readonly Frame[] {
  switch (frame.kind) {
    case 'code':
      return openedBy(frame, match, comments);
    case 'text':
      return goOnIn(frame, match);
    case 'element':
      return openedAmong(frame, match);
  }
}

/** What begins between the tags of an element. */
function openedAmong(frame: ElementFrame, match: RegExpExecArray): readonly Frame[] {
  const [, end, brace] = match;
  if (end !== undefined) frame.depth = 0;
  else return brace === undefined ? elementFrames(frame.rule) : [codeFrame(frame.rule.braced, '{')];
  return [];
}

/** The stretch or part that begins at `match`, if one does. */
function openedBy(
  frame: CodeFrame,
  match: RegExpExecArray,
  comments: readonly Comment[],
): readonly Frame[] {
  const [open] = match;
  const rule = frame.syntax.rules[groupOf(match) - 1];
  if (rule === undefined) {
    frame.depth += open === frame.closer ? -1 : 1;
    return [];
  }
  if (rule.kind === 'skip' || rule.kind === 'region') return [];
  if (rule.kind === 'nest') return [codeFrame(rule.syntax, rule.bracket)];
  const start = match.index;
  if (rule.kind === 'regex' || rule.kind === 'element') {
    if (operandEnd(codeBefore(start, match.input, comments), false, 'plain')) return [];
  }
  if (rule.kind === 'element') return elementFrames(rule);
  const pattern = textPattern(rule, open);
  return [{ kind: 'text', stretch: rule, syntax: frame.syntax, pattern, open, start, depth: 1 }];
}

/** How far before a slash the operand is looked for. */
const OPERAND_REACH = 64;

/** Where a comment stood. */
interface Comment {
  readonly from: number;
  readonly to: number;
}

function isComment(frame: Frame): frame is TextFrame {
  return frame.kind === 'text' && frame.stretch.kind.endsWith('Comment');
}

/** What stands before `end`, without `comments`, which say nothing of operands. */
function codeBefore(end: number, text: string, comments: readonly Comment[]): string {
  let code = '';
  let to = end;
  for (let i = comments.length - 1; i >= 0; i--) {
    const comment = comments[i] ?? { from: 0, to: 0 };
    const from = Math.max(comment.to, to - OPERAND_REACH);
    code = text.slice(from, to) + code;
    if (from > comment.to || code.length >= OPERAND_REACH) return code;
    to = comment.from;
  }
  return text.slice(Math.max(0, to - OPERAND_REACH), to) + code;
}

/** The code that begins at `match` in a string, if it does. */
function goOnIn(frame: TextFrame, match: RegExpExecArray): readonly Frame[] {
  const group = groupOf(match);
  if (group === CLOSE) frame.depth--;
  if (group !== INNER) return [];
  const bracket = match[0].slice(-1);
  if (frame.stretch.isNested !== true && isBracket(bracket))
    return [codeFrame(frame.syntax, bracket)];
  frame.depth++;
  return [];
}

function syntaxIn(rule: Region, open: string): Syntax {
  return syntaxOf(languageIn(rule, open));
}

function languageIn({ language }: Region, open: string): string {
  return typeof language === 'string' ? language : language(open);
}

/** Behind the end of a region whose text begins at `from`. */
function endOf({ close }: Region, open: string, text: string, from: number): number | undefined {
  return endOfNext(typeof close === 'function' ? close(open) : close, text, from);
}

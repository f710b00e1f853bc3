import { endsWithOpenAbbreviation } from './abbreviations';
import { beginsText, withoutClosingMarkup, withoutOpeningMarkup } from './inline-markup';
import { hasOpenQuote } from './seam-space';

/**
 * A line shorter than this was not broken for its length: wrapped texts are 60 columns or wider,
 * and the word that did not fit is seldom longer than 20.
 */
const SHORTEST_WRAPPED_LINE = 40;

/**
 * Whether what is written behind `left` goes on with a sentence, so that it begins small. Sure
 * cases only: behind a word, number, comma, semicolon or dash, also across a line break that only
 * wraps a paragraph. After `. ! ? … :`, an opening quote, a comment's or list's marker, and at the
 * start of a line it does not, and behind signs that say nothing (`=`, `|`, an emoji) neither.
 */
export function isMidSentence(left: string): boolean {
  const [line = '', above] = left.split('\n').reverse();
  if (endsWithOpenAbbreviation(line.trimEnd())) return true;
  const body = withoutOpeningMarkup(lineParts(line).body).trimEnd();
  if (body !== '') return goesOn(body);
  if (above === undefined || !WRAPPED_END.test(above.trimEnd())) return false;
  return isWrapped(above, line);
}

/** Whether `below` goes on with the paragraph of `above`: wrapped, in the same comment or item. */
export function isWrapped(above: string, below: string): boolean {
  if (above.trimEnd().length < SHORTEST_WRAPPED_LINE) return false;
  const first = lineParts(above);
  const second = lineParts(below);
  if (first.comment !== second.comment && !(first.isOpening && second.comment === '')) return false;
  return second.item === '' && (first.item === '' || second.indent > first.indent);
}

/** Two words, and no end of a sentence. */
const WRAPPED_END = /[\p{L}\p{N}][,;]?\s+[\p{L}\p{M}\p{N}'’-]*[\p{Lu}\p{Ll}]\p{M}*[,;]?$/u;

interface LineParts {
  /** Columns before the comment's text or, outside comments, before the text. */
  readonly indent: number;
  /** The comment's or quotation's marker; `/**` counts as the `*` that follows it. */
  readonly comment: string;
  /** Whether the marker opens a block that goes on without one. */
  readonly isOpening: boolean;
  /** The list's marker. */
  readonly item: string;
  readonly body: string;
}

const COMMENT_MARKER =
  /^(?:\/{2,}!?|\/\*+!?|#+!?|--+|;+|%+|>(?:\s*>)*|"""|'''|<!--)(?=\s|$)|^(?:"""|'''|<!--)/u;
const LIST_MARKER =
  /^(?:(?:[-*+•]|\*{2,}|\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+|\p{L}[.)]|[ivx]+[.)]|\((?:\d+|\p{L}|[ivx]+)\))(?=\s|$)\s*)?(?:\[[ xX]\](?=\s|$))?/u;

function lineParts(line: string): LineParts {
  let rest = line.trimStart();
  const leading = line.slice(0, line.length - rest.length);
  let comment = COMMENT_MARKER.exec(rest)?.[0] ?? '';
  // The star of a block comment stands under that of its opening, one column in.
  if (/^\*(?:\s|$)/u.test(rest) && leading.replaceAll('\t', '').length % 2 === 1) comment = '*';
  rest = rest.slice(comment.length);
  const isOpening = /^(?:\/\*|"""|'''|<!--)/u.test(comment);
  const text = rest.trimStart();
  const indent = comment === '' ? leading.length : rest.length - text.length;
  const item = LIST_MARKER.exec(text)?.[0] ?? '';
  const body = text.slice(item.length);
  const kind = comment.startsWith('/*') ? '*' : /^["'<]/u.test(comment) ? '' : comment;
  return { indent, comment: kind, isOpening, item: item.trim(), body };
}

/** Whether the sentence goes on behind `text`, which ends without white space. */
function goesOn(text: string): boolean {
  if (beginsText(text)) return false;
  let body = text;
  for (let mark = OPENING.exec(body); mark !== null; mark = OPENING.exec(body)) {
    const before = body.slice(0, mark.index);
    // A bracket that follows its word is a call or an index.
    if (/[([{]$/u.test(body) && /[\p{L}\p{N}_)\]]$/u.test(before)) return false;
    body = before.trimEnd();
  }
  if (endsWithOpeningQuote(body) || DOC_TAG.test(body)) return false;
  const words = withoutClosingMarkup(body).replace(CLOSERS, '').trimEnd();
  if (endsWithOpenAbbreviation(words)) return true;
  if (/[\p{L}\p{N}]\p{M}*$/u.test(words)) return /[\p{Lu}\p{Ll}\p{N}]\p{M}*$/u.test(words);
  return /[,;%‰&\p{Sc}–—]$|[\p{L}\p{N}\s][-/]$/u.test(words);
}

/** From the start of a run only: else a long one takes the square of its length. */
const CLOSERS = /(?<![)\]}"'`“”’»«*_~])(?:\(\)|\[\]|[)\]}"'`“”’»«*_~])+$/u;

const OPENING = /[([{¿¡]$|(?<=^|[\s([{])(?:\*{1,3}|_{1,3}|~~)$/u;

function endsWithOpeningQuote(body: string): boolean {
  const last = body.slice(-1);
  if (last === '"' || last === '`') return hasOpenQuote(body, last);
  return /[„‚]$|(?:^|[ \t([{–—-])['\p{Pi}\p{Pf}]$/u.test(body);
}

/** `@param name -`, `@returns`: what follows describes it, and begins as the person says it. */
const DOC_TAG =
  /^[@\\](?:(?:param|arg|argument|prop|property|template)(?:\s+\{[^}]*\})?(?:\s+[\p{L}\p{N}_.[\]=$]+)?(?:\s+-)?|(?:brief|deprecated|description|exception|remarks|returns?|summary|throws|todo)(?:\s+\{[^}]*\})?)$/u;

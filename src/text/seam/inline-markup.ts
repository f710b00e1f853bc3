/** Elements of HTML that stand within a sentence; `q`, which quotes one, is none of them. */
const INLINE =
  'a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var';

const OPENING_MARKUP = new RegExp(
  `(?:<(?:${INLINE})(?:\\s[^<>]*)?>|\\\\(?:emph|underline|text(?:bf|it|md|rm|sc|sf|sl|tt|up|normal))\\{)\\s*$`,
  'iu',
);
const CLOSING_MARKUP = new RegExp(`</(?:${INLINE})>$`, 'iu');
const CLOSED_MARKUP = new RegExp(`^(?:</(?:${INLINE})>)+`, 'iu');

/** LaTeX's commands that a sentence or a title begins behind. */
const BEGINS_TEXT =
  /\\(?:item(?:\[[^\]]*\])?|par|noindent|indent|centering|newline|linebreak|newpage|clearpage|pagebreak|(?:big|med|small)skip|maketitle|appendix|\\)$|\\(?:begin|end|label|index|caption|title|chapter|paragraph|(?:sub)*section|vspace|setlength)\*?(?:\[[^\]]*\])?(?:\{[^{}]*\}|\[[^\]]*\])+$/u;

/** `text` without the tags and commands at its end that open something within a sentence. */
export function withoutOpeningMarkup(text: string): string {
  let rest = text;
  while (OPENING_MARKUP.test(rest)) rest = rest.replace(OPENING_MARKUP, '');
  return rest;
}

/** `text` without the tags at its end that close something within a sentence. */
export function withoutClosingMarkup(text: string): string {
  let rest = text;
  while (CLOSING_MARKUP.test(rest)) rest = rest.replace(CLOSING_MARKUP, '');
  return rest;
}

/** What follows the tags at the start of `text` that close something within a sentence; nothing: no tag. */
export function behindClosingMarkup(text: string): string | undefined {
  const tags = CLOSED_MARKUP.exec(text)?.[0];
  return tags === undefined ? undefined : text.slice(tags.length);
}

/** Whether what stands behind `text`, which ends without white space, begins a sentence or a title. */
export function beginsText(text: string): boolean {
  return BEGINS_TEXT.test(text);
}

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

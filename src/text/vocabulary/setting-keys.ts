import { found, linesOf, withoutParts, WORD, type FoundName } from './found-name';

/** Comments of Terraform's, which may have lines of their own. */
const COMMENT = /\/\*/gu;

/**
 * Keys before `=` or `: `, and sections; what goes on in deeper lines, in a long string or behind a
 * quote that is not closed is none.
 */
export function settings(text: string): readonly FoundName[] {
  const names: FoundName[] = [];
  let value: number | undefined;
  let closing: RegExp | undefined;
  let isContinued = false;
  for (const { line, at } of linesOf(withoutParts(text, COMMENT, () => /\*\//u))) {
    const isInside = isContinued || closing !== undefined;
    isContinued = /(?:^|[^\\])(?:\\\\)*\\$/u.test(line);
    if (closing?.test(line) === true) closing = undefined;
    if (isInside) continue;
    const indent = /^[ \t]*/u.exec(line)?.[0].length ?? 0;
    const section = SECTION.exec(line)?.[1];
    if (section !== undefined || /[{}]\s*$/u.test(line)) value = undefined;
    if (section !== undefined) {
      const start = at + line.indexOf(section);
      names.push(...found(section, PART).map((part) => ({ ...part, at: start + part.at })));
      continue;
    }
    if (value !== undefined && indent > value && line.trim() !== '') {
      closing = closingOf(line.trim());
      continue;
    }
    const [whole, name = '', what = ''] = SETTING.exec(line) ?? [];
    if (whole === undefined) {
      closing = closingOf(line.trim());
      continue;
    }
    // With nothing behind it the name may be the end of a key in base64; the value may stand below.
    if (what !== '') {
      names.push(
        ...found(name, PART).map((part) => ({ ...part, at: at + line.indexOf(name) + part.at })),
      );
    }
    value = indent;
    closing = closingOf(what);
  }
  return names;
}

const SECTION = new RegExp(String.raw`^[ \t]*\[+((?:${WORD})+)\]+[ \t]*$`, 'u');
const SETTING = new RegExp(
  String.raw`^[ \t]*(?:export[ \t]+)?(${WORD})[ \t]*(?:=(?!=)|:(?=[ \t]|$))[ \t]*(.*)$`,
  'u',
);
/** Of a dotted key. */
const PART = new RegExp(`(${WORD.replace('.', '')})`, 'gu');

/** What ends the long string that `value` opens: TOML's quotes, a here document's name, a quote. */
function closingOf(value: string): RegExp | undefined {
  const mark = /"""|'''/u.exec(value)?.[0];
  if (mark !== undefined) return value.split(mark).length === 2 ? new RegExp(mark, 'u') : undefined;
  const name = /<<[-~]?["']?(\w+)/u.exec(value)?.[1];
  if (name !== undefined) return new RegExp(String.raw`^\s*${name}\s*$`, 'u');
  const quote = /^["'`]/u.exec(value)?.[0];
  const isClosed = quote === undefined || value.slice(1).replace(/\\./gu, '').includes(quote);
  return isClosed ? undefined : new RegExp(String.raw`^(?:\\.|[^${quote}\\])*${quote}`, 'u');
}

import { codeOf } from './code-of';
import { literally } from '../syntax/rules';
import { blanks, found, withoutParts, type FoundName } from './found-name';

/** Texts between dollars, but what a function does. */
const DOLLARS = /\$\w{0,60}\$(?<!\b(?:as|do)\s{1,80}\$\w{0,60}\$)/giu;

/** What is created, altered and filled, and the columns of tables. */
export function sqlNames(text: string): readonly FoundName[] {
  // What `COPY … FROM stdin` is given.
  const plain = withoutParts(text, DOLLARS, ([tag]) => literally(tag)).replace(
    /(^COPY\b[^;]{0,2000}\bFROM\s+stdin\b[^;]{0,200};)([^]*?)(^\\\.|$(?![^]))/gimu,
    (_, copy: string, rows: string, end: string) => copy + blanks(rows) + end,
  );
  const code = common(codeOf(plain, 'sql'), codeOf(plain, 'mysql'));
  const columns = [...code.matchAll(SQL_TABLE)].flatMap((table) => {
    const start = table.index + table[0].length;
    const body =
      /^(?:[^()]|\((?:[^()]|\([^()]{0,200}\)){0,200}\)){0,20000}/u.exec(code.slice(start))?.[0] ??
      '';
    return found(body, SQL_COLUMN).map(({ name, at }) => ({ name, at: at + start }));
  });
  return [...found(code, SQL_NAME), ...found(code, SQL_JOINED), ...columns];
}

/**
 * What is code by both: which ends a string that has a backslash before its quote, and what `#` is,
 * differs from database to database.
 */
function common(a: string, b: string): string {
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  let code = '';
  for (let i = 0; i < short.length; i++) code += short[i] === long[i] ? (short[i] ?? '') : ' ';
  return code;
}

/** "Please join Hannelore" is none. */
const SQL_JOINED =
  /\bjoin\s+(?:[\w$]+\.)?([\p{L}_][\p{L}\p{N}_$]*)\s+(?:(?:as\s+)?\w+\s+)?(?:on\s+[\w.]+\s*[=<>]|using\s*\()/giu;

const SQL_NAME =
  /\b(?:create\s+(?:or\s+replace\s+)?(?:(?:global|local|temporary|temp|unlogged|unique|materialized|recursive)\s+){0,2}(?:table|view|function|procedure|trigger|index|schema|type|sequence|database)|alter\s+table|insert\s+into)\s+(?:if\s+(?:not\s+)?exists\s+)?(?:[\w$]+\.)?([\p{L}_][\p{L}\p{N}_$]*)/giu;
const SQL_TABLE = /\bcreate\s+(?:\w+\s+){0,2}table\s+(?:if\s+not\s+exists\s+)?[^\s(;]*\s*\(/giu;
const SQL_COLUMN =
  /(?:^|,)\s*(?!(?:constraint|primary|foreign|unique|check|key|index)\b)([\p{L}_][\p{L}\p{N}_$]*)[ \t]+[a-z]/giu;

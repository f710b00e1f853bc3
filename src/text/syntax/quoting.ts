import { literally, longString, rawString, type Rule } from './rules';

/** Names of here documents behind `<<`, with or without quotes. */
const HERE_NAME =
  /<<[-~]?[ \t]*(?:"([^"\n]+)"|'([^'\n]+)'|`([^`\n]+)`|\\?([\p{L}_!%@+][\w.!%@+-]*))/gu;

/** Texts up to a line with the last name that stands behind a `<<` of the line. */
export function hereDocument(open: RegExp): Rule {
  return rawString(open, (opened) => {
    const name = [...opened.matchAll(HERE_NAME)].at(-1)?.slice(1).find(Boolean) ?? '';
    return new RegExp(`^[ \\t]*${literally(name).source}(?![\\w.-])`, 'u');
  });
}

/** What never comes: what it would close goes on to the end of the text. */
const NEVER = /(?!)/u;

/** What is no code any more, up to the end of the text: data behind `__END__`. */
export function rest(open: RegExp): Rule {
  return { kind: 'blockComment', open, close: NEVER };
}

const BRACKETS = ['()', '[]', '{}', '<>'].map(([open = '', close = '']) => {
  const [from, to] = [literally(open).source, literally(close).source];
  const inner = `${from}[^${from}${to}]{0,2000}${to}`;
  return { from, to, skip: new RegExp(String.raw`\\[^]|${inner}`, 'u') };
});

/**
 * Texts behind a sign, between brackets or two of the same mark: `%w[a b]`, `q!a b!`.
 *
 * @param marks which marks that may be
 */
export function quoted(sign: RegExp, marks: RegExp): readonly Rule[] {
  const same = longString(new RegExp(sign.source + marks.source, 'u'), (open) =>
    literally(open.slice(-1)),
  );
  return [
    ...BRACKETS.map(({ from, to, skip }) =>
      longString(new RegExp(sign.source + from, 'u'), new RegExp(to, 'u'), { skip }),
    ),
    same,
  ];
}

/** Two texts behind a sign, `s/a/b/`, `tr{a}{b}`; between marks, they end with their line. */
export function quotedTwice(sign: RegExp, marks: RegExp): readonly Rule[] {
  const second = BRACKETS.map(
    ({ from, to }) => String.raw`${from}(?:\\[^]|[^\\${to}]){0,2000}${to}`,
  ).join('|');
  const same = longString(new RegExp(sign.source + marks.source, 'u'), (open) => {
    const mark = literally(open.slice(-1)).source;
    return new RegExp(String.raw`${mark}(?:\\.|(?!${mark})[^\\\n]){0,2000}${mark}|\n`, 'u');
  });
  return [
    ...BRACKETS.map(({ from, to, skip }) =>
      longString(
        new RegExp(sign.source + from, 'u'),
        new RegExp(String.raw`${to}\s*(?:${second}|/(?:\\[^]|[^\\/]){0,2000}/)`, 'u'),
        { skip },
      ),
    ),
    same,
  ];
}

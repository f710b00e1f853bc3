import { field } from '../../core/unknown';

/** The most symbols of one answer that are looked at. */
const MAX_SYMBOLS = 2000;

/** What a language service calls a symbol: a name, or one with its parameters, "add(int, int)". */
const NAME = /^([\p{L}_$][\p{L}\p{M}\p{N}_$]{2,})(?:\(.*)?$/u;

/** A symbol whose name is one. */
export interface NamedSymbol {
  readonly name: string;
  /** What its place is in, as the answer has it: a `Uri`; nothing in a tree, which is of one document. */
  readonly uri: unknown;
}

/**
 * The symbols in what VS Code's document and workspace symbol providers answer, a tree or a list.
 * What is no name ("<function>", "it('works') callback") is left out.
 */
export function symbolsIn(answer: unknown): readonly NamedSymbol[] {
  const named: NamedSymbol[] = [];
  const symbols = [...items(answer)];
  for (const symbol of symbols) {
    if (symbols.length > MAX_SYMBOLS) break;
    const name = field(symbol, 'name');
    const plain = typeof name === 'string' ? NAME.exec(name)?.[1] : undefined;
    if (plain !== undefined) {
      named.push({ name: plain, uri: field(field(symbol, 'location'), 'uri') });
    }
    symbols.push(...items(field(symbol, 'children')));
  }
  return named;
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

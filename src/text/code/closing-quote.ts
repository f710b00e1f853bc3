import type { Grammar } from './grammar';
import { spokenWords } from './spoken-words';
import type { SymbolName } from './symbols';

const CLOSING: ReadonlySet<SymbolName | undefined> = new Set<SymbolName>([
  'quote',
  'closeQuote',
  'apostrophe',
  'backtick',
  'closeBacktick',
  'tripleQuote',
]);

/** Whether `text` begins with the name of a quote and that of another symbol: "quote close paren". */
export function saysClosingQuote(text: string, { symbols }: Grammar): boolean {
  const words = spokenWords(text).map(({ plain }) => plain);
  const at = (start: number): { readonly name: SymbolName; readonly end: number } | undefined => {
    const longest = symbols.lengths.get(words[start] ?? '') ?? 0;
    for (let end = Math.min(start + longest, words.length); end > start; end--) {
      const name = symbols.meanings.get(words.slice(start, end).join(' '));
      if (name !== undefined) return { name, end };
    }
    return undefined;
  };
  const quote = at(0);
  return quote !== undefined && CLOSING.has(quote.name) && at(quote.end) !== undefined;
}

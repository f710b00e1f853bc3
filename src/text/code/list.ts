import type { CommandGroup, ListedCommand } from '../../core/listed-command';
import { FORMATTER_NAMES, formatName } from './formatters';
import { codeWordsOf, variants } from './grammar';
import { SYMBOL_NAMES, SYMBOLS, type SymbolName } from './symbols';

/** What formatters are shown with. */
const EXAMPLE = 'get user name';

/** What symbols do that cannot be seen when they are shown. */
const DESCRIPTIONS: Readonly<Partial<Record<SymbolName, string>>> = {
  space: 'Writes a space',
  newLine: 'Begins a new line',
  tab: 'Writes a tab',
};

/**
 * Everything that means something in code, language by language.
 *
 * @param languages codes such as `de` or `de-AT`; none that is known: English
 */
export function codeWordList(languages: readonly string[]): readonly ListedCommand[] {
  return [...codeWordsOf(languages)].flatMap(([language, words]) => {
    const listed = (
      group: CommandGroup,
      patterns: readonly string[],
      describe: (phrase: string) => string,
    ): ListedCommand[] => {
      const [phrase, ...alternatives] = patterns.flatMap(variants);
      if (phrase === undefined) return [];
      return [{ group, phrase, alternatives, description: describe(phrase), language }];
    };
    return [
      ...FORMATTER_NAMES.flatMap((name) =>
        listed('formatter', words.formatters[name] ?? [], (phrase) => {
          const written = formatName(name, EXAMPLE.split(' '));
          return `“${phrase} ${EXAMPLE}” writes ${written}`;
        }),
      ),
      ...listed('formatter', [words.stop], () => 'Ends a name where other words follow'),
      ...SYMBOL_NAMES.flatMap((name) =>
        listed('symbol', words.symbols[name] ?? [], () => description(name)),
      ),
    ];
  });
}

function description(name: SymbolName): string {
  return DESCRIPTIONS[name] ?? `Writes ${SYMBOLS[name].text}`;
}

import type { CommandGroup, ListedCommand } from '../../core/listed-command';
import { FORMATTER_NAMES, formatName } from './formatters';
import { languagesOf } from '../languages/languages';
import { formatterPhrases, symbolPhrases } from './grammar';
import { SYMBOL_NAMES, SYMBOLS, type SymbolName } from './symbols';

/** What formatters are shown with. */
const EXAMPLE = 'get user name';

/** What symbols do that cannot be seen when they are shown, or that differs between languages. */
const DESCRIPTIONS: Readonly<Partial<Record<SymbolName, string>>> = {
  space: 'Writes a space',
  newLine: 'Begins a new line',
  tab: 'Writes a tab',
  arrow: 'Writes ->, or => in JavaScript, TypeScript, C#, Dart and Scala',
};

/**
 * Everything that means something in code, language by language.
 *
 * @param languages codes such as `de` or `de-AT`; none that is known: English
 */
export function codeWordList(languages: readonly string[]): readonly ListedCommand[] {
  return languagesOf(languages).flatMap((language) => {
    const listed = (
      group: CommandGroup,
      [phrase, ...alternatives]: readonly string[],
      describe: (phrase: string) => string,
    ): ListedCommand[] => {
      if (phrase === undefined) return [];
      return [
        { group, phrase, alternatives, description: describe(phrase), language: language.id },
      ];
    };
    return [
      ...FORMATTER_NAMES.flatMap((name) =>
        listed('formatter', formatterPhrases(language, name), (phrase) => {
          const written = formatName(name, EXAMPLE.split(' '));
          return `“${phrase} ${EXAMPLE}” writes ${written}`;
        }),
      ),
      ...listed('formatter', [language.code.stop], () => 'Ends a name where other words follow'),
      ...SYMBOL_NAMES.flatMap((name) =>
        listed('symbol', symbolPhrases(language, name), () => description(name)),
      ),
    ];
  });
}

function description(name: SymbolName): string {
  return DESCRIPTIONS[name] ?? `Writes ${SYMBOLS[name].text}`;
}

import type { CommandGroup, ListedCommand } from '../../core/listed-command';
import { phrase, type Phrase } from '../../core/phrase';
import { FORMATTER_NAMES, formatName } from './formatters';
import { languagesOf } from '../languages/languages';
import { formatterPhrases, symbolPhrases } from './grammar';
import { SYMBOL_NAMES, SYMBOLS, type SymbolName } from './symbols';

/** What formatters are shown with. */
const EXAMPLE = 'get user name';

/** What symbols do that cannot be seen when they are shown, or that differs between languages. */
const DESCRIPTIONS: Readonly<Partial<Record<SymbolName, Phrase>>> = {
  space: phrase('Writes a space'),
  newLine: phrase('Begins a new line'),
  tab: phrase('Writes a tab'),
  arrow: phrase('Writes ->, or => in JavaScript, TypeScript, C#, Dart and Scala'),
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
      [first, ...alternatives]: readonly string[],
      describe: (first: string) => Phrase,
    ): ListedCommand[] => {
      if (first === undefined) return [];
      const description = [describe(first)];
      return [{ group, phrase: first, alternatives, description, language: language.id }];
    };
    return [
      ...FORMATTER_NAMES.flatMap((name) =>
        listed('formatter', formatterPhrases(language, name), (first) => {
          const written = formatName(name, EXAMPLE.split(' '));
          return phrase('“{0}” writes {1}', `${first} ${EXAMPLE}`, written);
        }),
      ),
      ...listed('formatter', [language.code.stop], () =>
        phrase('Ends a name where other words follow'),
      ),
      ...SYMBOL_NAMES.flatMap((name) =>
        listed('symbol', symbolPhrases(language, name), () => description(name)),
      ),
    ];
  });
}

function description(name: SymbolName): Phrase {
  return DESCRIPTIONS[name] ?? phrase('Writes {0}', SYMBOLS[name].text);
}

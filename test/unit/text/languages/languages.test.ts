import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FORMATTER_NAMES } from '../../../../src/text/code/formatters';
import { formatterPhrases, symbolPhrases } from '../../../../src/text/code/grammar';
import { codeWordList } from '../../../../src/text/code/list';
import { SYMBOL_NAMES, type SymbolName } from '../../../../src/text/code/symbols';
import { writeCode } from '../../../../src/text/code/write-code';
import { variants, type Language } from '../../../../src/text/languages/language';
import {
  baseLanguage,
  LANGUAGES,
  languageOf,
  languagesOf,
} from '../../../../src/text/languages/languages';
import { parseNumber } from '../../../../src/text/languages/numbers';
import { removeFillers } from '../../../../src/text/prose/fillers';
import {
  actionsOf,
  lexiconOf,
  marksOf,
  normalPhrase,
  phrasesOf,
} from '../../../../src/text/prose/lexicon';
import { spokenCommandList } from '../../../../src/text/prose/list';
import { parseSpokenCommand } from '../../../../src/text/prose/parse';
import { writePunctuation } from '../../../../src/text/prose/write-punctuation';

/** What each language would give, by its code. */
function inEach<T>(give: (language: Language) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(LANGUAGES.map((language) => [language.id, give(language)]));
}

/** The first phrase of a symbol in code. */
function sayer({ id, marks }: Language): (name: SymbolName) => string {
  return (name) => {
    const { code = [], anywhere = [], alone = [] } = marks[name] ?? {};
    const [phrase] = [...code, ...anywhere, ...alone].flatMap(variants);
    assert.ok(phrase, `${id}: ${name}`);
    return phrase;
  };
}

/** The word for a number below 20. */
function wordOf({ numbers }: Language, value: number): string {
  const words = Object.entries(numbers.values).filter(([, each]) => each === value);
  const [word] = words.find(([each]) => !numbers.articles.includes(each)) ?? [];
  assert.ok(word, String(value));
  return word;
}

const NOWHERE = inEach(() => []);

test('each mark can be said in every language, but for two of which most have none', () => {
  assert.deepEqual(
    inEach(({ marks }) => Object.entries(marks).flatMap(([id, said]) => (said ? [] : [id]))),
    {
      en: ['fullStopNewLine', 'fullStopNewParagraph'],
      de: ['fullStopNewLine', 'fullStopNewParagraph'],
      es: ['fullStopNewLine'],
      fr: ['fullStopNewParagraph'],
      it: ['fullStopNewParagraph'],
    },
  );
});

test('each mark of prose has a phrase of prose, and each symbol one of code, in every language', () => {
  assert.deepEqual(
    inEach((language) => [
      ...marksOf(language).flatMap(([id, , said]) => (phrasesOf(said).length === 0 ? [id] : [])),
      ...SYMBOL_NAMES.filter((name) => symbolPhrases(language, name).length === 0),
      ...FORMATTER_NAMES.filter((name) => formatterPhrases(language, name).length === 0),
    ]),
    NOWHERE,
  );
});

test('what opens inside a sentence closes there too, in every language', () => {
  const pairs = [
    'Parenthesis',
    'Bracket',
    'Brace',
    'Quote',
    'TypographicQuote',
    'Backtick',
  ] as const;
  assert.deepEqual(
    inEach(({ marks }) =>
      pairs.filter(
        (pair) =>
          marks[`open${pair}`]?.anywhere === undefined ||
          marks[`close${pair}`]?.anywhere === undefined,
      ),
    ),
    NOWHERE,
  );
});

test('no list of a language is empty but those of which it has none', () => {
  const isEmpty = (value: unknown): boolean =>
    value === null || (Array.isArray(value) && value.length === 0);
  assert.deepEqual(
    inEach((language) => [
      ...Object.entries(language).flatMap(([key, value]) => (isEmpty(value) ? [key] : [])),
      ...actionsOf(language).flatMap(([id, phrases]) => (phrases.length === 0 ? [id] : [])),
      ...Object.entries(language.code).flatMap(([key, value]) => (isEmpty(value) ? [key] : [])),
      ...Object.entries(language.mention).flatMap(([key, value]) => (isEmpty(value) ? [key] : [])),
    ]),
    {
      // "er" and "um" are no words of English; of Spanish and French neither. No adjective of English has
      // an ending, and no object stands before its verb.
      en: ['notFillers', 'narrowSpaces', 'attributive', 'auxiliaries'],
      // Only English questions are told by their first word.
      // Days and months are ordinary words but in English and German.
      // A German clause may end with a form of "be", and with any infinitive; in no other language
      // does a verb wait for one there. Romance
      // questions end with no such word, and infinitives have a form of their own. Where nouns
      // have no capitals, an adjective behind an article is not told from one.
      // Verbs of Romance languages tell by their form whether a clause ends with them, but for perfects,
      // which only German parts; that a stop is meant is told inside a sentence in English only; an idiom as "as expected" has only English.
      de: [
        'asking',
        'narrowSpaces',
        'copulas',
        'idioms',
        'clitics',
        'perfects',
        'infinitives',
        'stopNoun',
      ],
      es: [
        'notFillers',
        'asking',
        'alwaysCapital',
        'narrowSpaces',
        'stranded',
        'idioms',
        'attributive',
        'determiners',
        'subjects',
        'infinitives',
        'auxiliaries',
        'stopNoun',
      ],
      fr: [
        'notFillers',
        'asking',
        'alwaysCapital',
        'stranded',
        'idioms',
        'attributive',
        'determiners',
        'subjects',
        'infinitives',
        'auxiliaries',
        'stopNoun',
      ],
      it: [
        'asking',
        'alwaysCapital',
        'narrowSpaces',
        'stranded',
        'idioms',
        'attributive',
        'determiners',
        'subjects',
        'infinitives',
        'auxiliaries',
        'stopNoun',
      ],
    },
  );
});

test('no longer name of a mark, said inside a sentence, leaves its mark to the shorter one in it', () => {
  assert.deepEqual(
    inEach(({ id }) => {
      const { names, marks } = lexiconOf([id]);
      return [...names.keys()].filter(
        (name) =>
          !marks.has(name) &&
          [...marks.keys()].some(
            (part) => name.startsWith(`${part} `) || name.endsWith(` ${part}`),
          ) &&
          writePunctuation(`uno ${name} due`, [id]) !== `uno ${name} due`,
      );
    }),
    // "Kommst du, Fragezeichen, auf jeden Fall" is said as well.
    { ...NOWHERE, de: ['fragezeichen auf', 'ausrufezeichen auf'] },
  );
});

test('no phrase of a language means two things in code', () => {
  assert.deepEqual(
    inEach((language) => {
      const phrases = [
        ...SYMBOL_NAMES.flatMap((name) => symbolPhrases(language, name)),
        ...FORMATTER_NAMES.flatMap((name) => formatterPhrases(language, name)),
        language.code.stop,
        ...language.literal,
      ];
      return phrases.filter((phrase, i) => phrases.indexOf(phrase) !== i);
    }),
    NOWHERE,
  );
});

test('no phrase of a language means two things in prose', () => {
  assert.deepEqual(
    inEach((language) => {
      const phrases = [
        ...marksOf(language).flatMap(([, , said]) => phrasesOf(said)),
        ...actionsOf(language).flatMap(([, said]) => said),
      ].map(normalPhrase);
      return phrases.filter((phrase, i) => phrases.indexOf(phrase) !== i);
    }),
    NOWHERE,
  );
});

test('every number below a hundred can be said in every language', () => {
  const below20 = Array.from({ length: 20 }, (_, i) => i);
  assert.deepEqual(
    inEach((language) => [
      ...below20.filter((n) => !sayable(language, n)),
      ...[20, 30, 40, 50, 60, 100].filter((n) => !sayable(language, n)),
    ]),
    NOWHERE,
  );
});

function sayable({ numbers }: Language, value: number): boolean {
  const words = [...Object.keys(numbers.values), ...Object.keys(numbers.multipliers)];
  const said = numbers.saysOne ? words.flatMap((word) => [word, `one ${word}`]) : words;
  return said.some((word) => parseNumber(word, numbers) === value);
}

test('a number is the same in code and behind "go to line", in every language', () => {
  const wrong = inEach((language) => {
    const words = Object.keys(language.numbers.values).filter(
      (word) => !language.numbers.articles.includes(word),
    );
    return words.filter((word) => {
      const value = String(language.numbers.values[word]);
      const code = writeCode(word, { spokenLanguages: [language.id] });
      const command = parseSpokenCommand(`${language.goToLine[0] ?? ''} ${word}`, [language.id]);
      const line = command?.kind === 'go-to-line' ? String(command.line) : '0';
      return code !== value || line !== value;
    });
  });
  assert.deepEqual(wrong, NOWHERE);
});

test('an article alone is no number of code, and the decimal mark is the comma where it is called so', () => {
  assert.deepEqual(
    inEach((language) => [
      language.numbers.articles.filter(
        (word) => writeCode(word, { spokenLanguages: [language.id] }) !== word,
      ),
      symbolPhrases(language, 'comma').includes(language.numbers.point.word) ===
        language.numbers.point.isComma,
    ]),
    inEach(() => [[], true]),
  );
});

/** Lines of code, as each language says them by the words of its own. */
const LINES: readonly (readonly [
  string,
  (say: ReturnType<typeof sayer>, of: Language) => string,
])[] = [
  ['x = 13', (say, of) => `x ${say('equalsSign')} ${wordOf(of, 13)}`],
  ['x + 17', (say, of) => `x ${say('plusSign')} ${wordOf(of, 17)}`],
  [
    'foo(1, 2)',
    (say, of) =>
      `foo ${say('openParenthesis')} ${wordOf(of, 1)} ${say('comma')} ${wordOf(of, 2)} ${say('closeParenthesis')}`,
  ],
  [
    'x = [3, 4]',
    (say, of) =>
      `x ${say('equalsSign')} ${say('openBracket')} ${wordOf(of, 3)} ${say('comma')} ${wordOf(of, 4)} ${say('closeBracket')}`,
  ],
  [
    'x = 3.5',
    (say, of) =>
      `x ${say('equalsSign')} ${wordOf(of, 3)} ${of.numbers.point.word} ${wordOf(of, 5)}`,
  ],
  ['user.name', (say) => `user ${say('fullStop')} name`],
  ['x !== y', (say) => `x ${say('strictNotEqual')} y`],
  ['x << 2', (say, of) => `x ${say('shiftLeft')} ${wordOf(of, 2)}`],
  ['x *= 2', (say, of) => `x ${say('timesAssign')} ${wordOf(of, 2)}`],
  ['a ** b', (say) => `a ${say('power')} b`],
  ['"a"', (say) => `${say('openQuote')} a ${say('closeQuote')}`],
  ['__init__', (_, of) => `${formatterPhrases(of, 'dunder')[0] ?? ''} init`],
];

test('every language writes the same code by its own words', () => {
  assert.deepEqual(
    inEach((language) => {
      const options = { languageId: 'typescript', spokenLanguages: [language.id] };
      return LINES.map(([, said]) => writeCode(said(sayer(language), language), options));
    }),
    inEach(() => LINES.map(([written]) => written)),
  );
});

test('every phrase that acts in prose acts in code, where code has the mark', () => {
  const isSymbol = (id: string): id is SymbolName => SYMBOL_NAMES.some((name) => name === id);
  assert.deepEqual(
    inEach((language) =>
      marksOf(language).flatMap(([id, , said]) => {
        if (!isSymbol(id)) return [];
        const names = symbolPhrases(language, id);
        return phrasesOf(said).filter((phrase) => !names.includes(normalPhrase(phrase)));
      }),
    ),
    NOWHERE,
  );
});

test('a language without commands of its own has the English ones, in prose, code and the list', () => {
  for (const languages of [['nl'], ['xx', 'nl-BE'], []]) {
    assert.deepEqual(
      [
        parseSpokenCommand('New line.', languages),
        writePunctuation('Ja question mark', languages),
        writeCode('foo open paren one close paren', { spokenLanguages: languages }),
        spokenCommandList(languages),
        codeWordList(languages),
      ],
      [
        { kind: 'break', text: '\n' },
        'Ja?',
        'foo(1)',
        spokenCommandList(['en']),
        codeWordList(['en']),
      ],
    );
  }
});

test('of a language that nothing is known of, no word is taken for a sound of hesitation', () => {
  assert.deepEqual(
    [removeFillers('Er is een um.', ['nl']), removeFillers('Um, er, yes.', ['nl', 'en'])],
    ['Er is een um.', 'Yes.'],
  );
});

test('known languages leave out unknown ones, and codes may have a region, a script and any case', () => {
  const idsOf = (codes: readonly string[]): readonly string[] =>
    languagesOf(codes).map(({ id }) => id);
  assert.deepEqual(
    [
      idsOf(['nl', 'de-AT', 'fr', 'DE']),
      languageOf('ES_419')?.id,
      languageOf('nl'),
      baseLanguage('zh-Hant-TW'),
    ],
    [['de', 'fr'], 'es', undefined, 'zh'],
  );
});

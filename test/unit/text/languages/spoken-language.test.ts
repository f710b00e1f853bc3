import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { spokenLanguage } from '../../../../src/text/languages/spoken-language';
import { compose, type WritingStyle } from '../../../../src/text/compose';
import { interpret } from '../../../../src/text/interpret';
import { DEFAULT_SETTINGS } from '../../../fixtures/default-settings';

function style(languages: readonly string[]): WritingStyle {
  return {
    insertion: { ...DEFAULT_SETTINGS.insertion, removeFillers: true },
    languages,
    identifiers: [],
    variables: { selection: '', clipboard: '', date: '' },
  };
}

const ANY = style([]);

function written(left: string, said: string, how = ANY): string {
  const utterance = interpret(said, how);
  const place = { left, right: '', scope: 'prose' } as const;
  if (utterance.kind === 'text') return compose(utterance.text, place, how).text;
  const { command } = utterance;
  return command.kind === 'write' ? compose(command.text, place, how).text : command.kind;
}

/** Sentences of other languages than the English that is the default, and what stands before them. */
const ROWS: readonly (readonly [left: string, said: string, written: string])[] = [
  ['Wir brauchen dafür einen ', 'Server mit viel Speicher.', 'Server mit viel Speicher.'],
  ['Das ist der ', 'Fehler.', 'Fehler.'],
  ['Wir warten ', 'Auf den Server.', 'auf den Server.'],
  ['', 'Er geht um das Haus.', 'Er geht um das Haus.'],
  ['', 'Ähm, er geht um das Haus.', 'Er geht um das Haus.'],
  ['', 'Er is een nieuwe versie.', 'Er is een nieuwe versie.'],
  ['We wachten ', 'Op de nieuwe versie.', 'op de nieuwe versie.'],
  ['Nous avons vu ', 'Que les tests passent.', 'que les tests passent.'],
  ['Vimos ', 'Que las pruebas pasan.', 'que las pruebas pasan.'],
  ['Abbiamo visto ', 'Che i test passano.', 'che i test passano.'],
  ['max_retries ', 'Is five.', 'is five.'],
  ['We saw ', 'That the tests pass.', 'that the tests pass.'],
  ['Vemos ', 'Que os testes não passam.', 'que os testes não passam.'],
  ['Мы видели, ', 'Что тесты прошли.', 'что тесты прошли.'],
  ['', 'هذا النص واضح.', 'هذا النص واضح.'],
  ['', 'यह वाक्य ठीक है।', 'यह वाक्य ठीक है।'],
  ['次に ', 'Gitを使う。', 'Gitを使う。'],
  // Numbers are no names
  ['Nous avons ', 'Quinze idées pour les tests.', 'quinze idées pour les tests.'],
  ['Wir haben ', 'Elf Ideen.', 'elf Ideen.'],
  // A mark that is named, or an abbreviation, tells it
  ['', 'Erster Teil neuer Absatz zweiter Teil.', 'Erster Teil\n\nZweiter Teil.'],
  ['', 'Première chose nouveau paragraphe seconde chose.', 'Première chose\n\nSeconde chose.'],
  ['', 'Comprar leche nueva línea comprar pan.', 'Comprar leche\nComprar pan.'],
  ['u. a. ', 'Zwei Tests.', 'zwei Tests.'],
  ['z. B. ', 'Ein Test.', 'ein Test.'],
  // Nothing tells it: a capital may be that of a German noun.
  ['Foo baz ', 'Quux.', 'Quux.'],
];

test(`the table of ${String(ROWS.length)} finals whose language no setting tells holds`, () => {
  assert.deepEqual(
    ROWS.map(([left, said]) => [left, said, written(left, said)]),
    ROWS,
  );
});

test('where several languages are spoken, a final is of the one that it is told by', () => {
  const both = style(['fr', 'en']);
  assert.deepEqual(
    [
      written('Is it right', 'Question mark.', both),
      written("C'est la bonne réponse", "Point d'interrogation.", both),
      written('Is it that one', 'question mark', style([])),
      written('Das ist der ', 'Fehler.', style(['en', 'de'])),
    ],
    ['?', '\u202f?', '?', 'Fehler.'],
  );
});

test('without a setting the commands and marks of the language that is spoken act', () => {
  const code = (said: string): string =>
    compose(said, { left: '', right: '', scope: 'code', languageId: 'typescript' }, ANY).text;
  assert.deepEqual(
    [
      interpret('Neue Zeile.', ANY),
      interpret('Nueva línea.', ANY),
      interpret('New line.', ANY),
      written('', 'Kommst du mit Fragezeichen'),
      written('', 'Ist das gut Fragezeichen und das auch'),
      code('foo Klammer auf dreizehn Komma zwei Klammer zu'),
      code('Camel obtener nombre abre paréntesis cierra paréntesis'),
      code('foo open paren one comma two close paren'),
      code('x plus y'),
    ],
    [
      { kind: 'command', command: { kind: 'break', text: '\n' } },
      { kind: 'command', command: { kind: 'break', text: '\n' } },
      { kind: 'command', command: { kind: 'break', text: '\n' } },
      'Kommst du mit Fragezeichen',
      'Ist das gut? Und das auch',
      'foo(13, 2)',
      'obtenerNombre()',
      'foo(1, 2)',
      'x + y',
    ],
  );
});

test('the only language that may be spoken is the one that is, and a script of its own is told', () => {
  assert.deepEqual(
    [
      spokenLanguage('Yes, we can do that.', '', ['de-AT']),
      spokenLanguage('我们需要更多的测试', '', []),
      spokenLanguage('Это не работает', 'and what is here is English', []),
      spokenLanguage('Xyzzy', '', []),
      spokenLanguage('Xyzzy', 'und das ist der Text', []),
      spokenLanguage('It is new, and we like it.', 'und das ist der Text', []),
    ],
    ['de', 'und', 'und', undefined, 'de', 'en'],
  );
});

/** Messages of TypeScript (Microsoft, Apache-2.0), as its package has them in other languages. */
function sentencesOf(folder: string): readonly string[] {
  const file = path.join('typescript', 'lib', folder, 'diagnosticMessages.generated.json');
  const messages: unknown = JSON.parse(readFileSync(path.join('node_modules', file), 'utf8'));
  assert.ok(typeof messages === 'object' && messages !== null);
  return Object.values(messages)
    .filter((text): text is string => typeof text === 'string')
    .filter((text) => /^\p{L}[^{}'"<>`()[\]:;/=#@*_]{25,}[.。]$/u.test(text))
    .filter((text) => !/[.?!]\s+\p{Lu}/u.test(text));
}

const FOLDERS = 'de es fr it pl pt-br ru cs tr ja ko zh-cn zh-tw'.split(' ');

test('sentences of thirteen languages are written as they are said, whatever is set', () => {
  const wrong = FOLDERS.flatMap((folder) => {
    const sentences = sentencesOf(folder).slice(0, 60);
    assert.equal(sentences.length, 60, folder);
    return sentences.filter((text) => written('', text) !== text);
  });
  assert.deepEqual(wrong, []);
});

test('a turn that begins with a German noun in mid-sentence keeps its capital, in 98 of 100', () => {
  const cuts = sentencesOf('de')
    .slice(0, 150)
    .flatMap((text) => {
      const words = text.split(' ');
      return words.flatMap((word, i) =>
        i > 0 && /^\p{Lu}\p{Ll}/u.test(word)
          ? [{ left: `${words.slice(0, i).join(' ')} `, rest: words.slice(i).join(' ') }]
          : [],
      );
    });
  const lost = cuts.filter(({ left, rest }) => written(left, rest) !== rest);
  assert.ok(cuts.length > 200);
  assert.ok(lost.length <= cuts.length / 50, lost.map(({ left, rest }) => left + rest).join('\n'));
});

test('the language that the provider has heard decides, for commands beside those that are set', () => {
  const heard = (languages: readonly string[], heardIn: string): WritingStyle => ({
    ...style(languages),
    heardIn,
  });
  assert.deepEqual(
    [
      written('Foo baz ', 'Gute Idee.', heard([], 'de')),
      written('Foo baz ', 'Server Raum Tür.', heard(['en'], 'de')),
      written('Foo baz ', 'Apples taste good.', heard(['de'], 'en_us')),
      written('Quoi', "Point d'interrogation.", heard([], 'fr')),
      written('', 'Er geht um das Haus.', heard(['en'], 'de')),
      written('', 'Um, we go.', heard(['de'], 'en')),
    ],
    [
      'gute Idee.',
      'Server Raum Tür.',
      'apples taste good.',
      '\u202f?',
      'Er geht um das Haus.',
      'We go.',
    ],
  );
});

test('a word or two that the provider has heard in another language are in that of the settings or of the text around', () => {
  const heard = (languages: readonly string[], heardIn: string): WritingStyle => ({
    ...style(languages),
    heardIn,
  });
  assert.deepEqual(
    [
      written('Wir brauchen dafür einen ', 'Server.', heard([], 'en')),
      written('Foo baz ', 'Server.', heard(['de'], 'en')),
      written('Foo baz ', 'Big Server.', heard(['de'], 'en')),
      written("C'est pour nous", 'Question mark.', heard(['fr', 'en'], 'en')),
      written('Foo baz ', 'Cold water.', heard([], 'en')),
      written('これは', 'テストです。', heard(['en'], 'ja')),
    ],
    ['Server.', 'Server.', 'Big Server.', '\u202f?', 'cold water.', 'テストです。'],
  );
});

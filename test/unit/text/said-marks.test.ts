import assert from 'node:assert/strict';
import { test } from 'node:test';
import { styleOf, written } from './written';

type Row = readonly [finals: readonly string[], written: string];

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  en: [
    [['We need tests.', 'Comma.', 'And docs.'], 'We need tests, and docs.'],
    [['Does it scale?', 'Question mark.'], 'Does it scale?'],
    [['Is it so.', 'Question mark.', 'Yes.'], 'Is it so? Yes.'],
    [['Does it scale?', 'Exclamation mark.'], 'Does it scale!'],
    [['Does it scale?', 'Full stop.'], 'Does it scale.'],
    [['Two things.', 'Colon.', 'Speed and size.'], 'Two things: Speed and size.'],
    [['It is late.', 'Semicolon.', 'We go on.'], 'It is late; we go on.'],
    [['And so on.', 'Ellipsis.'], 'And so on…'],
    [['We wait.', 'Dash.', 'But not for long.'], 'We wait – but not for long.'],
    [['About 50.', 'Percent sign.', 'Of them.'], 'About 50% of them.'],
    [['We think so...', 'Comma.', 'And more.'], 'We think so, and more.'],
    [['Really?!', 'Comma.', 'Yes.'], 'Really, yes.'],
    // The recogniser writes the mark itself, alone or before what follows.
    [['We need tests.', ',', 'And docs.'], 'We need tests, and docs.'],
    [['We need tests.', ', and docs.'], 'We need tests, and docs.'],
    [['Is it so.', 'Question mark. And why?'], 'Is it so? And why?'],
    // What is said stays, whatever is said behind it.
    [['Is it so question mark', 'Question mark.'], 'Is it so??'],
    [['Is it so full stop.', 'Comma.'], 'Is it so.,'],
    [['We need tests.', 'Comma.', 'Exclamation mark.'], 'We need tests,!'],
    // The stop of an abbreviation is its word's.
    [['Tests, docs, etc.', 'Comma.', 'And more.'], 'Tests, docs, etc., and more.'],
    [['Tests, docs, etc.', 'Full stop.', 'And more.'], 'Tests, docs, etc. And more.'],
    [['At 5 p.m.', 'Question mark.'], 'At 5 p.m.?'],
    // Not a mark, but a word; and marks that begin something.
    [['We use it.', '.NET is fine.'], 'We use it. .NET is fine.'],
    [['See below.', 'Open paren.', 'See above.', 'Close paren.'], 'See below. (See above.)'],
    [['See.', 'Slash.'], 'See. /'],
    [['One.', 'New line.', 'Comma.'], 'One.\n,'],
    [
      ['We need', 'Open paren.', 'More tests.', 'Close paren.', 'Now.'],
      'We need (more tests). Now.',
    ],
    [['We need', 'Open paren.', 'More.', 'Close paren.', 'Full stop.'], 'We need (more).'],
    [['See.', 'Open paren.', 'More.', 'Close paren.', 'Full stop.', 'So.'], 'See. (More.) So.'],
    [['It is well.', 'Hyphen.', 'Known.'], 'It is well-known.'],
    [['It is well', 'hyphen', 'known'], 'It is well-known'],
  ],
  de: [
    [['Wir brauchen Tests.', 'Komma.', 'Und Doku.'], 'Wir brauchen Tests, und Doku.'],
    [['Geht das?', 'Fragezeichen.'], 'Geht das?'],
    [['Geht das.', 'Fragezeichen.', 'Ja.'], 'Geht das? Ja.'],
    [['Zwei Dinge.', 'Doppelpunkt.'], 'Zwei Dinge:'],
    [['Es ist spät.', 'Semikolon.', 'Wir gehen.'], 'Es ist spät; wir gehen.'],
    [['Los.', 'Ausrufezeichen.'], 'Los!'],
    [['Tests usw.', 'Komma.'], 'Tests usw.,'],
  ],
  es: [
    [['Hacen falta pruebas.', 'Coma.', 'Y documentos.'], 'Hacen falta pruebas, y documentos.'],
    [['Hola.', 'Punto y aparte.', 'Adiós.'], 'Hola.\n\nAdiós.'],
    [['Dos cosas.', 'Dos puntos.'], 'Dos cosas:'],
  ],
  fr: [
    [['Il faut des tests.', 'Virgule.', 'Et des docs.'], 'Il faut des tests, et des docs.'],
    [['Ça marche ?', "Point d'interrogation."], 'Ça marche\u202f?'],
    [['Ça marche.', "Point d'exclamation."], 'Ça marche\u202f!'],
    [['Ça marche ?', 'Virgule.'], 'Ça marche,'],
  ],
  it: [[['Servono test.', 'Virgola.', 'E documenti.'], 'Servono test, e documenti.']],
  ja: [
    [['テストが必要です。', '、', '文書も。'], 'テストが必要です、文書も。'],
    [['できますか。', '？'], 'できますか？'],
  ],
  hi: [[['क्या यह ठीक है।', '?'], 'क्या यह ठीक है?']],
  ar: [[['هل هذا جيد.', '؟'], 'هل هذا جيد؟']],
};

for (const [language, rows] of Object.entries(TABLES)) {
  test(`a mark that is said takes the place of the recogniser’s own: ${language}`, () => {
    for (const setting of [[language], [language, 'en'], []]) {
      assert.deepEqual(
        rows.map(([finals]) => [finals, written({}, finals, styleOf(setting))]),
        rows,
        setting.join(),
      );
    }
  });
}

test('the marks of replacements are the person’s, and stay', () => {
  const replacements = { greeting: 'Hello!', 'and so on': 'etc.', kommal: ',' };
  const how = styleOf(['en'], { replacements });
  assert.deepEqual(
    [
      written({}, ['Greeting', 'Question mark.'], how),
      written({}, ['We test greeting.', 'Comma.'], how),
      written({}, ['We test.', 'Kommal.', 'And write.'], how),
    ],
    ['Hello!?', 'We test Hello!,', 'We test, and write.'],
  );
});

test('a mark that somebody typed stays', () => {
  assert.equal(written({ left: 'Is it so.' }, ['Question mark.'], styleOf(['en'])), 'Is it so.?');
});

test('in code there is no mark of the recogniser’s to give way', () => {
  const place = { scope: 'code', languageId: 'typescript' } as const;
  assert.deepEqual(
    [
      written(place, ['x equals five.', 'Semicolon.'], styleOf(['en'])),
      written(place, ['foo', 'Dot.', 'Bar.'], styleOf(['en'])),
      written(
        place,
        ['Call.', 'Open paren.', 'A.', 'Comma.', 'B.', 'Close paren.'],
        styleOf(['en']),
      ),
    ],
    ['x = 5;', 'foo.bar', 'call(a, b)'],
  );
});

test('a pause whose name the recogniser made a sentence of is written as if it were said alone', () => {
  const rows: readonly (readonly [language: string, finals: readonly string[], written: string])[] =
    [
      ['en', ['We need tests.', 'Comma.', 'And docs.'], 'We need tests, and docs.'],
      ['en', ['It is late.', 'Semicolon.', 'Julia stays.'], 'It is late; Julia stays.'],
      ['en', ['We wait.', 'Em dash.', 'But not for long.'], 'We wait — but not for long.'],
      ['de', ['Es ist spät.', 'Komma.', 'Und wir gehen.'], 'Es ist spät, und wir gehen.'],
      ['es', ['Es tarde.', 'Punto y coma.', 'Pero vamos.'], 'Es tarde; pero vamos.'],
      ['fr', ['Il est tard.', 'Virgule.', 'Mais on reste.'], 'Il est tard, mais on reste.'],
      ['it', ['È tardi.', 'Virgola.', 'Ma restiamo.'], 'È tardi, ma restiamo.'],
    ];
  for (const parts of [(finals: readonly string[]) => finals, joined]) {
    assert.deepEqual(
      rows.map(([language, finals]) => [
        language,
        finals,
        written({}, parts(finals), styleOf([language])),
      ]),
      rows,
    );
  }
});

function joined(finals: readonly string[]): readonly string[] {
  return [finals.join(' ')];
}

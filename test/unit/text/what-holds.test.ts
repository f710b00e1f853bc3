import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compose, type WritingStyle } from '../../../src/text/compose';
import { interpret } from '../../../src/text/interpret';
import { DEFAULT_SETTINGS } from '../../fixtures/default-settings';

/** What must hold whatever is mended; each kind has as many cases as it has when it is attacked. */
function style(languages: readonly string[]): WritingStyle {
  return {
    insertion: DEFAULT_SETTINGS.insertion,
    languages,
    identifiers: [],
    variables: { selection: '', clipboard: '', date: '' },
  };
}

/** As recognisers format them; the language, then sentences. */
const FORMATTED: Readonly<Record<string, readonly string[]>> = {
  en: [
    'It costs $4.50 in total.',
    'The bill is $1,299.99 today.',
    'About 3.14 is enough.',
    'We have 1,000,000 users.',
    'It grew by 12.5% last year.',
    'That is 50% of it.',
    'We meet at 10:30 a.m. tomorrow.',
    'It starts at 9 p.m. sharp.',
    'The date is 2026-11-30.',
    'It was on 11/30/2026.',
    'Call 555-0199 now.',
    'Call +1 (555) 010-9999 today.',
    'We use Node 20.11.1 here.',
    'Update to v1.2.3-beta.4 first.',
    'TypeScript 5.4 is out.',
    'Python 3.12 is required.',
    'Go to example.com for more.',
    'See https://example.com/docs?q=1#top for more.',
    'Write to ada@example.com about it.',
    'Write to ada.lovelace+test@mail.example.co.uk please.',
    'Open src/index.ts and look.',
    'It is in ~/projects/app.',
    'Run ./build.sh first.',
    'Look at /etc/hosts first.',
    'It is in C:\\Users\\Ada\\notes.txt there.',
    'The file is package.json there.',
    'Ask @ada about #42.',
    'Fixed in #1234.',
    'The ratio is 16:9 here.',
    'It took 1.5 h or 90 min.',
    'The temperature is 21 °C now.',
    'Use port 8080 or 443.',
    'The IP is 192.168.0.1 here.',
    'Range 10-20 is fine.',
    'It is 5 x 3 = 15.',
    'We need 3/4 of it.',
    'The U.S. team is in.',
    'Dr. Smith and Mr. Jones agree.',
    'It is e.g. a test.',
    'Use .NET 8 or C# 12.',
    'C++ and F# compile.',
    'The R&D team agrees.',
    'He said "yes" twice.',
    'It is (almost) done.',
    'Is it A/B tested?',
    'The 2nd and 3rd try failed.',
    'In the 1990s it worked.',
    "The '90s were fine.",
    'We have 24/7 support.',
    'Use UTF-8 and SHA-256.',
  ],
  de: [
    'Es kostet 4,50 € im Ganzen.',
    'Die Rechnung ist 1.299,99 € hoch.',
    'Es wuchs um 12,5 % im Jahr.',
    'Wir treffen uns um 10:30 Uhr.',
    'Am 30.11.2026 ist es so weit.',
    'Ruf 030 1234567 an.',
    'Das sind z. B. drei Dinge.',
    'Nimm Node 20.11.1 dafür.',
    'Schreib an ada@example.de heute.',
    'Es liegt in src/index.ts dort.',
    'Der 2. Versuch schlug fehl.',
    'Das sind 1.000.000 Zeilen.',
  ],
  fr: [
    'Ça coûte 4,50 € en tout.',
    'La hausse est de 12,5 % cette année.',
    'On se voit à 10 h 30 demain.',
    'Le 30/11/2026 est un lundi.',
    'Prends Node 20.11.1 pour ça.',
    'Le 2e essai a échoué.',
  ],
  es: [
    'Cuesta 4,50 € en total.',
    'Creció un 12,5 % este año.',
    'Nos vemos a las 10:30 mañana.',
    'El 30/11/2026 es lunes.',
    'Usa Node 20.11.1 para eso.',
    'El n.º 3 falló.',
  ],
};

const FORMATTED_COUNT = Object.values(FORMATTED).flat().length;

test(`${String(FORMATTED_COUNT)} numbers, addresses, versions and paths in prose stand as the recogniser writes them`, () => {
  const wrong = Object.entries(FORMATTED).flatMap(([language, texts]) =>
    [[language], []].flatMap((languages) =>
      texts.flatMap((said) => {
        const how = style(languages);
        const isText = interpret(said, how).kind === 'text';
        const alone = compose(said, { left: '', right: '', scope: 'prose' }, how).text;
        const behind = compose(said, { left: 'So.', right: '', scope: 'prose' }, how).text;
        return isText && alone === said && behind === ` ${said}` ? [] : [[said, alone, behind]];
      }),
    ),
  );
  assert.deepEqual(wrong, []);
});

type SeamRow = readonly [left: string, said: string, right: string, written: string];

/** What the tables of other dictation programs are about: spaces, capitals and stops at the caret. */
const SEAMS: readonly SeamRow[] = [
  ['', 'Hello.', '', 'Hello.'],
  ['Hello.', 'World.', '', 'Hello. World.'],
  ['Hello. ', 'World.', '', 'Hello. World.'],
  ['Hello,', 'World.', '', 'Hello, world.'],
  ['Hello', 'World.', '', 'Hello world.'],
  ['Hello! ', 'There.', '', 'Hello! There.'],
  ['Hello?', 'There.', '', 'Hello? There.'],
  ['Hello:', 'There.', '', 'Hello: There.'],
  ['Hello;', 'There.', '', 'Hello; there.'],
  ['Hello\n', 'There.', '', 'Hello\nThere.'],
  ['(', 'There.', ')', '(There.)'],
  ['He said "', 'Yes.', '"', 'He said "Yes."'],
  ['It is (', 'Almost.', ') done', 'It is (almost) done'],
  ['It is ', 'Almost.', ' done.', 'It is almost done.'],
  ['It is', 'Almost.', ' done.', 'It is almost done.'],
  ['It is ', 'Almost.', 'done.', 'It is almost done.'],
  ['One ', 'Two.', ', three', 'One two, three'],
  ['One ', 'Two.', '.', 'One two.'],
  ['One ', 'Two?', '?', 'One two?'],
  ['- ', 'First item.', '', '- First item.'],
  ['1. ', 'First item.', '', '1. First item.'],
  ['- [ ] ', 'Do it.', '', '- [ ] Do it.'],
  ['# ', 'Title.', '', '# Title.'],
  ['> ', 'Quoted.', '', '> Quoted.'],
  ['We use ', 'GitHub.', '', 'We use GitHub.'],
  ['We use ', 'JSON files.', '', 'We use JSON files.'],
  ['Then ', 'I went.', '', 'Then I went.'],
  ['a/', 'B.', '', 'a/B.'],
  ['well-', 'Known.', '', 'well-known.'],
  ['https://', 'example.com', '', 'https://example.com'],
  ['@', 'ada', '', '@ada'],
  ['$', '50', '', '$50'],
  ['One…', 'Two.', '', 'One… Two.'],
  ['“', 'Yes.', '”', '“Yes.”'],
  ['e.g. ', 'The parser.', '', 'e.g. the parser.'],
  ['**', 'Bold.', '** it is', '**Bold** it is'],
];

test(`${String(SEAMS.length)} seams as tables of other programs have them`, () => {
  const how = style(['en']);
  assert.deepEqual(
    SEAMS.map(([left, said, right]) => [
      left,
      said,
      right,
      left + compose(said, { left, right, scope: 'prose' }, how).text + right,
    ]),
    SEAMS,
  );
});

type CodeRow = readonly [languageId: string, finals: readonly string[], written: string];

const STRINGS: readonly CodeRow[] = [
  ['typescript', ['const a equals quote hello world quote semicolon'], 'const a = "hello world";'],
  ['typescript', ['log open paren single quote done single quote close paren'], "log('done')"],
  ['typescript', ['const t equals backtick hello backtick'], 'const t = `hello`'],
  ['typescript', ['x equals quote quote'], 'x = ""'],
  ['typescript', ['if open paren s triple equals quote yes quote close paren'], 'if (s === "yes")'],
  [
    'typescript',
    ['call open paren quote a quote comma quote b quote close paren'],
    'call("a", "b")',
  ],
  ['typescript', ['import fs from quote dot slash fs quote semicolon'], 'import fs from "./fs";'],
  ['python', ['print open paren quote done quote close paren'], 'print("done")'],
  ['python', ['name equals single quote ada single quote'], "name = 'ada'"],
  ['python', ['d open bracket quote key quote close bracket equals one'], 'd["key"] = 1'],
  ['go', ['fmt dot pascal println open paren quote done quote close paren'], 'fmt.Println("done")'],
  ['java', ['string s equals quote done quote semicolon'], 'string s = "done";'],
  ['csharp', ['var s equals quote done quote semicolon'], 'var s = "done";'],
  ['rust', ['let s equals quote done quote semicolon'], 'let s = "done";'],
  ['shellscript', ['echo quote hello world quote'], 'echo "hello world"'],
  ['shellscript', ['git commit dash m quote fix it quote'], 'git commit -m "fix it"'],
  ['json', ['quote name quote colon quote ada quote'], '"name": "ada"'],
  [
    'sql',
    ['select star from t where name equals single quote ada single quote'],
    "select * from t where name = 'ada'",
  ],
];

function written(languageId: string, finals: readonly string[], how: WritingStyle): string {
  let left = '';
  for (const said of finals) {
    left += compose(said, { left, right: '', scope: 'code', languageId }, how).text;
  }
  return left;
}

function check(rows: readonly CodeRow[], languages: readonly string[]): void {
  assert.deepEqual(
    rows.map(([id, finals]) => [id, finals, written(id, finals, style(languages))]),
    rows,
  );
}

test(`${String(STRINGS.length)} strings of code, said at once`, () => {
  check(STRINGS, ['en']);
});

/** The same code in each language: German, Spanish, French. */
const SPOKEN_CODE: Readonly<Record<string, readonly CodeRow[]>> = {
  de: [
    ['typescript', ['const x gleich fünf semikolon'], 'const x = 5;'],
    ['typescript', ['x gleich y plus eins'], 'x = y + 1'],
    ['typescript', ['klammer auf a klammer zu'], '(a)'],
    ['typescript', ['liste eckige klammer auf null eckige klammer zu'], 'liste[0]'],
    ['typescript', ['x doppelt gleich y'], 'x == y'],
    ['typescript', ['x dreifach gleich y'], 'x === y'],
    ['typescript', ['x ungleich y'], 'x != y'],
    ['typescript', ['a kleiner b'], 'a < b'],
    ['typescript', ['a größer gleich b'], 'a >= b'],
    ['typescript', ['a und und b'], 'a && b'],
    ['typescript', ['zähler plus plus'], 'zähler++'],
    ['typescript', ['rufe klammer auf a komma b klammer zu semikolon'], 'rufe(a, b);'],
    ['python', ['x gleich zweihundertfünf'], 'x = 205'],
  ],
  es: [
    ['typescript', ['x igual a cinco punto y coma'], 'x = 5;'],
    ['typescript', ['x igual y más uno'], 'x = y + 1'],
    ['typescript', ['abre paréntesis a cierra paréntesis'], '(a)'],
    ['typescript', ['lista abre corchete cero cierra corchete'], 'lista[0]'],
    ['typescript', ['x doble igual z'], 'x == z'],
    ['typescript', ['x triple igual z'], 'x === z'],
    ['typescript', ['a menor que b'], 'a < b'],
    ['typescript', ['a mayor o igual que b'], 'a >= b'],
    ['typescript', ['contador más más'], 'contador++'],
    ['typescript', ['llama abrir paréntesis a coma b cerrar paréntesis'], 'llama(a, b)'],
    ['python', ['x igual a doscientos cinco'], 'x = 205'],
    ['typescript', ['usuario punto nombre'], 'usuario.nombre'],
  ],
  fr: [
    ['typescript', ['x égale cinq point-virgule'], 'x = 5;'],
    ['typescript', ['x égale y plus un'], 'x = y + 1'],
    ['typescript', ['ouvre parenthèse a ferme parenthèse'], '(a)'],
    ['typescript', ['liste ouvre crochet zéro ferme crochet'], 'liste[0]'],
    ['typescript', ['x double égal y'], 'x == y'],
    ['typescript', ['x triple égal y'], 'x === y'],
    ['typescript', ['x différent de y'], 'x != y'],
    ['typescript', ['a inférieur à b'], 'a < b'],
    ['typescript', ['a supérieur ou égal à b'], 'a >= b'],
    ['typescript', ['compteur plus plus'], 'compteur++'],
    ['typescript', ['appelle ouvrir parenthèse a virgule b fermer parenthèse'], 'appelle(a, b)'],
    ['python', ['x égale deux cent cinq'], 'x = 205'],
    ['typescript', ['utilisateur point nom'], 'utilisateur.nom'],
  ],
};

for (const [language, rows] of Object.entries(SPOKEN_CODE)) {
  test(`${String(rows.length)} lines of code in ${language}`, () => {
    check(rows, [language]);
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../harness/properties';
import { compose, plainly, type WritingStyle, type Place } from '../../../src/text/compose';
import { interpret, type Utterance } from '../../../src/text/interpret';
import { plainText } from '../../../src/core/plain-text';
import { writtenText } from '../../../src/text/written-text';
import { joinAtSeam, owedStop } from '../../../src/text/seam/seam';
import { DEFAULT_SETTINGS } from '../../fixtures/default-settings';

type Insertion = Partial<WritingStyle['insertion']>;

function style({
  insertion,
  ...rest
}: Partial<Omit<WritingStyle, 'insertion'>> & {
  readonly insertion?: Insertion;
} = {}): WritingStyle {
  return {
    insertion: { ...DEFAULT_SETTINGS.insertion, ...insertion },
    languages: ['en'],
    identifiers: [],
    variables: { selection: 'picked', clipboard: 'cop\u0007ied\r\ntwice', date: '2026-01-02' },
    ...rest,
  };
}

const OFF: WritingStyle = style({ insertion: { spokenCommands: false } });

const REPLACED: WritingStyle = style({
  insertion: {
    replacements: {
      'my mail': 'Me@example.com',
      'by the way': 'as an aside,',
      smiley: ':)',
      signature: 'Regards.\\nAda',
      'house rule': 'full stop, then dot dot dot.',
      paste: '${clipboard}',
      'fat pipe': '|> ',
      'cube cuddle': 'kubectl',
      'scratch that': 'itch',
      cooper: 'Kubernetes',
      'next one': '\\n- ',
      basically: '',
      ticks: '`get user name`',
    },
  },
});

const NAMED: WritingStyle = style({
  identifiers: ['getUserName', 'Zustand', 'Error', 'maxRetryCount', 'fooBar'],
  keyterms: ['Sentry', 'Grafbase Cloud', 'Error budget'],
});

type Row = readonly [left: string, said: string, right: string, written: string];

interface Table {
  readonly name: string;
  readonly style?: WritingStyle;
  readonly scope?: Place['scope'];
  readonly languageId?: string;
  readonly rows: readonly Row[];
}

const TABLES: readonly Table[] = [
  {
    name: 'prose in English',
    rows: [
      ['', 'Hello world.', '', 'Hello world.'],
      ['I think', 'This works.', '', ' this works.'],
      ['I think ', 'It works.', ' very well.', 'it works'],
      ['// ', 'Keep it short.', '', 'Keep it short.'],
      ['//', 'Keep it short.', '', ' Keep it short.'],
      ['Done.', 'Then stop full stop new line next', '', ' Then stop.\nNext'],
      ['- one', 'New line', '', '\n'],
      ['', 'First item new line', '', 'First item\n'],
      ['Hello', 'New paragraph Second.', '', '\n\nSecond.'],
      ['', 'Is it done question mark', '', 'Is it done?'],
      ['', 'Add a question mark here.', '', 'Add a question mark here.'],
      ['', 'Literal full stop.', '', 'Full stop.'],
      ['', 'See open paren note close paren below.', '', 'See (note) below.'],
      ['a', '.', '', '.'],
      ['a', '\u202eb\u0007c', '', ' bc'],
      ['', '', '', ''],
      ['x', ' \n\t ', 'y', ''],
    ],
  },
  {
    name: 'prose about the workspace’s code',
    style: NAMED,
    rows: [
      [
        '',
        'Call open backtick get user name close backtick first.',
        '',
        'Call `getUserName` first.',
      ],
      ['', 'Call get user name first.', '', 'Call get user name first.'],
    ],
  },
  {
    name: 'prose in German',
    style: style({ languages: ['de-AT', 'en'] }),
    rows: [
      ['Ich glaube,', 'Das geht.', '', ' das geht.'],
      ['Ich sehe', 'Häuser.', '', ' Häuser.'],
      ['', 'Geht es Fragezeichen', '', 'Geht es?'],
      ['', 'Erstens neue Zeile zweitens', '', 'Erstens\nZweitens'],
    ],
  },
  {
    name: 'prose in French',
    style: style({ languages: ['fr'] }),
    rows: [
      ['Bonjour', '!', '', '\u202f!'],
      ['', 'Ça va point d’interrogation', '', 'Ça va\u202f?'],
    ],
  },
  {
    name: 'prose in Spanish',
    style: style({ languages: ['es'] }),
    rows: [['', 'Hola nueva línea adiós', '', 'Hola\nAdiós']],
  },
  {
    name: 'prose with fillers',
    style: style({ insertion: { removeFillers: true } }),
    rows: [
      ['', 'Um, it works.', '', 'It works.'],
      ['So', 'Uh, it works.', '', ' it works.'],
      ['x', 'Um.', '', ''],
    ],
  },
  {
    name: 'prose with replacements',
    style: REPLACED,
    rows: [
      ['Write to', 'My mail.', '', ' Me@example.com'],
      ['', 'Write to my mail please.', '', 'Write to Me@example.com please.'],
      ['It is', 'By the way it works.', '', ' as an aside, it works.'],
      ['It is.', 'By the way it works.', '', ' As an aside, it works.'],
      ['', 'Stop full stop by the way, it works.', '', 'Stop. as an aside,, it works.'],
      ['', 'Good smiley and bye.', '', 'Good :) and bye.'],
      ['Good', 'Smiley.', '', ':)'],
      ['', 'Signature.', ' of mine', 'Regards.\nAda'],
      ['', 'House rule.', ' and so on', 'Full stop, then dot dot dot.'],
      ['', 'Paste.', '', 'copied\ntwice'],
      ['a', 'Fat pipe.', 'b', ' |> '],
      ['', 'Next one.', '', '\n- '],
      ['One', 'Next one two', '', '\n- two'],
      ['', 'Scratch that.', '', 'Itch'],
      ['We use', 'Kubernetes here.', '', ' Kubernetes here.'],
      ['It is', 'Ticks.', '', ' `get user name`'],
    ],
  },
  {
    name: 'prose that knows names',
    style: NAMED,
    rows: [
      ['We use', 'Zustand for state.', '', ' Zustand for state.'],
      ['We saw', 'Error handling fail.', '', ' error handling fail.'],
      ['We use', 'Sentry.', '', ' Sentry.'],
      ['On', 'Grafbase.', '', ' Grafbase.'],
      ['', 'Call get user name here.', '', 'Call get user name here.'],
      ['', 'Call `get user name` here.', '', 'Call `getUserName` here.'],
    ],
  },
  {
    name: 'code',
    scope: 'code',
    languageId: 'typescript',
    style: NAMED,
    rows: [
      ['', 'Camel get item open paren close paren.', '', 'getItem()'],
      ['const x', 'Equals five semicolon', '', ' = 5;'],
      ['', 'Get user name.', '', 'getUserName'],
      ['return ', 'Max retry count plus one.', ';', 'maxRetryCount + 1'],
      ['foo', '.', '', '.'],
      ['foo', '(', '', '('],
      ['x', '…', '', ' ...'],
      ['i ', '–', '', '-'],
      ['  foo;', 'New line bar', '', '\n  bar'],
      ['  foo(', 'Quote.', '', '"'],
      ['', 'Um.', '', 'um'],
    ],
  },
  {
    name: 'code with replacements',
    scope: 'code',
    languageId: 'shellscript',
    style: REPLACED,
    rows: [
      ['', 'Cube cuddle get pods.', '', 'kubectl get pods'],
      ['sudo', 'Cube cuddle.', '', ' kubectl'],
      ['', 'Camel cube cuddle version', '', 'kubectlVersion'],
      ['a', 'fat pipe b', '', ' |> b'],
      ['  a', 'next one b', '', '\n- b'],
      ['echo', 'House rule semicolon', '', ' full stop, then dot dot dot.;'],
      ['', 'By the way', '', 'as an aside,'],
    ],
  },
  {
    name: 'code without spoken commands',
    scope: 'code',
    languageId: 'typescript',
    style: style({ insertion: { spokenCommands: false }, identifiers: ['getUserName'] }),
    rows: [
      ['return', 'X equals five.', '', ' X equals five.'],
      ['', 'Get user name open paren', '', 'getUserName open paren'],
    ],
  },
  {
    name: 'prose without spoken commands',
    style: OFF,
    rows: [
      ['', 'Then stop full stop new line next', '', 'Then stop full stop new line next'],
      ['I', 'Think so.', '', ' think so.'],
    ],
  },
];

const count = TABLES.flatMap(({ rows }) => rows).length;

test(`the table of ${String(count)} finals at a place holds`, () => {
  for (const { name, scope = 'prose', languageId, rows, ...table } of TABLES) {
    assert.deepEqual(
      rows.map(([left, said, right]) => [
        left,
        said,
        right,
        compose(said, { left, right, scope, languageId }, table.style ?? style()).text,
      ]),
      rows,
      name,
    );
  }
});

const TEXT: Utterance['kind'] = 'text';
const UTTERANCES: readonly (readonly [WritingStyle, string, Utterance | typeof TEXT])[] = [
  [style(), 'Scratch that.', { kind: 'command', command: { kind: 'scratch' } }],
  [style(), '“New line”', { kind: 'command', command: { kind: 'break', text: '\n' } }],
  [style(), 'Open paren.', { kind: 'command', command: { kind: 'write', text: '(' } }],
  [style(), 'Um, scratch that.', TEXT],
  [
    style({ insertion: { removeFillers: true } }),
    'Um, scratch that.',
    { kind: 'command', command: { kind: 'scratch' } },
  ],
  [style(), 'Scratch that idea.', TEXT],
  [style(), '', TEXT],
  [style({ languages: [] }), 'Undo that.', { kind: 'command', command: { kind: 'undo' } }],
  [
    style({ languages: ['de', 'en'] }),
    'Neue Zeile.',
    { kind: 'command', command: { kind: 'break', text: '\n' } },
  ],
  [style({ languages: ['de'] }), 'Undo that.', TEXT],
  [style({ languages: ['ja'] }), 'Undo that.', { kind: 'command', command: { kind: 'undo' } }],
  [OFF, 'Scratch that.', TEXT],
  [REPLACED, 'Scratch that.', TEXT],
  [REPLACED, 'Scratch-that!', TEXT],
  [REPLACED, 'Undo that.', { kind: 'command', command: { kind: 'undo' } }],
  [style(), 'Snippet for loop.', TEXT],
  [
    style({ insertion: { snippets: { 'For-Loop': 'for' } } }),
    'Snippet for loop.',
    { kind: 'command', command: { kind: 'snippet', name: 'for loop' } },
  ],
];

test(`the table of ${String(UTTERANCES.length)} finals that act or are text holds`, () => {
  assert.deepEqual(
    UTTERANCES.map(([how, said]) => interpret(said, how)),
    UTTERANCES.map(([, said, expected]) =>
      expected === TEXT ? { kind: 'text', text: said } : expected,
    ),
  );
});

test('a full stop that gave way is owed to the next final, in prose', () => {
  const first = compose('It works.', { left: 'I say ', right: ' often', scope: 'prose' }, style());
  assert.deepEqual(first, { ...plainly('it works'), owed: '.' });
  const place: Place = {
    left: 'I say it works',
    right: ' often',
    scope: 'prose',
    owed: first.owed,
  };
  assert.deepEqual(compose('By the way, no.', place, REPLACED), {
    ...plainly('. As an aside,, no'),
    owed: '.',
  });
});

test('what opens a comment, wherever in its line, is parted from the text', () => {
  const rows: readonly (readonly [left: string, languageId: string, written: string])[] = [
    ['n = 5  #', 'python', ' The limit.'],
    ['    #', 'python', ' The limit.'],
    ['n = 5  # ', 'python', 'The limit.'],
    ['n = 5  # see', 'python', ' the limit.'],
    ['--', 'sql', ' The limit.'],
    ['SELECT 1; --', 'sql', ' The limit.'],
    ['local x = 1 --', 'lua', ' The limit.'],
    ['int x; //', 'c', ' The limit.'],
    ['int x; /*', 'c', ' The limit.'],
    ['a: 1 #', 'yaml', ' The limit.'],
    ['(+ 1 2) ;', 'clojure', ' The limit.'],
    ['(+ 1 2) ; ', 'clojure', 'The limit.'],
    ['int x; /* ', 'c', 'The limit.'],
    ['<p>a</p><!--', 'html', ' The limit.'],
    ['x = "#', 'python', 'The limit.'],
    ['Color #', 'markdown', 'The limit.'],
    ['"""', 'python', 'The limit.'],
  ];
  assert.deepEqual(
    rows.map(([left, languageId]) => {
      const place: Place = { left, right: '', scope: 'prose', languageId };
      return [left, languageId, compose('The limit.', place, style()).text];
    }),
    rows,
  );
});

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        'camel',
        'open paren',
        'quote',
        'literal',
        'full stop',
        'new line',
        'five',
        'um',
        'Foo.',
        ',',
        '`',
        'get user name',
        '\u202e',
        '\u0000',
        '\ud800',
        '\ufdd0',
        '\u2028',
        '👩‍💻',
        'é',
        '世界',
        '"',
        '…',
        'my mail',
        '\t',
        '\r\n',
      ),
      { maxLength: 16 },
    )
    .map((parts) => parts.join(' ')),
);
const languages = fc.subarray(['en', 'de', 'es', 'fr', 'ja', ''], { maxLength: 2 });
const scope = fc.constantFrom<Place['scope']>('prose', 'code');
const languageId = fc.constantFrom(undefined, 'typescript', 'python', 'shellscript', 'markdown');

test('nothing throws, and no control character comes out', () => {
  const replacements = fc.dictionary(hostile, hostile, { maxKeys: 3 });
  fc.assert(
    fc.property(
      fc.record({
        left: hostile,
        right: hostile,
        scope,
        languageId,
        owed: fc.constantFrom('', '.'),
      }),
      hostile,
      replacements,
      languages,
      fc.boolean(),
      (place, text, replaced, spoken, isOn) => {
        const insertion = { replacements: replaced, removeFillers: isOn, spokenCommands: isOn };
        const how = style({ insertion, languages: spoken, identifiers: ['getUserName', 'Foo'] });
        interpret(text, how);
        const written = compose(text, place, how);
        assert.equal(written.text, writtenText(written.text, place.scope));
        assert.ok(!written.text.includes('\ufdd0'));
      },
    ),
    { numRuns: 300 },
  );
});

test('what a replacement writes stands as it is, but for what is never written, in any sentence', () => {
  const words = fc
    .array(
      fc.constantFrom('we', 'Then', 'full stop', 'open paren', 'five', 'new line', 'it.', 'so,'),
      { maxLength: 5 },
    )
    .map((parts) => parts.join(' '));
  const template = hostile.filter((text) => !/\\n|\$\{/u.test(text));
  fc.assert(
    fc.property(
      hostile,
      words,
      template,
      words,
      hostile,
      scope,
      (left, before, template, behind, right, where) => {
        // A capital of its own, so that the phrase's is not asked for.
        const wanted = `X${template}`;
        const how = style({ insertion: { replacements: { 'my mail': wanted } } });
        const written = compose(`${before} my mail ${behind}`, { left, right, scope: where }, how);
        assert.ok(written.text.includes(writtenText(wanted, where)), written.text);
      },
    ),
    { numRuns: 2000 },
  );
});

test('with everything off, a final is only joined at the seam', () => {
  fc.assert(
    fc.property(
      hostile,
      hostile,
      hostile,
      scope,
      fc.constantFrom('', '.'),
      (left, text, right, where, owed) => {
        const seam = {
          left,
          text: plainText(text),
          right,
          owed,
          language: 'en',
        };
        const composed = compose(text, { left, right, scope: where, owed }, OFF);
        assert.deepEqual(composed, {
          text: writtenText(joinAtSeam(seam), where),
          owed: seam.text.trim() === '' ? '' : owedStop(seam),
          stop: composed.stop,
          replacedStop: '',
        });
        assert.ok(plainText(text).trim().endsWith(composed.stop));
      },
    ),
    { numRuns: 2000 },
  );
});

test('ten thousand hostile characters are written, too', () => {
  const units = fc.array(hostile, { minLength: 1, maxLength: 4 });
  const long = units.map((parts) => parts.join(' ').repeat(10_000).slice(0, 10_000));
  fc.assert(
    fc.property(long, long, scope, (text, around, where) => {
      const how = style({ insertion: { removeFillers: true }, identifiers: ['getUserName'] });
      interpret(text, how);
      const { text: written } = compose(text, { left: around, right: around, scope: where }, how);
      assert.equal(written, writtenText(written, where));
    }),
    { numRuns: 30 },
  );
});

test('a name of the workspace cannot bring in what is never written', () => {
  const name = 'run\u202etests\u0000\u200b';
  const place = (scope: Place['scope']): Place => ({ left: '', right: '', scope });
  assert.deepEqual(
    [
      compose('run tests', place('code'), style({ identifiers: [name] })).text,
      compose(
        'open backtick run tests close backtick',
        place('prose'),
        style({ identifiers: [name] }),
      ).text,
    ],
    ['runtests', '`runtests\u200b`'],
  );
});

test('in code nothing invisible is written, whatever a replacement says', () => {
  const hidden = 'a\u00adb\u200dc\u2060d\u3164e\ufe0ff\u{e0100}g\u00a0h\u3000i';
  const how = style({ insertion: { replacements: { 'my mail': hidden } } });
  const written = (scope: Place['scope']): string =>
    compose('my mail', { left: '', right: '', scope }, how).text;
  assert.deepEqual([written('code'), written('prose')], ['abcdefg h i', hidden]);
});

test('at a prompt no name of a folder is a path where a command begins', () => {
  const how = style({ identifiers: ['@run/tests'] });
  const at = (left: string, text: string): string =>
    compose(text, { left, right: '', scope: 'code', languageId: 'shellscript' }, how).text;
  assert.deepEqual(
    [at('', 'run tests'), at('ls;', 'run tests'), at('sudo ', 'run tests')].map((text) =>
      text.trim(),
    ),
    ['run tests', 'run tests', 'run tests'],
  );
  assert.equal(at('npm install ', 'run tests'), '@run/tests');
});

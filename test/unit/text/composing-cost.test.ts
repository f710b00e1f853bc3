import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compose, interpret, type Manner, type Place } from '../../../src/text/compose';
import { wrapText } from '../../../src/text/wrap';

const MANNER: Manner = {
  insertion: {
    target: 'sticky',
    spokenCommands: true,
    replacements: { 'my sig': 'With kind regards', 'you know': '', 'foo bar': 'baz' },
    snippets: {},
    removeFillers: true,
    wrapAtRuler: true,
  },
  languages: ['en'],
  identifiers: Array.from({ length: 500 }, (_, i) => `getUserName${String(i)}`),
  keyterms: ['Kubernetes'],
  variables: { selection: '', clipboard: '', date: '' },
};

/** What a server may say again and again. */
const PIECES = [
  'word ',
  'x',
  'This is a sentence. ',
  'x equals y plus open paren z close paren ',
  'one hundred twenty three ',
  'camel get user name ',
  'open paren ',
  'quote a ',
  'um, uh, ',
  'new line ',
  '... !!! ,, ',
  '.',
  'a-',
  '我',
  'open backtick get user name close backtick ',
  '`a ',
  '1 ',
  "don't ",
  '\u0301',
  '* ',
  'my sig ',
  'you know, ',
  'literal new line ',
  '("“',
  'path %% ',
  'get user nam ',
  '\t ',
  '\ufffc',
];

const PLACES: readonly Place[] = [
  { left: 'const x = ', right: ';', scope: 'code', languageId: 'typescript' },
  { left: 'One', right: ' two', scope: 'prose' },
];

const WRAPPING = { lineLeft: '// a', lineRight: '', column: 80, tabSize: 4, continuation: '// ' };

function write(text: string, place: Place): void {
  interpret(text, MANNER);
  wrapText(compose(text, place, MANNER).text, WRAPPING);
}

/** What it costs the processor, however busy it is: the least of a few times. */
function cost(work: () => void): number {
  const costs = Array.from({ length: 2 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...costs);
}

test('writing twice as much costs twice as much, whatever is said again and again', () => {
  const characters = 3500;
  for (const piece of PIECES) {
    const once = piece.repeat(characters / piece.length);
    const twice = once + once;
    for (const place of PLACES) {
      // What a processor does beside it, and what is too little to measure.
      const noise = cost(() => {
        write('A sentence of a person. '.repeat(100), place);
      });
      const [less, more] = [once, twice].map((text) =>
        cost(() => {
          write(text, place);
        }),
      );
      assert.ok(less !== undefined && more !== undefined);
      const told = `${JSON.stringify(piece)} in ${place.scope}: ${String(less)} → ${String(more)}`;
      assert.ok(more <= 3 * less + 4 * noise, told);
    }
  }
});

test('what nobody says in one turn is written as it was said, whole', () => {
  const code: Place = { left: '', right: '', scope: 'code', languageId: 'typescript' };
  const prose: Place = { left: '', right: '', scope: 'prose' };
  const said = 'open paren my sig '.repeat(450).trim();
  assert.equal(compose(said, code, MANNER).text, said);
  assert.match(compose(said.slice(0, 7000), code, MANNER).text, /^\(/);
  assert.match(compose(said, prose, MANNER).text, /^\(With kind regards/);
  const longer = 'open paren '.repeat(2000).trim();
  assert.equal(compose(longer, prose, MANNER).text, longer);
});

test('replacements that make much of little stop where a final would become too long', () => {
  const replacements = { sig: 'x'.repeat(5000) };
  const manner = { ...MANNER, insertion: { ...MANNER.insertion, replacements } };
  const { text } = compose('sig '.repeat(10), { left: '', right: '', scope: 'prose' }, manner);
  assert.deepEqual(
    [text.match(/x{5000}/gu)?.length, text.match(/sig/gu)?.length, text.length < 25_000],
    [4, 6, true],
  );
});

test('of many phrases, the first minutes of a final are searched', () => {
  const phrases = Array.from({ length: 2000 }, (_, i) => [`phrase ${String(i)}`, 'done'] as const);
  const replacements = { ...Object.fromEntries(phrases), sig: 'regards' };
  const manner = { ...MANNER, insertion: { ...MANNER.insertion, replacements } };
  const said = `sig ${'word '.repeat(1000)}sig`;
  const { text } = compose(said, { left: '', right: '', scope: 'prose' }, manner);
  assert.ok(text.startsWith('regards word') && text.endsWith('word sig'));
});

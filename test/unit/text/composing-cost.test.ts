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

/** Microseconds of the processor. */
function cost(text: string, place: Place): number {
  const before = process.cpuUsage();
  write(text, place);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

test('writing twice as much costs twice as much, whatever is said again and again', () => {
  const characters = 2900;
  for (const piece of PIECES) {
    const once = piece.repeat(characters / piece.length);
    const twice = once + once;
    for (const place of PLACES) {
      const costs: string[] = [];
      // A busy processor makes one look like more than it is, but not again and again.
      const isLinear = Array.from({ length: 8 }).some(() => {
        const noise = cost('A sentence of a person. '.repeat(100), place);
        const [less, more] = [cost(once, place), cost(twice, place)];
        costs.push(`${String(less)} → ${String(more)}`);
        return more <= 3 * less + 4 * noise;
      });
      assert.ok(isLinear, `${JSON.stringify(piece)} in ${place.scope}: ${costs.join()}`);
    }
  }
});

test('what nobody says in one turn is written as it was said, whole', () => {
  const code: Place = { left: '', right: '', scope: 'code', languageId: 'typescript' };
  const prose: Place = { left: '', right: '', scope: 'prose' };
  const said = 'open paren my sig '.repeat(450).trim();
  assert.equal(compose(said, code, MANNER).text, said);
  assert.match(compose(said.slice(0, 5000), code, MANNER).text, /^\(/);
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

test('of many phrases that a final has, those at its beginning are found', () => {
  const phrases = Array.from({ length: 900 }, (_, i) => `phrase ${String(100 + i)}`);
  const replacements = Object.fromEntries(phrases.map((phrase) => [phrase, 'done'] as const));
  const manner = { ...MANNER, insertion: { ...MANNER.insertion, replacements } };
  const place: Place = { left: '', right: '', scope: 'prose' };
  const { text } = compose(phrases.join(' '), place, manner);
  assert.ok(text.startsWith('done done') && text.endsWith('phrase 998 phrase 999'));
  assert.equal(compose('phrase 999', place, manner).text, 'done');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compose, type WritingStyle, type Place } from '../../../src/text/compose';

const STYLE: WritingStyle = {
  insertion: {
    target: 'sticky',
    spokenCommands: true,
    replacements: { 'my sig': 'With kind regards', 'you know': '', 'foo bar': 'baz' },
    snippets: {},
    removeFillers: true,
    wrapAtRuler: true,
    namesInPrompts: true,
    terminalScope: 'auto',
    polish: 'off',
  },
  languages: ['en'],
  identifiers: Array.from({ length: 500 }, (_, i) => `getUserName${String(i)}`),
  keyterms: ['Kubernetes'],
  variables: { selection: '', clipboard: '', date: '' },
};

test('what nobody says in one turn is written as it was said, whole', () => {
  const code: Place = { left: '', right: '', scope: 'code', languageId: 'typescript' };
  const prose: Place = { left: '', right: '', scope: 'prose' };
  const said = 'open paren my sig '.repeat(270).trim();
  assert.equal(compose(said, code, STYLE).text, said);
  assert.match(compose(said.slice(0, 1500), code, STYLE).text, /^\(/);
  assert.match(compose(said, prose, STYLE).text, /^\(With kind regards/);
  const longer = 'open paren '.repeat(500).trim();
  assert.equal(compose(longer, prose, STYLE).text, longer);
});

test('replacements that make much of little stop where a final would become too long', () => {
  const replacements = { sig: 'x'.repeat(5000) };
  const style = { ...STYLE, insertion: { ...STYLE.insertion, replacements } };
  const { text } = compose('sig '.repeat(10), { left: '', right: '', scope: 'prose' }, style);
  assert.deepEqual(
    [text.match(/x{5000}/gu)?.length, text.match(/sig/gu)?.length, text.length < 25_000],
    [4, 6, true],
  );
});

test('of many phrases that a final has, those at its beginning are found', () => {
  const phrases = Array.from({ length: 800 }, (_, i) => `p ${String(100 + i)}`);
  const replacements = Object.fromEntries(phrases.map((phrase) => [phrase, 'done'] as const));
  const style = { ...STYLE, insertion: { ...STYLE.insertion, replacements } };
  const place: Place = { left: '', right: '', scope: 'prose' };
  const { text } = compose(phrases.join(' '), place, style);
  assert.ok(text.startsWith('done done') && text.endsWith('p 898 p 899'));
  assert.equal(compose('p 899', place, style).text, 'done');
});

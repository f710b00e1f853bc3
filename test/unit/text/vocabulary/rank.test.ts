import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAX_KEYTERM_LENGTH, MAX_KEYTERMS } from '../../../../src/core/keyterms';
import { namesIn } from '../../../../src/text/vocabulary/identifiers';
import {
  candidatesAmong,
  candidatesOf,
  rankVocabulary,
  type Candidate,
  type Origin,
} from '../../../../src/text/vocabulary/rank';

const found = (name: string, origin: Origin, count = 1, source = ''): Candidate => ({
  name,
  origin,
  count,
  source,
});

test('what is near the anchor comes before what is far, and a name in several places gains', () => {
  const candidates = [
    found('kerning', 'editor'),
    found('glyphAtlas', 'document'),
    found('kubelet', 'anchor'),
    found('rasterizer', 'document'),
    found('rasterizer', 'visible'),
    found('rasterizer', 'edited', 2),
  ];
  const { identifiers, keyterms } = rankVocabulary(candidates);
  assert.deepEqual(
    { identifiers, keyterms },
    {
      identifiers: ['rasterizer', 'kubelet', 'glyphAtlas', 'kerning'],
      keyterms: ['rasterizer', 'kubelet', 'glyph atlas', 'kerning'],
    },
  );
});

test('common words alone are not told; together they are, after rare ones', () => {
  const names = ['user', 'getUserName', 'kubelet'].map((name) => found(name, 'document'));
  assert.deepEqual(rankVocabulary(names).keyterms, ['kubelet', 'get user name']);
});

test('names that are said the same are one keyterm', () => {
  const names = ['fooBar', 'foo_bar', 'FOO_BAR', 'foo-bar.ts'].map((name) => found(name, 'file'));
  assert.deepEqual(rankVocabulary(names).keyterms, ['foo bar']);
});

test('names are taken once each, and keys are not', () => {
  assert.deepEqual(candidatesOf(['lodash', 'x9Kq2ZvB7wXj4RtQ', 'lodash'], 'package', ''), [
    found('lodash', 'package'),
  ]);
});

test('names that nobody says are not told', () => {
  const names = ['$_', 'a_b_c_d_e_f_g', 'ab', 'internationalizationConfigurationAbstractions'].map(
    (name) => found(name, 'anchor'),
  );
  assert.deepEqual(rankVocabulary(names).keyterms, [
    'internationalization configuration abstractions',
  ]);
});

test('there are no more keyterms, and no longer ones, than AssemblyAI takes', () => {
  const letters = 'abcdefghijklmnopqrst'.split(/(?=.)/);
  const many = letters.flatMap((a) => letters.map((b) => found(`zq${a}v${b}`, 'document')));
  const long = found('zonedTranslationalKinematicsInterpolatorRegistrar', 'anchor');
  const { keyterms } = rankVocabulary([long, ...many]);
  assert.deepEqual(
    [keyterms.length, keyterms.some((term) => term.length > MAX_KEYTERM_LENGTH)],
    [MAX_KEYTERMS, false],
  );
});

test('candidates of a text carry how often it has them', () => {
  assert.deepEqual(candidatesAmong(namesIn('alpha(beta, beta)', 'c'), 'visible', 'file:///a.c'), [
    found('alpha', 'visible', 1, 'file:///a.c'),
    found('beta', 'visible', 2, 'file:///a.c'),
  ]);
});

test('of every keyterm it is known where its names stand, each file once', () => {
  const { sources } = rankVocabulary([
    found('fooBar', 'document', 2, 'file:///a.ts'),
    found('fooBar', 'anchor', 1, 'file:///a.ts'),
    found('foo_bar', 'editor', 1, 'file:///b.py'),
    found('foo-bar', 'branch'),
  ]);
  assert.deepEqual([...sources], [['foo bar', ['file:///a.ts', '', 'file:///b.py']]]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../harness/properties';
import { removeFillers } from '../../../../src/text/prose/fillers';

/** What was said in a language, and what is left. */
const CASES: readonly (readonly [language: string, said: string, left: string])[] = [
  ['en', 'Um, I think', 'I think'],
  ['en', 'Um i think', 'I think'],
  ['en', 'um i think', 'i think'],
  ['en', 'Uh, um, so we go', 'So we go'],
  ['en', 'Um... so we go', 'So we go'],
  ['en', 'Um. Uh. So we go.', 'So we go.'],
  ['en', 'I, uh, think', 'I think'],
  ['en', 'I uh think', 'I think'],
  ['en', 'Yes, uh I think', 'Yes, I think'],
  ['en', 'the uh, thing', 'the thing'],
  ['en', 'I, um, uh, think so', 'I think so'],
  ['en', 'I, erm… think so', 'I think so'],
  ['en', 'We, uh', 'We'],
  ['en', 'We talked, uh. Then we went, um?', 'We talked. Then we went?'],
  ['en', 'He left. Um, then she left.', 'He left. Then she left.'],
  ['en', 'He left. Hmm. Then she left.', 'He left. Then she left.'],
  ['en', 'He left. Um.', 'He left.'],
  ['en', 'One.\nUm, two', 'One.\nTwo'],
  ['en', 'Hmm.', ''],
  ['en', 'Er, no', 'No'],
  ['en', 'so (uh, yes) and to err is human', 'so (yes) and to err is human'],
  ['en', 'The ER and the UM are full.', 'The ER and the UM are full.'],
  [
    'en',
    'uh-huh, uh-oh, um.js, umbrella, her, errors',
    'uh-huh, uh-oh, um.js, umbrella, her, errors',
  ],
  ['en', 'Ah, oh, äh', 'Ah, oh, äh'],
  ['de', 'Ähm, ich denke', 'Ich denke'],
  ['de', 'Ich, äh, denke, dass er um acht kommt', 'Ich denke, dass er um acht kommt'],
  ['de-CH', 'Das ist, hm, gut', 'Das ist gut'],
  ['es', 'Eh, creo que este sí', 'Creo que este sí'],
  ['es', 'Está bien, ¿eh?', 'Está bien, ¿eh?'],
  ['fr', 'Euh, je pense, euh, que oui', 'Je pense que oui'],
  ['it', 'Ehm, penso, uhm, di sì', 'Penso di sì'],
  ['it', 'Bello, eh?', 'Bello, eh?'],
  ['ja', 'um', 'um'],
];

test(`the fillers table of ${String(CASES.length)} cases holds`, () => {
  assert.deepEqual(
    CASES.map(([language, said]) => [language, said, removeFillers(said, [language])]),
    CASES,
  );
});

test('no languages are English, and what is a word in one of several stays', () => {
  assert.deepEqual(
    [
      removeFillers('Um, er geht, äh, uh, um acht', []),
      removeFillers('Um, er geht, äh, uh, um acht', ['en', 'de']),
    ],
    ['Geht, äh, acht', 'Um, er geht um acht'],
  );
});

const pieces = ['um', 'Uh', 'er', 'hmm', 'one', 'Two', 'ER', 'uh-huh', "it's"];
const said = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(' ', ', ', '. ', '... ', '?\n')))
  .map((pairs) => pairs.flat().join('').trim());

test('every other word stays, in its order, and nothing is left to remove', () => {
  const others = (text: string): readonly string[] =>
    (text.match(/[\p{L}'-]+/gu) ?? [])
      .filter((word) => word === 'ER' || !/^(?:um|uh|er|hmm)$/iu.test(word))
      .map((word) => word.toLowerCase());
  fc.assert(
    fc.property(said, (text) => {
      const left = removeFillers(text, ['en']);
      assert.deepEqual(left.toLowerCase().match(/[\p{L}'-]+/gu) ?? [], others(text));
      assert.equal(removeFillers(left, ['en']), left);
      assert.doesNotMatch(left, / {2}/u);
    }),
    { numRuns: 500 },
  );
});

test('text without fillers stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!/[ue]|hm/iu.test(text));
      assert.equal(removeFillers(text, ['en']), text);
    }),
    { numRuns: 300 },
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../harness/properties';
import { writtenText } from '../../../src/text/written-text';

test('in code nothing is written that cannot be seen, and one kind of space', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = writtenText(text, 'code');
      assert.equal(writtenText(clean, 'code'), clean);
      assert.doesNotMatch(
        clean,
        /\p{Default_Ignorable_Code_Point}|\p{Cf}|(?![\n\t])\p{Cc}|(?! )\p{Z}/u,
      );
    }),
  );
});

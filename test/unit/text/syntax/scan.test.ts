import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scan } from '../../../../src/text/syntax/scan';

/** How many parts a listener is told of. */
function partsOf(text: string, languageId: string): number {
  let parts = 0;
  const listener = { code: () => parts++, region: () => parts++ };
  scan(text, languageId, listener);
  return parts;
}

test('of a text in which more begins than in any that is written, a listener is told no more', () => {
  assert.deepEqual(
    {
      oneInAnother: partsOf('`${'.repeat(60_000), 'typescript') <= 201,
      oneAfterAnother: partsOf('/'.repeat(200_000), 'perl') <= 60_001,
      written: partsOf('call("a", 1 / b); // c\n'.repeat(8000), 'typescript') >= 16_000,
    },
    { oneInAnother: true, oneAfterAnother: true, written: true },
  );
});

test('what it ends in is known all the same', () => {
  assert.deepEqual(
    [
      scan(`${'`${'.repeat(60_000)}${' '.repeat(20_000)}// a`, 'typescript').kind,
      scan(`${'/'.repeat(100_000)}\n${' '.repeat(20_000)}$a = "b`, 'perl').kind,
    ],
    ['lineComment', 'string'],
  );
});

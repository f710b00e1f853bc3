import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plainText } from '../../../src/text/plain-text';

test('words, tabs, line feeds, accents, emoji and joiners stay as they are', () => {
  const text = 'Grüße,\t“quoted”\nनमस्ते 👩\u200d💻 \u200fשלום\u00a0end';
  assert.equal(plainText(text), text);
});

test('every kind of line break becomes a line feed', () => {
  assert.equal(plainText('a\r\nb\rc\nd\u2028e\u2029f\r\r\ng'), 'a\nb\nc\nd\ne\nf\n\ng');
});

test('control characters, direction overrides and noncharacters are left out', () => {
  const bad = [
    ...range(0x00, 0x08),
    ...range(0x0b, 0x0c),
    ...range(0x0e, 0x1f),
    ...range(0x7f, 0x9f),
    ...range(0x202a, 0x202e),
    ...range(0x2066, 0x2069),
    ...range(0xfdd0, 0xfdef),
  ];
  assert.deepEqual(
    bad.map((code) => plainText(`a${String.fromCodePoint(code)}b`)),
    bad.map(() => 'ab'),
  );
});

test('a cleaned text is clean', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = plainText(text);
      assert.equal(plainText(clean), clean);
      assert.ok(!/[\r\u202a-\u202e\u2066-\u2069]/u.test(clean));
    }),
  );
});

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

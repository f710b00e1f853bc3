import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maySaveAs, type SavedDocument } from '../../../../src/editor/ledger/saved-as';

/** A document that counts how often its text is taken. */
class CountedDocument implements SavedDocument {
  taken = 0;

  constructor(
    readonly isUntitled: boolean,
    private readonly text: string,
  ) {}

  get lineCount(): number {
    return this.text.split('\n').length;
  }

  getText(): string {
    this.taken++;
    return this.text;
  }
}

const LOG = 'one line of a log\n'.repeat(1000);

test('no text is taken of a document that changes, unless an untitled one may have been saved as it', () => {
  const rows: [what: string, untitled: CountedDocument, other: CountedDocument, open: boolean][] = [
    ['a log beside an untitled one', untitled('a\nb'), file(LOG), false],
    ['a file of as many lines that was open before', untitled('a\nb'), file('c\nd'), true],
    ['a file beside a file that was dictated into', file('a\nb'), file('a\nb'), false],
    ['an untitled one beside another', untitled('a\nb'), untitled('a\nb'), false],
  ];
  assert.deepEqual(
    rows.map(([what, one, other, open]) => [
      what,
      maySaveAs(one, other, () => open),
      one.taken + other.taken,
    ]),
    rows.map(([what]) => [what, false, 0]),
  );
});

test('a new document with the text of an untitled one is what that was saved as, an empty one is not', () => {
  const isSaved = (one: string, other: string): boolean =>
    maySaveAs(untitled(one), file(other), () => false);
  assert.deepEqual(
    [isSaved('a\nb', 'a\nb'), isSaved('a\nb', 'a\nc'), isSaved('', '')],
    [true, false, false],
  );
});

function untitled(text: string): CountedDocument {
  return new CountedDocument(true, text);
}

function file(text: string): CountedDocument {
  return new CountedDocument(false, text);
}

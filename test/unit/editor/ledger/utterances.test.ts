import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertLineEnds, NOTHING_KNOWN } from '../../../../src/editor/ledger/document-state';
import { applyEdits, type Edits, inSequence } from '../../../../src/editor/ledger/edits';
import { follow, type Mark, type Marks } from '../../../../src/editor/ledger/mark';
import {
  capitalLetters,
  firstCapital,
  hulls,
  isThere,
  rewrite,
  takeBack,
  write,
} from '../../../../src/editor/ledger/utterances';

/** A document with what dictation knows of it. */
class Text {
  marks: Marks = [];

  constructor(public text: string) {}

  /** Writes `words` for each `replaced`, in ascending order. */
  write(
    utterance: number,
    ...writings: readonly (readonly [start: number, replaced: string, text: string])[]
  ): this {
    const sites = writings.map(([start, replaced, text], site) => ({
      site,
      start,
      replaced,
      selectedLength: replaced.length,
      text,
    }));
    this.marks = write(this.marks, utterance, sites);
    return this.change(
      sites.map(({ start, replaced, text }) => ({
        offset: start,
        removedLength: replaced.length,
        text,
      })),
    );
  }

  /** Somebody else's edit. */
  edit(offset: number, removedLength: number, text: string): this {
    const edits = [{ offset, removedLength, text }];
    this.marks = follow(this.marks, edits);
    return this.change(edits);
  }

  takeBack(...utterances: number[]): readonly unknown[] {
    const { edits, marks, restored } = takeBack(this.marks, utterances, this.text.length);
    this.marks = marks;
    this.change(edits);
    return restored;
  }

  rewrite(utterance: number, later: number, change: Parameters<typeof rewrite>[3]): Edits {
    const { edits, marks } = rewrite(this.marks, utterance, later, change);
    this.marks = marks;
    this.change(edits);
    return edits;
  }

  private change(edits: Edits): this {
    this.text = applyEdits(this.text, inSequence(edits));
    return this;
  }
}

test('what is left of an utterance is taken back, what others wrote into it stays', () => {
  const text = new Text('one .').write(1, [4, '', 'hello there']).edit(9, 0, ', Bob,');
  text.takeBack(1);
  assert.deepEqual([text.text, text.marks], ['one , Bob,.', []]);
});

test('what an utterance replaced stands again, at every cursor', () => {
  const text = new Text('a two b two').write(1, [2, 'two', 'hello'], [8, 'two', 'hello']);
  const written = text.text;
  const restored = text.takeBack(1);
  assert.deepEqual(
    [written, text.text, restored],
    [
      'a hello b hello',
      'a two b two',
      [
        { start: 2, end: 5 },
        { start: 8, end: 11 },
      ],
    ],
  );
});

test('an utterance that a later one replaced comes back with it, and can be taken back then', () => {
  const text = new Text('').write(1, [0, '', 'hello there']).write(2, [6, 'there', 'Bob']);
  text.takeBack(2);
  const first = text.text;
  text.takeBack(1);
  assert.deepEqual([first, text.text], ['hello there', '']);
});

test('an utterance that a formatter wrapped is taken back with the line break', () => {
  const text = new Text('').write(1, [0, '', 'hello there']).edit(5, 1, '\n');
  text.takeBack(1);
  assert.equal(text.text, '');
});

test('an utterance is found again in a file that was read anew', () => {
  const text = new Text('one ').write(1, [4, '', 'hello']).edit(0, 9, 'zero\none hello\n');
  text.takeBack(1);
  assert.equal(text.text, 'zero\none \n');
});

test('an utterance that somebody deleted is not there, and nothing is taken back', () => {
  const text = new Text('one two').write(1, [0, 'one', 'hello']).edit(0, 5, '');
  assert.deepEqual([isThere(text.marks, 1), text.takeBack(1), text.text], [false, [], ' two']);
});

test('a deleted word can be brought back, at the same place', () => {
  const text = new Text('one two three').write(1, [3, ' two', '']).edit(0, 0, 'zero ');
  text.takeBack(1);
  assert.equal(text.text, 'zero one two three');
});

test('an utterance gets a capital at each cursor, by changes of single letters, and loses it again', () => {
  const text = new Text('').write(1, [0, '', 'hello there, ']).write(2, [6, '', 'dear ']);
  text.rewrite(1, 3, firstCapital());
  const capital = text.text;
  const edits = text.rewrite(3, 4, capitalLetters());
  const capitals = text.text;
  text.takeBack(4);
  const again = text.text;
  text.takeBack(3);
  assert.deepEqual(
    [capital, capitals, edits.length, again, text.text],
    ['Hello dear there, ', 'HELLO dear THERE, ', 9, 'Hello dear there, ', 'hello dear there, '],
  );
});

test('a letter whose capital is longer stays', () => {
  const text = new Text('').write(1, [0, '', 'groß']);
  text.rewrite(1, 2, capitalLetters());
  assert.equal(text.text, 'GROß');
});

test('the extent of an utterance is from its first to its last character, at each cursor', () => {
  const text = new Text('a b').write(1, [1, '', ' hello'], [3, '', ' hello']).edit(3, 0, 'XX');
  assert.deepEqual(hulls(text.marks, 1), [
    { start: 1, end: 9 },
    { start: 11, end: 17 },
  ]);
});

test('a change of the line ends moves neither places nor what was written', () => {
  const marks = write([], 1, [{ site: 0, start: 2, replaced: 'x\ny', text: 'one\ntwo' }]);
  const anchors = new Map([[{}, [{ start: 9, end: 10 }]]]);
  const crlf = convertLineEnds({ anchors, marks }, 'a\r\none\r\ntwo\r\nb');
  const lf = convertLineEnds(crlf, 'a\none\ntwo\nb');
  assert.deepEqual(
    [[...crlf.anchors.values()], crlf.marks[0]?.pieces, crlf.marks[0]?.replaced.text],
    [[[{ start: 11, end: 13 }]], [{ start: 3, text: 'one\r\ntwo' }], 'x\r\ny'],
  );
  assert.deepEqual([[...lf.anchors.values()], lf.marks], [[...anchors.values()], marks]);
  assert.deepEqual(convertLineEnds(NOTHING_KNOWN, ''), NOTHING_KNOWN);
});

test('what takes many utterances back looks at each of them so many times, however many there are', () => {
  const looksAtEach = [100, 1000].map((count) => {
    let looks = 0;
    let marks: Marks = [];
    for (let n = 0; n < count; n++) {
      marks = write(marks, n, [{ site: 0, start: n * 6, replaced: '', text: 'hello ' }]);
    }
    const watched = marks.map((mark): Mark => ({
      ...mark,
      get pieces() {
        looks++;
        return mark.pieces;
      },
    }));
    const all = Array.from({ length: count }, (_, n) => count - 1 - n);
    const { edits } = takeBack(watched, all, count * 6);
    assert.deepEqual(edits, [{ offset: 0, removedLength: count * 6, text: '' }]);
    return looks / count;
  });
  const [few = 0, many = NaN] = looksAtEach;
  assert.ok(few > 0 && many <= few, looksAtEach.join());
});

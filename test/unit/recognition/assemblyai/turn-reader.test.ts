import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutPadding } from '../../../../src/recognition/assemblyai/turn-reader';

for (const [name, endMs, without] of [
  ['as long as it is', 840, 600],
  ['left alone where it can have no padding', 600, 600],
  ['left alone where its time is not told', 0, 0],
] as const) {
  test(`the last word of a Pro model's turn is ${name}`, () => {
    const transcript = 'no it.';
    const first = { text: 'no', startMs: 100, endMs: 400, isFinal: true };
    const last = { text: 'it.', startMs: endMs === 0 ? 0 : 400, endMs, isFinal: true };
    assert.deepEqual(withoutPadding({ transcript, words: [first, last] }), {
      transcript,
      words: [first, { ...last, endMs: without }],
    });
  });
}

test('a turn without words stays as it is', () => {
  assert.deepEqual(withoutPadding({ transcript: '', words: [] }), {
    transcript: '',
    words: [],
  });
});

test('where all words are told to have their turn’s times, the padding of the last one is that of each', () => {
  const words = ['it', 'it', 'on.'].map((text) => ({ text, startMs: 1450, endMs: 3260 }));
  assert.deepEqual(withoutPadding({ transcript: 'it it on.', words }), {
    transcript: 'it it on.',
    words: words.map((word) => ({ ...word, endMs: 3020 })),
  });
});

test('the last word is the last one said, where words are listed in no order', () => {
  const [first, last] = [
    { text: '我', startMs: 0, endMs: 90 },
    { text: '我。', startMs: 90, endMs: 430 },
  ];
  assert.deepEqual(withoutPadding({ transcript: '我我。', words: [last, first] }), {
    transcript: '我我。',
    words: [{ ...last, endMs: 190 }, first],
  });
});

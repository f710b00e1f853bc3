// Which ends of turns are new, and what they cover, where the server numbers or times them otherwise.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReplayRig, TWO_WORDS, word } from './replay-rig';

test('an untimed end that is told seconds late does not cover what was said meanwhile', async () => {
  const rig = new ReplayRig();
  await rig.hear([
    ['pause', 200],
    ['word', 300],
    ['pause', 3000],
    ['word', 200],
    ['pause', 300],
  ]);
  rig.end('No.');
  await rig.lose();
  rig.end('No. Wait.');
  assert.deepEqual(rig.finals, ['No.', 'Wait.']);
  rig.chain.dispose();
});

test('an end that comes again when the next turn with its number has begun is not another turn', async () => {
  const rig = new ReplayRig();
  await rig.hear(TWO_WORDS);
  rig.end('No.', [], 0);
  rig.end('It.', [], 0);
  rig.server.turn({ order: 0, transcript: 'no' });
  rig.end('It.', [], 0);
  rig.end('No.', [], 0);
  assert.deepEqual(rig.finals, ['No.', 'It.', 'No.']);
  rig.chain.dispose();
});

test('a turn that has the number of an empty one before it is another one', async () => {
  const rig = new ReplayRig();
  await rig.hear(TWO_WORDS);
  rig.end('No.', [], 0);
  rig.end('', [], 1);
  rig.end('No, wait.', [], 2);
  rig.end('', [], 0);
  rig.end('Go on.', [], 1);
  assert.deepEqual(rig.finals, ['No.', 'No, wait.', 'Go on.']);
  rig.chain.dispose();
});

for (const [name, orders] of [
  ['always says 0', [0, 0, 0]],
  ['begins anew', [0, 1, 0]],
  ['jumps ahead and back', [5, 9, 2]],
] as const) {
  test(`no turn is lost where the server's count ${name}`, async () => {
    for (const isTimed of [true, false]) {
      const rig = new ReplayRig();
      for (const [n, order] of orders.entries()) {
        const text = `Sentence ${String(n)}.`;
        const startMs = n * 1000;
        await rig.hear([
          ['word', 600],
          ['pause', 400],
        ]);
        const words = [
          word('Sentence', startMs, startMs + 300),
          word(`${String(n)}.`, startMs + 300, startMs + 600),
        ];
        rig.end(text, isTimed ? words : [], order);
        // The same once more is no other turn.
        rig.end(text, isTimed ? words : [], order);
      }
      assert.deepEqual(rig.finals, ['Sentence 0.', 'Sentence 1.', 'Sentence 2.'], String(isTimed));
      rig.chain.dispose();
    }
  });
}

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Landing } from '../../../../src/core/target';
import { Insertions } from '../../../../src/dictation/run/insertions';
import { FakeTarget } from '../../../contracts/fake-target';

const none = (): void => undefined;

/** What is noted of finals that go to `target`. */
async function noted(target: FakeTarget, ...finals: readonly string[]) {
  const found: (readonly [string, string, Landing | undefined])[] = [];
  const insertions = new Insertions({
    log: { debug: none, info: none, warn: none, error: none },
    target,
    noteFinal: (text) => (outcome, landing) => void found.push([text, outcome, landing]),
    reports: { notice: none, progress: none },
    after: Promise.resolve(),
  });
  for (const final of finals) insertions.add(final, true);
  await insertions.settled;
  return found;
}

describe('what is noted of a final', () => {
  test('is what was written for it, with the name of the file', async () => {
    const target = new FakeTarget();
    target.resource = 'file:///a%20b/my%20notes.md';
    target.written = { text: 'Hello,', utterance: 3 };
    assert.deepEqual(await noted(target, 'Hello comma.'), [
      [
        'Hello comma.',
        'inserted',
        { kind: 'editor', name: 'my notes.md', written: { text: 'Hello,', utterance: 3 } },
      ],
    ]);
  });

  test('is the name of the place, and nothing written where nothing was', async () => {
    const target = new FakeTarget();
    target.name = 'Claude Code';
    target.written = { text: 'of another one' };
    target.outcome = 'no-target';
    assert.deepEqual(await noted(target, 'Fix it.'), [
      ['Fix it.', 'no-target', { kind: 'editor', name: 'Claude Code' }],
    ]);
  });

  test('is where it belongs, if its document was closed', async () => {
    const target = new FakeTarget();
    target.resource = 'untitled:Untitled-1';
    target.outcome = 'closed';
    target.placeInDocument = { uri: 'file:///a.md', line: 1, character: 2 };
    assert.deepEqual(await noted(target, 'Lost.'), [
      ['Lost.', 'closed', { kind: 'editor', name: 'Untitled-1', place: target.placeInDocument }],
    ]);
  });
});

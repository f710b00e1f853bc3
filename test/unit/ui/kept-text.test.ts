import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KeptText } from '../../../src/ui/kept-text';

test('hands over everything kept, once', async () => {
  const kept = new KeptText();
  const given: string[] = [];
  const receive = (text: string): Promise<void> => {
    given.push(text);
    return Promise.resolve();
  };
  kept.add('First.');
  kept.add(' second. ');
  await kept.handOver(receive);
  assert.deepEqual({ given, isEmpty: kept.isEmpty }, { given: ['First. second.'], isEmpty: true });
});

test('keeps the text when handing over fails', async () => {
  const kept = new KeptText();
  kept.add('words');
  await assert.rejects(kept.handOver(() => Promise.reject(new Error('no clipboard'))));
  assert.equal(kept.isEmpty, false);
});

test('keeps what comes while the rest is handed over, and tells of each change', async () => {
  const kept = new KeptText();
  const states: boolean[] = [];
  kept.onDidChange(() => states.push(kept.isEmpty));
  kept.add('words');
  await kept.handOver(() => {
    kept.add('words');
    return Promise.resolve();
  });
  let rest = '';
  await kept.handOver((text) => {
    rest = text;
    return Promise.resolve();
  });
  assert.deepEqual({ states, rest }, { states: [false, false, false, true], rest: 'words' });
});

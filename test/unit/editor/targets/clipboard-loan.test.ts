import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  APART_MS,
  ClipboardLoan,
  GIVEN_BACK_AFTER_MS,
  PASTE_DEADLINE_MS,
} from '../../../../src/editor/targets/clipboard-loan';
import { settle, VirtualClock } from '../../../contracts/virtual-clock';

/** A clipboard, and a field that reads it so long after a paste command was answered. */
function rig({ readsAfterMs = 0, text = 'theirs' } = {}) {
  const clock = new VirtualClock();
  const clipboard = {
    text,
    readText: () => Promise.resolve(clipboard.text),
    writeText: (written: string) => {
      clipboard.text = written;
      return Promise.resolve();
    },
  };
  const field: string[] = [];
  const loan = new ClipboardLoan(clipboard, clock);
  const paste = (pasted: string): Promise<void> =>
    loan.paste(pasted, () => {
      clock.schedule(readsAfterMs, () => field.push(clipboard.text));
      return Promise.resolve();
    });
  return { clock, clipboard, field, loan, paste };
}

for (const readsAfterMs of [0, 300, 400, 1000, APART_MS - 1]) {
  test(`a field that reads ${String(readsAfterMs)} ms after the paste gets each text once, and the person theirs`, async () => {
    const { clock, clipboard, field, paste } = rig({ readsAfterMs });
    const pastes = ['one', ' two', ' three'].map(paste);
    await clock.advance(3 * APART_MS);
    await Promise.all(pastes);
    await clock.advance(GIVEN_BACK_AFTER_MS);
    assert.deepEqual(
      [field, clipboard.text, clock.pending],
      [['one', ' two', ' three'], 'theirs', 0],
    );
  });
}

test('a field that reads the last text seconds later never gets what the person had copied', async () => {
  const { clock, field, paste } = rig({ readsAfterMs: GIVEN_BACK_AFTER_MS - 1, text: 'a secret' });
  await paste('one');
  await clock.advance(GIVEN_BACK_AFTER_MS);
  assert.deepEqual(field, ['one']);
});

test('what the person copies meanwhile is theirs to keep, before and between pastes', async () => {
  const { clock, clipboard, paste } = rig();
  await paste('one');
  clipboard.text = 'copied';
  await clock.advance(APART_MS);
  await paste('two');
  await clock.advance(GIVEN_BACK_AFTER_MS);
  const afterTwo = clipboard.text;
  await paste('three');
  clipboard.text = 'copied again';
  await clock.advance(GIVEN_BACK_AFTER_MS);
  assert.deepEqual([afterTwo, clipboard.text], ['copied', 'copied again']);
});

test('who asks what is on it hears of what the person has there', async () => {
  const { clipboard, loan, paste } = rig();
  await paste('one');
  const lent = await loan.readText();
  clipboard.text = 'copied';
  assert.deepEqual([lent, await loan.readText()], ['theirs', 'copied']);
});

test('a window that closes gives back at once, and pastes no more', async () => {
  const { clock, clipboard, field, loan, paste } = rig();
  await paste('one');
  await clock.advance(0);
  const late = paste('two');
  const closed = loan.close();
  await settle();
  assert.equal(clipboard.text, 'theirs');
  await closed;
  const refused = assert.rejects(late, /window closes/);
  await clock.advance(APART_MS);
  await refused;
  assert.deepEqual([field, clipboard.text, clock.pending], [['one'], 'theirs', 0]);
});

test('a window that closes during the paste gives back, too', async () => {
  const { clock, clipboard, loan } = rig();
  const hanging = assert.rejects(loan.paste('one', () => new Promise(() => undefined)));
  await settle();
  const during = clipboard.text;
  await loan.close();
  assert.deepEqual([during, clipboard.text], ['one', 'theirs']);
  await clock.advance(PASTE_DEADLINE_MS + GIVEN_BACK_AFTER_MS);
  await hanging;
  assert.equal(clipboard.text, 'theirs');
});

test('a paste that is not answered in time is refused, and may still find its text', async () => {
  const { clock, clipboard, loan } = rig();
  const refused = assert.rejects(
    loan.paste('one', () => new Promise(() => undefined)),
    /not answered in time/,
  );
  await clock.advance(PASTE_DEADLINE_MS);
  await refused;
  assert.equal(clipboard.text, 'one');
  await clock.advance(GIVEN_BACK_AFTER_MS);
  assert.equal(clipboard.text, 'theirs');
});

test('a command that fails is told, and the next text is pasted all the same', async () => {
  const { clock, clipboard, field, loan, paste } = rig();
  await assert.rejects(
    loan.paste('one', () => Promise.reject(new Error('no such command'))),
    /no such command/,
  );
  const next = paste('two');
  await clock.advance(APART_MS);
  await next;
  await clock.advance(GIVEN_BACK_AFTER_MS);
  assert.deepEqual([field, clipboard.text], [['two'], 'theirs']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { understand } from '../../../src/ui/understand';
import { DictationError } from '../../../src/core/failure';
import { FakeSession } from '../../contracts/fake-session';
import { VirtualClock } from '../../contracts/virtual-clock';
import { SETTINGS } from './settings-fixture';

const FRAMES = [new Uint8Array(1600), new Uint8Array(1600)];

/** A session that has been sent the frames. */
function listening(): { readonly session: FakeSession; readonly understood: Promise<string> } {
  const clock = new VirtualClock();
  const sessions: FakeSession[] = [];
  const options = { ...SETTINGS.recording, recognition: SETTINGS.recognition };
  const ready = {
    connect: (): FakeSession => {
      const session = new FakeSession(options, clock);
      sessions.push(session);
      return session;
    },
    mayGoOn: () => false,
  };
  const understood = understand(ready, FRAMES, options, clock);
  return { session: sessions[0] ?? assert.fail(), understood };
}

test('what is said in several turns is one text', async () => {
  const { session, understood } = listening();
  session.begin();
  session.turn({ order: 0, transcript: 'One.', isEnd: true });
  session.turn({ order: 1, transcript: 'Two.', isEnd: true });
  session.end();
  assert.equal(await understood, 'One. Two.');
});

test('a recogniser that cannot listen understands nothing, and is let go', async () => {
  const { session, understood } = listening();
  session.end({ kind: 'failed', error: new DictationError('recogniser-stopped') });
  assert.equal(await understood, '');
  assert.equal(session.isOpen, false);
});

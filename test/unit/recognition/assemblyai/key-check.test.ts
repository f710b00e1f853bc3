import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DictationError } from '../../../../src/core/failure';
import type { AuthorizedOptions } from '../../../../src/recognition/assemblyai/authorized-socket';
import { checkKey } from '../../../../src/recognition/assemblyai/key-check';
import { FakeSession } from '../../../contracts/fake-session';
import { SETTINGS } from '../../ui/settings-fixture';

const OPTIONS: AuthorizedOptions = {
  recognition: SETTINGS.recognition,
  sampleRate: 16000,
  encoding: 'pcm_s16le',
  apiKey: 'candidate',
};

function check(signal = new AbortController().signal): {
  readonly session: FakeSession;
  readonly result: Promise<DictationError | undefined>;
} {
  const session = new FakeSession(OPTIONS);
  const result = checkKey(() => session, OPTIONS, signal);
  return { session, result };
}

test('a key passes when the server begins, and the session is terminated', async () => {
  const { session, result } = check();
  session.begin();
  session.end();
  assert.deepEqual(
    { failure: await result, calls: session.calls, isOpen: session.isOpen },
    { failure: undefined, calls: [{ kind: 'terminate' }], isOpen: false },
  );
});

test('a key fails with what the server says before it begins', async () => {
  const { session, result } = check();
  const error = new DictationError('key-rejected');
  session.end({ kind: 'failed', error });
  assert.equal(await result, error);
});

test('a key that began is right, however the session ends', async () => {
  const { session, result } = check();
  session.begin();
  session.end({ kind: 'failed', error: new DictationError('termination-timeout') });
  assert.equal(await result, undefined);
});

test('giving up closes the session', async () => {
  const giveUp = new AbortController();
  const { session, result } = check(giveUp.signal);
  giveUp.abort();
  await result;
  assert.deepEqual(session.calls, [{ kind: 'dispose' }]);
});

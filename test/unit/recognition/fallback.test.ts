import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DictationError, type FailureReason } from '../../../src/core/failure';
import type { ReadyProvider } from '../../../src/core/provider';
import type { SessionOptions } from '../../../src/core/recognition';
import { withFallback } from '../../../src/recognition/fallback';
import { FakeSession } from '../../contracts/fake-session';
import { SCRIPTED_TRAITS } from '../../contracts/scripted-provider';
import { SessionWatch } from '../../contracts/session-watch';
import { frame, RecordingLog } from '../../wire/session-support';
import { recognition } from './assemblyai/settings-fixture';

const OPTIONS: SessionOptions = {
  recognition: recognition({}),
  sampleRate: 16000,
  encoding: 'pcm_s16le',
};

/** A service and a computer whose sessions are the test's. */
class FallbackRig {
  readonly service: FakeSession[] = [];
  readonly local: FakeSession[] = [];
  readonly told: FailureReason[] = [];
  readonly ready: ReadyProvider = withFallback({
    service: {
      connect: (options) => added(this.service, new FakeSession(options)),
      mayGoOn: ({ retryable }) => retryable,
    },
    local: {
      connect: (options) => {
        const session = added(this.local, new FakeSession(options));
        session.traits = SCRIPTED_TRAITS;
        return session;
      },
      mayGoOn: ({ retryable }) => retryable,
    },
    log: new RecordingLog(),
    onDidFallBack: ({ reason }) => this.told.push(reason),
  });
}

function added(to: FakeSession[], session: FakeSession): FakeSession {
  to.push(session);
  return session;
}

const failed = (reason: FailureReason, retryable = false) =>
  ({ kind: 'failed', error: new DictationError(reason, { retryable }) }) as const;

describe('a run with this computer behind a service', () => {
  test('a session that the service does not begin is begun by this computer, with all of its audio', () => {
    const rig = new FallbackRig();
    const session = rig.ready.connect(OPTIONS);
    const watch = new SessionWatch(session);
    session.send(frame(1));
    session.send(frame(2));
    rig.service[0]?.end(failed('connection-refused'));
    session.send(frame(3));
    rig.local[0]?.begin({ model: 'a model' });
    session.send(frame(4));
    assert.deepEqual(
      {
        told: rig.told,
        course: watch.course,
        audio: Buffer.from(rig.local[0]?.audio ?? []),
        isLocal: session.traits.isLocal,
      },
      {
        told: ['connection-refused'],
        course: 'begin',
        audio: Buffer.concat([frame(1), frame(2), frame(3), frame(4)]),
        isLocal: true,
      },
    );
  });

  test('what it was told meanwhile holds for whoever takes over', () => {
    const rig = new FallbackRig();
    const session = rig.ready.connect(OPTIONS);
    const wanted = recognition({ languages: ['de'] });
    session.update(wanted);
    session.send(frame(1));
    session.terminate();
    session.send(frame(2));
    rig.service[0]?.end(failed('begin-timeout', true));
    const [local] = rig.local;
    assert.deepEqual(
      { recognition: local?.options.recognition, calls: local?.calls.map(({ kind }) => kind) },
      { recognition: wanted, calls: ['send', 'terminate'] },
    );
  });

  test('a session that is lost while it listens ends; the next one tries the service again', () => {
    const rig = new FallbackRig();
    const watch = new SessionWatch(rig.ready.connect(OPTIONS));
    rig.service[0]?.begin();
    rig.service[0]?.end(failed('connection-lost', true));
    const error = new DictationError('connection-lost', { retryable: true });
    assert.deepEqual([watch.course, rig.ready.mayGoOn(error, true)], ['begin end', true]);
    rig.ready.connect(OPTIONS);
    assert.deepEqual([rig.service.length, rig.local.length, rig.told], [2, 0, []]);
  });

  test('where the service refuses while it listens, the run goes on on this computer', () => {
    const rig = new FallbackRig();
    rig.ready.connect(OPTIONS);
    rig.service[0]?.begin();
    rig.service[0]?.end(failed('account-refused'));
    const error = new DictationError('account-refused');
    assert.equal(rig.ready.mayGoOn(error, true), true);
    rig.ready.connect(OPTIONS);
    rig.ready.connect(OPTIONS);
    assert.deepEqual([rig.service.length, rig.local.length, rig.told], [1, 2, ['account-refused']]);
  });

  test('what the person has set wrong they are told, and nothing is hidden by another recogniser', () => {
    const rig = new FallbackRig();
    const watch = new SessionWatch(rig.ready.connect(OPTIONS));
    rig.service[0]?.end(failed('model-rejected'));
    const mayGoOn = rig.ready.mayGoOn(new DictationError('model-rejected'), false);
    assert.deepEqual([watch.course, mayGoOn, rig.local.length, rig.told], ['end', false, 0, []]);
  });

  test('a disposed session takes nothing over', () => {
    const rig = new FallbackRig();
    const session = rig.ready.connect(OPTIONS);
    session.dispose();
    rig.service[0]?.end(failed('connection-refused'));
    assert.deepEqual([rig.local.length, rig.told], [0, []]);
  });
});

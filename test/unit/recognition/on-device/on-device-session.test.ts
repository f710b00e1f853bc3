import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DictationError } from '../../../../src/core/failure';
import { OnDeviceSession } from '../../../../src/recognition/on-device/on-device-session';
import type { RecogniserProcess } from '../../../../src/recognition/on-device/recogniser-process';
import { ON_DEVICE_TRAITS } from '../../../../src/recognition/on-device/traits';
import { SessionWatch } from '../../../contracts/session-watch';
import { VirtualClock } from '../../../contracts/virtual-clock';
import { RecordingLog } from '../../../wire/session-support';
import { recognition } from '../assemblyai/settings-fixture';

/** A session whose process is to come. */
function sessionOf(obtain: () => Promise<RecogniserProcess>): OnDeviceSession {
  return new OnDeviceSession(
    { recognition: recognition({}), sampleRate: 16000, encoding: 'pcm_s16le' },
    {
      clock: new VirtualClock(),
      log: new RecordingLog(),
      traits: ON_DEVICE_TRAITS,
      model: { name: 'a model', flushMs: 900 },
      obtain,
    },
  );
}

test('another language, or another silence, waits for the next dictation; the rest means nothing here', () => {
  const session = sessionOf(() => new Promise(() => undefined));
  assert.deepEqual(
    [
      session.update(recognition({})),
      session.update(recognition({ languages: ['de'], minTurnSilenceMs: 3000 })),
      session.update(recognition({ keyterms: ['term'], mode: 'max_accuracy' })),
    ],
    [[], ['recognition.languages', 'recognition.minTurnSilenceMs'], []],
  );
  session.dispose();
});

test('a process that is not to be had ends the session, with why', async () => {
  const error = new DictationError('recogniser-unusable');
  const watch = new SessionWatch(sessionOf(() => Promise.reject(error)));
  assert.deepEqual(await watch.end(), { kind: 'failed', error });
  assert.equal(watch.course, 'end');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Emitter } from '../../../../src/core/events';
import { DictationError } from '../../../../src/core/failure';
import type { Final } from '../../../../src/core/recognition';
import {
  OnDeviceSession,
  type SessionProcess,
} from '../../../../src/recognition/on-device/on-device-session';
import type { SessionReport } from '../../../../src/recognition/on-device/recogniser-process';
import { ON_DEVICE_TRAITS } from '../../../../src/recognition/on-device/traits';
import { numbersIn } from '../../../../src/text/languages/digits';
import { SessionWatch } from '../../../contracts/session-watch';
import { VirtualClock } from '../../../contracts/virtual-clock';
import { RecordingLog } from '../../../wire/session-support';
import type { RecognitionSettings } from '../../../../src/core/settings';
import { recognition } from '../assemblyai/settings-fixture';

/** A session whose process is to come. */
function sessionOf(
  obtain: () => Promise<SessionProcess>,
  settings: Partial<RecognitionSettings> = {},
): OnDeviceSession {
  return new OnDeviceSession(
    { recognition: recognition(settings), sampleRate: 16000, encoding: 'pcm_s16le' },
    {
      clock: new VirtualClock(),
      log: new RecordingLog(),
      traits: ON_DEVICE_TRAITS,
      model: { name: 'a model', flushMs: 900, language: 'en' },
      findNumbers: numbersIn,
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

/** The finals of a session whose process has heard these words, each 100 ms long. */
async function finalsOf(
  said: string,
  settings: Partial<RecognitionSettings>,
): Promise<readonly Final[]> {
  const words = said.split(' ').map((text, i) => ({ text, startMs: 100 * i, endMs: 100 * i + 80 }));
  let tell: (report: SessionReport) => void = () => undefined;
  const session = sessionOf(
    () =>
      Promise.resolve({
        onDidEnd: new Emitter<DictationError>().event,
        open: (_, receive) => {
          tell = receive;
          return 1;
        },
        send: () => undefined,
        close: () => undefined,
      }),
    settings,
  );
  const finals: Final[] = [];
  session.onDidTranscribe((event) => {
    if (event.kind === 'final') finals.push(event.final);
  });
  await new Promise<void>((resolve) => {
    session.onDidBegin(() => {
      resolve();
    });
  });
  tell({ kind: 'turn', session: 1, isEnd: true, text: said, words });
  session.dispose();
  return finals;
}

test('a number in words is written in digits, as one word with the times of all of them', async () => {
  assert.deepEqual(await finalsOf('wait twenty five seconds', { formatTurns: true }), [
    {
      turn: 0,
      text: 'wait 25 seconds',
      words: [
        { text: 'wait', startMs: 0, endMs: 80 },
        { text: '25', startMs: 100, endMs: 280 },
        { text: 'seconds', startMs: 300, endMs: 380 },
      ],
    },
  ]);
});

test('a number stays in words where turns are not to be formatted', async () => {
  const [final] = await finalsOf('wait twenty five seconds', { formatTurns: false });
  assert.equal(final?.text, 'wait twenty five seconds');
});

test('a number is read in the language that is spoken', async () => {
  const [final] = await finalsOf('fünfundzwanzig Zeilen', { languages: ['de'] });
  assert.equal(final?.text, '25 Zeilen');
});

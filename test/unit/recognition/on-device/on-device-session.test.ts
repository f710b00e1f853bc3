import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
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
import { toSentence } from '../../../../src/text/languages/to-sentence';
import type { ModelWriting } from '../../../../src/recognition/on-device/models';
import { SessionWatch } from '../../../contracts/session-watch';
import { VirtualClock } from '../../../contracts/virtual-clock';
import { RecordingLog } from '../../../wire/session-support';
import type { RecognitionSettings } from '../../../../src/core/settings';
import { recognition } from '../assemblyai/settings-fixture';

/** A session whose process is to come. */
function sessionOf(
  obtain: () => Promise<SessionProcess>,
  settings: Partial<RecognitionSettings> = {},
  writes: ModelWriting = 'sentences',
): OnDeviceSession {
  return new OnDeviceSession(
    { recognition: recognition(settings), sampleRate: 16000, encoding: 'pcm_s16le' },
    {
      clock: new VirtualClock(),
      log: new RecordingLog(),
      traits: ON_DEVICE_TRAITS,
      model: { name: 'a model', flushMs: 900, language: 'en', writes, takesLanguage: true },
      findNumbers: numbersIn,
      toSentence,
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
function finalsOf(said: string, settings: Partial<RecognitionSettings>): Promise<readonly Final[]> {
  return finalsOfTurns([[said, 'pause']], settings);
}

type SaidTurn = readonly [text: string, ending: 'pause' | 'cut'];

async function finalsOfTurns(
  turns: readonly SaidTurn[],
  settings: Partial<RecognitionSettings>,
  writes?: ModelWriting,
): Promise<readonly Final[]> {
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
    writes,
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
  for (const [text, ending] of turns) {
    const words = text
      .split(' ')
      .map((word, i) => ({ text: word, startMs: 100 * i, endMs: 100 * i + 80 }));
    tell({ kind: 'turn', session: 1, ending, text, words });
  }
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

describe('a model that writes words only', () => {
  const cases: readonly (readonly [turns: readonly SaidTurn[], texts: readonly string[]])[] = [
    [[['the list is empty', 'pause']], ['The list is empty.']],
    [[['THE LIST IS EMPTY', 'pause']], ['The list is empty.']],
    [[['wait twenty five seconds', 'pause']], ['Wait 25 seconds.']],
    [[["i think i'm late on monday", 'pause']], ["I think I'm late on Monday."]],
    [
      [
        ['this goes on', 'cut'],
        ['and on', 'pause'],
        ['then it ends', 'pause'],
      ],
      ['This goes on', 'and on.', 'Then it ends.'],
    ],
  ];
  for (const [turns, texts] of cases) {
    test(`has sentences written of ${JSON.stringify(turns)}`, async () => {
      const finals = await finalsOfTurns(turns, { formatTurns: true }, 'words');
      assert.deepEqual(
        finals.map(({ text, words }) => [text, words.map((word) => word.text).join(' ')]),
        texts.map((text) => [text, text]),
      );
    });
  }

  test('is written as it says where turns are not to be formatted', async () => {
    const finals = await finalsOfTurns([['the list', 'pause']], { formatTurns: false }, 'words');
    assert.deepEqual(
      finals.map(({ text }) => text),
      ['the list'],
    );
  });
});

test('a model that writes sentences is written as it says', async () => {
  const [final] = await finalsOf('the list', { formatTurns: true });
  assert.equal(final?.text, 'the list');
});

test('a model for many languages is told the one that is spoken, and finds out which of several it is', async () => {
  const told: (string | undefined)[] = [];
  for (const languages of [['de-AT'], [], ['de', 'en']]) {
    const session = sessionOf(
      () =>
        Promise.resolve({
          onDidEnd: new Emitter<DictationError>().event,
          open: ({ language }) => told.push(language),
          send: () => undefined,
          close: () => undefined,
        }),
      { languages },
    );
    await new Promise<void>((resolve) => {
      session.onDidBegin(() => {
        resolve();
      });
    });
    session.dispose();
  }
  assert.deepEqual(told, ['de', undefined, undefined]);
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Emitter } from '../../../../src/core/events';
import { DictationError } from '../../../../src/core/failure';
import { SessionWatch } from '../../../contracts/session-watch';
import { recognition } from '../assemblyai/settings-fixture';
import { finalsOf, finalsOfTurns, sessionOf, type SaidTurn } from './heard-session';

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

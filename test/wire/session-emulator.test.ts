import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { TERMINATION_DEADLINE_MS } from '../../src/recognition/assemblyai/streaming-session';
import type { RecognitionSettings } from '../../src/core/settings';
import { VirtualClock } from '../contracts/virtual-clock';
import { startEmulator, type Emulator } from '../emulator/emulator';
import type { Fault } from '../emulator/faults';
import { markedSpeech } from '../emulator/marked-speech';
import type { SessionRecord } from '../emulator/record';
import { failed, framesOf, RecordingLog, TestSession, type Told } from './session-support';
import { field } from '../../src/core/unknown';
import { createSessionFactory } from '../../src/recognition/assemblyai/streaming-session';

/** Twenty words in ten seconds, the first at once: what is lost at either end shows. */
const WORDS = Array.from({ length: 20 }, (_, i) => ({
  text: `word${String(i)}`,
  startMs: i * 500,
  endMs: i * 500 + 400,
}));
const TEXT = WORDS.map(({ text }) => text).join(' ');
const FRAMES = framesOf(markedSpeech(WORDS));

interface Dictation {
  readonly under: TestSession;
  readonly record: SessionRecord;
  readonly emulator: Emulator;
}

/** A session with an emulator like that, both on one clock that stands still. */
async function connect(
  context: TestContext,
  faults: readonly Fault[],
  recognition: Partial<RecognitionSettings> = {},
  said?: string,
): Promise<Dictation> {
  const clock = new VirtualClock();
  const emulator = await startEmulator({ clock, faults });
  context.after(() => emulator.close());
  const under = new TestSession(emulator.url, { clock, recognition, said });
  context.after(() => {
    under.session.dispose();
  });
  return { under, emulator, record: await emulator.nextSession() };
}

/** Speaks `frames` in virtual real time, from the first moment of the session on. */
async function speak(
  { under }: Dictation,
  frames: readonly Buffer[],
  beginMs: number,
): Promise<void> {
  for (const [i, frame] of frames.entries()) {
    if (i * 50 === beginMs) await under.watch.begin();
    under.session.send(frame);
    await under.clock.advance(50);
  }
}

/** The text of the finals. */
function finalText({ under }: Dictation): string {
  return under.watch.finals.map(({ text }) => text).join(' ');
}

/** The course of a whole dictation of a few words, from key press to closed socket. */
async function dictate(
  context: TestContext,
  faults: readonly Fault[],
  recognition?: Partial<RecognitionSettings>,
): Promise<{ end: Told; text: string; violations: readonly string[]; close: unknown }> {
  const dictation = await connect(context, faults, recognition);
  const { under, record, emulator } = dictation;
  await under.watch.begin();
  await speak(dictation, FRAMES.slice(0, 40), 0);
  under.session.terminate();
  const end = await under.end();
  await record.ended;
  assert.deepEqual(
    { open: emulator.openSessions, timers: under.clock.pending },
    { open: 0, timers: 0 },
  );
  const { violations, close } = record;
  return { end, text: finalText(dictation), violations, close };
}

for (const beginMs of [0, 1300, 8000]) {
  test(`no word is lost when Begin comes after ${String(beginMs)} ms of speech`, async (context) => {
    const dictation = await connect(context, [{ fault: 'begin-delay', ms: beginMs }]);
    const { under, record } = dictation;
    // A delay of 0 ms is a timer too.
    await under.clock.advance(0);
    await speak(dictation, FRAMES, beginMs);
    under.session.terminate();
    const end = await under.end();
    assert.deepEqual(
      {
        kind: end.kind,
        text: finalText(dictation),
        violations: record.violations,
        audio: record.audio.equals(Buffer.concat(FRAMES)),
        rest: record.received.at(-1),
      },
      {
        kind: 'terminated',
        text: TEXT,
        violations: [],
        audio: true,
        rest: { kind: 'text', message: { type: 'Terminate' } },
      },
    );
  });
}

test('no word is lost when the person stops before Begin', async (context) => {
  const dictation = await connect(context, [{ fault: 'begin-delay', ms: 5000 }]);
  const { under, record } = dictation;
  await speak(dictation, FRAMES.slice(0, 40), -1);
  under.session.terminate();
  await under.clock.advance(5000);
  const { kind } = await under.end();
  assert.deepEqual(
    { kind, text: finalText(dictation), violations: record.violations },
    { kind: 'terminated', text: 'word0 word1 word2 word3', violations: [] },
  );
});

test('what the server adds to, or leaves out of, a session does not disturb it', async (context) => {
  const close = { code: 1000, reason: 'Session Ended', by: 'server' };
  const expected = {
    end: { kind: 'terminated', billedMs: 2000 },
    text: 'word0 word1 word2 word3',
    violations: [],
    close,
  };
  const harmless: readonly Fault[] = [
    { fault: 'unknown-message-type' },
    { fault: 'binary-frame' },
    { fault: 'warning', text: 'mend it' },
    { fault: 'hears-nobody' },
    { fault: 'empty-final' },
    { fault: 'transcript-empty-words-filled' },
    { fault: 'partial-shrinks' },
    { fault: 'close-without-termination' },
  ];
  for (const fault of harmless) {
    assert.deepEqual(await dictate(context, [fault]), expected, fault.fault);
  }
  assert.deepEqual(await dictate(context, [{ fault: 'termination-without-close' }]), {
    ...expected,
    close: { code: 1000, reason: '', by: 'client' },
  });
});

test('a session pins the API version, and tells what the server warns of and how well it hears', async (context) => {
  const dictation = await connect(context, [
    { fault: 'warning', text: 'max_turn_silence is ignored, emulator-key' },
  ]);
  const { under, record } = dictation;
  await speak(dictation, [...FRAMES, ...FRAMES, ...FRAMES].slice(0, 120), 0);
  under.session.terminate();
  await under.end();
  assert.deepEqual(
    [
      record.headers['assemblyai-version'],
      under.watch.events.filter(({ kind }) => kind === 'warning'),
      under.watch.speechReports,
    ],
    ['2025-05-12', [{ kind: 'warning', text: 'max_turn_silence is ignored, …' }], [0.999999]],
  );
});

/** The updates that a session got. */
function updates({ record }: Dictation): readonly unknown[] {
  return record.received.flatMap((received) =>
    received.kind === 'text' && JSON.stringify(received.message).includes('UpdateConfiguration')
      ? [received.message]
      : [],
  );
}

test('what is told of the place and of what was said goes over the connection, never in the address', async (context) => {
  const dictation = await connect(context, [], {}, 'Fix the zanzibar.');
  const { under, record } = dictation;
  under.session.update(under.recognition, 'Project: quokka.');
  await speak(dictation, FRAMES.slice(0, 20), 0);
  under.session.update(under.recognition, 'Project: quokka.');
  under.session.update(under.recognition, 'Project: quokka. File: periwinkle.ts.');
  under.session.update(under.recognition, '');
  under.session.terminate();
  await under.end();
  const said = { agent_context: 'Fix the zanzibar.' };
  assert.deepEqual(
    [updates(dictation), record.query['previous_context_n_turns'], record.violations],
    [
      [
        { type: 'UpdateConfiguration', prompt: 'Project: quokka.', ...said },
        { type: 'UpdateConfiguration', prompt: 'Project: quokka. File: periwinkle.ts.' },
        { type: 'UpdateConfiguration', prompt: '' },
      ],
      '5',
      [],
    ],
  );
  assert.doesNotMatch(JSON.stringify([record.query, record.headers]), /zanzibar|quokka/);
  assert.doesNotMatch(under.log.lines.join(), /zanzibar|quokka|periwinkle/);
});

test('of what was said only the end is told where it is too long', async (context) => {
  const dictation = await connect(context, [], {}, 'never '.repeat(400) + '😀'.repeat(10));
  await speak(dictation, FRAMES.slice(0, 10), 0);
  dictation.under.session.terminate();
  await dictation.under.end();
  const [update] = updates(dictation);
  const text = String(field(update, 'agent_context'));
  assert.deepEqual(
    [
      text.length <= 1750,
      text.startsWith('never never'),
      text.endsWith('😀'),
      dictation.record.violations,
    ],
    [true, true, true, []],
  );
});

test('a model that makes nothing of context is told none, also where it runs instead of another', async (context) => {
  for (const [faults, model] of [
    [[], 'universal-streaming-english'],
    [[], 'u3-rt-pro'],
    [[{ fault: 'model-substituted', model: 'universal-streaming-english' }], 'universal-3-6-pro'],
  ] as const) {
    const dictation = await connect(context, faults, { model }, 'Said before.');
    dictation.under.session.update(dictation.under.recognition, 'Project: house.');
    await speak(dictation, FRAMES.slice(0, 10), 0);
    dictation.under.session.terminate();
    await dictation.under.end();
    assert.deepEqual([updates(dictation), dictation.record.violations], [[], []], model);
  }
});

test('a server that ends a session for its context is a lost connection, and the next session tells none', async (context) => {
  const clock = new VirtualClock();
  const emulator = await startEmulator({ clock, faults: [{ fault: 'context-refused' }] });
  context.after(() => emulator.close());
  const open = createSessionFactory({ clock, log: new RecordingLog() });
  const first = new TestSession(emulator.url, { clock, open, said: 'Said before.' });
  const end = await first.watch.end();
  const next = new TestSession(emulator.url, { clock, open, said: 'Said before.' });
  const record = await emulator.nextSession();
  await next.watch.begin();
  next.session.update(next.recognition, 'Project: house.');
  next.session.terminate();
  const { kind } = await next.watch.end();
  assert.deepEqual(
    [end.kind === 'failed' && [end.error.reason, end.error.retryable], kind, record.violations],
    [['connection-lost', true], 'terminated', []],
  );
});

test('Universal-Streaming sends its turns twice, and the second version is the one to keep', async (context) => {
  const { end, text, violations } = await dictate(context, [], {
    model: 'universal-streaming-english',
  });
  assert.deepEqual(
    { kind: end.kind, text, violations },
    { kind: 'terminated', text: 'word0 word1 word2 word3', violations: [] },
  );
});

test('the model that runs is told, whatever was asked for', async (context) => {
  const { under } = await connect(context, [
    { fault: 'model-substituted', model: 'universal-3-5-pro' },
  ]);
  assert.equal((await under.watch.begin()).model, 'universal-3-5-pro');
});

test('a failure in the middle of a turn comes after the turn’s partials', async (context) => {
  const table: readonly (readonly [Fault, Told])[] = [
    [
      { fault: 'server-error', afterAudioMs: 1500 },
      failed('server-error', true, 'Session Cancelled: An error occurred'),
    ],
    [
      { fault: 'tcp-reset', afterAudioMs: 1500 },
      failed('connection-lost', true, 'close code 1006'),
    ],
  ];
  for (const [fault, expected] of table) {
    const dictation = await connect(context, [fault]);
    const { under, record } = dictation;
    await under.watch.begin();
    await speak(dictation, FRAMES.slice(0, 20), 0);
    await under.watch.partial();
    await speak(dictation, FRAMES.slice(20), -1);
    assert.deepEqual(await under.end(), expected);
    await record.ended;
    assert.equal(under.watch.course, 'begin text end');
    assert.equal(under.clock.pending, 0);
  }
});

test('a server that falls silent is given up at the deadline of Termination', async (context) => {
  for (const fault of ['terminate-without-reply', 'stall'] as const) {
    const dictation = await connect(context, [{ fault }]);
    const { under, record } = dictation;
    await under.watch.begin();
    await speak(dictation, FRAMES.slice(0, 40), 0);
    under.session.terminate();
    await record.until(({ received }) => received.at(-1)?.kind === 'text');
    await under.clock.advance(TERMINATION_DEADLINE_MS);
    const end = await under.watch.end();
    // Half-open, it does not answer the closing handshake either.
    await under.clock.advance(TERMINATION_DEADLINE_MS);
    await under.session.closed;
    await record.ended;
    assert.ok(end.kind === 'failed');
    assert.equal(end.error.reason, 'termination-timeout', fault);
    assert.equal(under.clock.pending, 0);
  }
});

test('settings changed while listening, and a forced endpoint, are legal messages', async (context) => {
  const models = ['universal-3-6-pro', 'universal-streaming-english', 'whisper-rt'];
  for (const model of models) {
    const dictation = await connect(context, [], { model });
    const { under, record } = dictation;
    await under.watch.begin();
    await speak(dictation, FRAMES.slice(0, 20), 0);
    under.session.update({
      ...under.recognition,
      mode: 'max_accuracy',
      languages: ['de'],
      formatTurns: false,
      keyterms: ['sox'],
      minTurnSilenceMs: 500,
      maxTurnSilenceMs: 3000,
      endOfTurnConfidenceThreshold: 0,
      vadThreshold: 0.5,
      filterProfanity: true,
    });
    under.session.forceEndpoint();
    under.session.terminate();
    await under.end();
    assert.deepEqual(record.violations, [], model);
  }
});

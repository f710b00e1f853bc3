import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { test, type TestContext } from 'node:test';
import { inspect } from 'node:util';
import { createSessionFactory } from '../../src/recognition/assemblyai/streaming-session';
import { createRecorderFactory } from '../../src/audio/start-recorder';
import type { StartRecorder } from '../../src/core/recorder';
import type { Settings } from '../../src/core/settings';
import { createController, runCodeWith } from '../contracts/controller';
import { systemClock } from '../../src/ui/system-clock';
import { FakeRecorder } from '../contracts/fake-recorder';
import { VirtualClock } from '../contracts/virtual-clock';
import { startEmulator } from '../emulator/emulator';
import type { Fault, FaultName } from '../emulator/faults';
import { markedSpeech } from '../emulator/marked-speech';
import { SETTINGS } from '../unit/dictation/rig';
import { FakeTarget } from '../contracts/fake-target';
import { framesOf, RecordingLog } from './session-support';

const KEY = 'key-5d1c0e7a9b';
const WORDS = ['zanzibar', 'quokka', 'periwinkle', 'marmalade'];
const FRAMES = framesOf(
  markedSpeech(WORDS.map((text, i) => ({ text, startMs: i * 500, endMs: i * 500 + 400 }))),
);

/** Every fault there is; a new one has to be entered here. */
const FAULTS: Readonly<{ [N in FaultName]: Extract<Fault, { fault: N }> }> = {
  'upgrade-refused': { fault: 'upgrade-refused', status: 401 },
  'no-begin': { fault: 'no-begin' },
  'begin-delay': { fault: 'begin-delay', ms: 500 },
  'bad-key': { fault: 'bad-key' },
  'account-refused': { fault: 'account-refused' },
  'too-many-sessions': { fault: 'too-many-sessions' },
  'internal-error': { fault: 'internal-error' },
  'model-substituted': { fault: 'model-substituted', model: 'another' },
  'server-error': { fault: 'server-error' },
  'tcp-reset': { fault: 'tcp-reset' },
  stall: { fault: 'stall' },
  'session-expiry': { fault: 'session-expiry', ms: 1000 },
  'terminate-without-reply': { fault: 'terminate-without-reply' },
  'termination-without-close': { fault: 'termination-without-close' },
  'close-without-termination': { fault: 'close-without-termination' },
  'formatted-turn-delayed': { fault: 'formatted-turn-delayed', ms: 1000 },
  'formatted-turn-missing': { fault: 'formatted-turn-missing' },
  'unformatted-turn-missing': { fault: 'unformatted-turn-missing' },
  'utterance-before-end': { fault: 'utterance-before-end' },
  'empty-final': { fault: 'empty-final' },
  'transcript-empty-words-filled': { fault: 'transcript-empty-words-filled' },
  'partial-shrinks': { fault: 'partial-shrinks' },
  'unknown-message-type': { fault: 'unknown-message-type' },
  warning: { fault: 'warning', text: `${KEY} is no key` },
  'hears-nobody': { fault: 'hears-nobody' },
  'context-refused': { fault: 'context-refused' },
  'binary-frame': { fault: 'binary-frame' },
};

/** Longer than any deadline and every retry after the stop. */
const PATIENCE_MS = 120_000;

interface Circumstances {
  readonly faults?: readonly Fault[];
  readonly recognition?: Partial<Settings['recognition']>;
  readonly recording?: Partial<Settings['recording']>;
  /** Default: the words, through a fake recorder. */
  readonly startRecorder?: StartRecorder;
  readonly log?: RecordingLog;
  readonly canInsert?: boolean;
}

/** One dictation from key press to idle: what stands in the document, and all that was told of it elsewhere. */
async function dictate(
  context: TestContext,
  circumstances: Circumstances,
): Promise<{ readonly document: readonly string[]; readonly told: string }> {
  const clock = new VirtualClock();
  const log = circumstances.log ?? new RecordingLog();
  const emulator = await startEmulator({
    apiKey: KEY,
    clock,
    faults: circumstances.faults ?? [],
  });
  context.after(() => emulator.close());
  const settings: Settings = {
    ...SETTINGS,
    recording: { ...SETTINGS.recording, ...circumstances.recording },
    recognition: { ...SETTINGS.recognition, endpoint: emulator.url, ...circumstances.recognition },
  };
  const recorder = new FakeRecorder();
  const document: string[] = [];
  const target = new FakeTarget((text) => document.push(text));
  if (circumstances.canInsert === false) target.outcome = 'read-only';
  const openSession = createSessionFactory({ clock, log });
  const controller = createController({
    clock,
    log,
    startRecorder: circumstances.startRecorder ?? (() => recorder),
    loadRunCode: () =>
      Promise.resolve(runCodeWith((session) => openSession({ ...session, apiKey: KEY }))),
    readSettings: () => settings,
    openTarget: () => Promise.resolve(target),
    usage: {
      store: { append: () => undefined, read: () => [] },
      today: () => '2026-11-22',
      pricePerHour: () => settings.cost.pricePerHour,
    },
  });
  const told: unknown[] = [];
  controller.onDidChangeState((state) => {
    if (state.kind === 'idle') told.push(state);
  });
  controller.onDidNotice((notice) => {
    // What could not be inserted is offered to the person, and to nobody else.
    told.push(notice.kind === 'text-not-inserted' ? { ...notice, text: '' } : notice);
  });
  await controller.start();
  for (const frame of FRAMES) {
    recorder.deliver(frame);
    await pass(clock, 50);
  }
  controller.stop();
  for (let waitedMs = 0; controller.state.kind !== 'idle' && waitedMs < PATIENCE_MS;) {
    await pass(clock, 250);
    waitedMs += 250;
  }
  assert.equal(controller.state.kind, 'idle');
  controller.dispose();
  return {
    document,
    told: [...log.lines, inspect(told, { depth: 10, showHidden: true })].join('\n'),
  };
}

/** Lets `ms` pass on the clock, and real sockets and processes do what they have to. */
async function pass(clock: VirtualClock, ms: number): Promise<void> {
  await clock.advance(ms);
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
}

function assertRedacted(told: string, secrets: readonly string[] = []): void {
  for (const secret of [KEY, 'token=', ...WORDS, ...secrets]) {
    assert.ok(!told.toLowerCase().includes(secret.toLowerCase()), `${secret} is told in ${told}`);
  }
}

test('a dictation without faults logs its course, and neither key nor text', async (context) => {
  const { document, told } = await dictate(context, {});
  assert.equal(
    document
      .join(' ')
      .toLowerCase()
      .replace(/[^a-z ]/g, ''),
    WORDS.join(' '),
  );
  assert.match(told, /session: began[^]*session: terminated/);
  assertRedacted(told);
});

for (const fault of Object.values(FAULTS)) {
  test(`a dictation with the fault ${fault.fault} tells neither key nor text`, async (context) => {
    for (const model of ['universal-3-6-pro', 'universal-streaming-english']) {
      const { told } = await dictate(context, { faults: [fault], recognition: { model } });
      assertRedacted(told);
    }
  });
}

test('text that cannot be inserted is not logged', async (context) => {
  const { told } = await dictate(context, { canInsert: false });
  assertRedacted(told);
});

test('a refused parameter, an unusable address and a server that is gone tell no secret', async (context) => {
  const table: readonly Partial<Settings['recognition']>[] = [
    { model: 'no-such-model' },
    { languages: ['xx'] },
    { endpoint: `wss://${KEY}@streaming.assemblyai.com` },
    { endpoint: `wss://streaming.assemblyai.com/v3/ws?token=${KEY}` },
    { endpoint: 'ws://127.0.0.1:1' },
    { endpoint: KEY },
  ];
  for (const recognition of table) {
    assertRedacted((await dictate(context, { recognition })).told);
  }
});

test('a token and the address it comes from are told nowhere', async (context) => {
  let answer = '{"token":"token-77aa31"}';
  const server = createServer((_request, response) => response.end(answer));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  assert.ok(address !== null && typeof address !== 'string');
  const tokenUrl = `http://127.0.0.1:${String(address.port)}/team-4711?secret=token-77aa31`;
  // Refused by the emulator, which did not make it.
  const refused = await dictate(context, { recognition: { tokenUrl } });
  assert.match(refused.told, /token-rejected/);
  answer = 'token-77aa31';
  const unusable = await dictate(context, { recognition: { tokenUrl } });
  assert.match(unusable.told, /token-unavailable/);
  for (const { told } of [refused, unusable]) {
    assertRedacted(told, ['token-77aa31', 'team-4711']);
  }
});

test('a recorder that cannot be started tells no secret', async (context) => {
  for (const recording of [{ soxPath: '/nonexistent/sox' }, { device: 'no-such-device' }]) {
    const log = new RecordingLog();
    // A key in the environment is what sox inherits.
    const env = { ...process.env, ASSEMBLYAI_API_KEY: KEY };
    const startRecorder = createRecorderFactory({ clock: systemClock, log, env });
    const { told } = await dictate(context, { log, startRecorder, recording });
    assertRedacted(told);
  }
});

// What is counted rather than timed: docs/benchmarks.md has the times.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSessionFactory } from '../../../src/recognition/assemblyai/streaming-session';
import type { SocketListener } from '../../../src/recognition/assemblyai/session-socket';
import { createController, runCodeWith } from '../../contracts/controller';
import { FakeRecorder } from '../../contracts/fake-recorder';
import { FakeTarget } from '../../contracts/fake-target';
import { settle, VirtualClock } from '../../contracts/virtual-clock';
import { Rig, SETTINGS } from './rig';

const PIECE_MS = 20;
const PIECE_BYTES = 640;
const SECONDS = 10;

/** Dictation from a recorder down to the socket, and what arrives there. */
async function dictating() {
  const clock = new VirtualClock();
  const recorder = new FakeRecorder();
  const sent: (string | Uint8Array)[] = [];
  let listener: SocketListener | undefined;
  const nothing = (): void => undefined;
  const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
  const openSession = createSessionFactory({
    ...{ clock, log },
    openSocket: (_address, _key, _clock, told) => {
      listener = told;
      return {
        ...{ closed: new Promise<void>(nothing), isOpen: true, bufferedBytes: 0 },
        ...{ send: (data) => sent.push(data), ping: nothing, close: nothing },
      };
    },
  });
  const controller = createController({
    clock,
    startRecorder: () => recorder,
    loadRunCode: () =>
      Promise.resolve(runCodeWith((options) => openSession({ ...options, apiKey: 'key' }))),
    readSettings: () => SETTINGS,
    openTarget: () => Promise.resolve(new FakeTarget(nothing)),
  });
  await controller.start();
  listener?.didReceive(JSON.stringify({ type: 'Begin', id: 'x', expires_at: 9_999_999_999 }));
  await settle();
  return { clock, recorder, sent, controller };
}

test('a byte of sound is copied once on its way to the socket, and each second is twenty messages', async (t) => {
  const { clock, recorder, sent, controller } = await dictating();
  const before = sent.filter((data) => typeof data !== 'string').length;
  // Every way by which bytes get from one typed array to another, but loops over them.
  const into = t.mock.method(Uint8Array.prototype, 'set');
  const anew = [
    t.mock.method(Uint8Array.prototype, 'slice'),
    t.mock.method(Uint8Array, 'from'),
    t.mock.method(Buffer, 'concat'),
    t.mock.method(Buffer, 'from'),
  ];
  for (let ms = 0; ms < SECONDS * 1000; ms += PIECE_MS) {
    recorder.deliver(new Uint8Array(PIECE_BYTES).fill(ms % 7));
    await clock.advance(PIECE_MS);
  }
  const copies = [
    ...into.mock.calls.map((call) => call.arguments[0]),
    ...anew.flatMap(({ mock }) => mock.calls.map((call) => call.result)),
  ];
  t.mock.restoreAll();
  const copiedBytes = copies.reduce((sum, bytes) => sum + (bytes?.length ?? 0), 0);
  const frames = sent.filter((data) => typeof data !== 'string').slice(before);
  assert.deepEqual(
    { copies: copiedBytes / (SECONDS * 32_000), messages: frames.length / SECONDS },
    // ws masks what it sends: the second copy.
    { copies: 1, messages: 20 },
  );
  controller.dispose();
});

test('partials read no settings, and a final is inserted once', async () => {
  const rig = new Rig();
  let reads = 0;
  rig.readSettings = () => {
    reads++;
    return SETTINGS;
  };
  await rig.controller.start();
  await settle();
  const [session] = rig.sessions;
  session?.begin();
  await settle();
  reads = 0;
  for (let n = 0; n < 100; n++) session?.turn({ order: 0, transcript: `word ${String(n)}` });
  session?.turn({ order: 0, transcript: 'The end.', isEnd: true });
  await settle();
  assert.deepEqual({ reads, document: rig.document }, { reads: 0, document: ['The end.'] });
  rig.controller.dispose();
});

test('while somebody speaks, five partials and the level are less than three changes a second', async () => {
  const rig = new Rig();
  await rig.controller.start();
  await settle();
  const [session] = rig.sessions;
  session?.begin();
  await settle();
  let changes = 0;
  rig.controller.onDidChangeState(() => changes++);
  for (let ms = 0; ms < SECONDS * 1000; ms += PIECE_MS) {
    // Now louder, now quieter.
    const piece = new Uint8Array(PIECE_BYTES).fill(ms % 2000 < 1000 ? 1 : 60);
    rig.recorders[0]?.deliver(piece);
    await rig.clock.advance(PIECE_MS);
    if (ms % 200 === 0) session?.turn({ order: 0, transcript: `word ${String(ms)}` });
  }
  const { state } = rig.controller;
  const isTold = state.kind === 'listening' && state.level !== undefined;
  assert.deepEqual({ changes: changes / SECONDS, isTold }, { changes: 2.5, isTold: true });
  rig.controller.dispose();
});

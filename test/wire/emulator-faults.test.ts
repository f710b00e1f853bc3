/** Each fault of the emulator by name. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, test } from 'node:test';
import WebSocket from 'ws';
import { VirtualClock } from '../contracts/virtual-clock';
import { startEmulator, type Emulator } from '../emulator/emulator';
import type { FaultKind } from '../emulator/faults';
import { markedSpeech, spokenWords } from '../emulator/marked-speech';
import { EmulatorClient, gist } from './emulator-client';

const HELLO = markedSpeech(spokenWords('Hello, world.', 200), { durationMs: 1000 });
const PRO = { speech_model: 'universal-3-6-pro', interruption_delay: '0' };

let emulator: Emulator;
let clock: VirtualClock;
afterEach(async () => {
  await emulator.close();
  assert.deepEqual([emulator.openSessions, clock.pending], [0, 0]);
});

async function open(...faults: readonly FaultKind[]): Promise<EmulatorClient> {
  clock = new VirtualClock();
  emulator = await startEmulator({ faults, clock });
  return EmulatorClient.open(emulator, PRO);
}

/** Error text, or undefined, and close code of a session in which something is said. */
async function failure(fault: FaultKind): Promise<readonly unknown[]> {
  const client = await open(fault);
  client.speak(HELLO);
  const { code } = await client.end();
  await emulator.close();
  return [client.messages.at(-1)?.['error'], code, gist(client.messages).length];
}

test('refusals and failures come with the server’s texts and codes', async () => {
  assert.deepEqual(
    {
      badKey: await failure({ fault: 'bad-key' }),
      account: await failure({ fault: 'account-refused' }),
      tooMany: await failure({ fault: 'too-many-sessions' }),
      tooMany1008: await failure({ fault: 'too-many-sessions', code: 1008 }),
      internal: await failure({ fault: 'internal-error' }),
      midTurn: await failure({ fault: 'server-error' }),
      later: await failure({ fault: 'server-error', afterAudioMs: 900 }),
      reset: await failure({ fault: 'tcp-reset' }),
    },
    {
      badKey: ['Unauthorized Connection: Invalid API key', 1008, 0],
      account: ['Unauthorized Connection: Insufficient account balance', 1008, 0],
      tooMany: ['Unauthorized Connection: Too many concurrent sessions', 3009, 0],
      tooMany1008: ['Unauthorized Connection: Too many concurrent sessions', 1008, 0],
      internal: [undefined, 1011, 0],
      midTurn: ['Session Cancelled: An error occurred', 3005, 1],
      later: ['Session Cancelled: An error occurred', 3005, 3],
      reset: [undefined, 1006, 1],
    },
  );
});

test('upgrade-refused: HTTP says no, and the session is recorded as refused', async () => {
  clock = new VirtualClock();
  emulator = await startEmulator({
    clock,
    faults: ([401, 404, 410, 503] as const).map((status, session) => ({
      fault: 'upgrade-refused',
      status,
      session,
    })),
  });
  const messages: string[] = [];
  for (let i = 0; i < 4; i++) {
    const socket = new WebSocket(emulator.url);
    const failed: unknown[] = await once(socket, 'error');
    messages.push(String(failed[0]));
  }
  assert.deepEqual(
    [messages, emulator.sessions.map(({ refusedStatus }) => refusedStatus)],
    [
      [401, 404, 410, 503].map((s) => `Error: Unexpected server response: ${String(s)}`),
      [401, 404, 410, 503],
    ],
  );
});

test('no-begin: what is sent is recorded and nothing is answered', async () => {
  const client = await open({ fault: 'no-begin' });
  client.speak(HELLO);
  client.say({ type: 'Terminate' });
  await client.record.until(({ received }) => received.length === 21);
  assert.deepEqual([client.messages, client.record.audio], [[], HELLO]);
});

test('begin-delay: what was said before Begin is recognised after it', async () => {
  const client = await open({ fault: 'begin-delay', ms: 8000 });
  client.speak(HELLO);
  await client.record.until(({ received }) => received.length === 20);
  await clock.advance(7999);
  assert.deepEqual(client.record.sent, []);
  await clock.advance(1);
  assert.deepEqual(gist(await client.terminate()).at(-1), [0, true, true, 'Hello, world.']);
});

test('stall: audio is still taken and nothing comes any more, not even a close', async () => {
  const client = await open({ fault: 'stall', afterAudioMs: 100 });
  await client.message('Begin');
  client.speak(HELLO);
  client.say({ type: 'Terminate' });
  client.close();
  await client.record.until(({ received }) => received.length === 21);
  assert.deepEqual([client.record.audio, client.messages.length], [HELLO, 1]);
  client.vanish();
  await client.record.ended;
});

test('session-expiry: Error and close 3008', async () => {
  const client = await open({ fault: 'session-expiry', ms: 500 });
  await client.message('Begin');
  await clock.advance(500);
  assert.deepEqual(await client.end(), { code: 3008, reason: 'See Error message for details' });
});

test('model-substituted: Begin tells another model than was asked for', async () => {
  const client = await open({ fault: 'model-substituted', model: 'universal-3-5-pro' });
  const { configuration } = await client.message('Begin');
  assert.ok(typeof configuration === 'object' && configuration && 'model' in configuration);
  assert.equal(configuration.model, 'universal-3-5-pro');
});

test('terminate-without-reply: no finals, no Termination, no close', async () => {
  const client = await open({ fault: 'terminate-without-reply' });
  client.speak(HELLO.subarray(0, 1600 * 10));
  client.say({ type: 'Terminate' });
  await client.record.until(({ received }) => received.length === 11);
  assert.deepEqual(
    client.record.sent.filter((message) => JSON.stringify(message).includes('"end_of_turn":true')),
    [],
  );
  assert.equal(client.record.close, undefined);
});

test('termination-without-close: the socket stays open', async () => {
  const client = await open({ fault: 'termination-without-close' });
  client.say({ type: 'Terminate' });
  await client.message('Termination');
  assert.deepEqual([emulator.openSessions, client.record.close], [1, undefined]);
});

test('close-without-termination: finals and close 1000, no Termination', async () => {
  const client = await open({ fault: 'close-without-termination' });
  client.speak(HELLO);
  const messages = await client.terminate();
  assert.deepEqual(
    [messages.at(-1)?.['transcript'], await client.end()],
    ['Hello, world.', { code: 1000, reason: 'Session Ended' }],
  );
});

test('strange messages come in between and harm nobody who ignores them', async () => {
  const client = await open(
    { fault: 'unknown-message-type' },
    { fault: 'binary-frame' },
    { fault: 'partial-shrinks' },
    { fault: 'transcript-empty-words-filled' },
    { fault: 'empty-final' },
  );
  client.speak(HELLO);
  const messages = await client.terminate();
  assert.deepEqual(
    messages.slice(0, 6).map(({ type }) => type),
    ['Begin', 'Telemetry', '(binary)', 'SpeechStarted', 'Turn', 'Telemetry'],
  );
  assert.deepEqual(
    messages
      .filter(({ type }) => type === 'Turn')
      .map(({ transcript, words }) => [transcript, Array.isArray(words) ? words.length : -1]),
    [
      ['', 1],
      ['', 2],
      ['', 1],
      ['Hello, world.', 2],
      ['', 0],
    ],
  );
});

test('a fault with a session number strikes that session only', async () => {
  clock = new VirtualClock();
  emulator = await startEmulator({ clock, faults: [{ fault: 'bad-key', session: 1 }] });
  const codes: number[] = [];
  for (let i = 0; i < 3; i++) {
    const client = await EmulatorClient.open(emulator, PRO);
    client.say({ type: 'Terminate' });
    codes.push((await client.end()).code);
  }
  assert.deepEqual(codes, [1000, 1008, 1000]);
});

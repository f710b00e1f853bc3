/** The emulator against docs/protocol.md: refusals, Begin, commands, time. */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { VirtualClock } from '../contracts/virtual-clock';
import { startEmulator, type Emulator, type EmulatorOptions } from '../emulator/emulator';
import { EmulatorClient } from './emulator-client';

const SEE = 'See Error message for details';

let emulator: Emulator;
async function start(options: EmulatorOptions = {}): Promise<Emulator> {
  emulator = await startEmulator(options);
  return emulator;
}
afterEach(() => emulator.close());

async function outcome(client: EmulatorClient): Promise<unknown> {
  const { code, reason } = await client.end();
  return { messages: client.messages, code, reason };
}

function refusal(code: number, error: string): unknown {
  return { messages: [{ type: 'Error', error_code: code, error }], code, reason: SEE };
}

test('credentials are refused after the upgrade, in the exact words', async () => {
  await start();
  const refused = async (headers: Readonly<Record<string, string>>, query = {}): Promise<unknown> =>
    outcome(await EmulatorClient.open(emulator, query, headers));
  assert.deepEqual(
    [
      await refused({}),
      await refused({ authorization: 'wrong' }),
      await refused({ authorization: 'Bearer emulator-key' }),
      await refused({}, { token: 'wrong' }),
    ],
    [
      refusal(1008, 'Unauthorized Connection: Missing Authorization header'),
      refusal(1008, 'Unauthorized Connection: Invalid API key'),
      refusal(1008, 'Unauthorized Connection: Invalid API key'),
      refusal(1008, 'Unauthorized Connection: Invalid API key'),
    ],
  );
});

const PREFIX = 'User Input Validation Error: Invalid';
const MODELS =
  "'universal-streaming-english', 'universal-streaming-multilingual', 'whisper-rt', 'u3-rt-pro', 'u3-rt-pro-beta-1', 'u3-rt-agent', 'universal-3-5-pro', 'universal-3-6-pro', 'universal-3-6', 'universal-3-7-preview' or '_universal-3-5-notetaker'";

test('bad values of known parameters are refused before Begin', async () => {
  await start();
  const cases: readonly (readonly [string, string, string])[] = [
    ['speech_model', 'u3-pro', `${PREFIX} 'speech_model': Input should be ${MODELS}`],
    [
      'sample_rate',
      '7000',
      `${PREFIX} 'sample_rate': Value error, sample_rate must be at least 8,000 Hz`,
    ],
    ['encoding', 'flac', `${PREFIX} 'encoding': 'flac' is not a valid Encoding`],
    [
      'keyterms_prompt',
      JSON.stringify(Array.from({ length: 101 }, (_, i) => String(i))),
      `${PREFIX} 'keyterms_prompt': Value error, Max 100 items`,
    ],
    ['keyterms_prompt', 'a,b', `${PREFIX} 'keyterms_prompt': Input should be a valid list`],
    ['language_codes', '["xx"]', `${PREFIX} 'language_codes.0': Input should be a valid value`],
    ['vad_threshold', '2', `${PREFIX} 'vad_threshold': Input should be less than or equal to 1`],
    [
      'inactivity_timeout',
      '4',
      `${PREFIX} 'inactivity_timeout': Input should be greater than or equal to 5`,
    ],
    [
      'mode',
      'fast',
      `${PREFIX} 'mode': Input should be 'min_latency', 'balanced' or 'max_accuracy'`,
    ],
    [
      'format_turns',
      'maybe',
      `${PREFIX} 'format_turns': Input should be a valid boolean, unable to interpret input`,
    ],
  ];
  for (const [name, value, error] of cases) {
    const client = await EmulatorClient.open(emulator, { [name]: value });
    assert.deepEqual(await outcome(client), refusal(3006, error));
  }
});

test('Begin tells the configuration; unknown and useless parameters pass but are recorded', async () => {
  await start();
  const client = await EmulatorClient.open(emulator, {
    speech_model: 'universal-streaming-english',
    mode: 'balanced',
    formatturns: 'true',
  });
  const begin = await client.message('Begin');
  const { id, expires_at, ...rest } = begin;
  assert.match(String(id), /^[0-9a-f-]{36}$/);
  assert.ok(Math.abs(Number(expires_at) - Date.now() / 1000 - 10_798) < 60);
  assert.deepEqual(rest, {
    type: 'Begin',
    configuration: {
      model: 'universal-streaming-english',
      mode: null,
      api_version: '2025-05-12',
      speaker_labels: false,
      redact_pii: false,
      filter_profanity: false,
      domain: null,
      voice_focus: null,
    },
  });
  assert.deepEqual(client.record.violations, [
    "'mode' has no effect on a universal-streaming model here",
    "unknown parameter 'formatturns'",
  ]);
  assert.equal(client.extensions, '', 'compression is declined');
});

const SILENCE = Buffer.alloc(32_000 * 4);

test('messages that the server does not understand end the session', async () => {
  await start();
  const answer = async (text: string): Promise<unknown> => {
    const client = await EmulatorClient.open(emulator);
    await client.message('Begin');
    client.say(text);
    await client.end();
    return client.messages.at(-1)?.['error'];
  };
  assert.deepEqual(
    [await answer('{oops'), await answer('[]'), await answer('{"type":"Bogus"}')],
    [
      'User Input Validation Error: Invalid JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)',
      'User Input Validation Error: Invalid Message: []',
      'User Input Validation Error: Invalid Message Type: Bogus',
    ],
  );
});

test('a silent client is dropped after inactivity_timeout, unless it keeps the session alive', async () => {
  const clock = new VirtualClock();
  await start({ clock });
  const client = await EmulatorClient.open(emulator, { inactivity_timeout: '5' });
  await client.message('Begin');
  await clock.advance(4_000);
  client.say({ type: 'KeepAlive' });
  await client.record.until(({ received }) => received.length === 1);
  await clock.advance(4_999);
  assert.equal(client.record.close, undefined);
  await clock.advance(1);
  await client.end();
  assert.deepEqual(client.messages.at(-1), {
    type: 'Error',
    error_code: 3006,
    error: 'Session terminated due to inactivity: No messages received for 5 seconds',
  });
  assert.equal(clock.pending, 0);
});

test('who asks for heartbeats gets one every five seconds', async () => {
  const clock = new VirtualClock();
  await start({ clock });
  const client = await EmulatorClient.open(emulator);
  await client.message('Begin');
  client.say({ type: 'UpdateConfiguration', session_heartbeat: true });
  client.speak(SILENCE.subarray(0, 32_000 * 4), 16_000);
  await client.record.until(({ received }) => received.length === 9);
  await clock.advance(5_000);
  assert.deepEqual(await client.message('Heartbeat'), {
    type: 'Heartbeat',
    total_audio_received_ms: 4000,
    total_duration_ms: 5000,
    realtime_factor: 0.8,
    max_speech_probability: 0.012345,
  });
});

test('Terminate brings Termination in whole seconds, then close 1000', async () => {
  const clock = new VirtualClock();
  await start({ clock });
  const client = await EmulatorClient.open(emulator);
  await client.message('Begin');
  client.speak(SILENCE.subarray(0, 32_000 * 2), 16_000);
  await clock.advance(6_100);
  const messages = await client.terminate();
  assert.deepEqual(messages.slice(1), [
    { type: 'Termination', audio_duration_seconds: 2, session_duration_seconds: 7 },
  ]);
  assert.deepEqual(await client.end(), { code: 1000, reason: 'Session Ended' });
  await client.record.ended;
  assert.deepEqual(client.record.close, { code: 1000, reason: 'Session Ended', by: 'server' });
  assert.deepEqual([emulator.openSessions, clock.pending], [0, 0]);
});

test('a client that leaves without Terminate, or speaks too early or too late, is recorded', async () => {
  const clock = new VirtualClock();
  await start({
    clock,
    faults: [
      { fault: 'begin-delay', ms: 1300, session: 1 },
      { fault: 'terminate-without-reply', session: 1 },
    ],
  });
  const leaving = await EmulatorClient.open(emulator);
  await leaving.message('Begin');
  leaving.vanish();
  await leaving.record.ended;
  assert.deepEqual(
    [leaving.record.violations, leaving.record.close],
    [['closed without Terminate'], { code: 1006, reason: '', by: 'client' }],
  );
  const early = await EmulatorClient.open(emulator);
  early.speak(SILENCE.subarray(0, 1600));
  early.say({ type: 'Terminate' });
  await early.record.until(({ received }) => received.length === 2);
  await clock.advance(1300);
  early.speak(SILENCE.subarray(0, 1600));
  await early.record.until(({ received }) => received.length === 3);
  assert.deepEqual(early.record.violations, ['audio before Begin', 'audio after Terminate']);
});

/** The emulator's 3007 and 1009 rules (docs/protocol.md §6, §7). */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { VirtualClock } from '../contracts/virtual-clock';
import { startEmulator, type Emulator } from '../emulator/emulator';
import { EmulatorClient } from './emulator-client';

let emulator: Emulator;
afterEach(() => emulator.close());

const SILENCE = Buffer.alloc(32_000 * 5);

test('the length of audio messages is judged by the declared rate and encoding', async () => {
  emulator = await startEmulator();
  const rows: readonly (readonly [Readonly<Record<string, string>>, number, string])[] = [
    [{ sample_rate: '16000' }, 38_400, '1200.0'],
    [{ sample_rate: '8000' }, 16_016, '1001.0'],
    [{ sample_rate: '8000', encoding: 'pcm_mulaw' }, 9_600, '1200.0'],
  ];
  for (const [query, bytes, ms] of rows) {
    const client = await EmulatorClient.open(emulator, query);
    await client.message('Begin');
    client.speak(SILENCE.subarray(0, bytes), bytes);
    const { code, reason } = await client.end();
    const error = `Input Duration Error: Input Duration Violation: ${ms} ms. Expected between 50 and 1000 ms`;
    assert.deepEqual(
      { last: client.messages.at(-1), code, reason, violations: client.record.violations },
      {
        last: { type: 'Error', error_code: 3007, error },
        code: 3007,
        reason: 'See Error message for details',
        violations: [error],
      },
    );
  }
});

test('short audio messages are tolerated for about a second, and one before Terminate', async () => {
  emulator = await startEmulator();
  const shortMessages = async (
    count: number,
    terminate: boolean,
  ): Promise<readonly [number, number]> => {
    const client = await EmulatorClient.open(emulator);
    await client.message('Begin');
    client.speak(SILENCE.subarray(0, 1600));
    client.speak(SILENCE.subarray(0, 640 * count), 640);
    if (terminate) client.say({ type: 'Terminate' });
    const { code } = await client.end();
    return [code, client.record.violations.length];
  };
  assert.deepEqual(
    [await shortMessages(49, false), await shortMessages(1, true), await shortMessages(3, true)],
    [
      [3007, 49],
      [1000, 1],
      [3007, 4],
    ],
  );
});

test('audio may run five minutes ahead of real time and no further', async () => {
  const clock = new VirtualClock();
  emulator = await startEmulator({ clock });
  const client = await EmulatorClient.open(emulator, {
    sample_rate: '8000',
    encoding: 'pcm_mulaw',
  });
  await client.message('Begin');
  client.speak(Buffer.alloc(8_000 * 300, 0xff), 8_000);
  await client.record.until(({ received }) => received.length === 300);
  assert.deepEqual(client.record.violations, []);
  await clock.advance(8_000);
  client.speak(Buffer.alloc(8_000 * 11, 0xff), 8_000);
  assert.equal((await client.end()).code, 3007);
  assert.deepEqual(client.record.violations, [
    'Audio Transmission Rate Exceeded: Received 311.00 sec. audio in 8.00 sec',
  ]);
});

test('a message of more than 128 KB closes the session with 1009', async () => {
  emulator = await startEmulator();
  const client = await EmulatorClient.open(emulator);
  await client.message('Begin');
  client.speak(SILENCE.subarray(0, 131_073), 131_073);
  assert.equal((await client.end()).code, 1009);
  await client.record.ended;
  assert.deepEqual(client.record.close, { code: 1009, reason: '', by: 'server' });
});

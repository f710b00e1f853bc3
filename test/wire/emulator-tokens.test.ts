/** The emulator's temporary tokens (docs/protocol.md §1). */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { VirtualClock } from '../contracts/virtual-clock';
import { startEmulator, type Emulator } from '../emulator/emulator';
import { EmulatorClient } from './emulator-client';

let emulator: Emulator;
afterEach(() => emulator.close());

const KEY = { authorization: 'emulator-key' };

test('a token opens sessions until it expires, of the length it was made for', async () => {
  const clock = new VirtualClock();
  emulator = await startEmulator({ clock });
  const mint = await fetch(
    `${emulator.httpUrl}/v3/token?expires_in_seconds=60&max_session_duration_seconds=120`,
    { headers: KEY },
  );
  const body: unknown = await mint.json();
  assert.ok(typeof body === 'object' && body !== null && 'token' in body);
  assert.deepEqual({ ...body, token: 0 }, { token: 0, expires_in_seconds: 60 });
  const token = String(body.token);

  const inQuery = await EmulatorClient.open(emulator, { token }, {});
  const inHeader = await EmulatorClient.open(emulator, {}, { authorization: token });
  await Promise.all([inQuery.message('Begin'), inHeader.message('Begin')]);
  await inHeader.terminate();
  await clock.advance(60_001);
  const late = await EmulatorClient.open(emulator, { token }, {});
  await late.end();
  assert.deepEqual(late.messages, [
    {
      type: 'Error',
      error_code: 1008,
      error: 'Unauthorized Connection: Signature has expired',
    },
  ]);
  await clock.advance(59_999);
  await inQuery.end();
  assert.deepEqual(inQuery.messages.at(-1), {
    type: 'Error',
    error_code: 3008,
    error: 'Session Expired: Maximum session duration exceeded',
  });
});

test('a token that cannot be made is refused in FastAPI’s words', async () => {
  emulator = await startEmulator();
  const ask = async (
    query: string,
    headers: Readonly<Record<string, string>> = KEY,
  ): Promise<unknown> => {
    const answer = await fetch(`${emulator.httpUrl}/v3/token${query}`, { headers });
    const body: unknown = await answer.json();
    return [answer.status, body];
  };
  assert.deepEqual(
    [await ask('?expires_in_seconds=0'), await ask('?expires_in_seconds=60', {}), await ask('')],
    [
      [
        422,
        {
          detail: [
            {
              type: 'greater_than_equal',
              loc: ['query', 'expires_in_seconds'],
              msg: 'Input should be greater than or equal to 1',
              input: '0',
              ctx: { ge: 1 },
            },
          ],
        },
      ],
      [
        422,
        {
          detail: [
            {
              type: 'missing',
              loc: ['header', 'authorization'],
              msg: 'Field required',
              input: null,
            },
          ],
        },
      ],
      [
        422,
        {
          detail: [
            {
              type: 'missing',
              loc: ['query', 'expires_in_seconds'],
              msg: 'Field required',
              input: null,
            },
          ],
        },
      ],
    ],
  );
});

/**
 * The emulator judged by another client: AssemblyAI's own SDK, with the results that
 * docs/protocol.md §11 records.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { startEmulator } from '../emulator/emulator';
import { selfSignedCertificate } from '../emulator/tls';

/** The slowest scenario takes 4 s by the SDK's own timers. */
const CHILD_DEADLINE_MS = 60_000;

const PRO_TURNS = [
  ['turn', 0, false, 'Hello'],
  ['turn', 0, false, 'Hello, world'],
  ['turn', 0, true, 'Hello, world.'],
];
const PRO_SESSION = { begin: ['Begin', 36], heard: PRO_TURNS };
const MODE_1200 =
  'Input Duration Error: Input Duration Violation: 1200.0 ms. Expected between 50 and 1000 ms';

test('the official SDK holds its sessions with the emulator as it does with AssemblyAI', async () => {
  const tls = await selfSignedCertificate();
  const emulator = await startEmulator({ tls });
  const slow = await startEmulator({ tls, faults: [{ fault: 'begin-delay', ms: 1300 }] });
  try {
    const script = join(import.meta.dirname, 'emulator-sdk-child.ts');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', script, emulator.url, emulator.httpUrl, slow.url],
      { env: { ...process.env, NODE_EXTRA_CA_CERTS: tls.caPath }, timeout: CHILD_DEADLINE_MS },
    );
    const results: unknown = JSON.parse(stdout);
    assert.deepEqual(results, {
      pro: PRO_SESSION,
      formatted: {
        begin: ['Begin', 36],
        heard: [
          ['turn', 0, false, 'hello'],
          ['turn', 0, false, 'hello world'],
          ['turn', 0, true, 'hello world'],
          ['turn', 0, true, 'Hello, world.'],
          ['turn', 1, true, ''],
        ],
      },
      token: PRO_SESSION,
      badKey: [1008, 'Unauthorized Connection: Invalid API key'],
      badParameter: [
        3006,
        "User Input Validation Error: Invalid 'sample_rate': Value error, sample_rate must be at least 8,000 Hz",
      ],
      badFrame: [
        ['error', 3007, MODE_1200],
        ['close', 3007, 'See Error message for details'],
      ],
      forcedEndpoint: {
        beforeClose: PRO_TURNS,
        atClose: [],
      },
      slowBegin: [null, 'Streaming connection timed out after 1000ms'],
      patient: PRO_SESSION,
    });
    await Promise.all([...emulator.sessions, ...slow.sessions].map(({ ended }) => ended));
    // The SDK tries a session three times whatever the refusal, and needs them all for a slow Begin.
    const attempts = emulator.sessions.map(({ close }) => close?.code).sort();
    assert.deepEqual(
      [attempts, slow.sessions.length],
      [[1000, 1000, 1000, 1000, 1008, 1008, 1008, 3006, 3006, 3006, 3007], 4],
    );
    assert.deepEqual([emulator.openSessions, slow.openSessions], [0, 0]);
  } finally {
    await Promise.all([emulator.close(), slow.close(), tls.dispose()]);
  }
});

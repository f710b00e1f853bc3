/** The emulator's two programs: the practice server and the comparison with the live service. */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { startEmulator } from '../emulator/emulator';
import { sentence } from '../emulator/sentences';
import { SphinxRecognisers } from '../emulator/sphinx-recogniser';

/** Two contracts of about a dozen short sessions with speech recognition, on a busy machine. */
const LIVE_DEADLINE_MS = 90_000;

function program(name: string): readonly string[] {
  return ['--import', 'tsx', join(import.meta.dirname, '..', 'emulator', name)];
}

/** Runs live.ts; resolves with its exit code and what it printed. */
function runLive(
  args: readonly string[],
  apiKey: string,
): Promise<{ readonly code: unknown; readonly lines: readonly string[] }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...program('live.ts'), ...args],
      { env: { ...process.env, ASSEMBLYAI_API_KEY: apiKey }, timeout: LIVE_DEADLINE_MS },
      (error, stdout, stderr) => {
        resolve({ code: error?.code ?? 0, lines: `${stdout}${stderr}`.trim().split('\n') });
      },
    );
  });
}

test('the practice server says where it listens, takes a session, and ends at SIGTERM', async () => {
  const server = spawn(process.execPath, program('main.ts'), {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(server, 'exit');
  try {
    const first: unknown[] = await once(createInterface(server.stdout), 'line');
    const where: unknown = JSON.parse(String(first[0]));
    assert.ok(typeof where === 'object' && where && 'url' in where && 'httpUrl' in where);
    assert.match(String(where.url), /^ws:\/\/127\.0\.0\.1:\d+\/v3\/ws$/);
    assert.equal((await fetch(`${String(where.httpUrl)}/v3/token`)).status, 422);
  } finally {
    server.kill('SIGTERM');
  }
  assert.deepEqual(await exited, [0, null]);
});

test('the comparison with the live service asks for a key', async () => {
  assert.deepEqual(await runLive([], ''), {
    code: 1,
    lines: ['set ASSEMBLYAI_API_KEY to an AssemblyAI key: this talks to the real service'],
  });
});

test('the comparison finds where a service differs from the emulator, and nothing else', async () => {
  const recognisers = new SphinxRecognisers([
    sentence('The quick brown fox jumps over the lazy dog.'),
  ]);
  const service = await startEmulator({
    apiKey: 'service-key',
    createRecogniser: recognisers.create,
    // Session 9 is terminated at once.
    faults: [{ fault: 'close-without-termination', session: 9 }],
  });
  try {
    const { code, lines } = await runLive(
      ['--endpoint', service.url, '--pace', '2'],
      'service-key',
    );
    assert.deepEqual(
      { code, lines: lines.slice(lines.indexOf('') + 1) },
      {
        code: 1,
        lines: [
          'terminated at once: order of messages',
          '  service:  Begin',
          '  emulator: Begin, Termination',
          '',
          'terminated at once: shape of Termination',
          '  service:  (nothing)',
          '  emulator: { type: string, audio_duration_seconds: number, session_duration_seconds: number }',
          '',
          '123 observations, 2 differ',
        ],
      },
    );
  } finally {
    await service.close();
    recognisers.close();
  }
});

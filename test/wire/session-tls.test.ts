import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { startEmulator } from '../emulator/emulator';
import { selfSignedCertificate } from '../emulator/tls';

test('a session over TLS runs its course in real time and leaves nothing that keeps Node alive', async (context) => {
  const certificate = await selfSignedCertificate();
  context.after(() => certificate.dispose());
  const emulator = await startEmulator({ tls: certificate });
  context.after(() => emulator.close());
  const client = join(import.meta.dirname, 'session-tls-client.ts');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', client, emulator.url],
    { env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate.caPath }, timeout: 30_000 },
  );
  const [record] = emulator.sessions;
  const told: unknown = JSON.parse(stdout);
  assert.deepEqual(told, {
    course: 'begin end',
    end: { kind: 'terminated', audioDurationMs: 0, sessionDurationMs: 1000 },
  });
  assert.deepEqual(record?.violations, []);
});

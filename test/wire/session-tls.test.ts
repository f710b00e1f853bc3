import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { startEmulator, type Emulator } from '../emulator/emulator';
import { selfSignedCertificate, type Certificate } from '../emulator/tls';

async function secureEmulator(
  context: TestContext,
): Promise<{ readonly emulator: Emulator; readonly certificate: Certificate }> {
  const certificate = await selfSignedCertificate();
  context.after(() => certificate.dispose());
  const emulator = await startEmulator({ tls: certificate });
  context.after(() => emulator.close());
  return { emulator, certificate };
}

/** A session in a process of its own, in that environment; what it told. */
async function dictate(
  env: Readonly<Record<string, string>>,
  endpoint: string,
  tokenUrl = '',
): Promise<unknown> {
  const client = join(import.meta.dirname, 'session-tls-client.ts');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', client, endpoint, tokenUrl],
    { env: { ...process.env, ...env }, timeout: 30_000 },
  );
  return JSON.parse(stdout);
}

test('a session over TLS runs its course in real time and leaves nothing that keeps Node alive', async (context) => {
  const { emulator, certificate } = await secureEmulator(context);
  assert.deepEqual(await dictate({ NODE_EXTRA_CA_CERTS: certificate.caPath }, emulator.url), {
    course: 'begin end',
    end: { kind: 'terminated', billedMs: 1000 },
  });
  assert.deepEqual(emulator.sessions[0]?.violations, []);
});

const UNVERIFIED = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };

test('NODE_TLS_REJECT_UNAUTHORIZED=0 does not turn the verification of the recogniser off', async (context) => {
  const { emulator } = await secureEmulator(context);
  assert.deepEqual(await dictate(UNVERIFIED, emulator.url), {
    course: 'end',
    end: {
      kind: 'failed',
      reason: 'certificate-untrusted',
      retryable: false,
      detail: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    },
  });
  assert.deepEqual(emulator.sessions, []);
});

test('nor that of the token server', async (context) => {
  const { emulator } = await secureEmulator(context);
  const tokenUrl = `${emulator.httpUrl}/v3/token?expires_in_seconds=60`;
  assert.deepEqual(await dictate(UNVERIFIED, emulator.url, tokenUrl), {
    course: 'end',
    end: {
      kind: 'failed',
      reason: 'token-unavailable',
      retryable: false,
      detail: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    },
  });
});

test('with that variable too, what the person trusts is trusted', async (context) => {
  const { emulator, certificate } = await secureEmulator(context);
  const env = { ...UNVERIFIED, NODE_EXTRA_CA_CERTS: certificate.caPath };
  assert.deepEqual(await dictate(env, emulator.url), {
    course: 'begin end',
    end: { kind: 'terminated', billedMs: 1000 },
  });
});

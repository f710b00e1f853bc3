import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import https from 'node:https';
import * as vscode from 'vscode';
import type { SessionEnd } from '../../src/core/recognition';
import type { RecognitionSettings } from '../../src/core/settings';
import { SessionWatch } from '../contracts/session-watch';
import { EMULATOR_KEY, startEmulator, type Emulator } from '../emulator/emulator';
import { CERTIFIED_HOST, selfSignedCertificate } from '../emulator/tls';
import { SETTINGS } from '../unit/ui/settings-fixture';
import {
  startConnectProxy,
  type ConnectProxy,
  type ConnectProxyOptions,
} from '../wire/connect-proxy';
import { told, type Told } from '../wire/session-support';
import { shippedDictate } from './shipped-dictate';

/** A short session from beginning to end. */
async function dictate(recognition: Partial<RecognitionSettings>): Promise<SessionEnd> {
  const { provider } = await shippedDictate();
  const settings = { ...SETTINGS.recognition, model: 'universal-3-6-pro', ...recognition };
  const ready = await provider.makeReady({
    recognition: settings,
    mayAsk: () => Promise.resolve(false),
    onProgress: () => undefined,
  });
  assert.ok(ready !== undefined);
  const session = ready.connect({
    recognition: settings,
    sampleRate: 16000,
    encoding: 'pcm_s16le',
  });
  const watch = new SessionWatch(session);
  session.send(Buffer.alloc(1600, 'AUDIO'));
  session.terminate();
  const end = await watch.end();
  await session.closed;
  return end;
}

async function dictateInVain(recognition: Partial<RecognitionSettings>): Promise<Told> {
  return told(await dictate(recognition), { billedMs: 0 });
}

/**
 * The certificate that this VS Code trusts. It trusts the system's authorities, and which those are
 * no test may change; so newer ones are told by NODE_EXTRA_CA_CERTS, which the runner sets, and
 * older ones, whose Node forgets those (VS Code 1.100), by their own hook for tests.
 */
function trustedCertificate(): { readonly key: string; readonly cert: string } {
  const { NODE_EXTRA_CA_CERTS: cert, VOICE_DICTATION_TEST_TLS_KEY: key } = process.env;
  assert.ok(cert !== undefined && key !== undefined, 'the runner made no certificate');
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}

suite('network', () => {
  suiteSetup(() => {
    Object.assign(https.globalAgent, { testCertificates: [trustedCertificate().cert] });
  });

  const endpoint = `wss://${CERTIFIED_HOST}/v3/ws`;
  const closables: { close(): Promise<void> }[] = [];

  teardown(async () => {
    for (const closable of closables.splice(0)) await closable.close();
    for (const key of ['proxy', 'noProxy']) await setHttp(key, undefined);
  });

  async function emulator(tls?: { readonly key: string; readonly cert: string }) {
    const started = await startEmulator(tls === undefined ? {} : { tls });
    closables.push(started);
    return started;
  }

  async function proxyTo(
    { url }: Pick<Emulator, 'url'>,
    options: Partial<ConnectProxyOptions> = {},
  ): Promise<ConnectProxy> {
    const port = Number(new URL(url).port);
    const route = (target: string): number | undefined =>
      target === `${CERTIFIED_HOST}:443` ? port : undefined;
    const proxy = await startConnectProxy({ route, ...options });
    closables.push(proxy);
    return proxy;
  }

  test('a session goes through the tunnel of http.proxy, which sees neither key nor audio', async () => {
    const server = await emulator(trustedCertificate());
    const proxy = await proxyTo(server);
    await setHttp('proxy', `http://${proxy.address}`);
    const end = await dictate({ endpoint });
    const isReadable = [EMULATOR_KEY, 'AUDIO', 'v3/ws'].filter((text) =>
      proxy.seen().includes(text),
    );
    assert.deepEqual(
      {
        end: end.kind,
        requests: proxy.requests,
        isReadable,
        violations: server.sessions.map(({ violations }) => violations),
      },
      {
        end: 'terminated',
        requests: [`CONNECT ${CERTIFIED_HOST}:443`],
        isReadable: [],
        violations: [[]],
      },
    );
  });

  test('a proxy that wants a name and a password gets those of http.proxy', async () => {
    const server = await emulator(trustedCertificate());
    const proxy = await proxyTo(server, { credentials: 'me:s3cret' });
    await setHttp('proxy', `http://me:s3cret@${proxy.address}`);
    const end = await dictate({ endpoint });
    assert.deepEqual(
      { end: end.kind, requests: proxy.requests },
      {
        end: 'terminated',
        requests: [`CONNECT ${CERTIFIED_HOST}:443 Basic ${btoa('me:s3cret')}`],
      },
    );
  });

  test('a proxy that refuses name and password, or gets none, is told as such', async () => {
    const server = await emulator(trustedCertificate());
    const proxy = await proxyTo(server, { credentials: 'me:s3cret' });
    for (const login of ['', 'me:wrong@']) {
      await setHttp('proxy', `http://${login}${proxy.address}`);
      assert.deepEqual(await dictateInVain({ endpoint }), {
        kind: 'failed',
        reason: 'proxy-login',
        retryable: false,
        detail: 'HTTP 407',
      });
    }
    assert.deepEqual(server.sessions, []);
  });

  test('a proxy that is down is told as such, and its password is not', async () => {
    const server = await emulator(trustedCertificate());
    const proxy = await proxyTo(server);
    await proxy.close();
    await setHttp('proxy', `http://me:s3cret@${proxy.address}`);
    assert.deepEqual(await dictateInVain({ endpoint }), {
      kind: 'failed',
      reason: 'proxy-unreachable',
      retryable: true,
      detail: '',
    });
  });

  test('a proxy that finds no recogniser is told with its answer', async () => {
    const server = await emulator(trustedCertificate());
    const proxy = await proxyTo(server);
    await setHttp('proxy', `http://${proxy.address}`);
    assert.deepEqual(await dictateInVain({ endpoint: 'wss://nowhere.test/v3/ws' }), {
      kind: 'failed',
      reason: 'connection-refused',
      retryable: true,
      detail: 'HTTP 502',
    });
  });

  test('a private certificate that nobody vouches for ends the session before the key is sent', async () => {
    const certificate = await selfSignedCertificate();
    try {
      const server = await emulator(certificate);
      const proxy = await proxyTo(server);
      await setHttp('proxy', `http://${proxy.address}`);
      assert.deepEqual(await dictateInVain({ endpoint }), {
        kind: 'failed',
        reason: 'certificate-untrusted',
        retryable: false,
        detail: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      });
      assert.deepEqual(server.sessions, []);
    } finally {
      await certificate.dispose();
    }
  });

  test('a variable that turns verification off in Node does not turn ours off', async () => {
    const certificate = await selfSignedCertificate();
    // Node reads it at each connection; whoever starts VS Code from a shell that has it, has it.
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      const server = await emulator(certificate);
      const proxy = await proxyTo(server);
      await setHttp('proxy', `http://${proxy.address}`);
      const tokenUrl = `https://${CERTIFIED_HOST}/v3/token?expires_in_seconds=60`;
      const untrusted = { kind: 'failed', retryable: false, detail: 'DEPTH_ZERO_SELF_SIGNED_CERT' };
      assert.deepEqual(
        [await dictateInVain({ endpoint }), await dictateInVain({ endpoint, tokenUrl })],
        [
          { ...untrusted, reason: 'certificate-untrusted' },
          { ...untrusted, reason: 'token-unavailable' },
        ],
      );
      assert.deepEqual(server.sessions, []);
      // What VS Code trusts is trusted as ever.
      const trusted = await emulator(trustedCertificate());
      const way = await proxyTo(trusted);
      await setHttp('proxy', `http://${way.address}`);
      assert.equal((await dictate({ endpoint })).kind, 'terminated');
    } finally {
      delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      await certificate.dispose();
    }
  });

  test('this computer and the hosts of http.noProxy are reached without the proxy', async () => {
    const server = await emulator();
    const proxy = await proxyTo(server);
    await setHttp('proxy', `http://${proxy.address}`);
    await setHttp('noProxy', [CERTIFIED_HOST]);
    const local = await dictate({ endpoint: server.url });
    const excepted = await dictateInVain({ endpoint });
    assert.deepEqual(
      {
        local: local.kind,
        // A name that only the proxy knows.
        excepted: excepted.kind === 'failed' ? excepted.reason : undefined,
        requests: proxy.requests,
      },
      { local: 'terminated', excepted: 'connection-refused', requests: [] },
    );
  });

  test('the token of a token server comes through the tunnel too', async () => {
    const server = await emulator(trustedCertificate());
    const proxy = await proxyTo(server);
    await setHttp('proxy', `http://${proxy.address}`);
    const tokenUrl = `https://${CERTIFIED_HOST}/v3/token?expires_in_seconds=60`;
    assert.deepEqual(await dictateInVain({ endpoint, tokenUrl }), {
      kind: 'failed',
      reason: 'token-unavailable',
      retryable: false,
      // We show no key to a token server; the emulator's wants one.
      detail: 'HTTP 422',
    });
    assert.deepEqual(proxy.requests, [`CONNECT ${CERTIFIED_HOST}:443`]);
  });
});

/** Sets a `http.` setting of the whole VS Code. */
async function setHttp(key: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('http')
    .update(key, value, vscode.ConfigurationTarget.Global);
}

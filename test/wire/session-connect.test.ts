import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test, type TestContext } from 'node:test';
import { BEGIN_DEADLINE_MS } from '../../src/recognition/assemblyai/streaming-session';
import { startEmulator, type EmulatorOptions } from '../emulator/emulator';
import { selfSignedCertificate, type Certificate } from '../emulator/tls';
import { failed, tcpServer, TestSession, type Told } from './session-support';

let certificate: Certificate;
before(async () => {
  certificate = await selfSignedCertificate();
});
after(() => certificate.dispose());

/** How a session with an emulator like that ends before it has begun. */
async function endWith(context: TestContext, options: EmulatorOptions): Promise<Told> {
  const emulator = await startEmulator(options);
  context.after(() => emulator.close());
  return endAt(emulator.url);
}

async function endAt(endpoint: string, apiKey?: string): Promise<Told> {
  const under = new TestSession(endpoint, apiKey === undefined ? {} : { apiKey });
  assert.deepEqual(under.watch.events, [], 'nothing is told in the tick of connecting');
  const end = await under.end();
  assert.equal(under.watch.course, 'end');
  assert.equal(under.clock.pending, 0);
  return end;
}

test('an upgrade refused with an HTTP status is told by the status', async (context) => {
  const table = [
    [401, failed('key-rejected', false, 'HTTP 401')],
    [404, failed('connection-refused', false, 'HTTP 404')],
    [410, failed('api-retired', false, 'HTTP 410')],
    [503, failed('connection-refused', true, 'HTTP 503')],
  ] as const;
  for (const [status, expected] of table) {
    const faults = [{ fault: 'upgrade-refused', status } as const];
    assert.deepEqual(await endWith(context, { faults }), expected);
  }
});

test('the retired API is recognised by the words of its refusal', async (context) => {
  const server = createServer();
  server.on('upgrade', (_request, socket) => {
    const body = '{"error":"Model deprecated. See docs for new model information"}';
    socket.end(
      `HTTP/1.1 401 Unauthorized\r\nContent-Length: ${String(body.length)}\r\n\r\n${body}`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  assert.ok(address !== null && typeof address !== 'string');
  assert.deepEqual(
    await endAt(`ws://127.0.0.1:${String(address.port)}`),
    failed('api-retired', false, 'HTTP 401'),
  );
});

test('a refusal with an endless body is read no further than needed', async (context) => {
  const server = await tcpServer((socket) => {
    socket.once('data', () => {
      socket.write('HTTP/1.1 503 Busy\r\nTransfer-Encoding: chunked\r\n\r\n');
      const more = (): void => {
        if (!socket.destroyed) socket.write(`400\r\n${'x'.repeat(1024)}\r\n`, more);
      };
      more();
    });
  });
  context.after(() => server.close());
  assert.deepEqual(
    await endAt(`ws://${server.address}`),
    failed('connection-refused', true, 'HTTP 503'),
  );
});

test('redirects are not followed: a key goes nowhere but to its host', async (context) => {
  const target = await startEmulator();
  context.after(() => target.close());
  const server = await tcpServer((socket) => {
    socket.once('data', () => {
      socket.end(`HTTP/1.1 302 Found\r\nLocation: ${target.url}\r\nContent-Length: 0\r\n\r\n`);
    });
  });
  context.after(() => server.close());
  assert.deepEqual(
    await endAt(`ws://${server.address}`),
    failed('connection-refused', false, 'HTTP 302'),
  );
  assert.deepEqual(target.sessions, []);
});

test('credentials and parameters are refused after the socket has opened', async (context) => {
  const table: readonly (readonly [EmulatorOptions, Told])[] = [
    [{ apiKey: 'another' }, failed('key-rejected', false, 'Invalid API key')],
    [
      { faults: [{ fault: 'account-refused' }] },
      failed('account-refused', false, 'Insufficient account balance'),
    ],
    [
      { faults: [{ fault: 'too-many-sessions' }] },
      failed('too-many-sessions', true, 'Unauthorized Connection: Too many concurrent sessions'),
    ],
    [
      { faults: [{ fault: 'too-many-sessions', code: 1008 }] },
      failed('too-many-sessions', true, 'Unauthorized Connection: Too many concurrent sessions'),
    ],
    [{ faults: [{ fault: 'internal-error' }] }, failed('server-error', true)],
  ];
  for (const [options, expected] of table) {
    assert.deepEqual(await endWith(context, options), expected);
  }
});

test('no key at all is told apart from a wrong one', async (context) => {
  const emulator = await startEmulator();
  context.after(() => emulator.close());
  assert.deepEqual(
    await endAt(emulator.url, ''),
    failed('key-missing', false, 'Missing Authorization header'),
  );
});

test('an unknown model and a bad parameter are refused with the server’s words', async (context) => {
  const emulator = await startEmulator();
  context.after(() => emulator.close());
  const table = [
    [{ model: 'universal-9' }, 'model-rejected', /^Input should be 'universal-streaming-english'/],
    [{ languages: ['xx'] }, 'setting-rejected', /^Invalid 'language_codes\.0'/],
  ] as const;
  for (const [recognition, reason, detail] of table) {
    const end = await new TestSession(emulator.url, { recognition }).end();
    assert.ok(end.kind === 'failed');
    assert.match(end.detail, detail);
    assert.deepEqual(end, failed(reason, false, end.detail));
  }
});

test('a port where nobody listens refuses the connection', async () => {
  const server = await tcpServer(() => undefined);
  await server.close();
  assert.deepEqual(
    await endAt(`ws://${server.address}`),
    failed('connection-refused', true, 'ECONNREFUSED'),
  );
});

test('a host that does not exist refuses the connection', async () => {
  const end = await endAt('wss://nonexistent.invalid');
  // Without a network, asking is what fails.
  assert.ok(end.kind === 'failed' && ['ENOTFOUND', 'EAI_AGAIN'].includes(end.detail));
  assert.deepEqual(end, failed('connection-refused', true, end.detail));
});

test('a certificate that nobody vouches for ends the connection before anything is sent', async (context) => {
  const { key, cert } = certificate;
  const emulator = await startEmulator({ tls: { key, cert } });
  context.after(() => emulator.close());
  assert.deepEqual(
    await endAt(emulator.url),
    failed('certificate-untrusted', false, 'DEPTH_ZERO_SELF_SIGNED_CERT'),
  );
  assert.deepEqual(emulator.sessions, []);
});

test('a server that is none refuses the connection', async (context) => {
  const garbage = await tcpServer((socket) => {
    socket.end('220 mail.example.org ESMTP\r\n');
  });
  context.after(() => garbage.close());
  assert.deepEqual(
    await endAt(`ws://${garbage.address}`),
    failed('connection-refused', false, 'HPE_INVALID_CONSTANT'),
  );
  const liar = await tcpServer((socket) => {
    socket.once('data', () => {
      socket.write(
        'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: no\r\n\r\n',
      );
    });
  });
  context.after(() => liar.close());
  assert.deepEqual(
    await endAt(`ws://${liar.address}`),
    failed('connection-refused', false, 'no WebSocket server answered'),
  );
});

test('a reset in the middle of the handshake refuses the connection', async (context) => {
  const server = await tcpServer((socket) => {
    socket.once('data', () => {
      socket.resetAndDestroy();
    });
  });
  context.after(() => server.close());
  assert.deepEqual(
    await endAt(`ws://${server.address}`),
    failed('connection-refused', true, 'ECONNRESET'),
  );
});

test('a handshake that is never answered is given up at the deadline, or when disposed', async (context) => {
  const server = await tcpServer(() => undefined);
  context.after(() => server.close());
  const waiting = new TestSession(`ws://${server.address}`);
  await waiting.clock.advance(BEGIN_DEADLINE_MS);
  assert.deepEqual(await waiting.end(), failed('connection-refused', true, 'ETIMEDOUT'));
  const disposed = new TestSession(`ws://${server.address}`);
  disposed.session.dispose();
  await disposed.session.closed;
  assert.deepEqual(
    { events: disposed.watch.events, timers: disposed.clock.pending },
    { events: [], timers: 0 },
  );
});

test('an address or a key that cannot be used is told like any other failure', async () => {
  assert.deepEqual(
    await endAt('speech.example.org'),
    failed('endpoint-invalid', false, 'the address must look like wss://host/path'),
  );
  assert.deepEqual(
    await endAt('wss://nonexistent.invalid', 'line\nbreak'),
    failed('key-rejected', false, 'it contains characters that cannot be sent'),
  );
  const disposed = new TestSession('');
  disposed.session.dispose();
  await disposed.session.closed;
  assert.deepEqual(disposed.watch.events, []);
});

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { TOKEN_DEADLINE_MS } from '../../src/recognition/assemblyai/access-token';
import { EMULATOR_KEY, startEmulator, type Emulator } from '../emulator/emulator';
import { failed, ScriptedServer, tcpServer, TestSession, type Told } from './session-support';

async function emulator(context: TestContext): Promise<Emulator> {
  const started = await startEmulator();
  context.after(() => started.close());
  return started;
}

/** A server that answers everything like that; its address, and what it was asked. */
async function httpServer(context: TestContext, listener: RequestListener) {
  const asked: unknown[] = [];
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    asked.push({ method, url, authorization: headers.authorization });
    listener(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  assert.ok(address !== null && typeof address !== 'string');
  return { asked, url: `http://127.0.0.1:${String(address.port)}/token?team=a` };
}

/** A token server that has the emulator's key; `tokens` are those it gave away. */
async function tokenServer(context: TestContext, { httpUrl }: Emulator) {
  const tokens: string[] = [];
  const mint = `${httpUrl}/v3/token?expires_in_seconds=60`;
  const server = await httpServer(context, (_request, response) => {
    void fetch(mint, { headers: { authorization: EMULATOR_KEY } })
      .then((answer) => answer.text())
      .then((body) => {
        tokens.push(/"token":"([^"]+)"/.exec(body)?.[1] ?? '');
        response.end(body);
      });
  });
  return { ...server, tokens };
}

function session(endpoint: string, tokenUrl: string): TestSession {
  return new TestSession(endpoint, { apiKey: 'a-key-of-mine', recognition: { tokenUrl } });
}

/** How a session ends whose token server answers like that; no session must be tried. */
async function endWith(context: TestContext, listener: RequestListener): Promise<Told> {
  const server = await emulator(context);
  const { url } = await httpServer(context, listener);
  const under = session(server.url, url);
  const end = await under.end();
  assert.deepEqual(
    { sessions: server.sessions, timers: under.clock.pending },
    { sessions: [], timers: 0 },
  );
  return end;
}

test('each session gets a token of its own, and no key is sent to anybody', async (context) => {
  const server = await emulator(context);
  const { url, asked, tokens } = await tokenServer(context, server);
  for (let i = 0; i < 2; i++) {
    const under = session(server.url, url);
    await under.watch.begin();
    under.session.terminate();
    assert.equal((await under.end()).kind, 'terminated');
    assert.ok(!under.log.lines.join('\n').includes(tokens[i] ?? '?'));
  }
  const request = { method: 'GET', url: '/token?team=a', authorization: undefined };
  assert.deepEqual(
    {
      asked,
      shown: server.sessions.map(({ query, headers }) => [query['token'], headers.authorization]),
    },
    { asked: [request, request], shown: tokens.map((token) => [undefined, token]) },
  );
  assert.notEqual(tokens[0], tokens[1]);
});

test('a token server that gives no token is told by what it answered', async (context) => {
  const table: readonly (readonly [RequestListener, Told])[] = [
    [(_, r) => r.writeHead(403).end(), failed('token-unavailable', false, 'HTTP 403')],
    [(_, r) => r.writeHead(503).end(), failed('token-unavailable', true, 'HTTP 503')],
    [
      (_, r) => r.writeHead(302, { location: 'http://127.0.0.1:1/' }).end('{"token":"t"}'),
      failed('token-unavailable', false, 'HTTP 302'),
    ],
    [(_, r) => r.end('<html>Log in'), failed('token-unavailable', false, 'the answer is not JSON')],
    [(_, r) => r.end('null'), failed('token-unavailable', false, 'the answer has no token')],
    [
      (_, r) => r.end('{"token":"a\\r\\nb"}'),
      failed('token-unavailable', false, 'the answer has no token'),
    ],
    [
      (_, r) => r.end('['.repeat(15_000)),
      failed('token-unavailable', false, 'the answer is not JSON'),
    ],
    [(_, r) => r.destroy(), failed('token-unavailable', true, 'ECONNRESET')],
  ];
  for (const [listener, expected] of table) {
    assert.deepEqual(await endWith(context, listener), expected);
  }
});

test('an endless answer is read no further than needed', async (context) => {
  const end = await endWith(context, (_request, response) => {
    const more = (): void => {
      if (!response.destroyed) response.write('x'.repeat(1024), more);
    };
    more();
  });
  assert.deepEqual(end, failed('token-unavailable', false, 'the answer is too long'));
});

test('a token server that never answers is given up at a deadline, or when disposed', async (context) => {
  const server = await emulator(context);
  const mute = await tcpServer(() => undefined);
  context.after(() => mute.close());
  const waiting = session(server.url, `http://${mute.address}`);
  await waiting.clock.advance(TOKEN_DEADLINE_MS);
  assert.deepEqual(await waiting.end(), failed('token-unavailable', true, 'ETIMEDOUT'));
  const disposed = session(server.url, `http://${mute.address}`);
  disposed.session.dispose();
  await disposed.session.closed;
  assert.deepEqual(
    { events: disposed.watch.events, timers: disposed.clock.pending, sessions: server.sessions },
    { events: [], timers: 0, sessions: [] },
  );
});

test('a token address that must not be used is refused before anybody is asked', async (context) => {
  const server = await emulator(context);
  const form = failed('token-unavailable', false, 'the address must look like https://host/path');
  const secret = failed(
    'token-unavailable',
    false,
    'the address must not contain a password or a #fragment',
  );
  const table = [
    ['http://tokens.example.org/t', form],
    ['http://127.0.0.2:1/t', form],
    ['file:///etc/passwd', form],
    ['tokens', form],
    ['https://me:secret@tokens.example.org/t', secret],
    ['https://tokens.example.org/t#x', secret],
  ] as const;
  for (const [url, expected] of table) {
    assert.deepEqual(await session(server.url, url).end(), expected);
  }
});

test('a token that the recogniser refuses is not called a wrong key, and is not told', async (context) => {
  const server = await emulator(context);
  const { url } = await httpServer(context, (_request, response) => {
    response.end('{"token":"of-another-host"}');
  });
  assert.deepEqual(
    await session(server.url, url).end(),
    failed('token-rejected', false, 'Invalid API key'),
  );
  const scripted = await ScriptedServer.start();
  context.after(() => scripted.close());
  const under = session(scripted.url, url);
  const connection = await scripted.connection();
  connection.send({ type: 'Error', error_code: 3005, error: 'bad token of-another-host' });
  assert.deepEqual(await under.end(), failed('server-error', true, 'bad token …'));
});

test('what was said while the token was on its way is sent when it is there', async (context) => {
  const server = await emulator(context);
  const { url } = await tokenServer(context, server);
  const under = session(server.url, url);
  under.session.send(Buffer.alloc(1600));
  under.session.terminate();
  assert.equal((await under.end()).kind, 'terminated');
  assert.deepEqual(server.sessions[0]?.violations, []);
});

test('the token server of the documentation works as it is printed', async (context) => {
  const server = await emulator(context);
  const page = await readFile(join(import.meta.dirname, '../../docs/token-server.md'), 'utf8');
  const program = /```js\n(.*?)```/s.exec(page)?.[1] ?? '';
  assert.ok(program.trim().split('\n').length <= 15, 'it is longer than promised');
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ASSEMBLYAI_API_KEY: EMULATOR_KEY, PORT: '0', MINT_URL: `${server.httpUrl}/v3/token` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  try {
    const printed: unknown[] = await once(child.stdout, 'data');
    const port = /^port (\d+)/.exec(String(printed[0]))?.[1] ?? '';
    const under = session(server.url, `http://127.0.0.1:${port}`);
    await under.watch.begin();
    under.session.terminate();
    assert.equal((await under.end()).kind, 'terminated');
  } finally {
    child.kill();
    await exit;
  }
});

import assert from 'node:assert/strict';
import { after, test, type TestContext } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { plainText } from '../../src/core/plain-text';
import { newestWords } from '../../src/ui/status/status-view';
import { failureMessage } from '../../src/ui/messages/failure-messages';
import { DictationError } from '../../src/core/failure';
import { startEmulator } from '../emulator/emulator';
import {
  failed,
  passTime,
  ScriptedServer,
  tcpServer,
  TestSession,
  type Connection,
} from './session-support';

const MB = 1024 * 1024;
/** What one message at most, a few copies of it and the noise of the heap take; an attack takes more. */
const LIMIT_MB = 40;

/** A session that has begun, and the server's end of it. */
async function begun(
  context: TestContext,
): Promise<{ readonly under: TestSession; readonly server: Connection }> {
  const scripted = await ScriptedServer.start();
  context.after(() => scripted.close());
  const under = new TestSession(scripted.url);
  const server = await scripted.connection();
  server.send({ type: 'Begin', id: 'a', expires_at: 1 });
  await under.watch.begin();
  return { under, server };
}

function turn(order: number, transcript: string, isEnd = true): object {
  return { type: 'Turn', turn_order: order, end_of_turn: isEnd, transcript, words: [] };
}

/** Whether the session still hears: everything the server sent before this was survived. */
async function hears({ watch }: TestSession, server: Connection, order: number): Promise<void> {
  server.send(turn(order, 'still here'));
  await watch.final(({ text }) => text === 'still here');
}

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');
after(() => {
  setFlagsFromString('--no-expose-gc');
});

/** Memory that is really in use, in MB. */
function usedMb(): number {
  assert.ok(isCollector(collect));
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MB;
}

function isCollector(value: unknown): value is () => void {
  return typeof value === 'function';
}

/** A dictation's text: what may be inserted, and what may be shown. */
function transcribe({ watch }: TestSession): { readonly inserted: string; readonly shown: string } {
  const finals = watch.finals.map(({ text }) => text);
  return { inserted: finals.join(''), shown: newestWords(watch.partials.join(' ')) };
}

test('a frame of 10 MB ends the session before it is read', async (context) => {
  const { under, server } = await begun(context);
  const before = usedMb();
  server.send(JSON.stringify(turn(0, 'x'.repeat(10 * MB))));
  assert.deepEqual(
    await under.end(),
    failed('server-error', true, 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'),
  );
  assert.ok(usedMb() - before < LIMIT_MB);
});

test('10 MB in small pieces of one message end the session too', async (context) => {
  const { under, server } = await begun(context);
  for (let i = 0; i < 10_240; i++) server.socket.send('x'.repeat(1024), { fin: false });
  const end = await under.end();
  assert.ok(end.kind === 'failed');
  assert.match(end.detail, /^WS_ERR_(UNSUPPORTED_MESSAGE_LENGTH|TOO_MANY_BUFFERED_PARTS)$/);
  assert.deepEqual(end, failed('server-error', true, end.detail));
});

test('100,000 turns at once end the session after a burst that no speech makes', async (context) => {
  const { under, server } = await begun(context);
  const before = usedMb();
  for (let i = 0; i < 100_000; i++) server.send(turn(i, `final ${String(i)}`));
  assert.deepEqual(
    await under.end(),
    failed('server-error', false, 'it sends more than anybody can say'),
  );
  assert.ok(under.watch.finals.length <= 1000);
  assert.ok(usedMb() - before < LIMIT_MB);
});

test('100,000 turns at a pace that is just allowed are transcribed in bounded memory', async (context) => {
  const { under, server } = await begun(context);
  let finals = 0;
  under.session.onDidTranscribe(({ kind }) => {
    if (kind === 'final') finals++;
    // The watch would keep them all.
    under.watch.events.length = 0;
  });
  const before = usedMb();
  for (let sent = 0; sent < 100_000;) {
    const last = sent + 500;
    for (; sent < last; sent++) server.send(turn(sent, `final ${String(sent)}`));
    await until(() => finals >= last);
    await passTime(under.clock, 30_000);
  }
  assert.ok(usedMb() - before < LIMIT_MB);
  under.session.dispose();
  await under.session.closed;
});

test('turns that never end are inserted instead of being kept without end', async (context) => {
  const { under, server } = await begun(context);
  for (let i = 0; i < 500; i++) server.send(turn(i, `${String(i)} `, false));
  await hears(under, server, 500);
  const { inserted } = transcribe(under);
  const expected = Array.from({ length: 500 }, (_, i) => String(i)).join('');
  assert.equal(inserted, `${expected}still here`);
  under.session.dispose();
  await under.session.closed;
});

test('text that is no UTF-8 ends the session', async (context) => {
  const { under, server } = await begun(context);
  server.socket.send(Buffer.from([0x22, 0xc3, 0x28, 0xff, 0x22]), { binary: false });
  assert.deepEqual(await under.end(), failed('server-error', true, 'WS_ERR_INVALID_UTF8'));
});

test('what is no message is ignored: deep, binary, foreign, half or strange JSON', async (context) => {
  const { under, server } = await begun(context);
  const deep = 100_000;
  const messages = [
    '['.repeat(deep),
    `${'['.repeat(deep)}${']'.repeat(deep)}`,
    `{"type":"Turn","words":${'[{"text":'.repeat(1000)}1${'}]'.repeat(1000)}}`,
    `${'{"type":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
    '{"type":"Turn","turn_order":',
    '{"__proto__":{"type":"Turn"},"constructor":{"prototype":{"polluted":1}}}',
    '{"type":"__proto__"}',
    '{"type":"Turn","turn_order":1e999,"end_of_turn":true,"transcript":"a"}',
    '{"type":"Turn","turn_order":-1,"end_of_turn":true,"transcript":"a"}',
    '{"type":"Turn","turn_order":0.5,"end_of_turn":true,"transcript":"a"}',
    '{"type":"Turn","turn_order":0,"end_of_turn":true,"transcript":{"toString":"a"}}',
    '{"type":"Begin","id":"b","expires_at":2}',
    'null',
    '',
    '\u0000',
  ];
  for (const message of messages) server.send(message);
  server.socket.send(Buffer.alloc(100_000));
  await hears(under, server, 7);
  assert.deepEqual(
    { turns: under.watch.finals.length, polluted: 'polluted' in {} },
    { turns: 1, polluted: false },
  );
  under.session.dispose();
  await under.session.closed;
});

test('control, escape and bidi characters reach neither the document nor the status bar', async (context) => {
  const { under, server } = await begun(context);
  const controls = String.fromCharCode(
    ...Array(32).keys(),
    ...Array.from({ length: 33 }, (_, i) => 127 + i),
  );
  const hostile = [
    `a${controls}b`,
    '\u001b[2J\u001b]0;title\u0007\u001b[31mred\u001b]8;;command:evil\u0007',
    '\u202e]dlrow[\u2066 x \u2069\u202a',
    '$(error) [click](command:workbench.action.terminal.new) <script>alert(1)</script>',
    '\u0000\u001b\u202e',
  ];
  hostile.forEach((text, order) => {
    server.send(turn(order, text, false));
    server.send(turn(order, text));
  });
  server.send({
    type: 'Turn',
    turn_order: 5,
    end_of_turn: true,
    transcript: '',
    words: [{ text: 'w\u001b[0m\u202e', start: 0, end: 1, word_is_final: true }],
  });
  await under.watch.final(({ text }) => text.startsWith('w'));
  const { inserted, shown } = transcribe(under);
  const forbidden = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;
  assert.doesNotMatch(inserted, forbidden);
  assert.equal(inserted, plainText(inserted));
  assert.ok(inserted.includes('<script>alert(1)</script>') && inserted.endsWith('w[0m'));
  assert.doesNotMatch(shown, /\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\$\(/u);
  under.session.dispose();
  await under.session.closed;
});

test('a turn of more than anybody says in one ends the session, be it in its text or in its words', async (context) => {
  const word = (text: string): object => ({ text, start: 0, end: 1, word_is_final: true });
  const many = Array.from({ length: 1900 }, () => word('swordfish'.repeat(5)));
  const turns = [
    turn(0, 'x'.repeat(20_001)),
    { ...turn(0, ''), words: many },
    { ...turn(0, '', false), words: [word('x'.repeat(200_000))] },
    { ...turn(0, 'short'), words: Array.from({ length: 2001 }, () => word('')) },
  ];
  for (const each of turns) {
    const { under, server } = await begun(context);
    server.send(each);
    assert.deepEqual(
      await under.end(),
      failed('server-error', false, 'it sends more than anybody can say'),
    );
    assert.deepEqual([under.watch.finals, under.watch.partials], [[], []]);
  }
});

test('finals of more than anybody says in the time end the session', async (context) => {
  const { under, server } = await begun(context);
  for (let i = 0; i < 13; i++) server.send(turn(i, 'x'.repeat(20_000)));
  assert.deepEqual(
    await under.end(),
    failed('server-error', false, 'it sends more than anybody can say'),
  );
  assert.ok(under.watch.finals.length <= 2);
});

test('a session is billed no longer than it was by our clock, whatever the server claims', async (context) => {
  for (const claimed of ['9e9', '1e999', '-1', '"9e9"', 'null']) {
    const { under, server } = await begun(context);
    await passTime(under.clock, 60_000);
    under.session.terminate();
    await server.until(1);
    server.send(
      `{"type":"Termination","audio_duration_seconds":${claimed},"session_duration_seconds":${claimed}}`,
    );
    const end = await under.end();
    assert.ok(end.kind === 'terminated');
    assert.ok(end.billedMs >= 60_000 && end.billedMs <= 65_000, claimed);
  }
});

test('no word of the server’s is logged: names, ids, types, close reasons, errors, refusals', async (context) => {
  const said = 'my password is swordfish for KEY-5D1C';
  const scripted = await ScriptedServer.start();
  context.after(() => scripted.close());
  const lines: string[] = [];
  const talks: readonly ((server: Connection) => void)[] = [
    (server) => {
      server.send({ type: 'Begin', id: said, expires_at: 1, configuration: { model: said } });
      server.send({ type: 'swordfish' });
      server.send({ type: said, swordfish: said });
      server.socket.send(Buffer.from(said), { binary: true });
      server.send({ type: 'Termination', swordfish: said });
    },
    (server) => {
      server.send({ type: 'Error', error_code: 3006, error: said });
    },
    (server) => {
      server.send({ type: 'Error', error_code: said, error: { swordfish: said } });
    },
    (server) => {
      server.socket.close(4321, said);
    },
    (server) => {
      server.send(said);
      server.socket.close(1008, said);
    },
    (server) => {
      server.send({ type: 'Begin', id: said, expires_at: 1, configuration: said });
      server.send({ type: 'Warning', warning_code: said, warning: said });
      server.send({ type: 'Warning', warning_code: 1234, warning: { swordfish: said } });
      server.send({ type: 'Heartbeat', swordfish: said, speech_probability: said });
      server.send({ type: 'SpeechStarted', timestamp: said });
      server.send({ ...turn(0, said), language_code: said, words: said, turn_order: said });
      server.socket.close(3000, said);
    },
  ];
  for (const talk of talks) {
    const under = new TestSession(scripted.url, { apiKey: 'key-5d1c0e7a9b' });
    talk(await scripted.connection());
    const end = await under.end();
    assert.ok(end.kind === 'failed');
    lines.push(...under.log.lines, end.detail, end.reason);
  }
  const all = lines.join('\n').toLowerCase();
  assert.match(all, /session: began, model \?, id \?|session: began, model universal/u);
  assert.doesNotMatch(all, /swordfish|key-5d1c/u);
});

test('no word of whoever refuses the connection is told: a proxy, a sign-in page, another server', async (context) => {
  const said = 'swordfish for KEY-5D1C';
  for (const status of [
    101, 200, 301, 302, 307, 400, 401, 403, 404, 407, 410, 429, 500, 502, 511,
  ]) {
    const server = await tcpServer((socket) => {
      socket.once('data', () => {
        socket.end(
          `HTTP/1.1 ${String(status)} ${said}\r\nLocation: https://me:swordfish@evil.example/\r\n` +
            `Proxy-Authenticate: Basic realm="${said}"\r\nConnection: close\r\n\r\n${said}`,
        );
      });
    });
    context.after(() => server.close());
    const under = new TestSession(`ws://${server.address}`, { apiKey: 'key-5d1c0e7a9b' });
    const end = await under.end();
    assert.ok(end.kind === 'failed');
    const { sentence } = failureMessage(
      new DictationError('connection-refused', { detail: end.detail }),
    );
    const told = [...under.log.lines, end.detail, sentence].join('\n');
    assert.doesNotMatch(told, /swordfish|key-5d1c|evil/iu, `${String(status)}: ${told}`);
  }
});

test('the session’s id is logged at its beginning, for whoever asks support', async (context) => {
  const scripted = await ScriptedServer.start();
  context.after(() => scripted.close());
  const under = new TestSession(scripted.url);
  const server = await scripted.connection();
  const id = '12c77068-02b3-4941-a960-275a65230e31';
  server.send({ type: 'Begin', id, expires_at: 1, configuration: { model: 'pro-1' } });
  await under.log.until(`session: began, model pro-1, id ${id}`);
  under.session.dispose();
  await under.session.closed;
});

test('the server’s own words are shown as one harmless line and logged nowhere', async (context) => {
  const { under, server } = await begun(context);
  const words = `secret words\r\n\u001b[31m\u202e[click](command:evil) ${'x '.repeat(100_000)}`;
  server.send({ type: 'Error', error_code: 3006, error: words });
  const end = await under.end();
  assert.ok(end.kind === 'failed');
  const { sentence } = failureMessage(
    new DictationError('setting-rejected', { detail: end.detail }),
  );
  assert.match(
    sentence,
    /^The speech recogniser refused a setting: secret words \[31m \[click\] \(… [x ]+….$/u,
  );
  assert.ok(sentence.length < 300);
  assert.ok(!under.log.lines.join('\n').includes('secret words'));
});

test('after a hostile server the next session is as good as new', async (context) => {
  const { under, server } = await begun(context);
  server.send('x'.repeat(10 * MB));
  await under.end();
  const emulator = await startEmulator();
  context.after(() => emulator.close());
  const next = new TestSession(emulator.url);
  await next.watch.begin();
  next.session.terminate();
  assert.equal((await next.end()).kind, 'terminated');
});

/** Lets the network and the rest of Node go on until `isSo`; the test's own deadline ends it. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

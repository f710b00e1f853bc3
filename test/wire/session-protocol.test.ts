import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  BEGIN_DEADLINE_MS,
  TERMINATION_DEADLINE_MS,
} from '../../src/recognition/assemblyai/streaming-session';
import { CLOSE_DEADLINE_MS } from '../../src/recognition/assemblyai/session-socket';
import { failed, frame, ScriptedServer, TestSession, type Connection } from './session-support';

const BEGIN = { type: 'Begin', id: 's', expires_at: 1000, configuration: { model: 'm' } };
const TERMINATE = '{"type":"Terminate"}';

let server: ScriptedServer;
before(async () => {
  server = await ScriptedServer.start();
});
after(() => server.close());

/** A session and the server's end of its socket. */
async function connect(
  options?: ConstructorParameters<typeof TestSession>[1],
): Promise<{ under: TestSession; peer: Connection }> {
  const arrived = server.connection();
  const under = new TestSession(`${server.url}/asr`, options);
  return { under, peer: await arrived };
}

async function begun(
  options?: ConstructorParameters<typeof TestSession>[1],
): Promise<{ under: TestSession; peer: Connection }> {
  const { under, peer } = await connect(options);
  peer.send(BEGIN);
  await under.watch.begin();
  return { under, peer };
}

function turn(order: number, isEnd: boolean, transcript: string, isFormatted = true): unknown {
  return {
    turn_order: order,
    turn_is_formatted: isFormatted,
    end_of_turn: isEnd,
    transcript,
    words: [],
    type: 'Turn',
  };
}

test('the handshake has the raw key, our parameters and no compression', async () => {
  const { under, peer } = await connect({ apiKey: 'raw key' });
  const { headers, url = '' } = peer.request;
  assert.deepEqual(
    {
      authorization: headers.authorization,
      extensions: headers['sec-websocket-extensions'],
      path: new URL(url, server.url).pathname,
      model: new URL(url, server.url).searchParams.get('speech_model'),
    },
    {
      authorization: 'raw key',
      extensions: undefined,
      path: '/asr',
      model: 'universal-3-6-pro',
    },
  );
  under.session.dispose();
  await under.session.closed;
});

test('without a key there is no Authorization header', async () => {
  const { under, peer } = await connect({ apiKey: '' });
  assert.equal('authorization' in peer.request.headers, false);
  under.session.dispose();
  await under.session.closed;
});

test('frames wait for Begin, go out in messages of at most 1000 ms, and one by one from then on', async () => {
  const { under, peer } = await connect();
  const frames = Array.from({ length: 46 }, (_, i) => frame(i));
  for (const queued of frames.slice(0, 45)) under.session.send(queued);
  peer.send(BEGIN);
  await under.watch.begin();
  const last = frames[45] ?? frame(0);
  under.session.send(last);
  await peer.until(4);

  assert.deepEqual(peer.received, [
    Buffer.concat(frames.slice(0, 20)),
    Buffer.concat(frames.slice(20, 40)),
    Buffer.concat(frames.slice(40, 45)),
    frame(45),
  ]);
  assert.deepEqual(last, frame(45), 'sending leaves the frame as it was');
  under.session.dispose();
  await under.session.closed;
});

test('a frame that is not 50 ms is refused and logged, never sent', async () => {
  const { under, peer } = await begun();
  under.session.send(Buffer.alloc(1598));
  under.session.send(frame(1));
  await peer.until(1);
  assert.deepEqual(peer.received, [frame(1)]);
  assert.ok(under.log.lines.includes('session: refused a frame of 1598 bytes, not 50 ms'));
  under.session.dispose();
  await under.session.closed;
});

test('Terminate before Begin is kept until Begin, behind the queued audio', async () => {
  const { under, peer } = await connect();
  under.session.send(frame(1));
  under.session.terminate();
  under.session.send(frame(2));
  peer.send(BEGIN);
  await peer.until(2);
  peer.send({ type: 'Termination', audio_duration_seconds: 1, session_duration_seconds: 2 });

  assert.deepEqual(await under.end(), { kind: 'terminated', billedMs: 2000 });
  assert.deepEqual(peer.received, [frame(1), TERMINATE]);
  assert.equal(under.watch.course, 'begin end');
  assert.equal(under.clock.pending, 0);
});

test('Begin that never comes ends the session at the deadline, and the server is told', async () => {
  const { under, peer } = await connect();
  const closed = new Promise((resolve) => peer.socket.once('close', resolve));
  // The server may have upgraded a moment before the client has read it.
  peer.send({ type: 'Silence' });
  await under.log.until('type Silence');
  await under.clock.advance(BEGIN_DEADLINE_MS - 1);
  assert.deepEqual(under.watch.events, []);
  await under.clock.advance(1);
  assert.deepEqual(await under.end(), failed('begin-timeout', true));
  assert.equal(await closed, 1000);
  assert.deepEqual(peer.received, [TERMINATE]);
  assert.equal(under.clock.pending, 0);
});

test('Termination that never comes ends the session at its deadline, turns until then delivered', async () => {
  const { under, peer } = await begun();
  under.session.terminate();
  await peer.until(1);
  peer.send(turn(0, true, 'said'));
  await under.watch.final();
  await under.clock.advance(TERMINATION_DEADLINE_MS - 1);
  assert.equal(under.watch.course, 'begin text');
  await under.clock.advance(1);
  assert.deepEqual(await under.end(), failed('termination-timeout', true));
  assert.equal(under.clock.pending, 0);
});

test('a backlog that the server has yet to hear prolongs the wait for Termination', async () => {
  const { under, peer } = await connect();
  for (let i = 0; i < 80; i++) under.session.send(frame(i));
  peer.send(BEGIN);
  await under.watch.begin();
  await under.clock.advance(1000);
  under.session.terminate();
  await under.clock.advance(TERMINATION_DEADLINE_MS + 2999);
  assert.equal(under.watch.course, 'begin');
  await under.clock.advance(1);
  assert.deepEqual(await under.end(), failed('termination-timeout', true));
});

test('a clean close in place of Termination counts as terminated, with a duration of our own', async () => {
  for (const code of [1000, undefined]) {
    const { under, peer } = await begun();
    under.session.send(frame(1));
    await under.clock.advance(300);
    under.session.terminate();
    await peer.until(2);
    peer.socket.close(code);
    assert.deepEqual(await under.end(), { kind: 'terminated', billedMs: 300 });
  }
});

test('a close that we did not ask for is a lost connection, however clean', async () => {
  const { under, peer } = await begun();
  peer.socket.close(1000);
  assert.deepEqual(await under.end(), failed('connection-lost', true, 'close code 1000'));
});

test('a Termination that we did not ask for is a lost connection', async () => {
  const { under, peer } = await begun();
  peer.send({ type: 'Termination', audio_duration_seconds: 1, session_duration_seconds: 2 });
  assert.deepEqual(
    await under.end(),
    failed('connection-lost', true, 'the server ended the session'),
  );
});

test('a server that does not answer the close is dropped at the deadline', async () => {
  const { under, peer } = await begun();
  under.session.terminate();
  await peer.until(1);
  peer.send({ type: 'Termination', audio_duration_seconds: 0, session_duration_seconds: 0 });
  peer.socket.pause();
  await under.watch.end();
  let isClosed = false;
  void under.session.closed.then(() => {
    isClosed = true;
  });
  await under.clock.advance(CLOSE_DEADLINE_MS - 1);
  assert.equal(isClosed, false);
  await under.clock.advance(1);
  await under.session.closed;
  assert.equal(under.clock.pending, 0);
});

test('the Error frame tells why, not the close code that follows; the key is not in its words', async () => {
  const { under, peer } = await connect({ apiKey: 'secret-key' });
  peer.send({ error: 'Unauthorized Connection: secret-key is disabled' });
  peer.socket.close(4321);
  assert.deepEqual(await under.end(), failed('account-refused', false, '… is disabled'));
  assert.equal(under.watch.course, 'end');
  assert.equal(under.log.lines.join('\n').includes('secret-key'), false);
});

test('unknown, malformed, binary and untimely messages are ignored', async () => {
  const { under, peer } = await begun();
  peer.socket.send(Buffer.from([1, 2, 3]));
  for (const text of ['', '{', '[]', '{"type":"Turn"}', '{"type":"Silence"}', '"x"'])
    peer.send(text);
  peer.send(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  peer.send({ ...BEGIN, id: 'again' });
  peer.send(turn(0, false, 'one'));
  await under.watch.partial();
  assert.deepEqual(
    under.watch.events.map(({ kind }) => kind),
    ['begin', 'partial'],
  );
  under.session.dispose();
  await under.session.closed;
});

test('a message beyond all measure, or text that is not UTF-8, ends the session as a server error', async () => {
  const long = await begun();
  long.peer.send('x'.repeat(2 * 1024 * 1024));
  assert.deepEqual(
    await long.under.end(),
    failed('server-error', true, 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'),
  );
  const garbled = await begun();
  garbled.peer.socket.send(Buffer.from([0xff, 0xfe]), { binary: false });
  assert.deepEqual(await garbled.under.end(), failed('server-error', true, 'WS_ERR_INVALID_UTF8'));
});

test('only of a model that formats afterwards, the second version of a turn is final', async () => {
  const table = [
    { model: 'universal-streaming-english', formatTurns: true, expected: 'A b.' },
    { model: 'universal-streaming-english', formatTurns: false, expected: 'a b' },
    { model: 'universal-3-6-pro', formatTurns: true, expected: 'a b' },
    { model: 'whisper-rt', formatTurns: true, expected: 'a b' },
  ];
  for (const { model, formatTurns, expected } of table) {
    const { under, peer } = await connect({ recognition: { formatTurns } });
    // The server's word on the model counts, not what was asked for.
    peer.send({ ...BEGIN, configuration: { model } });
    peer.send(turn(0, false, 'a b', false));
    peer.send(turn(0, true, 'a b', false));
    peer.send(turn(0, true, 'A b.', true));
    peer.send(turn(1, true, 'C.', true));
    await under.watch.final(({ text }) => text === 'C.');
    assert.deepEqual(
      under.watch.finals.map(({ text }) => text),
      [expected, 'C.'],
      `${model} ${String(formatTurns)}`,
    );
    under.session.dispose();
    await under.session.closed;
  }
});

test('force endpoint goes out only while the session listens', async () => {
  const { under, peer } = await connect();
  under.session.forceEndpoint();
  peer.send(BEGIN);
  await under.watch.begin();
  under.session.forceEndpoint();
  under.session.terminate();
  under.session.forceEndpoint();
  await peer.until(2);
  peer.socket.close(1000);
  await under.end();
  under.session.forceEndpoint();
  assert.deepEqual(peer.received, ['{"type":"ForceEndpoint"}', TERMINATE]);
});

test('changed settings go out once, at Begin when it is still to come; the rest is named', async () => {
  const { under, peer } = await connect();
  const recognition = { ...under.recognition, keyterms: ['sox'], filterProfanity: true };
  assert.deepEqual(under.session.update(recognition), ['recognition.filterProfanity']);
  under.session.send(frame(1));
  peer.send({ ...BEGIN, configuration: { model: 'universal-3-6-pro' } });
  await under.watch.begin();
  assert.deepEqual(under.session.update(recognition), ['recognition.filterProfanity']);
  assert.deepEqual(under.session.update({ ...recognition, mode: 'max_accuracy' }), [
    'recognition.filterProfanity',
  ]);
  under.session.terminate();
  assert.deepEqual(under.session.update({ ...recognition, mode: 'balanced' }), [
    'recognition.filterProfanity',
    'recognition.mode',
  ]);
  await peer.until(4);
  peer.socket.close(1000);
  await under.end();
  assert.deepEqual(peer.received, [
    '{"type":"UpdateConfiguration","keyterms_prompt":["sox"]}',
    frame(1),
    '{"type":"UpdateConfiguration","mode":"max_accuracy","interruption_delay":0}',
    TERMINATE,
  ]);
});

test('disposing sends Terminate, drops the queue and tells nothing more', async () => {
  const { under, peer } = await begun();
  const closed = new Promise((resolve) => peer.socket.once('close', resolve));
  under.session.send(frame(1));
  under.session.dispose();
  under.session.send(frame(2));
  under.session.dispose();
  peer.send(turn(0, true, 'late'));
  await under.session.closed;
  assert.equal(await closed, 1000);
  assert.deepEqual(peer.received, [frame(1), TERMINATE]);
  assert.equal(under.watch.course, 'begin');
  assert.equal(under.clock.pending, 0);
});

test('nothing that was said is in the log', async () => {
  const { under, peer } = await begun();
  peer.send(turn(0, true, 'confidential words'));
  peer.send({ type: 'confidential type' });
  await under.watch.final();
  under.session.dispose();
  await under.session.closed;
  assert.deepEqual(
    under.log.lines.filter((line) => line.includes('confidential')),
    [],
  );
});

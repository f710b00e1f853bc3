import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { TranscriptionSession } from '../../src/core/recognition';
import type { RecognitionSettings } from '../../src/core/settings';
import { SessionWatch } from './session-watch';

/** One session with its server, in the hands of a test. Audio is 16 kHz `pcm_s16le`. */
export interface SessionHarness {
  readonly recognition: RecognitionSettings;
  /** Opens the session; the server does not say Begin by itself. */
  connect(): TranscriptionSession;
  /** Lets the server say Begin. */
  begin(): Promise<void>;
  /** Sends speech to the begun session and lets the server make one final of it. */
  speak(session: TranscriptionSession): void;
  /** Lets the server answer Terminate, which it has been sent or will be. */
  answerTerminate(): void;
  /** Lets the server end the begun session because it has become too old. */
  expire(): Promise<void>;
  /** Resolves with all audio that the server has received, once it is at least so much. */
  audio(bytes: number): Promise<Uint8Array>;
  /** Lets go of session and server. */
  close(): Promise<void>;
}

/** What every {@link TranscriptionSession} does, the real one and the fake alike. */
export function sessionContract(name: string, makeHarness: () => Promise<SessionHarness>): void {
  function contract(
    behaviour: string,
    body: (harness: SessionHarness, context: TestContext) => Promise<void>,
  ): void {
    test(`${name}: ${behaviour}`, async (context) => {
      const harness = await makeHarness();
      try {
        await body(harness, context);
      } finally {
        await harness.close();
      }
    });
  }

  contract('nothing is told before Begin, which is told once', async (harness) => {
    const session = harness.connect();
    const watch = new SessionWatch(session);
    assert.deepEqual(watch.events, []);
    await harness.begin();
    const begin = await watch.begin();
    assert.deepEqual(watch.events, [{ kind: 'begin', begin }]);
  });

  contract('audio from before Begin arrives, in order, and then what follows', async (harness) => {
    const session = harness.connect();
    const watch = new SessionWatch(session);
    const frames = Array.from({ length: 30 }, (_, i) => Buffer.alloc(1600, i));
    for (const frame of frames.slice(0, 25)) session.send(frame);
    await harness.begin();
    await watch.begin();
    for (const frame of frames.slice(25)) session.send(frame);
    const expected = Buffer.concat(frames);
    assert.deepEqual(Buffer.from(await harness.audio(expected.length)), expected);
  });

  contract('speech becomes a final, then Terminate ends the session once', async (harness) => {
    const session = harness.connect();
    const watch = new SessionWatch(session);
    await harness.begin();
    await watch.begin();
    harness.speak(session);
    await watch.turn(({ isEnd }) => isEnd);
    session.terminate();
    harness.answerTerminate();
    const end = await watch.end();
    await session.closed;
    session.terminate();
    session.dispose();
    assert.deepEqual(
      { kind: end.kind, course: watch.course },
      { kind: 'terminated', course: 'begin turn end' },
    );
  });

  contract('Terminate before Begin drains what was said before it', async (harness) => {
    const session = harness.connect();
    const watch = new SessionWatch(session);
    const said = Buffer.alloc(1600, 1);
    session.send(said);
    session.terminate();
    session.send(Buffer.alloc(1600, 2));
    await harness.begin();
    await watch.begin();
    harness.answerTerminate();
    const end = await watch.end();
    await session.closed;
    assert.deepEqual(
      { kind: end.kind, audio: Buffer.from(await harness.audio(said.length)) },
      { kind: 'terminated', audio: said },
    );
  });

  contract('a failure ends the session once, and is the last that is told', async (harness) => {
    const session = harness.connect();
    const watch = new SessionWatch(session);
    await harness.begin();
    await watch.begin();
    await harness.expire();
    const end = await watch.end();
    await session.closed;
    session.send(Buffer.alloc(1600));
    session.forceEndpoint();
    session.terminate();
    session.dispose();
    assert.deepEqual(
      { reason: end.kind === 'failed' ? end.error.reason : end.kind, course: watch.course },
      { reason: 'session-expired', course: 'begin end' },
    );
  });

  contract('a session disposed before Begin tells nothing and closes', async (harness) => {
    const session = harness.connect();
    const watch = new SessionWatch(session);
    session.send(Buffer.alloc(1600));
    session.forceEndpoint();
    session.dispose();
    session.dispose();
    await session.closed;
    assert.deepEqual(watch.events, []);
  });

  contract('a session disposed while it listens tells nothing more and closes', async (harness) => {
    const session = harness.connect();
    const watch = new SessionWatch(session);
    await harness.begin();
    await watch.begin();
    harness.speak(session);
    session.dispose();
    await session.closed;
    assert.equal(watch.course, 'begin');
  });

  contract('settings that do not differ need no next session', async (harness) => {
    const session = harness.connect();
    const watch = new SessionWatch(session);
    await harness.begin();
    await watch.begin();
    assert.deepEqual(session.update({ ...harness.recognition }), []);
  });
}

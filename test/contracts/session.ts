import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { FailureReason } from '../../src/core/failure';
import type { TranscriptionSession } from '../../src/core/recognition';
import type { RecognitionSettings } from '../../src/core/settings';
import { SessionWatch } from './session-watch';

/** One session with its recogniser, in the hands of a test. Audio is 16 kHz `pcm_s16le`. */
export interface SessionHarness {
  readonly recognition: RecognitionSettings;
  /** Opens the session; it does not begin by itself. */
  connect(): TranscriptionSession;
  /** Lets it begin. */
  begin(): Promise<void>;
  /** Sends speech to the begun session and lets the recogniser make one final of it. */
  speak(session: TranscriptionSession): void;
  /** Sends speech of which the recogniser tells some, but no end. */
  speakOn(session: TranscriptionSession): void;
  /** Lets the recogniser confirm the end that it has been asked for, or will be. */
  confirmEnd(): void;
  /** Lets the begun session fail. @returns as what */
  fail(): Promise<FailureReason>;
  /** Resolves with all audio that the recogniser has got, once it is at least so much. */
  audio(bytes: number): Promise<Uint8Array>;
  /** Lets go of session and recogniser. */
  close(): Promise<void>;
}

/** What every {@link TranscriptionSession} does, of whatever provider, the fakes alike. */
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

  contract('nothing is told, and nothing billed, before it begins, once', async (harness) => {
    const session = harness.connect();
    const watch = new SessionWatch(session);
    assert.deepEqual(
      { told: watch.events, billedMs: session.billedMs, unfinished: session.unfinished },
      { told: [], billedMs: 0, unfinished: [] },
    );
    await harness.begin();
    const begin = await watch.begin();
    assert.deepEqual(watch.events, [{ kind: 'begin', begin }]);
  });

  contract(
    'audio from before the beginning arrives, in order, then what follows',
    async (harness) => {
      const session = harness.connect();
      const watch = new SessionWatch(session);
      const frames = Array.from({ length: 30 }, (_, i) => Buffer.alloc(1600, i));
      for (const frame of frames.slice(0, 25)) session.send(frame);
      await harness.begin();
      await watch.begin();
      for (const frame of frames.slice(25)) session.send(frame);
      const expected = Buffer.concat(frames);
      assert.deepEqual(Buffer.from(await harness.audio(expected.length)), expected);
    },
  );

  contract(
    'speech becomes one final, after its turn’s end, then the end comes once',
    async (harness) => {
      const session = harness.connect();
      const watch = new SessionWatch(session);
      await harness.begin();
      await watch.begin();
      harness.speak(session);
      const { turn, text } = await watch.final();
      session.terminate();
      harness.confirmEnd();
      const end = await watch.end();
      await session.closed;
      session.terminate();
      session.dispose();
      const ends = watch.events.flatMap((event) =>
        event.kind === 'turn-end' || event.kind === 'final' ? [event.kind] : [],
      );
      assert.deepEqual(
        {
          kind: end.kind,
          course: watch.course,
          ends,
          told: watch.events.find(({ kind }) => kind === 'turn-end'),
          isBlank: text.trim() === '',
          unfinished: session.unfinished.filter((each) => each.text !== ''),
        },
        {
          kind: 'terminated',
          course: 'begin text end',
          ends: ['turn-end', 'final'],
          told: { kind: 'turn-end', turn, shortestPauseMs: watch.shortestPauseMs },
          isBlank: false,
          unfinished: [],
        },
      );
    },
  );

  contract(
    'an end asked for before the beginning drains what was said before it',
    async (harness) => {
      const session = harness.connect();
      const watch = new SessionWatch(session);
      const said = Buffer.alloc(1600, 1);
      session.send(said);
      session.terminate();
      session.send(Buffer.alloc(1600, 2));
      await harness.begin();
      await watch.begin();
      harness.confirmEnd();
      const end = await watch.end();
      await session.closed;
      assert.deepEqual(
        { kind: end.kind, audio: Buffer.from(await harness.audio(said.length)) },
        { kind: 'terminated', audio: said },
      );
    },
  );

  contract('a failure ends the session once, and is the last that is told', async (harness) => {
    const session = harness.connect();
    const watch = new SessionWatch(session);
    await harness.begin();
    await watch.begin();
    const reason = await harness.fail();
    const end = await watch.end();
    await session.closed;
    session.send(Buffer.alloc(1600));
    session.forceEndpoint();
    session.terminate();
    session.dispose();
    assert.deepEqual(
      { reason: end.kind === 'failed' ? end.error.reason : end.kind, course: watch.course },
      { reason, course: 'begin end' },
    );
  });

  contract('what is heard of a turn that a failure cut off can still be had', async (harness) => {
    const session = harness.connect();
    const watch = new SessionWatch(session);
    await harness.begin();
    await watch.begin();
    harness.speakOn(session);
    const shown = await watch.partial();
    await harness.fail();
    await watch.end();
    assert.deepEqual(
      { text: session.unfinished.map(({ text }) => text).join(' '), finals: watch.finals },
      { text: watch.partials.at(-1) ?? shown, finals: [] },
    );
  });

  contract('a session disposed before it begins tells nothing and closes', async (harness) => {
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

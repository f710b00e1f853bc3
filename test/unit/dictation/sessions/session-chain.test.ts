import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayGoOn } from '../../../../src/recognition/assemblyai/failures';
import { DictationError } from '../../../../src/core/failure';
import type { SessionEnd, Word } from '../../../../src/core/recognition';
import { Journal } from '../../../../src/dictation/sessions/journal';
import { DRAIN_RETRY_MS } from '../../../../src/dictation/sessions/reconnect-policy';
import { PACE_INTERVAL_MS, SessionChain } from '../../../../src/dictation/sessions/session-chain';
import { FakeSession } from '../../../contracts/fake-session';
import { settle, VirtualClock } from '../../../contracts/virtual-clock';
import { SETTINGS } from '../rig';

const LOST = new DictationError('connection-lost', { retryable: true });

class ChainRig {
  readonly clock = new VirtualClock();
  readonly journal: Journal;
  readonly sessions: FakeSession[] = [];
  readonly events: string[] = [];
  readonly finals: string[] = [];
  readonly ends: SessionEnd[] = [];
  readonly chain: SessionChain;
  mayHaveSpeech = false;

  constructor(limitMs?: number) {
    this.journal = new Journal(limitMs);
    this.chain = new SessionChain({
      clock: this.clock,
      journal: this.journal,
      random: () => 0,
      mayGoOn,
      mayHaveSpeech: () => this.mayHaveSpeech,
      connect: () => {
        const session = new FakeSession(
          {
            recognition: SETTINGS.recognition,
            sampleRate: 16000,
            encoding: 'pcm_s16le',
          },
          this.clock,
        );
        this.sessions.push(session);
        return session;
      },
    });
    this.chain.onDidBegin(() => this.events.push('begin'));
    this.chain.onDidDrop((error) => this.events.push(`drop ${error.reason}`));
    this.chain.onDidTranscribe((event) => {
      if (event.kind === 'final') this.finals.push(event.final.text);
    });
    this.chain.onDidEnd((end) => {
      this.events.push('end');
      this.ends.push(end);
    });
  }

  get session(): FakeSession {
    const session = this.sessions.at(-1);
    if (session === undefined) throw new Error('no session');
    return session;
  }

  /** Records `count` frames, each filled with its own number. */
  record(count: number): void {
    for (let n = 0; n < count; n++) {
      this.journal.append(Uint8Array.of(this.journal.endIndex % 256));
      this.chain.advance();
    }
  }

  /** How many frames the newest session had got, each time it was asked to end the turn. */
  get askedAfter(): readonly number[] {
    let sent = 0;
    return this.session.calls.flatMap(({ kind }) => {
      if (kind === 'send') sent++;
      return kind === 'forceEndpoint' ? [sent] : [];
    });
  }

  /** The numbers of the frames that the newest session was sent. */
  get sent(): readonly number[] {
    return [...this.session.audio];
  }
}

function numbers(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function word(text: string, startMs: number, endMs: number): Word {
  return { text, startMs, endMs };
}

test('frames wait for Begin, then go out in order', () => {
  const rig = new ChainRig();
  rig.record(5);
  assert.deepEqual(rig.sent, []);
  rig.session.begin();
  assert.deepEqual(rig.sent, numbers(0, 5));
  rig.record(2);
  assert.deepEqual(rig.sent, numbers(0, 7));
  rig.chain.dispose();
});

test('after a cut, the new session gets everything that no final covers, and goes on', async () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.record(40);
  // No pause can be found in such audio, so the turn is heard again.
  rig.session.turn({
    order: 0,
    transcript: 'First.',
    words: [word('First.', 200, 1000)],
    isEnd: true,
  });
  rig.session.turn({ order: 1, transcript: 'sec' });
  rig.session.end({ kind: 'failed', error: LOST });
  rig.record(10);
  await rig.clock.advance(250);
  assert.equal(rig.sessions.length, 2);
  rig.session.begin();
  assert.deepEqual(rig.sent, numbers(0, 50));
  rig.session.turn({
    order: 0,
    transcript: 'First second.',
    words: [word('First', 250, 1020), word('second.', 1200, 1500)],
    isEnd: true,
  });
  assert.deepEqual(rig.finals, ['First.', 'second.']);
  assert.deepEqual(rig.events, ['begin', 'drop connection-lost', 'begin']);
  rig.chain.dispose();
});

test('the same word said again in the same session is written again', () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.record(40);
  for (const order of [0, 1]) {
    rig.session.turn({
      order,
      transcript: 'no',
      words: [word('no', 200, 1000)],
      isEnd: true,
    });
  }
  assert.deepEqual(rig.finals, ['no', 'no']);
  rig.chain.dispose();
});

test('a turn that had ended and only waited for its formatted version lands at the cut', async () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.record(30);
  rig.session.turn({
    order: 0,
    transcript: 'raw text',
    words: [word('raw', 0, 400), word('text', 500, 1000)],
    isEnd: true,
    awaitsFormatting: true,
  });
  rig.session.end({ kind: 'failed', error: LOST });
  await settle();
  assert.deepEqual(rig.finals, ['raw text']);
  rig.chain.dispose();
  assert.equal(rig.clock.pending, 0);
});

test('retries wait 250 ms doubling to 8 s, and start over once a session has ended a turn', async () => {
  const rig = new ChainRig();
  const opened: number[] = [];
  for (let i = 0; i < 7; i++) {
    const before = rig.sessions.length;
    rig.session.end({ kind: 'failed', error: LOST });
    const sinceMs = rig.clock.now();
    while (rig.sessions.length === before) {
      await rig.clock.advance(50);
    }
    opened.push(rig.clock.now() - sinceMs);
  }
  assert.deepEqual(opened, [250, 500, 1000, 2000, 4000, 8000, 8000]);
  rig.session.begin();
  rig.session.turn({ order: 0, transcript: 'It works.', isEnd: true });
  rig.session.end({ kind: 'failed', error: LOST });
  await rig.clock.advance(250);
  assert.equal(rig.sessions.length, 9);
  rig.chain.dispose();
});

for (const [name, livesMs, waitMs] of [
  ['tell an empty partial and close are opened less and less often', 0, 4000],
  ['live for a while, though nobody speaks, are replaced soon', 10_000, 250],
] as const) {
  test(`sessions that begin and ${name}`, async () => {
    const rig = new ChainRig();
    const loseOne = async (): Promise<void> => {
      rig.session.begin();
      await rig.clock.advance(livesMs);
      rig.session.turn({ order: 0 });
      rig.session.end({ kind: 'failed', error: LOST });
    };
    for (let n = 0; n < 4; n++) {
      await loseOne();
      await rig.clock.advance(8000);
    }
    const before = rig.sessions.length;
    await loseOne();
    const sinceMs = rig.clock.now();
    while (rig.sessions.length === before) await rig.clock.advance(50);
    assert.equal(rig.clock.now() - sinceMs, waitMs);
    rig.chain.dispose();
  });
}

test('an error that a retry cannot mend ends the chain at once, with the last partial', () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.session.turn({ order: 0, transcript: 'last words' });
  const error = new DictationError('key-rejected');
  rig.session.end({ kind: 'failed', error });
  assert.deepEqual(rig.finals, ['last words']);
  assert.deepEqual(rig.ends, [{ kind: 'failed', error }]);
  assert.equal(rig.clock.pending, 0);
});

test('a word that such an error may have cut is left, with its audio, for another try', () => {
  const rig = new ChainRig();
  rig.mayHaveSpeech = true;
  rig.session.begin();
  rig.record(40);
  const words = [word('last', 500, 700), word('wor', 800, 1000)];
  rig.session.turn({ order: 0, transcript: 'last wor', words });
  rig.session.end({ kind: 'failed', error: new DictationError('key-rejected') });
  assert.deepEqual(
    [rig.finals, rig.journal.startIndex, rig.chain.replayed],
    [['last'], 0, { untilMs: 700, words: ['last'] }],
  );
});

test('a final without word times covers nothing that was only just sent in a replay', () => {
  const rig = new ChainRig();
  rig.record(1000);
  rig.session.begin();
  rig.session.turn({ order: 0, transcript: 'Hello.', isEnd: true });
  assert.deepEqual([rig.sent.length, rig.journal.startIndex], [1000, 0]);
  rig.chain.dispose();
});

test('what was recorded while we did not run is not taken for heard, however late it is sent', async () => {
  const rig = new ChainRig(100_000);
  rig.session.begin();
  rig.record(20);
  await rig.clock.advance(300_000);
  rig.record(2000);
  assert.deepEqual([rig.events, rig.journal.startIndex], [['begin', 'end'], 0]);
});

test('a session that the server ends although nobody asked is followed by another', async () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.session.end();
  await rig.clock.advance(250);
  assert.deepEqual(rig.events, ['begin', 'drop connection-lost']);
  assert.equal(rig.sessions.length, 2);
  rig.chain.dispose();
});

test('an expired session is replaced at once', async () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.session.end({
    kind: 'failed',
    error: new DictationError('session-expired', { retryable: true, retryAfterMs: 0 }),
  });
  await rig.clock.advance(0);
  assert.equal(rig.sessions.length, 2);
  rig.chain.dispose();
});

test('terminating sends the rest, and the server’s confirmation ends the chain', () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.record(3);
  rig.chain.terminate();
  assert.deepEqual(rig.session.calls.at(-1), { kind: 'terminate' });
  rig.session.turn({ order: 0, transcript: 'Done.', isEnd: true });
  rig.session.end();
  assert.deepEqual(rig.finals, ['Done.']);
  assert.deepEqual(rig.events, ['begin', 'end']);
});

test('terminating before Begin waits for it, then sends everything and terminates', () => {
  const rig = new ChainRig();
  rig.record(3);
  rig.chain.terminate();
  assert.equal(rig.session.calls.length, 0);
  rig.session.begin();
  assert.deepEqual(rig.sent, numbers(0, 3));
  assert.deepEqual(rig.session.calls.at(-1), { kind: 'terminate' });
  rig.chain.dispose();
});

test('a session lost while draining is retried, and its unfinished turn recognised again', async () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.record(20);
  rig.session.turn({ order: 0, transcript: 'half' });
  rig.chain.terminate();
  rig.session.end({ kind: 'failed', error: LOST });
  await rig.clock.advance(250);
  rig.session.begin();
  assert.deepEqual(rig.sent, numbers(0, 20));
  assert.deepEqual(rig.session.calls.at(-1), { kind: 'terminate' });
  rig.session.turn({ order: 0, transcript: 'Half and half.', isEnd: true });
  rig.session.end();
  assert.deepEqual(rig.finals, ['Half and half.']);
});

test('while draining, retries end after a while, and the audio stays in the journal', async () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.record(20);
  rig.chain.terminate();
  for (let i = 0; i < 50 && rig.ends.length === 0; i++) {
    if (rig.session.isOpen) rig.session.end({ kind: 'failed', error: LOST });
    await rig.clock.advance(DRAIN_RETRY_MS / 10);
  }
  assert.deepEqual(rig.ends, [{ kind: 'failed', error: LOST }]);
  assert.equal(rig.journal.keptMs, 1000);
  assert.equal(rig.clock.pending, 0);
});

test('an outage longer than the journal ends the chain', () => {
  const rig = new ChainRig(500);
  rig.session.begin();
  rig.record(4);
  rig.session.end({ kind: 'failed', error: LOST });
  rig.record(5);
  assert.deepEqual(rig.ends, []);
  rig.record(1);
  assert.equal(rig.clock.pending, 0);
  assert.equal(rig.journal.keptMs, 500);
  assert.deepEqual(rig.ends, [{ kind: 'failed', error: LOST }]);
});

test('ten minutes of silence in a working session do not end it, and are forgotten but for the last', async () => {
  const rig = new ChainRig(100_000);
  rig.session.begin();
  for (let second = 0; second < 150; second++) {
    rig.record(20);
    await rig.clock.advance(1000);
  }
  assert.deepEqual(rig.ends, []);
  assert.ok(rig.journal.keptMs <= 100_000);
  rig.chain.dispose();
});

test('a network that never keeps up ends the chain when the journal is full, with all that is not heard', async () => {
  const rig = new ChainRig(100_000);
  rig.session.begin();
  rig.session.isCongested = true;
  for (let second = 0; second < 110 && rig.ends.length === 0; second++) {
    rig.record(20);
    await rig.clock.advance(1000);
  }
  assert.deepEqual(
    rig.ends.map((end) => (end.kind === 'failed' ? end.error.reason : end.kind)),
    ['connection-lost'],
  );
  assert.equal(rig.journal.keptMs, 100_000);
  assert.equal(rig.clock.pending, 0);
});

test('what a long replay sent ahead is not taken for heard', async () => {
  const rig = new ChainRig(300_000);
  rig.record(5900);
  rig.session.begin();
  for (let second = 0; second < 20; second++) {
    rig.record(20);
    await rig.clock.advance(1000);
  }
  // 200 s and more were sent in 20 s; none of it is old enough to be in no unfinished turn.
  assert.equal(rig.journal.startIndex, 0);
  rig.chain.dispose();
});

test('once a session has begun, a network that refuses for a while is retried', async () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.session.end({ kind: 'failed', error: LOST });
  await rig.clock.advance(250);
  rig.session.end({ kind: 'failed', error: new DictationError('connection-refused') });
  await rig.clock.advance(1000);
  assert.equal(rig.sessions.length, 3);
  rig.chain.dispose();
});

test('a network that does not keep up is not given more, and gets the rest when it has', async () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.record(2);
  rig.session.isCongested = true;
  rig.record(3);
  assert.deepEqual(rig.sent, numbers(0, 2));
  rig.session.isCongested = false;
  await rig.clock.advance(PACE_INTERVAL_MS);
  assert.deepEqual(rig.sent, numbers(0, 5));
  rig.chain.dispose();
});

test('nothing of a session that was replaced is taken any more', async () => {
  const rig = new ChainRig();
  rig.session.begin();
  const [first] = rig.sessions;
  rig.session.end({ kind: 'failed', error: LOST });
  await rig.clock.advance(250);
  first?.turn({ order: 0, transcript: 'Late.', isEnd: true });
  assert.deepEqual(rig.finals, []);
  rig.chain.dispose();
});

test('the turn is asked to end at once where everything has been sent', () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.record(4);
  rig.chain.forceEndpoint();
  rig.chain.forceEndpoint();
  rig.record(2);
  assert.deepEqual(rig.askedAfter, [4]);
});

for (const [name, begins] of [
  ['has not begun', false],
  ['does not keep up', true],
] as const) {
  test(`the turn is asked to end with what had been said by then, where the session ${name}`, () => {
    const rig = new ChainRig();
    if (begins) rig.session.begin();
    rig.session.isCongested = true;
    rig.record(4);
    rig.chain.forceEndpoint();
    rig.record(3);
    rig.chain.forceEndpoint();
    rig.record(1);
    assert.deepEqual(rig.askedAfter, []);
    rig.session.isCongested = false;
    if (begins) rig.chain.advance();
    else rig.session.begin();
    assert.deepEqual(rig.askedAfter, [4, 7]);
    assert.deepEqual(rig.sent, numbers(0, 8));
  });
}

test('between two sessions, the next one is asked', async () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.record(2);
  rig.session.end({ kind: 'failed', error: LOST });
  rig.record(2);
  rig.chain.forceEndpoint();
  rig.record(2);
  await rig.clock.advance(1000);
  rig.session.begin();
  assert.deepEqual([rig.sessions.length, rig.askedAfter], [2, [4]]);
});

test('a turn that is heard again is asked to end where the person ended it, until it is not heard again', async () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.record(4);
  rig.chain.forceEndpoint();
  rig.record(2);
  rig.session.end({ kind: 'failed', error: LOST });
  await rig.clock.advance(1000);
  rig.session.begin();
  assert.deepEqual(rig.askedAfter, [4]);
  rig.chain.park();
  rig.session.end();
  rig.record(60);
  rig.chain.wake(2000);
  rig.session.begin();
  assert.deepEqual([rig.sessions.length, rig.askedAfter], [3, []]);
});

test('while nobody speaks and no session is open, there is no turn to end', () => {
  const rig = new ChainRig();
  rig.session.begin();
  rig.record(4);
  rig.chain.park();
  rig.session.end();
  rig.record(4);
  rig.chain.forceEndpoint();
  rig.chain.wake(0);
  rig.session.begin();
  rig.record(4);
  assert.deepEqual([rig.sessions.length, rig.askedAfter], [2, []]);
});

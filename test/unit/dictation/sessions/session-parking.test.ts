import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayGoOn } from '../../../../src/recognition/assemblyai/failures';
import { DictationError } from '../../../../src/core/failure';
import type { SessionEnd } from '../../../../src/core/recognition';
import { Journal } from '../../../../src/dictation/sessions/journal';
import { SessionChain } from '../../../../src/dictation/sessions/session-chain';
import type { BilledSession } from '../../../../src/dictation/sessions/session-record';
import { FakeSession } from '../../../contracts/fake-session';
import { VirtualClock } from '../../../contracts/virtual-clock';
import { SETTINGS } from '../rig';

const LOST = new DictationError('connection-lost', { retryable: true });
const TERMINATED: SessionEnd = { kind: 'terminated' };

/** A chain whose frames are filled with their own number, 50 ms of clock each. */
class ParkingRig {
  readonly clock = new VirtualClock();
  readonly journal = new Journal();
  readonly sessions: FakeSession[] = [];
  readonly events: string[] = [];
  readonly bills: BilledSession[] = [];
  mayHaveSpeech = false;
  readonly chain = new SessionChain({
    clock: this.clock,
    journal: this.journal,
    random: () => 0,
    mayGoOn,
    mayHaveSpeech: () => this.mayHaveSpeech,
    connect: () => {
      const { recognition } = SETTINGS;
      const session = new FakeSession(
        {
          recognition,
          sampleRate: 16000,
          encoding: 'pcm_s16le',
        },
        this.clock,
      );
      this.sessions.push(session);
      return session;
    },
  });

  constructor() {
    this.chain.onDidPark(() => this.events.push('park'));
    this.chain.onDidDrop((error) => this.events.push(`drop ${error.reason}`));
    this.chain.onDidEnd((end) => this.events.push(`end ${end.kind}`));
    this.chain.onDidTranscribe((event) => {
      if (event.kind === 'final') this.events.push(event.final.text);
    });
    this.chain.onDidBill((billed) => this.bills.push(billed));
  }

  get session(): FakeSession {
    const session = this.sessions.at(-1);
    if (session === undefined) throw new Error('no session');
    return session;
  }

  /** Numbers of the first and the last frame that the newest session got. */
  get sent(): readonly (number | undefined)[] {
    const numbers = [...this.session.audio];
    return [numbers[0], numbers.at(-1)];
  }

  async record(count: number): Promise<void> {
    for (let n = 0; n < count; n++) {
      await this.clock.advance(50);
      this.journal.append(Uint8Array.of(this.journal.endIndex));
      this.chain.advance();
    }
  }

  /** 40 frames, parked and confirmed. */
  async park(): Promise<void> {
    this.session.begin({ model: 'pro' });
    await this.record(40);
    this.chain.park();
    this.session.end(TERMINATED, 7000);
  }
}

test('parking terminates the session, lands what it still says, and keeps one second of audio', async () => {
  const rig = new ParkingRig();
  rig.session.begin({ model: 'pro' });
  await rig.record(40);
  rig.session.turn({ order: 0, transcript: 'last' });
  rig.chain.park();
  assert.deepEqual(rig.session.calls.at(-1), { kind: 'terminate' });
  rig.session.turn({ order: 0, transcript: 'Last words.', isEnd: true });
  rig.session.end(TERMINATED, 7000);
  await rig.record(100);
  assert.deepEqual(
    { events: rig.events, sessions: rig.sessions.length, kept: rig.journal.keptMs },
    { events: ['Last words.', 'park'], sessions: 1, kept: 1000 },
  );
  assert.deepEqual(rig.bills, [{ model: 'pro', billedMs: 7000 }]);
  rig.chain.dispose();
  assert.equal(rig.clock.pending, 0);
});

test('waking opens a session that hears everything from the given time on', async () => {
  const rig = new ParkingRig();
  await rig.park();
  await rig.record(60);
  rig.chain.wake(88 * 50);
  await rig.record(10);
  rig.session.begin();
  assert.deepEqual([rig.sessions.length, rig.sent], [2, [88, 109]]);
  rig.session.turn({ order: 0, transcript: 'Good morning.', isEnd: true });
  assert.deepEqual(rig.events, ['park', 'Good morning.']);
  rig.chain.dispose();
});

test('speech while the parked session is still ending opens the next one after its end', async () => {
  const rig = new ParkingRig();
  rig.session.begin();
  await rig.record(40);
  rig.chain.park();
  await rig.record(10);
  rig.chain.wake(38 * 50);
  assert.equal(rig.sessions.length, 1);
  rig.session.end(TERMINATED, 7000);
  rig.session.begin();
  assert.deepEqual([rig.events, rig.sessions.length, rig.sent], [[], 2, [38, 49]]);
  rig.chain.dispose();
});

test('speech that begins and ends while the parked session is still ending is heard, and parked again', async () => {
  const rig = new ParkingRig();
  rig.session.begin();
  await rig.record(40);
  rig.chain.park();
  await rig.record(10);
  rig.chain.wake(38 * 50);
  await rig.record(10);
  rig.chain.park();
  rig.session.end(TERMINATED, 7000);
  rig.session.begin();
  assert.deepEqual([rig.sent, rig.session.calls.at(-1)], [[38, 59], { kind: 'terminate' }]);
  rig.session.turn({ order: 0, transcript: 'Yes.', isEnd: true });
  rig.session.end(TERMINATED, 7000);
  assert.deepEqual([rig.events, rig.sessions.length], [['Yes.', 'park'], 2]);
  rig.chain.dispose();
});

test('a session that is to be parked before it has begun gets everything first', async () => {
  const rig = new ParkingRig();
  await rig.record(40);
  rig.chain.park();
  assert.equal(rig.session.calls.length, 0);
  rig.session.begin();
  assert.deepEqual([rig.sent, rig.session.calls.at(-1)], [[0, 39], { kind: 'terminate' }]);
  rig.chain.dispose();
});

test('speech before Terminate was sent keeps the session', async () => {
  const rig = new ParkingRig();
  await rig.record(10);
  rig.chain.park();
  rig.chain.wake(0);
  rig.session.begin();
  await rig.record(10);
  assert.deepEqual([rig.sent, rig.session.calls.at(-1)], [[0, 19], { kind: 'send', bytes: 1 }]);
  rig.chain.dispose();
});

test('a session lost while it is parked is replaced by one that hears the rest, and is parked then', async () => {
  const rig = new ParkingRig();
  rig.session.begin();
  await rig.record(40);
  rig.chain.park();
  rig.session.end({ kind: 'failed', error: LOST });
  await rig.clock.advance(250);
  rig.session.begin();
  assert.deepEqual([rig.sent, rig.session.calls.at(-1)], [[0, 39], { kind: 'terminate' }]);
  rig.session.end(TERMINATED, 7000);
  assert.deepEqual(rig.events, ['drop connection-lost', 'park']);
  rig.chain.dispose();
});

test('speech while a session that is to be parked is lost loses nothing', async () => {
  const rig = new ParkingRig();
  rig.session.begin();
  await rig.record(40);
  rig.chain.park();
  rig.chain.wake(38 * 50);
  rig.session.end({ kind: 'failed', error: LOST });
  await rig.clock.advance(250);
  rig.session.begin();
  await rig.record(10);
  assert.deepEqual([rig.sent, rig.session.calls.at(-1)], [[0, 49], { kind: 'send', bytes: 1 }]);
  rig.chain.dispose();
});

test('an unconfirmed end with speech that is not final is a loss: it is heard again, a few times', async () => {
  const rig = new ParkingRig();
  rig.mayHaveSpeech = true;
  rig.session.begin();
  await rig.record(40);
  rig.chain.park();
  const error = new DictationError('termination-timeout', { retryable: true });
  for (let i = 0; i < 4; i++) {
    rig.session.end({ kind: 'failed', error });
    await rig.clock.advance(8000);
    rig.session.begin();
  }
  assert.deepEqual(rig.events, [
    ...Array.from({ length: 3 }, () => 'drop termination-timeout'),
    'end failed',
  ]);
  // What was said is still there to be kept.
  assert.equal(rig.journal.keptMs, 2000);
  assert.deepEqual(
    rig.sessions.map(({ audio }) => audio.length),
    [40, 40, 40, 40],
  );
});

test('an unconfirmed end without speech parks, too: the last partial lands', async () => {
  const rig = new ParkingRig();
  rig.session.begin();
  await rig.record(40);
  rig.session.turn({ order: 0, transcript: 'half' });
  rig.chain.park();
  rig.session.end({ kind: 'failed', error: new DictationError('termination-timeout') });
  assert.deepEqual(rig.events, ['half', 'park']);
  rig.chain.dispose();
});

test('stopping while parked ends at once, and while the session is ending after it', async () => {
  const parked = new ParkingRig();
  await parked.park();
  parked.chain.terminate();
  const ending = new ParkingRig();
  ending.session.begin();
  await ending.record(40);
  ending.chain.park();
  ending.chain.terminate();
  assert.deepEqual(ending.events, []);
  ending.session.end(TERMINATED, 7000);
  assert.deepEqual(
    [parked.events, ending.events, parked.journal.keptMs, ending.journal.keptMs],
    [['park', 'end terminated'], ['end terminated'], 0, 0],
  );
});

test('stopping right after waking still sends what was said', async () => {
  const rig = new ParkingRig();
  await rig.park();
  await rig.record(40);
  rig.chain.wake(70 * 50);
  rig.chain.terminate();
  rig.session.begin();
  assert.deepEqual([rig.sent, rig.session.calls.at(-1)], [[70, 79], { kind: 'terminate' }]);
  rig.session.end(TERMINATED, 7000);
  assert.deepEqual(rig.events, ['park', 'end terminated']);
});

test('a session that fails or is let go is billed from Begin on, and not at all before', async () => {
  const rig = new ParkingRig();
  await rig.clock.advance(500);
  rig.session.begin({ model: 'pro' });
  await rig.clock.advance(3000);
  assert.deepEqual(rig.chain.running, { model: 'pro', billedMs: 3000 });
  rig.session.end({ kind: 'failed', error: LOST });
  await rig.clock.advance(250);
  assert.equal(rig.chain.running, undefined);
  rig.session.begin();
  await rig.clock.advance(1000);
  rig.chain.dispose();
  assert.deepEqual(rig.bills, [
    { model: 'pro', billedMs: 3000 },
    { model: undefined, billedMs: 1000 },
  ]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cue } from '../../../src/core/cue';
import { DictationError } from '../../../src/core/failure';
import { Emitter } from '../../../src/core/events';
import { cueOf, followCues } from '../../../src/dictation/cue';
import { IDLE, type DictationState } from '../../../src/dictation/state';
import { Rig } from './rig';

const LISTENING: DictationState = { kind: 'listening', sinceMs: 0, partial: '', model: undefined };
const failed = (reason: 'not-now' | 'recorder-missing'): DictationState => ({
  kind: 'idle',
  failure: new DictationError(reason),
});

/** What a rig's dictation sounds like. */
function heardOf(rig: Rig): Cue[] {
  const cues: Cue[] = [];
  followCues({
    states: rig.controller,
    isOn: () => true,
    play: (cue) => {
      cues.push(cue);
      return Promise.resolve();
    },
  });
  return cues;
}

test('a dictation sounds when it really listens, and when it is over', async () => {
  const rig = new Rig();
  const cues = heardOf(rig);
  await rig.controller.start();
  rig.session.begin();
  assert.deepEqual(cues, []);
  rig.recorder.deliver(new Uint8Array(1600).fill(4));
  assert.deepEqual(cues, ['start']);
  rig.session.turn({ order: 0, transcript: 'Hello' });
  rig.controller.stop();
  await rig.clock.advance(1000);
  assert.deepEqual(cues, ['start']);
  rig.session.end();
  await rig.clock.advance(0);
  assert.deepEqual(cues, ['start', 'end']);
});

test('one that fails sounds otherwise, and one that listens again after an outage does not', () => {
  assert.equal(cueOf('reconnecting', LISTENING), undefined);
  assert.equal(cueOf('listening', { ...LISTENING, isParked: true }), undefined);
  assert.equal(cueOf('preparing', LISTENING), 'start');
  assert.equal(cueOf('starting', failed('recorder-missing')), 'error');
  assert.equal(cueOf('starting', failed('not-now')), undefined);
  assert.equal(cueOf('idle', { kind: 'idle', keptMs: 2000 }), undefined);
  assert.equal(cueOf('finalizing', IDLE), 'end');
});

test('the first one may have failed before anybody could hear it', () => {
  const cues: Cue[] = [];
  const play = (cue: Cue): Promise<void> => {
    cues.push(cue);
    return Promise.resolve();
  };
  const onDidChangeState = new Emitter<DictationState>().event;
  const follow = (state: DictationState): void => {
    followCues({ states: { state, onDidChangeState }, isOn: () => true, play });
  };
  follow(failed('recorder-missing'));
  follow(IDLE);
  follow(LISTENING);
  assert.deepEqual(cues, ['error']);
});

test('switched off, nothing sounds, from then on', async () => {
  const rig = new Rig();
  let isOn = true;
  const cues: Cue[] = [];
  followCues({
    states: rig.controller,
    isOn: () => isOn,
    play: (cue) => {
      cues.push(cue);
      return Promise.resolve();
    },
  });
  await rig.listen();
  isOn = false;
  rig.controller.cancel();
  assert.deepEqual(cues, ['start']);
});

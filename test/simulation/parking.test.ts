import './patience';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FRAME_MS } from '../../src/core/pcm';
import { createController, runCodeWith } from '../contracts/controller';
import { FakeRecorder } from '../contracts/fake-recorder';
import { VirtualClock } from '../contracts/virtual-clock';
import { SETTINGS } from '../unit/dictation/rig';
import { ModelSession } from './model-session';
import { record, type Recording, type Thinker } from './thinking';
import { FakeTarget } from '../contracts/fake-target';

/** The number of a frame is in the lowest bits of its first samples: 90 dB below full scale. */
const NUMBER_BITS = 16;

function withNumber(pcm: Uint8Array, number: number): Uint8Array {
  for (let bit = 0; bit < NUMBER_BITS; bit++) {
    pcm[bit * 2] = ((pcm[bit * 2] ?? 0) & ~1) | ((number >> bit) & 1);
  }
  return pcm;
}

function numberOf(pcm: Uint8Array): number {
  let number = 0;
  for (let bit = 0; bit < NUMBER_BITS; bit++) number |= ((pcm[bit * 2] ?? 0) & 1) << bit;
  return number;
}

/** Dictates a whole recording. */
async function dictate(recording: Recording, parkAfterSilenceMs: number) {
  const clock = new VirtualClock();
  const sessions: ModelSession[] = [];
  const recorder = new FakeRecorder();
  const inserted: string[] = [];
  const words = new Map(recording.words.map((word) => [word.to - 1, word]));
  const controller = createController({
    clock,
    startRecorder: () => recorder,
    loadRunCode: () =>
      Promise.resolve(
        runCodeWith(() => {
          const session = new ModelSession(clock, words, numberOf);
          sessions.push(session);
          return session;
        }),
      ),
    readSettings: () => ({
      ...SETTINGS,
      cost: { ...SETTINGS.cost, parkAfterSilenceMs, stopAfterSilenceMs: 0 },
    }),
    openTarget: () => Promise.resolve(new FakeTarget((text) => inserted.push(text))),
  });
  await controller.start();
  for (let n = 0; n < recording.frames; n++) {
    await clock.advance(FRAME_MS);
    recorder.deliver(withNumber(recording.frame(n), n));
  }
  controller.stop();
  await clock.advance(10_000);
  assert.deepEqual(
    [controller.state.kind, sessions.filter(({ isOpen }) => isOpen).length, clock.pending],
    ['idle', 0, 0],
  );
  return {
    words: inserted.join(' '),
    sessions: sessions.length,
    billedMs: sessions.reduce((sum, { billedMs }) => sum + billedMs, 0),
  };
}

const LONG: Thinker = { minutes: 30, dictationSeconds: 110, thinkingSeconds: 230, speechDb: -30 };
const SHORT: Thinker = { minutes: 30, dictationSeconds: 20, thinkingSeconds: 60, speechDb: -45 };

const cases: readonly (readonly [
  name: string,
  Thinker,
  parkAfterSilenceMs: number,
  ratio: number,
])[] = [
  ['paragraphs, parked after 15 s', LONG, 15_000, 1.3],
  ['sentences in a low voice, parked after 15 s', SHORT, 15_000, 2.1],
  ['sentences in a low voice, parked after 5 s', SHORT, 5000, 1.6],
];

for (const [name, thinker, parkAfterSilenceMs, ratio] of cases) {
  test(`half an hour of thinking and dictating ${name} costs at most ${String(ratio)} times its speech, and no word`, async (t) => {
    const recording = await record(thinker);
    const outcome = await dictate(recording, parkAfterSilenceMs);
    const seconds = (ms: number): string => (ms / 1000).toFixed(0);
    const factor = outcome.billedMs / recording.speechMs;
    const plain = (recording.frames * FRAME_MS) / recording.speechMs;
    t.diagnostic(
      `${String(recording.words.length)} words, ${seconds(recording.speechMs)} s of speech, ` +
        `${seconds(outcome.billedMs)} s billed in ${String(outcome.sessions)} sessions: ` +
        `${factor.toFixed(2)} times the speech; one session: ${plain.toFixed(2)} times`,
    );
    assert.equal(outcome.words, recording.words.map(({ text }) => text).join(' '));
    assert.ok(factor <= ratio && plain >= 3);
  });
}

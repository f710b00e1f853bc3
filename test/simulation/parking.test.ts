import './patience';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FRAME_MS } from '../../src/core/pcm';
import { dictateParked, LONG, SHORT } from './parked';
import { record, type Thinker } from './thinking';

const cases: readonly (readonly [
  name: string,
  Thinker,
  parkAfterSilenceMs: number,
  ratio: number,
])[] = [
  ['paragraphs, parked after 15 s', LONG, 15_000, 1.25],
  ['sentences in a low voice, parked after 15 s', SHORT, 15_000, 1.5],
  ['sentences in a low voice, parked after 5 s', SHORT, 5000, 1.5],
];

for (const [name, thinker, parkAfterSilenceMs, ratio] of cases) {
  test(`half an hour of thinking and dictating ${name} costs at most ${String(ratio)} times its speech, and no word`, async (t) => {
    const recording = await record(thinker);
    const outcome = await dictateParked(recording, parkAfterSilenceMs);
    const seconds = (ms: number): string => (ms / 1000).toFixed(0);
    const factor = outcome.billedMs / recording.speechMs;
    const plain = (recording.frames * FRAME_MS) / recording.speechMs;
    t.diagnostic(
      `${String(recording.words.length)} words, ${seconds(recording.speechMs)} s of speech, ` +
        `${seconds(outcome.billedMs)} s billed in ${String(outcome.sessions)} sessions: ` +
        `${factor.toFixed(2)} times the speech; one session: ${plain.toFixed(2)} times`,
    );
    // A session that is opened after a silence has forgotten nothing, and inserts nothing of it again.
    assert.ok(outcome.sessions > 1);
    assert.deepEqual(
      outcome.told.map(({ said }) => said),
      outcome.told.map(({ before }) =>
        before.length === 0 ? undefined : before.slice(-5).join(' '),
      ),
    );
    assert.equal(outcome.words, recording.words.map(({ text }) => text).join(' '));
    assert.ok(factor <= ratio && plain >= 3);
  });
}

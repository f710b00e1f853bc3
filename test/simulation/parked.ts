import assert from 'node:assert/strict';
import { FRAME_MS } from '../../src/core/pcm';
import { createController, runCodeWith } from '../contracts/controller';
import { FakeRecorder } from '../contracts/fake-recorder';
import { FakeTarget } from '../contracts/fake-target';
import { VirtualClock } from '../contracts/virtual-clock';
import { SETTINGS } from '../unit/dictation/rig';
import { ModelSession } from './model-session';
import type { Recording, Thinker } from './thinking';

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

/** What a whole recording came to. */
interface Parked {
  /** All that was inserted. */
  readonly words: string;
  readonly sessions: number;
  readonly billedMs: number;
  /** Sound that went to the server. */
  readonly sentMs: number;
  /** What each session was told of what was said before, and what had been inserted when it was opened. */
  readonly told: readonly {
    readonly said: string | undefined;
    readonly before: readonly string[];
  }[];
}

/** Dictates a whole recording on a virtual clock. */
export async function dictateParked(
  recording: Recording,
  parkAfterSilenceMs: number,
): Promise<Parked> {
  const clock = new VirtualClock();
  const sessions: ModelSession[] = [];
  const recorder = new FakeRecorder();
  const inserted: string[] = [];
  const told: Parked['told'][number][] = [];
  const words = new Map(recording.words.map((word) => [word.to - 1, word]));
  const controller = createController({
    clock,
    startRecorder: () => recorder,
    loadRunCode: () =>
      Promise.resolve(
        runCodeWith(({ said }) => {
          told.push({ said, before: [...inserted] });
          const session = new ModelSession(clock, words, numberOf);
          sessions.push(session);
          return session;
        }),
      ),
    readSettings: () => ({
      ...SETTINGS,
      recognition: { ...SETTINGS.recognition, model: 'universal-3-6-pro' },
      vocabulary: { ...SETTINGS.vocabulary, fromWorkspace: 'on' },
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
    sentMs: sessions.reduce((sum, { sentMs }) => sum + sentMs, 0),
    told,
  };
}

/** Paragraphs, and long thoughts between them. */
export const LONG: Thinker = {
  minutes: 30,
  dictationSeconds: 110,
  thinkingSeconds: 230,
  speechDb: -30,
};
/** A few sentences at a time, in a low voice. */
export const SHORT: Thinker = {
  minutes: 30,
  dictationSeconds: 20,
  thinkingSeconds: 60,
  speechDb: -45,
};

// When a stop need not wait: on real speech, silence is certain only where no part of a word can sound.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, test } from 'node:test';
import { LevelMeter } from '../../../../src/core/level';
import { CostGuard } from '../../../../src/dictation/cost/cost-guard';
import { DEFAULT_SETTINGS } from '../../../fixtures/default-settings';
import {
  atLevel,
  fromWav,
  mix,
  noise,
  SOUND_RATE,
  toPcm,
  type Sound,
} from '../../../fixtures/sounds';
import { speechFixtures } from '../../../fixtures/speech';

const FRAME_MS = 50;
const FRAME_SAMPLES = (SOUND_RATE * FRAME_MS) / 1000;
/** Before and after each utterance. */
const ROOM_SECONDS = 3;
const ROOM_FRAMES = (ROOM_SECONDS * 1000) / FRAME_MS;
const SPEECH_DB = -30;
/** Longer than a soft consonant before its vowel and a gap before a stop consonant. */
const CERTAIN_FRAMES = 300 / FRAME_MS;
/** After the last sound of a word; the post-roll would be 300 ms at the least. */
const UNTIL_SILENT_MS = 1000;

/** Whether silence is certain, frame by frame. */
function silences(sound: Sound): readonly boolean[] {
  const pcm = toPcm(sound);
  const meter = new LevelMeter(SOUND_RATE);
  const guard = new CostGuard({
    settings: { ...DEFAULT_SETTINGS.cost, parkAfterSilenceMs: 0 },
    startMs: 0,
    billsOpenTime: () => true,
    budget: () => 'fine',
  });
  return Array.from({ length: Math.floor(sound.length / FRAME_SAMPLES) }, (_, n) => {
    const [from, to] = [n * FRAME_SAMPLES * 2, (n + 1) * FRAME_SAMPLES * 2];
    guard.hear(meter.measure(pcm.subarray(from, to)), n * FRAME_MS);
    return guard.isSilent;
  });
}

/**
 * Frames of the utterance that are not more than 25 dB below its loudest, its soft sounds too, from its first
 * vowel on: whoever is at its first consonant when the key is pressed has not said it.
 */
function soundingFrames(utterance: Sound): readonly number[] {
  const powers = Array.from({ length: Math.floor(utterance.length / FRAME_SAMPLES) }, (_, n) =>
    utterance
      .subarray(n * FRAME_SAMPLES, (n + 1) * FRAME_SAMPLES)
      .reduce((sum, sample) => sum + sample * sample, 0),
  );
  const loudest = Math.max(...powers);
  const vowel = powers.findIndex((power) => power > loudest / 10);
  return powers.flatMap((power, n) =>
    n >= vowel && power > loudest / 316 ? [ROOM_FRAMES + n] : [],
  );
}

let utterances: readonly { readonly id: string; readonly sound: Sound }[] = [];
before(async () => {
  const { fixtures } = await speechFixtures();
  utterances = await Promise.all(
    fixtures.map(async ({ id, path }) => ({ id, sound: fromWav(await readFile(path)) })),
  );
});

describe('silence is certain', () => {
  for (const [room, roomDb] of [
    ['pink', -70],
    ['pink', -60],
    ['pink', -50],
    ['white', -65],
    ['brown', -50],
  ] as const) {
    const name = `${room} noise at ${String(roomDb)} dBFS`;
    test(`nowhere within a word or shortly after one, and soon after the last: ${name}, all utterances`, () => {
      const wrong = utterances.flatMap(({ id, sound }) => {
        const noiseOfRoom = noise(room, 2 * ROOM_SECONDS + Math.ceil(sound.length / SOUND_RATE));
        const spoken = atLevel(sound, SPEECH_DB);
        const silent = silences(mix(atLevel(noiseOfRoom, roomDb), spoken, ROOM_SECONDS));
        const sounding = soundingFrames(spoken);
        const last = sounding.at(-1) ?? NaN;
        const tooSoon = sounding.filter((frame) =>
          // What a person says as the key is pressed has sounded for some frames already.
          silent.slice(frame + 2, frame + CERTAIN_FRAMES).includes(true),
        );
        const afterMs = (silent.indexOf(true, last) - last) * FRAME_MS;
        const isBefore = silent[ROOM_FRAMES - 1] === true;
        return tooSoon.length === 0 && isBefore && afterMs > 0 && afterMs <= UNTIL_SILENT_MS
          ? []
          : [{ id, tooSoon, isBefore, afterMs }];
      });
      assert.deepEqual(wrong, []);
    });
  }
});

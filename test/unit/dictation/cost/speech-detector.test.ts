import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, test } from 'node:test';
import { LevelMeter } from '../../../../src/core/level';
import { SpeechDetector, type Hearing } from '../../../../src/dictation/cost/speech-detector';
import {
  atLevel,
  clatter,
  fromWav,
  mix,
  music,
  noise,
  SOUND_RATE,
  toPcm,
  type Sound,
} from '../../../fixtures/sounds';
import { speechFixtures } from '../../../fixtures/speech';

const FRAME_SAMPLES = SOUND_RATE / 20;

/** The background before each utterance, which the detector gets used to. */
const LEAD_SECONDS = 5;
const LEAD_FRAMES = LEAD_SECONDS * 20;

/** What a wake-up sends again from before the onset: a word may have begun that much earlier. */
const PRE_ROLL_FRAMES = 600 / 50;

function hear(sound: Sound): readonly Hearing[] {
  const pcm = toPcm(sound);
  const meter = new LevelMeter(SOUND_RATE);
  const detector = new SpeechDetector();
  const frameBytes = FRAME_SAMPLES * 2;
  return Array.from({ length: Math.floor(pcm.length / frameBytes) }, (_, n) =>
    detector.hear(meter.measure(pcm.subarray(n * frameBytes, (n + 1) * frameBytes))),
  );
}

/** Number of the first frame that is not more than 30 dB below the loudest. */
function firstSpokenFrame(sound: Sound): number {
  const powers = Array.from({ length: Math.floor(sound.length / FRAME_SAMPLES) }, (_, n) =>
    sound
      .subarray(n * FRAME_SAMPLES, (n + 1) * FRAME_SAMPLES)
      .reduce((sum, sample) => sum + sample * sample, 0),
  );
  const loudest = Math.max(...powers);
  return powers.findIndex((power) => power > loudest / 1000);
}

function percentSpeech(heard: readonly Hearing[]): number {
  return (100 * heard.filter(({ isSpeech }) => isSpeech).length) / heard.length;
}

function onsets(heard: readonly Hearing[]): number {
  return heard.filter(({ isSpeech }, n) => isSpeech && heard[n - 1]?.isSpeech !== true).length;
}

let utterances: readonly { readonly id: string; readonly sound: Sound }[] = [];
before(async () => {
  const { fixtures } = await speechFixtures();
  utterances = await Promise.all(
    fixtures.map(async ({ id, path }) => ({ id, sound: fromWav(await readFile(path)) })),
  );
});

describe('speech is heard', () => {
  const backgrounds = {
    room: noise('pink', 15),
    'digital silence': new Float64Array(15 * SOUND_RATE),
    hiss: noise('white', 15),
    fan: noise('pink', 15, 2),
    rumble: noise('brown', 15),
    music: music(15),
  } as const;
  /** Speech and background in dBFS; `withinMs` after the first sound of the utterance. */
  const cases: readonly (readonly [
    speechDb: number,
    background: keyof typeof backgrounds,
    backgroundDb: number,
    withinMs: number,
  ])[] = [
    [-25, 'room', -65, 100],
    [-45, 'room', -65, 300],
    [-45, 'room', -60, 400],
    [-45, 'room', -55, 400],
    [-45, 'digital silence', -Infinity, 300],
    [-35, 'fan', -50, 400],
    [-30, 'fan', -40, 400],
    [-30, 'fan', -36, 400],
    [-30, 'fan', -33, 500],
    [-30, 'hiss', -40, 500],
    [-30, 'hiss', -36, 700],
    [-30, 'rumble', -30, 400],
    [-25, 'music', -35, 300],
    [-30, 'music', -33, 300],
  ];
  for (const [speechDb, background, backgroundDb, withinMs] of cases) {
    const name = `speech at ${String(speechDb)} dBFS over ${background} at ${String(backgroundDb)} dBFS`;
    test(`${name} is heard within ${String(withinMs)} ms, all ten utterances`, (t) => {
      const steady =
        backgroundDb === -Infinity
          ? backgrounds[background]
          : atLevel(backgrounds[background], backgroundDb);
      const results = utterances.map(({ id, sound }) => {
        const samples = LEAD_SECONDS * SOUND_RATE + sound.length;
        const heard = hear(
          mix(steady.subarray(0, samples), atLevel(sound, speechDb), LEAD_SECONDS),
        );
        const spokenAt = LEAD_FRAMES + firstSpokenFrame(sound);
        const heardAt = heard.findIndex(({ isSpeech }, n) => n >= spokenAt && isSpeech);
        const onsetAt = heardAt - (heard[heardAt]?.onsetFrames ?? 0);
        return {
          id,
          isHeard: heardAt >= 0,
          delayMs: (heardAt - spokenAt) * 50,
          isReplayedWhole: onsetAt - PRE_ROLL_FRAMES <= spokenAt,
        };
      });
      const delays = results.map(({ delayMs }) => delayMs).sort((a, b) => a - b);
      t.diagnostic(`heard after ${String(delays[5])} ms (median), ${String(delays[9])} ms (last)`);
      assert.deepEqual(
        results.filter(
          ({ isHeard, isReplayedWhole, delayMs }) =>
            !isHeard || !isReplayedWhole || delayMs > withinMs,
        ),
        [],
      );
    });
  }
});

test('a single syllable of a tenth of a second is heard, wherever in a frame it begins', () => {
  const room = atLevel(noise('pink', 8), -60);
  const syllable = atLevel(
    Float64Array.from({ length: SOUND_RATE / 10 }, (_, i) => ((i * 120) / SOUND_RATE) % 1),
    -40,
  );
  const missed = Array.from({ length: 10 }, (_, n) => 5 + n / 200).filter(
    (at) => onsets(hear(mix(room, syllable, at)).slice(LEAD_FRAMES)) !== 1,
  );
  assert.deepEqual(missed, []);
});

describe('what is not speech', () => {
  const steady = [
    ['white', -60],
    ['white', -30],
    ['pink', -70],
    ['pink', -50],
    ['pink', -30],
    ['brown', -50],
    ['brown', -20],
  ] as const;
  for (const [colour, levelDb] of steady) {
    test(`steady ${colour} noise at ${String(levelDb)} dBFS is not heard as speech in a minute`, () => {
      const heard = hear(atLevel(noise(colour, 65), levelDb));
      assert.equal(onsets(heard.slice(LEAD_FRAMES)), 0);
    });
  }

  test('digital silence and the last bit of a muted microphone are not heard', () => {
    const dither = noise('white', 20).map((sample) => Math.sign(sample) / 32768);
    assert.deepEqual([onsets(hear(new Float64Array(SOUND_RATE))), onsets(hear(dither))], [0, 0]);
  });

  test('a fan that is switched on is heard, and got used to within five seconds', () => {
    const room = atLevel(noise('pink', 30), -65);
    const heard = hear(mix(room, atLevel(noise('pink', 20, 2), -35), 10));
    const after = heard.slice(10 * 20);
    assert.deepEqual([onsets(after.slice(0, 5 * 20)), onsets(after.slice(5 * 20))], [1, 0]);
  });

  /** Clicks and the percentage of frames that may be taken for speech. */
  const typing = [
    [3, 10, 1],
    [6, 10, 1],
    [6, 20, 1],
    [10, 15, 3],
  ] as const;
  for (const [keysPerSecond, clickMs, percent] of typing) {
    test(`typing ${String(keysPerSecond)} keys a second, clicks of ${String(clickMs)} ms, is seldom taken for speech`, (t) => {
      const room = atLevel(noise('pink', 60), -60);
      const clicks = atLevel(clatter(keysPerSecond, clickMs, 60), -35);
      const heard = hear(mix(room, clicks));
      const share = percentSpeech(heard);
      t.diagnostic(`${share.toFixed(1)} % of the time, ${String(onsets(heard))} onsets a minute`);
      assert.ok(share <= percent);
    });
  }
});

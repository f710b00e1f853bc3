// Cues through a real sound server whose speaker is its microphone: the worst that loudspeakers can do.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { CUE_RATE, cueFrames, cueSound } from '../../src/audio/cues/cue-sound';
import { fileSystemProbe } from '../../src/audio/find-program';
import { playThrough } from '../../src/audio/play';
import { Resampler } from '../../src/audio/resampler';
import type { Cue } from '../../src/core/cue';
import { SphinxRecognisers } from '../emulator/sphinx-recogniser';
import { speechFixtures, type SpeechFixtures } from '../fixtures/speech';
import { SUITE_DEADLINE_MS } from '../harness/until';
import { wordErrors } from '../harness/word-errors';
import { startVirtualMicrophone, type VirtualMicrophone } from '../harness/virtual-microphone';

const CUES: readonly Cue[] = ['start', 'end', 'error'];
const RATE = 16_000;
const WAV_HEADER_BYTES = 44;

function samplesOf(bytes: Uint8Array): Int16Array {
  return new Int16Array(Uint8Array.from(bytes).buffer);
}

/** A cue as it would be recorded, not softened by any room. */
function recorded(cue: Cue): Int16Array {
  const sound = [...samplesOf(cueSound(cue)), ...new Int16Array(200)];
  return new Resampler(CUE_RATE, RATE).push(Int16Array.from(sound));
}

/** A room in which nobody speaks, which is never quite silent. */
function room(ms: number): Int16Array {
  return Int16Array.from({ length: (ms * RATE) / 1000 }, (_, i) => ((i * 7919) % 13) - 6);
}

/** How loud a tone is, of a loudest possible 1. */
function loudnessOf(hz: number, samples: Int16Array): number {
  let [re, im] = [0, 0];
  for (const [i, sample] of samples.entries()) {
    re += (sample / 32_768) * Math.cos((2 * Math.PI * hz * i) / RATE);
    im += (sample / 32_768) * Math.sin((2 * Math.PI * hz * i) / RATE);
  }
  return (2 * Math.hypot(re, im)) / Math.max(1, samples.length);
}

describe('a cue', { timeout: SUITE_DEADLINE_MS }, () => {
  let microphone: VirtualMicrophone;
  let speech: SpeechFixtures;
  let recognisers: SphinxRecognisers;
  before(async () => {
    microphone = await startVirtualMicrophone();
    speech = await speechFixtures();
    recognisers = new SphinxRecognisers();
  });
  after(async () => {
    recognisers.close();
    await microphone.stop();
  });

  /** What PocketSphinx, which takes anything for English, makes of a sound. */
  function heard(sound: Int16Array): string {
    const recogniser = recognisers.create(RATE);
    for (let at = 0; at < sound.length; at += 800) recogniser.push(sound.slice(at, at + 800));
    const words = recogniser.end().map(({ text }) => text);
    recogniser.close();
    return words.join(' ').toLowerCase();
  }

  test('is played by what plays sound here, and by nothing where nothing does', async () => {
    const parec = spawn(
      'parec',
      ['--raw', '--format=s16le', `--rate=${String(RATE)}`, '--channels=1', '--latency-msec=20'],
      { env: { ...process.env, ...microphone.env }, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const pieces: Buffer[] = [];
    parec.stdout.on('data', (bytes: Buffer) => pieces.push(bytes));
    await once(parec.stdout, 'data');
    const env = { ...process.env, ...microphone.env };
    const play = (environment: NodeJS.ProcessEnv): Promise<boolean> =>
      playThrough({ platform: process.platform, env: environment, probe: fileSystemProbe })(
        cueFrames('start'),
        CUE_RATE,
        new AbortController().signal,
      );
    assert.equal(await play(env), true);
    const before = pieces.length;
    while (pieces.length < before + 10) await once(parec.stdout, 'data');
    parec.kill();
    await once(parec, 'close');
    const sound = samplesOf(Buffer.concat(pieces));
    const windows = Array.from({ length: Math.floor(sound.length / 160) }, (_, i) =>
      loudnessOf(880, sound.subarray(i * 160, i * 160 + 640)),
    );
    const loudest = Math.max(...windows);
    assert.ok(loudest > 0.03 && loudest < 0.09, String(loudest));
  });

  for (const cue of CUES) {
    test(`(${cue}) that the microphone hears is no word`, () => {
      const sound = Int16Array.from([...room(1000), ...recorded(cue), ...room(2000)]);
      assert.equal(heard(sound), '');
    });
  }

  for (const id of ['list', 'fox']) {
    test(`that the microphone hears before, or while, somebody says “${id}” makes no word of it wrong`, async () => {
      const { path, text } = speech.fixtures.find((each) => each.id === id) ?? assert.fail(id);
      const errors = (sound: Int16Array): number => wordErrors(text, heard(sound)).errors;
      const said = samplesOf((await readFile(path)).subarray(WAV_HEADER_BYTES));
      const cue = recorded('start');
      const alone = errors(Int16Array.from([...room(600), ...said, ...room(800)]));
      const before = Int16Array.from([...room(500), ...cue, ...room(200), ...said, ...room(800)]);
      const mixed = Int16Array.from([...room(600), ...said, ...room(800)]);
      for (const [i, sample] of cue.entries()) mixed[i + 9600] = (mixed[i + 9600] ?? 0) + sample;
      assert.ok(alone < 3);
      assert.ok(errors(before) <= alone);
      assert.ok(errors(mixed) <= alone);
    });
  }
});

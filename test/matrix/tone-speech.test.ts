import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { SOUND_RATE } from '../fixtures/sounds';
import { requirePrograms, run } from '../harness/programs';
import {
  createToneRecogniser,
  samplesOf,
  ToneHearing,
  toneSpeech,
  WORDS,
  wordsInAudio,
} from './tone-speech';

describe('tone speech through sox, to 48 kHz and back', () => {
  let folder = '';
  let samples: Int16Array = new Int16Array(0);

  before(async () => {
    await requirePrograms({ sox: 'sox' });
    folder = await mkdtemp(path.join(os.tmpdir(), 'tone-speech-'));
    const [said, card, heard] = ['said.wav', 'card.wav', 'heard.raw'].map((name) =>
      path.join(folder, name),
    );
    if (said === undefined || card === undefined || heard === undefined) throw new Error('no path');
    await writeFile(said, toneSpeech());
    await run('sox', [said, '-r', '48000', card]);
    await run('sox', [card, '-r', '16000', '-t', 'raw', heard]);
    samples = samplesOf(await readFile(heard));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  test('every word is heard whole, once and in order, wherever the blocks begin', () => {
    for (const shift of [0, 17, 80, 143]) {
      const hearing = new ToneHearing(SOUND_RATE);
      hearing.push(samples.subarray(shift));
      assert.deepEqual(
        hearing.words.map(({ text, isWhole }) => ({ text, isWhole })),
        WORDS.map((text) => ({ text, isWhole: true })),
      );
    }
  });

  test('a word is not recognised when a fifth of it did not come', () => {
    const [first] = heardIn(samples);
    const startMs = first?.startMs ?? 0;
    const from = ((startMs + 45) * SOUND_RATE) / 1000;
    assert.deepEqual(texts(heardIn(samples.subarray(from))), WORDS.slice(1));
  });

  test('a word whose middle did not come is not recognised', () => {
    const [first] = heardIn(samples);
    const hole = samples.slice();
    const at = (((first?.startMs ?? 0) + 90) * SOUND_RATE) / 1000;
    hole.fill(0, at, at + (40 * SOUND_RATE) / 1000);
    assert.deepEqual(texts(heardIn(hole)), WORDS.slice(1));
  });

  test('a word that came twice is recognised twice, with or without a gap between', () => {
    const [first] = heardIn(samples);
    const [from = 0, to = 0] = [first?.startMs, first?.endMs].map(
      (ms = 0) => (ms * SOUND_RATE) / 1000,
    );
    const word = samples.subarray(from, to);
    const twice = Int16Array.from([...word, ...word, ...new Int16Array(800), ...word]);
    assert.deepEqual(texts(heardIn(twice)), ['alpha', 'alpha', 'alpha']);
  });

  test('a word that sounds when its utterance ends belongs to the next one, unless nearly all of it came', () => {
    const words = heardIn(samples);
    const cut = (ms: number): number => (ms * SOUND_RATE) / 1000;
    const [first, second, third] = words;
    const inSecond = cut((second?.startMs ?? 0) + 100);
    const endOfThird = cut((third?.endMs ?? 0) - 10);
    const recogniser = createToneRecogniser(SOUND_RATE);
    recogniser.push(samples.subarray(0, inSecond));
    assert.deepEqual(texts(recogniser.end()), [first?.text]);
    recogniser.push(samples.subarray(inSecond, endOfThird));
    assert.deepEqual(texts(recogniser.end()), [second?.text, third?.text]);
    recogniser.push(samples.subarray(endOfThird));
    assert.deepEqual(texts(recogniser.end()), WORDS.slice(3));
    recogniser.close();
  });
});

function heardIn(samples: Int16Array): ReturnType<typeof wordsInAudio> {
  return wordsInAudio(new Uint8Array(samples.slice().buffer));
}

function texts(words: readonly { readonly text: string }[]): readonly string[] {
  return words.map(({ text }) => text);
}

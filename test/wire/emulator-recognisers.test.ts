/** The emulator's two recognisers: marked speech found for certain, real speech by PocketSphinx. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fc } from '../harness/properties';
import { Framer } from '../../src/core/framer';
import { encodeFrame } from '../../src/core/pcm';
import { SAMPLE_RATES, type Encoding, type SampleRate } from '../../src/core/settings';
import { startEmulator } from '../emulator/emulator';
import { markedSpeech, spokenWords } from '../emulator/marked-speech';
import { decodePcm } from '../emulator/pcm-decoder';
import type { RecognisedWord, Recogniser } from '../emulator/recogniser';
import { createScriptedRecogniser } from '../emulator/scripted-recogniser';
import { readSentences } from '../emulator/sentences';
import { SphinxRecognisers } from '../emulator/sphinx-recogniser';
import { noise, toPcm } from '../fixtures/sounds';
import { codingFixtures, speechFixtures } from '../fixtures/speech';
import { EmulatorClient, gist } from './emulator-client';

const WORDS = spokenWords('Say it, then say it again, 10 % slower.', 100);

/** All words of audio that is pushed in pieces of `pieceSamples`. */
function recognise(recogniser: Recogniser, pcm: Int16Array, pieceSamples: number): string[] {
  for (let at = 0; at < pcm.length; at += pieceSamples) {
    recogniser.push(pcm.subarray(at, at + pieceSamples));
  }
  return recogniser.end().map(({ text }) => text);
}

test('marked words are found at every rate and encoding, at the place where they are', () => {
  for (const sampleRate of SAMPLE_RATES) {
    for (const encoding of ['pcm_s16le', 'pcm_mulaw'] as const) {
      assert.deepEqual(heard(sampleRate, encoding), WORDS, `${String(sampleRate)} ${encoding}`);
    }
  }
});

function heard(sampleRate: SampleRate, encoding: Encoding): readonly RecognisedWord[] {
  const framer = new Framer(sampleRate);
  const recogniser = createScriptedRecogniser(sampleRate);
  const frames = framer.push(markedSpeech(WORDS, { sampleRate, durationMs: 3000 }));
  for (const frame of frames) recogniser.push(decodePcm(encodeFrame(frame, encoding), encoding));
  return recogniser.end();
}

test('a word is recognised if and only if all of its sound has come, however it was cut', () => {
  const speech = decodePcm(markedSpeech(WORDS, { durationMs: 3000 }), 'pcm_s16le');
  fc.assert(
    fc.property(
      fc.nat(speech.length),
      fc.nat(16_000),
      fc.integer({ min: 1, max: 5_000 }),
      (from, length, pieceSamples) => {
        const rest = [...speech.subarray(0, from), ...speech.subarray(from + length)];
        const pcm = Int16Array.from(rest);
        assert.deepEqual(
          recognise(createScriptedRecogniser(16_000), pcm, pieceSamples),
          wordsWhoseSoundIsIn(pcm, speech),
        );
      },
    ),
    {
      numRuns: 60,
      examples: [
        // The last sample of the 1st word, for the equal first one of the 2nd.
        [5_279, 321, 800],
        // The end of the 4th word, for the filling of the 7th.
        [17_230, 9_517, 1],
      ],
    },
  );
});

/** Judged by content, not by the clock: a lost sample is none where an equal one takes its place. */
function wordsWhoseSoundIsIn(pcm: Int16Array, speech: Int16Array): readonly string[] {
  const bytes = bytesOf(pcm);
  let at = 0;
  return WORDS.flatMap(({ text, startMs, endMs }) => {
    const sound = bytesOf(speech.subarray(startMs * 16, endMs * 16));
    const found = bytes.indexOf(sound, at);
    if (found < 0) return [];
    at = found + sound.length;
    return [text];
  });
}

function bytesOf(samples: Int16Array): Buffer {
  return Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
}

test('sound that is no marked word is not recognised', () => {
  const noise = Int16Array.from({ length: 32_000 }, (_, i) => ((i * 7919) % 65_536) - 32_768);
  assert.deepEqual(recognise(createScriptedRecogniser(16_000), noise, 800), []);
  assert.throws(() => markedSpeech([{ text: 'x', startMs: 5, endMs: 20 }]), RangeError);
  assert.throws(() => markedSpeech(spokenWords('abcdefghijklmnopqrstuvwxyz123')), RangeError);
});

test('PocketSphinx hears no worse behind a session in which nothing was said', async () => {
  const { fixtures, manifestPath } = await codingFixtures();
  const { path, text } = fixtures.find(({ id }) => id === 'commit') ?? assert.fail();
  const said = decodePcm(readFileSync(path).subarray(WAV_HEADER_BYTES), 'pcm_s16le');
  const room = (peak: number): Int16Array =>
    decodePcm(
      Buffer.from(toPcm(noise('white', 1).map((each) => (each * peak) / 32_767))),
      'pcm_s16le',
    );
  const recognisers = new SphinxRecognisers(readSentences(manifestPath));
  const outcome = (...audio: readonly Int16Array[]) => {
    const recogniser = recognisers.create(16_000);
    for (const piece of audio) {
      for (let at = 0; at < piece.length; at += 800) recogniser.push(piece.subarray(at, at + 800));
    }
    const words = recogniser.end();
    recogniser.close();
    return words;
  };
  try {
    const fresh = outcome(room(280), said);
    assert.equal(fresh.map((word) => word.text).join(' '), text);
    assert.deepEqual(outcome(room(2)), []);
    assert.deepEqual(outcome(room(280), said), fresh);
    // Nor behind a turn of the same session.
    const recogniser = recognisers.create(16_000);
    recogniser.push(room(2));
    assert.deepEqual(recogniser.end(), []);
    for (const piece of [room(280), said]) recogniser.push(piece);
    const later = recogniser.end();
    recogniser.close();
    assert.equal(later.map((word) => word.text).join(' '), text);
    const second = 1000;
    const [first] = later;
    assert.ok(first !== undefined && first.startMs > 2 * second && first.startMs < 3 * second);
  } finally {
    recognisers.close();
  }
});

/** Of the WAV files that sox writes. */
const WAV_HEADER_BYTES = 44;

test('PocketSphinx hears the sentences of a manifest exactly, cut ones as far as they came', async () => {
  const { fixtures, manifestPath } = await speechFixtures();
  const speech = new Map(
    fixtures.map(({ id, path }) => [
      id,
      decodePcm(readFileSync(path).subarray(WAV_HEADER_BYTES), 'pcm_s16le'),
    ]),
  );
  const pcm = (id: string): Int16Array => speech.get(id) ?? assert.fail(`no fixture ${id}`);
  const recognisers = new SphinxRecognisers(readSentences(manifestPath));
  const hear = (audio: Int16Array, sampleRate = 16_000): string => {
    const recogniser = recognisers.create(sampleRate);
    const text = recognise(recogniser, audio, 320).join(' ');
    recogniser.close();
    return text;
  };
  try {
    assert.deepEqual(
      fixtures.map(({ id }) => hear(pcm(id))),
      fixtures.map(({ text }) => text),
    );
    assert.deepEqual(
      {
        cut: hear(pcm('settings').subarray(0, 16 * 1940)),
        together: hear(Int16Array.from([...pcm('meeting'), ...pcm('list')])),
        at48kHz: hear(Int16Array.from([...pcm('fox')].flatMap((s) => [s, s, s])), 48_000),
        silence: hear(new Int16Array(32_000)),
      },
      {
        cut: 'Open the settings file and',
        together:
          'I think the meeting is on Tuesday at half past three. This function returns true if the list is empty.',
        at48kHz: 'The quick brown fox jumps over the lazy dog.',
        silence: '',
      },
    );
  } finally {
    recognisers.close();
  }
});

test('PocketSphinx hears what a developer dictates exactly', async () => {
  const { fixtures, manifestPath } = await codingFixtures();
  const recognisers = new SphinxRecognisers(readSentences(manifestPath));
  try {
    const heard = fixtures.map(({ path }) => {
      const recogniser = recognisers.create(16_000);
      const pcm = decodePcm(readFileSync(path).subarray(WAV_HEADER_BYTES), 'pcm_s16le');
      const text = recognise(recogniser, pcm, 320).join(' ');
      recogniser.close();
      return text;
    });
    assert.deepEqual(
      heard,
      fixtures.map(({ text }) => text),
    );
  } finally {
    recognisers.close();
  }
});

test('turns of real speech end at its pauses', async () => {
  const { fixtures, manifestPath } = await speechFixtures();
  const recognisers = new SphinxRecognisers(readSentences(manifestPath));
  const emulator = await startEmulator({ createRecogniser: recognisers.create });
  try {
    const client = await EmulatorClient.open(emulator, { speech_model: 'universal-3-6-pro' });
    await client.message('Begin');
    const spoken = fixtures.filter(({ id }) => ['comment', 'fox', 'forward'].includes(id));
    for (const { path } of spoken) {
      client.speak(wholeFrames(readFileSync(path).subarray(WAV_HEADER_BYTES)));
      client.speak(Buffer.alloc(32_000));
    }
    const finals = gist(await client.terminate()).filter(([, isEnd]) => isEnd === true);
    assert.deepEqual(
      finals,
      spoken.map(({ text }, order) => [order, true, true, text]),
    );
    assert.deepEqual(client.record.violations, []);
  } finally {
    await emulator.close();
    recognisers.close();
  }
});

function wholeFrames(pcm: Buffer): Buffer {
  return pcm.subarray(0, pcm.length - (pcm.length % 1600));
}

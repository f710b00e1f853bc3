/** The emulator's turn sequences (docs/protocol.md §5.3) and ForceEndpoint (§9). */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { startEmulator, type Emulator } from '../emulator/emulator';
import type { Fault } from '../emulator/faults';
import { markedSpeech, spokenWords } from '../emulator/marked-speech';
import { EmulatorClient, gist, type Received } from './emulator-client';

const ENGLISH = { speech_model: 'universal-streaming-english' };
const PRO = { speech_model: 'universal-3-6-pro', interruption_delay: '0' };

/** "Hello, world." at 200 ms, then 1.5 s of silence. */
const HELLO = markedSpeech(spokenWords('Hello, world.', 200), { durationMs: 2200 });

let emulator: Emulator;
afterEach(() => emulator.close());

async function begun(
  query: Readonly<Record<string, string>>,
  faults: readonly Fault[] = [],
): Promise<EmulatorClient> {
  emulator = await startEmulator({ faults });
  const client = await EmulatorClient.open(emulator, query);
  await client.message('Begin');
  return client;
}

/** All messages of a session in which `audio` is said and terminated. */
async function session(
  query: Readonly<Record<string, string>>,
  audio: Buffer,
  faults: readonly Fault[] = [],
): Promise<readonly Received[]> {
  const client = await begun(query, faults);
  client.speak(audio);
  const messages = await client.terminate();
  await emulator.close();
  return messages;
}

function word(text: string, start: number, end: number, isFinal: boolean): unknown {
  return { start, end, text, confidence: 0.95, word_is_final: isFinal };
}

test('sequence (a): Universal-Streaming without format_turns ends in an unformatted and an empty final', async () => {
  const messages = await session(ENGLISH, HELLO);
  assert.deepEqual(messages.slice(2, -2), [
    {
      turn_order: 0,
      turn_is_formatted: false,
      end_of_turn: false,
      transcript: 'hello world',
      end_of_turn_confidence: 0.000036,
      words: [word('hello', 200, 430, true), word('world', 450, 680, false)],
      utterance: '',
      type: 'Turn',
    },
    {
      turn_order: 0,
      turn_is_formatted: false,
      end_of_turn: true,
      transcript: 'hello world',
      end_of_turn_confidence: 0.85,
      words: [word('hello', 200, 430, true), word('world', 450, 680, true)],
      utterance: '',
      type: 'Turn',
    },
  ]);
  assert.deepEqual(gist(messages), [
    [0, false, false, 'hello'],
    [0, false, false, 'hello world'],
    [0, true, false, 'hello world'],
    [1, true, false, ''],
  ]);
});

test('sequence (b): the utterance comes at a short pause, before the end of the turn', async () => {
  const messages = await session(ENGLISH, HELLO, [{ fault: 'utterance-before-end' }]);
  assert.deepEqual(
    messages
      .filter(({ type }) => type === 'Turn')
      .map((turn) => [turn['transcript'], turn['utterance']]),
    [
      ['hello', ''],
      ['hello world', ''],
      ['hello', 'Hello, world.'],
      ['hello world', ''],
      ['', ''],
    ],
  );
});

test('sequence (c): format_turns sends a second, formatted final of the same turn', async () => {
  const query = { ...ENGLISH, format_turns: 'true' };
  const finals = async (fault: Fault): Promise<readonly unknown[]> =>
    gist(await session(query, HELLO, [fault])).slice(2);
  const [raw, formatted, empty] = [
    [0, true, false, 'hello world'],
    [0, true, true, 'Hello, world.'],
    [1, true, false, ''],
  ];
  assert.deepEqual(
    [
      gist(await session(query, HELLO)).slice(2),
      await finals({ fault: 'formatted-turn-missing' }),
      await finals({ fault: 'unformatted-turn-missing' }),
      // Terminate does not wait for it: it comes then, before Termination.
      await finals({ fault: 'formatted-turn-delayed', ms: 60_000 }),
    ],
    [
      [raw, formatted, empty],
      [raw, empty],
      [formatted, empty],
      [raw, empty, formatted],
    ],
  );
});

test('sequence (d): a Pro model announces speech, revises partials and sends one final', async () => {
  const messages = await session(PRO, HELLO);
  assert.deepEqual(messages.slice(1, -1), [
    { type: 'SpeechStarted', timestamp: 200, confidence: 0.95 },
    {
      turn_order: 0,
      turn_is_formatted: true,
      end_of_turn: false,
      transcript: 'Hello',
      end_of_turn_confidence: 0,
      words: [word('Hello', 200, 430, false)],
      utterance: '',
      type: 'Turn',
    },
    {
      turn_order: 0,
      turn_is_formatted: true,
      end_of_turn: false,
      transcript: 'Hello, world',
      end_of_turn_confidence: 0,
      words: [word('Hello,', 200, 430, false), word('world', 450, 680, false)],
      utterance: '',
      type: 'Turn',
    },
    {
      turn_order: 0,
      turn_is_formatted: true,
      end_of_turn: true,
      transcript: 'Hello, world.',
      end_of_turn_confidence: 1,
      words: [word('Hello,', 0, 430, true), word('world.', 450, 920, true)],
      utterance: 'Hello, world.',
      type: 'Turn',
    },
  ]);
  assert.equal(Object.keys(messages[2] ?? {}).at(-1), 'type', 'type is the last key of a Turn');
});

test('finals tell their language where they are asked to, and a model that knows only one is not', async () => {
  const told = async (query: Readonly<Record<string, string>>): Promise<readonly unknown[]> => {
    const client = await begun(query);
    client.speak(HELLO);
    const turns = (await client.terminate()).filter(({ type }) => type === 'Turn');
    const { violations } = client.record;
    await emulator.close();
    return [
      [...new Set(turns.map((turn) => [turn['end_of_turn'], turn['language_code']].join(' ')))],
      violations,
    ];
  };
  const asked = { language_detection: 'true' };
  assert.deepEqual(
    [
      await told(PRO),
      await told({ ...PRO, ...asked }),
      await told({ ...PRO, ...asked, language_codes: '["de","en"]' }),
      await told({ speech_model: 'universal-streaming-multilingual', ...asked }),
      await told({ speech_model: 'whisper-rt' }),
      (await told({ ...ENGLISH, ...asked }))[1],
    ],
    [
      [['false ', 'true '], []],
      [['false ', 'true en'], []],
      [['false ', 'true de'], []],
      [['false ', 'true en'], []],
      [['false ', 'true en'], []],
      ["'language_detection' has no effect on universal-streaming-english here"],
    ],
  );
});

test('a turn ends early only after text that sounds complete, as its settings say', async () => {
  const pause = (text: string, pauseMs: number): Buffer => {
    const words = [...spokenWords(text), ...spokenWords('Next.', 480 + pauseMs)];
    return markedSpeech(words, { durationMs: 6_000 });
  };
  const finals = async (
    query: Readonly<Record<string, string>>,
    audio: Buffer,
  ): Promise<readonly unknown[]> =>
    gist(await session(query, audio))
      .filter(([, isEnd, , transcript]) => isEnd === true && transcript !== '')
      .map(([, , , transcript]) => transcript);
  assert.deepEqual(
    {
      complete: await finals(PRO, pause('Come in.', 300)),
      incomplete: await finals(PRO, pause('Come in', 300)),
      incompleteLong: await finals(PRO, pause('Come in', 1_400)),
      accurate: await finals({ ...PRO, mode: 'max_accuracy' }, pause('Come in.', 300)),
      explicit: await finals({ ...PRO, min_turn_silence: '400' }, pause('Come in.', 300)),
      english: await finals(ENGLISH, pause('Come in.', 500)),
      silenceOnly: await finals(
        { ...ENGLISH, end_of_turn_confidence_threshold: '1' },
        pause('Come in.', 500),
      ),
    },
    {
      complete: ['Come in.', 'Next.'],
      incomplete: ['Come in Next.'],
      incompleteLong: ['Come in', 'Next.'],
      accurate: ['Come in. Next.'],
      explicit: ['Come in. Next.'],
      english: ['come in', 'next'],
      silenceOnly: ['come in next'],
    },
  );
});

test('a Pro model’s first partial comes as late as its settings say; a pause brings it at once', async () => {
  const speech = (text: string): Buffer => markedSpeech(spokenWords(text), { durationMs: 3_000 });
  const first = async (query: Readonly<Record<string, string>>, text: string): Promise<unknown> =>
    gist(await session({ speech_model: 'universal-3-6-pro', ...query }, speech(text)))[0]?.[3];
  assert.deepEqual(
    {
      preset: await first({}, 'one two three four five'),
      soon: await first({ interruption_delay: '0' }, 'one two three four five'),
      fast: await first({ mode: 'min_latency' }, 'one two three four five'),
      pause: await first({}, 'Yes'),
    },
    { preset: 'one two three', soon: 'one', fast: 'one', pause: 'Yes' },
  );
});

test('a new mode sets everything anew that it presets, unless that comes with it', async () => {
  const finals = async (update: object): Promise<readonly unknown[]> => {
    const client = await begun({ ...PRO, min_turn_silence: '1000' });
    client.say({ type: 'UpdateConfiguration', mode: 'min_latency', ...update });
    const words = [...spokenWords('Come in.'), ...spokenWords('Next.', 900)];
    client.speak(markedSpeech(words, { durationMs: 3_000 }));
    const messages = gist(await client.terminate());
    await emulator.close();
    return messages.filter(([, isEnd]) => isEnd === true).map(([, , , text]) => text);
  };
  assert.deepEqual(
    [await finals({}), await finals({ min_turn_silence: 1000, max_turn_silence: 5000 })],
    [['Come in.', 'Next.'], ['Come in. Next.']],
  );
});

test('an update changes the running session from then on', async () => {
  const client = await begun(ENGLISH);
  client.say({ type: 'UpdateConfiguration', format_turns: true, min_turn_silence: 1000, x: 1 });
  client.speak(HELLO);
  assert.deepEqual(gist(await client.terminate()).slice(2, 4), [
    [0, true, false, 'hello world'],
    [0, true, true, 'Hello, world.'],
  ]);
  assert.deepEqual(client.record.violations, ["unknown parameter 'x'"]);
});

test('ForceEndpoint finalises a Pro model’s turn; the word being said goes into the next one', async () => {
  const client = await begun(PRO);
  client.speak(HELLO.subarray(0, 32 * 600)); // in the middle of "world."
  client.say({ type: 'ForceEndpoint' });
  client.speak(HELLO.subarray(32 * 600));
  client.say({ type: 'ForceEndpoint' });
  assert.deepEqual(gist(await client.terminate()), [
    [0, false, true, 'Hello'],
    [0, true, true, 'Hello,'],
    [1, false, true, 'world'],
    [1, true, true, 'world.'],
  ]);
});

test('ForceEndpoint makes a Universal-Streaming model drop what it has not made final', async () => {
  const client = await begun(ENGLISH);
  const speech = markedSpeech(spokenWords('one two three four five'), { durationMs: 2_000 });
  client.speak(speech.subarray(0, 32 * 850)); // three words and a piece of the fourth
  client.say({ type: 'ForceEndpoint' });
  client.speak(speech.subarray(32 * 850));
  assert.deepEqual(
    gist(await client.terminate()).filter(([, isEnd]) => isEnd === true),
    [
      [0, true, false, 'one two'],
      [1, true, false, 'five'],
    ],
  );
});

test('a session that is terminated in mid-word keeps the whole words', async () => {
  assert.deepEqual(gist(await session(PRO, HELLO.subarray(0, 32 * 650))).at(-1), [
    0,
    true,
    true,
    'Hello,',
  ]);
});

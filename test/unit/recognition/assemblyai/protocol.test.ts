import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../harness/properties';
import {
  encodeUpdate,
  FORCE_ENDPOINT,
  MAX_TURN_CHARACTERS,
  MAX_TURN_WORDS,
  parseServerMessage,
  TERMINATE,
} from '../../../../src/recognition/assemblyai/protocol';
import { recognition } from './settings-fixture';

function parse(message: unknown): unknown {
  return parseServerMessage(JSON.stringify(message));
}

test('Begin is read from the live frame', () => {
  const frame =
    '{"type":"Begin","id":"12c77068-02b3-4941-a960-275a65230e31","expires_at":1790221526,"configuration":{"model":"universal-3-5-pro","mode":"balanced","api_version":"2025-05-12","speaker_labels":false,"redact_pii":false,"filter_profanity":false,"domain":null,"voice_focus":null}}';
  assert.deepEqual(parseServerMessage(frame), {
    kind: 'begin',
    begin: {
      sessionId: '12c77068-02b3-4941-a960-275a65230e31',
      model: 'universal-3-5-pro',
    },
  });
});

test('Begin of an older server has no configuration, so no model', () => {
  assert.deepEqual(parse({ type: 'Begin', id: 'a', expires_at: 1 }), {
    kind: 'begin',
    begin: { sessionId: undefined, model: undefined },
  });
});

test('a session’s id is a UUID or none, a model’s name a name or none: neither can carry words', () => {
  const uuid = '12C77068-02B3-4941-A960-275A65230E31';
  const table: readonly (readonly [id: string, model: unknown, told: readonly unknown[]])[] = [
    [uuid, 'universal-3.6_pro', [uuid.toLowerCase(), 'universal-3.6_pro']],
    [`${uuid} my password`, 'my password is swordfish', [undefined, undefined]],
    [` ${uuid}`, 'x'.repeat(61), [undefined, undefined]],
    [`${uuid}\n`, 'pro\n', [undefined, undefined]],
    [uuid.slice(1), '[x](command:evil)', [undefined, undefined]],
    ['swordfish', 'https://evil.example/x', [undefined, undefined]],
    ['', '', [undefined, undefined]],
    [uuid.replace('A', 'а'), 'mоdel', [undefined, undefined]],
    ['x'.repeat(1_000_000), 'x'.repeat(1_000_000), [undefined, undefined]],
    [uuid, ['pro'], [uuid.toLowerCase(), undefined]],
  ];
  for (const [id, model, [sessionId, name]] of table) {
    assert.deepEqual(parse({ type: 'Begin', id, expires_at: 1, configuration: { model } }), {
      kind: 'begin',
      begin: { sessionId, model: name },
    });
  }
});

test('a Turn is read from the live frame, in which its type comes last', () => {
  const frame =
    '{"turn_order":0,"turn_is_formatted":false,"end_of_turn":false,"transcript":"the quick","end_of_turn_confidence":0.000036,"words":[{"start":560,"end":640,"text":"the","confidence":0.843129,"word_is_final":true},{"start":720,"end":800,"text":"quick","confidence":0.478606,"word_is_final":false}],"utterance":"","type":"Turn"}';
  assert.deepEqual(parseServerMessage(frame), {
    kind: 'turn',
    turn: {
      order: 0,
      transcript: 'the quick',
      words: [
        { text: 'the', startMs: 560, endMs: 640 },
        { text: 'quick', startMs: 720, endMs: 800 },
      ],
      isEnd: false,
      isFormatted: false,
    },
  });
});

test('the language of a Turn is read where the server is sure of it', () => {
  const languageOf = (more: Readonly<Record<string, unknown>>): unknown => {
    const turn = { type: 'Turn', turn_order: 0, end_of_turn: true, transcript: 'Ja.', ...more };
    const message = parseServerMessage(JSON.stringify(turn));
    return message.kind === 'turn' ? message.turn.language : message;
  };
  assert.deepEqual(
    [
      languageOf({ language_code: 'de' }),
      languageOf({ language_code: 'en_US', language_confidence: 0.93 }),
      languageOf({ language_code: 'de', language_confidence: 0.31 }),
      languageOf({ language_code: 7 }),
      languageOf({ language_code: 'de; drop' }),
      languageOf({}),
    ],
    ['de', 'en_us', undefined, undefined, undefined, undefined],
  );
});

test('words of a Turn that are not words are left out, the turn stays', () => {
  const words = [null, 'x', [], { text: 1, start: 0, end: 1 }, { text: 'ok', start: 0, end: 1 }];
  assert.deepEqual(
    parse({
      type: 'Turn',
      turn_order: 7,
      end_of_turn: true,
      turn_is_formatted: true,
      transcript: 'Ok.',
      words,
    }),
    {
      kind: 'turn',
      turn: {
        order: 7,
        transcript: 'Ok.',
        words: [{ text: 'ok', startMs: 0, endMs: 1 }],
        isEnd: true,
        isFormatted: true,
      },
    },
  );
  assert.deepEqual(parse({ type: 'Turn', turn_order: 0, end_of_turn: true, transcript: '' }), {
    kind: 'turn',
    turn: { order: 0, transcript: '', words: [], isEnd: true, isFormatted: false },
  });
});

test('Termination tells the session’s duration in milliseconds, and ends the session even without it', () => {
  assert.deepEqual(
    parse({ type: 'Termination', audio_duration_seconds: 4, session_duration_seconds: 7 }),
    { kind: 'termination', sessionDurationMs: 7000 },
  );
  const none = {
    kind: 'termination',
    sessionDurationMs: undefined,
  };
  for (const duration of ['"4"', '-1', '1e999', '-1e999', '1e300', 'null', '{}', '[4]', 'true']) {
    const frame = `{"type":"Termination","audio_duration_seconds":${duration},"session_duration_seconds":${duration}}`;
    assert.deepEqual(parseServerMessage(frame), none, duration);
  }
  assert.deepEqual(parse({ type: 'Termination' }), none);
});

test('a turn that is longer than anybody speaks in one is told as such, in words as in its text', () => {
  const word = { text: 'word', start: 0, end: 1 };
  const turns: readonly (readonly [transcript: string, words: readonly unknown[]])[] = [
    ['x'.repeat(MAX_TURN_CHARACTERS + 1), []],
    ['', [{ ...word, text: 'x'.repeat(MAX_TURN_CHARACTERS) }]],
    ['', Array<unknown>(MAX_TURN_WORDS + 1).fill(word)],
    ['short', Array<unknown>(MAX_TURN_WORDS + 1).fill(null)],
  ];
  for (const [transcript, words] of turns) {
    for (const end of [true, false]) {
      const told = parse({ type: 'Turn', turn_order: 0, end_of_turn: end, transcript, words });
      assert.deepEqual(told, { kind: 'excess' });
    }
  }
  const longest = parse({
    type: 'Turn',
    turn_order: 0,
    end_of_turn: true,
    transcript: 'x'.repeat(MAX_TURN_CHARACTERS),
    words: Array<unknown>(MAX_TURN_WORDS).fill(word),
  });
  assert.ok(typeof longest === 'object' && longest !== null && 'kind' in longest);
  assert.equal(longest.kind, 'turn');
});

test('times of words are times in a session, whatever numbers the server sends', () => {
  const times = ['1e999', '-1e999', '1e300', '-5', '0', '560'];
  const words = times.map((time) => `{"text":"a","start":${time},"end":${time}}`).join();
  const message = parseServerMessage(
    `{"type":"Turn","turn_order":0,"end_of_turn":true,"transcript":"a","words":[${words}]}`,
  );
  assert.ok(message.kind === 'turn');
  const dayMs = 86_400_000;
  const expected = [dayMs, 0, dayMs, 0, 0, 560];
  assert.deepEqual(
    message.turn.words.map(({ startMs, endMs }) => [startMs, endMs]),
    expected.map((ms) => [ms, ms]),
  );
});

test('whatever has an error is an error, with its words cut and without control characters', () => {
  const table: readonly (readonly [message: unknown, code: number | undefined, text: string])[] = [
    [{ type: 'Error', error_code: 3005, error: 'Session Cancelled' }, 3005, 'Session Cancelled'],
    [{ error: 'Model deprecated' }, undefined, 'Model deprecated'],
    [{ type: 'Turn', error: 'a' }, undefined, 'a'],
    [{ type: 'Error', error_code: '3005' }, undefined, ''],
    [{ type: 'Error', error: { deep: true } }, undefined, ''],
    [{ type: 'Error', error_code: 1e300 }, undefined, ''],
    [{ type: 'Error', error_code: 3005.5 }, undefined, ''],
    [{ type: 'Error', error_code: -1 }, undefined, ''],
    [{ type: 'Error', error_code: 1, error: 'a\n\u0000\u001bb' }, 1, 'a b'],
    [{ type: 'Error', error_code: 1, error: 'x'.repeat(5000) }, 1, 'x'.repeat(1000)],
  ];
  for (const [message, code, text] of table) {
    assert.deepEqual(parse(message), { kind: 'error', code, text });
  }
});

test('unknown and malformed messages are ignored, with a reason that is safe to log', () => {
  const table: readonly (readonly [text: string, why: string])[] = [
    ['', 'not a JSON object'],
    ['{', 'not a JSON object'],
    ['null', 'not a JSON object'],
    ['[]', 'not a JSON object'],
    ['"Turn"', 'not a JSON object'],
    ['{}', 'type ?'],
    ['{"type":7}', 'type ?'],
    ['{"type":"Silence"}', 'type Silence'],
    ['{"type":"what somebody said"}', 'type ?'],
    [`{"type":"${'x'.repeat(41)}"}`, 'type ?'],
    ['{"type":"__proto__"}', 'type ?'],
    ['{"type":"swordfish"}', 'type ?'],
    ['{"type":"Begin","id":1,"expires_at":1}', 'malformed Begin'],
    ['{"type":"Begin","id":"a","expires_at":"soon"}', 'malformed Begin'],
    ['{"type":"Begin","id":"a","expires_at":1e300}', 'malformed Begin'],
    ['{"type":"Turn"}', 'malformed Turn'],
    ['{"type":"Turn","turn_order":-1,"end_of_turn":true,"transcript":""}', 'malformed Turn'],
    ['{"type":"Turn","turn_order":0.5,"end_of_turn":true,"transcript":""}', 'malformed Turn'],
    ['{"type":"Turn","turn_order":0,"end_of_turn":"true","transcript":""}', 'malformed Turn'],
    ['{"type":"Turn","turn_order":0,"end_of_turn":true,"transcript":null}', 'malformed Turn'],
  ];
  for (const [text, why] of table) {
    assert.deepEqual(parseServerMessage(text), { kind: 'ignored', why }, text);
  }
});

test('a Heartbeat tells how sure the server was of speech, where it is a probability', () => {
  const told = [0, 0.5, 1, 1.5, -1, '1', null, undefined].map((value) =>
    parseServerMessage(JSON.stringify({ type: 'Heartbeat', max_speech_probability: value })),
  );
  assert.deepEqual(
    told,
    [0, 0.5, 1, ...Array.from({ length: 5 }, () => undefined)].map((speech) => ({
      kind: 'heartbeat',
      speech,
    })),
  );
});

test('a Warning is its code and its words, in one line, whatever it lacks', () => {
  assert.deepEqual(
    [
      { type: 'Warning', warning_code: 7, warning: 'too\nloud\u202e' },
      { type: 'Warning', warning_code: '7', warning: 7 },
      { type: 'Warning' },
    ].map((message) => parseServerMessage(JSON.stringify(message))),
    [
      { kind: 'warning', code: 7, text: 'too loud ' },
      { kind: 'warning', code: undefined, text: '' },
      { kind: 'warning', code: undefined, text: '' },
    ],
  );
});

test('no text whatever makes the parser throw', () => {
  const depth = 200_000;
  parseServerMessage(`${'['.repeat(depth)}${']'.repeat(depth)}`);
  parseServerMessage(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
  fc.assert(
    fc.property(fc.string(), fc.json(), (text, json) => {
      parseServerMessage(text);
      parseServerMessage(json);
    }),
  );
  const type = fc.constantFrom('Begin', 'Turn', 'Termination', 'Error', 'Warning');
  const fields = fc.dictionary(
    fc.constantFrom('id', 'expires_at', 'configuration', 'turn_order', 'end_of_turn', 'words'),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(type, fields, (name, values) => {
      parse({ transcript: 'x', ...values, type: name });
    }),
  );
});

test('client messages have the names and shapes of the wire', () => {
  const settings = recognition({ languages: ['de'], keyterms: [], minTurnSilenceMs: 0 });
  assert.deepEqual(
    [
      TERMINATE,
      FORCE_ENDPOINT,
      encodeUpdate(settings, ['languages', 'keyterms', 'minTurnSilenceMs', 'formatTurns']),
    ].map((text): unknown => JSON.parse(text)),
    [
      { type: 'Terminate' },
      { type: 'ForceEndpoint' },
      {
        type: 'UpdateConfiguration',
        language_codes: ['de'],
        keyterms_prompt: [],
        min_turn_silence: 0,
        format_turns: true,
      },
    ],
  );
});

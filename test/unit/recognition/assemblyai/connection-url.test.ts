import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectionUrl } from '../../../../src/recognition/assemblyai/connection-url';
import type { Encoding, RecognitionSettings, SampleRate } from '../../../../src/core/settings';
import { recognition } from './settings-fixture';

function query(
  changes: Partial<RecognitionSettings>,
  sampleRate: SampleRate = 16000,
  encoding: Encoding = 'pcm_s16le',
): Record<string, string> {
  const url = connectionUrl({ recognition: recognition(changes), sampleRate, encoding });
  return Object.fromEntries(new URL(url).searchParams);
}

const FULL: Partial<RecognitionSettings> = {
  mode: 'min_latency',
  languages: ['en', 'de'],
  formatTurns: false,
  keyterms: ['sox & co', 'Größe'],
  minTurnSilenceMs: 0,
  maxTurnSilenceMs: 1500,
  endOfTurnConfidenceThreshold: 0,
  vadThreshold: 0.3,
  filterProfanity: true,
};

/** What every model takes, as {@link FULL} has it. */
const FULL_FOR_ALL = {
  sample_rate: '16000',
  encoding: 'pcm_s16le',
  inactivity_timeout: '30',
  session_heartbeat: 'true',
  keyterms_prompt: '["sox & co","Größe"]',
  min_turn_silence: '0',
  max_turn_silence: '1500',
  vad_threshold: '0.3',
  filter_profanity: 'true',
};

test('model, rate, encoding and inactivity timeout are always sent; null and empty lists never', () => {
  assert.deepEqual(query({}, 8000, 'pcm_mulaw'), {
    speech_model: 'universal-3-6-pro',
    sample_rate: '8000',
    encoding: 'pcm_mulaw',
    inactivity_timeout: '30',
    language_detection: 'true',
    session_heartbeat: 'true',
    mode: 'balanced',
    interruption_delay: '0',
    previous_context_n_turns: '5',
    filter_profanity: 'false',
  });
});

test('a Pro model is sent mode and languages, but nothing that only Universal-Streaming takes', () => {
  assert.deepEqual(query(FULL), {
    ...FULL_FOR_ALL,
    speech_model: 'universal-3-6-pro',
    language_detection: 'true',
    mode: 'min_latency',
    interruption_delay: '0',
    previous_context_n_turns: '5',
    language_codes: '["en","de"]',
  });
});

test('a Universal-Streaming model is sent 0 and false as values, but nothing that only Pro takes', () => {
  assert.deepEqual(query({ ...FULL, model: 'universal-streaming-english' }), {
    ...FULL_FOR_ALL,
    speech_model: 'universal-streaming-english',
    format_turns: 'false',
    end_of_turn_confidence_threshold: '0',
  });
});

test('which language it was is asked of every model that may hear more than one', () => {
  const models = [
    'universal-3-6-pro',
    'universal-streaming-multilingual',
    'universal-streaming-english',
  ];
  assert.deepEqual(
    models.map((model) => query({ model })['language_detection']),
    ['true', 'true', undefined],
  );
});

test('whisper is sent what all models take', () => {
  assert.deepEqual(query({ ...FULL, model: 'whisper-rt' }), {
    ...FULL_FOR_ALL,
    speech_model: 'whisper-rt',
    language_detection: 'true',
  });
});

test('an unknown model is sent everything that is set', () => {
  assert.deepEqual(query({ ...FULL, model: 'my own/model' }), {
    ...FULL_FOR_ALL,
    speech_model: 'my own/model',
    language_detection: 'true',
    mode: 'min_latency',
    interruption_delay: '0',
    language_codes: '["en","de"]',
    format_turns: 'false',
    end_of_turn_confidence_threshold: '0',
  });
});

test('a query in the endpoint stays, but what we send wins', () => {
  const { domain, speech_model, sample_rate } = query({
    endpoint: 'wss://speech.example.org/asr?domain=medical-v1&speech_model=x&sample_rate=1',
  });
  assert.deepEqual(
    { domain, speech_model, sample_rate },
    { domain: 'medical-v1', speech_model: 'universal-3-6-pro', sample_rate: '16000' },
  );
});

test('an endpoint that may not be used is refused', () => {
  assert.throws(() => query({ endpoint: 'ws://speech.example.org' }), {
    reason: 'endpoint-invalid',
  });
});

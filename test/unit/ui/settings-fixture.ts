import type { Settings } from '../../../src/core/settings';

/** Settings of no particular meaning. */
export const SETTINGS: Settings = {
  recording: { soxPath: '', device: '', sampleRate: 16000, encoding: 'pcm_s16le' },
  recognition: {
    endpoint: 'wss://streaming.assemblyai.com/v3/ws',
    allowInsecureEndpoint: false,
    tokenUrl: '',
    model: 'a-model',
    mode: 'balanced',
    languages: [],
    formatTurns: true,
    keyterms: [],
    minTurnSilenceMs: null,
    maxTurnSilenceMs: null,
    endOfTurnConfidenceThreshold: null,
    vadThreshold: null,
    filterProfanity: false,
  },
  cost: {
    parkAfterSilenceMs: 15_000,
    stopAfterSilenceMs: 300_000,
    maxMinutes: 60,
    pricePerHour: { 'a-model': 0.45 },
    dailyBudget: null,
  },
  display: { partials: 'statusBar' },
  privacy: { keepUnlandedText: true, keepUnsentAudio: false },
};

/** {@link SETTINGS} with another endpoint. */
export function recognitionAt(endpoint: string): Settings['recognition'] {
  return { ...SETTINGS.recognition, endpoint };
}

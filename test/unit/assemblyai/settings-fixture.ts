import type { RecognitionSettings } from '../../../src/core/settings';

/** Recognition settings of an imaginary person, changed as a test needs them. */
export function recognition(changes: Partial<RecognitionSettings> = {}): RecognitionSettings {
  return {
    endpoint: 'wss://streaming.assemblyai.com/v3/ws',
    allowInsecureEndpoint: false,
    tokenUrl: '',
    model: 'universal-3-6-pro',
    mode: 'balanced',
    languages: [],
    formatTurns: true,
    keyterms: [],
    minTurnSilenceMs: null,
    maxTurnSilenceMs: null,
    endOfTurnConfidenceThreshold: null,
    vadThreshold: null,
    filterProfanity: false,
    ...changes,
  };
}

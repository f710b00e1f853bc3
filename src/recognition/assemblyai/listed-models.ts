import type { ListedModel } from '../../core/listed-model';

/** The models that people choose from, best first (docs/protocol.md §3); others work by their names. */
export const ASSEMBLYAI_MODELS: readonly ListedModel[] = [
  row('universal-3-6-pro', { accuracy: 'highest', languages: 32 }),
  row('universal-3-5-pro', { accuracy: 'highest', languages: 19 }),
  row('universal-streaming-english', { languages: ['en'] }),
  row('universal-streaming-multilingual', { languages: ['en', 'es', 'de', 'fr', 'it', 'pt'] }),
  row('whisper-rt', { speed: 'slow', languages: 99 }),
];

function row(id: string, facts: Partial<ListedModel>): ListedModel {
  const usual = { accuracy: 'high', speed: 'fast', bytes: [0, 0], languages: [] } as const;
  return { ...usual, ...facts, provider: 'assemblyai', id, name: id };
}

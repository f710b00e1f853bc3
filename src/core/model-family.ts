/** Models that take the same parameters and send the same turn sequences (§1.3, §1.6.3). */
export type ModelFamily = 'pro' | 'universal-streaming' | 'whisper' | 'unknown';

/** The family of a `speech_model` (assemblyai-streaming-v3.md §1.4); new names are `unknown`. */
export function modelFamily(model: string): ModelFamily {
  if (model.startsWith('universal-streaming')) return 'universal-streaming';
  if (/^(universal-3|u3-)/.test(model)) return 'pro';
  if (model.startsWith('whisper')) return 'whisper';
  return 'unknown';
}

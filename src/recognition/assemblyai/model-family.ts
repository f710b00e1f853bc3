/** Models that take the same parameters and send the same turn sequences (§2, §5.3). */
export type ModelFamily = 'pro' | 'universal-streaming' | 'whisper' | 'unknown';

/** The family of a `speech_model` (docs/protocol.md §3); new names are `unknown`. */
export function modelFamily(model: string): ModelFamily {
  if (model.startsWith('universal-streaming')) return 'universal-streaming';
  if (/^(universal-3|u3-)/.test(model)) return 'pro';
  if (model.startsWith('whisper')) return 'whisper';
  return 'unknown';
}

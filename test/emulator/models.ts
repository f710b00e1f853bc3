/** How a model ends turns and writes text (docs/protocol.md §3–§5). */
export type ModelFamily = 'pro' | 'universal-streaming' | 'whisper';

/**
 * The model that runs when none is asked for: the newest report of a default that has changed often
 * (§3).
 */
export const DEFAULT_MODEL = 'universal-3-6-pro';

/** Accepted, begun, and then cancelled with 3005 (§3). */
export const CANCELLED_MODELS: readonly string[] = ['u3-rt-agent', 'universal-3-7-preview'];

/** The validator's list, in the order of its error text (§3, live 2026-09-24). */
export const KNOWN_MODELS = [
  'universal-streaming-english',
  'universal-streaming-multilingual',
  'whisper-rt',
  'u3-rt-pro',
  'u3-rt-pro-beta-1',
  'u3-rt-agent',
  'universal-3-5-pro',
  'universal-3-6-pro',
  'universal-3-6',
  'universal-3-7-preview',
  '_universal-3-5-notetaker',
] as const;

/** The family of a model name; every name that is neither Universal-Streaming nor Whisper counts as Pro. */
export function familyOf(model: string): ModelFamily {
  if (model.startsWith('universal-streaming')) return 'universal-streaming';
  return model === 'whisper-rt' ? 'whisper' : 'pro';
}

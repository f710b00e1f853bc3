import type { Settings } from '../../core/settings';
import { PINNED_KEYS } from './run-recognition';

const RECORDING_KEYS = ['soxPath', 'device', 'sampleRate', 'encoding'] as const;

/** Which changed settings a run cannot take over, so that each is told once. */
export class DeferredSettings {
  private readonly told = new Set<string>();

  /** @param settings what the run has begun with */
  constructor(private readonly settings: Settings) {}

  /**
   * @param settings what the person wants now
   * @param refused ids of what a running session does not take
   * @returns ids of what has to wait and has not been told yet
   */
  note({ recording, recognition }: Settings, refused: readonly string[]): readonly string[] {
    const deferred = new Set([
      ...changedKeys('recording', RECORDING_KEYS, this.settings.recording, recording),
      ...changedKeys('recognition', PINNED_KEYS, this.settings.recognition, recognition),
      ...refused,
    ]);
    const news = [...deferred].filter((key) => !this.told.has(key));
    for (const key of news) this.told.add(key);
    return news;
  }
}

/** Ids of the settings under `keys` that differ. */
function changedKeys<K extends string>(
  section: string,
  keys: readonly K[],
  before: Readonly<Record<K, unknown>>,
  after: Readonly<Record<K, unknown>>,
): readonly string[] {
  return keys.filter((key) => before[key] !== after[key]).map((key) => `${section}.${key}`);
}

import { keptKeys, type Settings } from '../../core/settings';

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
  note(settings: Settings, refused: readonly string[]): readonly string[] {
    const deferred = new Set([...keptKeys(settings, this.settings), ...refused]);
    const news = [...deferred].filter((key) => !this.told.has(key));
    for (const key of news) this.told.add(key);
    return news;
  }
}

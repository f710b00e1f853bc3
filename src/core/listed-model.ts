/** One model that can turn speech into text, with what people choose by. */
export interface ListedModel {
  readonly provider: 'assemblyai' | 'onDevice';
  /** As its provider's setting names it. */
  readonly id: string;
  /** For people. */
  readonly name: string;
  /** Next to the other ones, as they are published; undefined: not known. */
  readonly accuracy: 'highest' | 'high' | 'good' | undefined;
  /** `slow`: words come late, or a fast computer is needed; undefined: not known. */
  readonly speed: 'fast' | 'slow' | undefined;
  /** What it takes of the speech's own time, as published; undefined: not known, or somebody else's time. */
  readonly ratio?: number | undefined;
  /** What it takes at most while it listens, as published; undefined: not known, or somebody else's. */
  readonly memoryBytes?: number | undefined;
  /** To be downloaded once, from the least to the most by language; both 0: nothing. */
  readonly bytes: readonly [least: number, most: number];
  /** Codes of what it hears, or how many languages that are. */
  readonly languages: readonly string[] | number;
}

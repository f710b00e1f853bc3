/** What an engine has made of a stream so far. */
export interface Heard {
  /** A new word begins with U+2581 or a space; some models write that as a token of its own. */
  readonly tokens: readonly string[];
  /** When each began, milliseconds since the stream's first sample. */
  readonly timesMs: readonly number[];
}

/** One stretch of sound that an engine listens to. */
export interface EngineStream {
  /** Takes samples from -1 to 1, and hears as much of them as its model can. */
  accept(samples: Float32Array): void;
  /** No more sound follows: hears the rest. */
  finish(): void;
  heard(): Heard;
  free(): void;
}

/** A loaded model. */
export interface Engine {
  /**
   * @param sampleRate of the samples that it will get, Hz
   * @param language code of what is spoken, for a model that can be told
   */
  openStream(sampleRate: number, language?: string): EngineStream;
}

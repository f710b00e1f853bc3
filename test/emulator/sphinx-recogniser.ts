import { PocketSphinx, SPHINX_SAMPLE_RATE } from './pocketsphinx';
import type { CreateRecogniser, Hypothesis, RecognisedWord, Recogniser } from './recogniser';
import { Resampler } from './resampler';
import { grammarOf, writeFreely, writeSentences, type Sentence } from './sentences';

/** How often the decoder is asked for its best guess. */
const STEP_MS = 100;
/** PocketSphinx says that speech has ended this long after it has (`-vad_postspeech`, 50 frames). */
const SPEECH_END_LAG_MS = 500;
/** Silence that brings the last word out of the decoder before an utterance is ended. */
const FLUSH_MS = 300;

const NOTHING: Hypothesis = { words: [], silenceMs: 0 };

/**
 * Recognisers that hear real speech. A decoder takes half a second to make, so those of ended
 * sessions are used again.
 */
export class SphinxRecognisers {
  private readonly all: PocketSphinx[] = [];
  private readonly free: PocketSphinx[] = [];

  /** @param sentences all that can be said, recognised exactly; default: anything, recognised roughly */
  constructor(private readonly sentences?: readonly Sentence[]) {
    this.free.push(this.make());
  }

  /** For `EmulatorOptions.createRecogniser`. */
  readonly create: CreateRecogniser = (sampleRate) => {
    const decoder = this.free.pop() ?? this.make();
    return new SphinxRecogniser(decoder, sampleRate, this.sentences, () => {
      this.free.push(decoder);
    });
  };

  /** Frees all decoders; every recogniser must be closed. */
  close(): void {
    for (const decoder of this.all.splice(0)) decoder.free();
    this.free.length = 0;
  }

  private make(): PocketSphinx {
    const decoder = new PocketSphinx(this.sentences && grammarOf(this.sentences));
    this.all.push(decoder);
    return decoder;
  }
}

class SphinxRecogniser implements Recogniser {
  private readonly resampler: Resampler;
  private buffered: Int16Array[] = [];
  private bufferedMs = 0;
  /** As heard. */
  private guess: readonly RecognisedWord[] = [];
  private hypothesis: Hypothesis = NOTHING;
  private isClosed = false;
  /** The decoder's time less the session's: earlier sessions, and the silence added in this one. */
  private aheadMs: number;

  constructor(
    private readonly decoder: PocketSphinx,
    sampleRate: number,
    private readonly sentences: readonly Sentence[] | undefined,
    private readonly release: () => void,
  ) {
    this.resampler = new Resampler(sampleRate, SPHINX_SAMPLE_RATE);
    this.aheadMs = decoder.fedMs;
  }

  push(pcm: Int16Array): Hypothesis {
    const resampled = this.resampler.push(pcm);
    this.buffered.push(resampled);
    this.bufferedMs += toMs(resampled.length);
    if (this.bufferedMs >= STEP_MS) this.decode();
    return this.hypothesis;
  }

  end(): readonly RecognisedWord[] {
    if (this.isClosed) return [];
    this.decode();
    this.buffered.push(new Int16Array((SPHINX_SAMPLE_RATE * FLUSH_MS) / 1000));
    this.decode();
    const guess = this.guess;
    this.decoder.end();
    const final = this.read();
    this.aheadMs += FLUSH_MS;
    this.forget();
    // A sentence that is cut off has no final result: its best guess counts.
    return this.write(final.length > 0 ? final : guess, true);
  }

  drop(): void {
    if (!this.isClosed) this.decoder.end();
    this.forget();
  }

  close(): void {
    if (this.isClosed) return;
    this.drop();
    this.isClosed = true;
    this.release();
  }

  private decode(): void {
    if (this.isClosed) return;
    const step = new Int16Array(this.buffered.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const piece of this.buffered) {
      step.set(piece, at);
      at += piece.length;
    }
    this.buffered = [];
    this.bufferedMs = 0;
    const silenceMs = this.decoder.push(step)
      ? 0
      : Math.max(this.hypothesis.silenceMs, SPEECH_END_LAG_MS) + toMs(step.length);
    this.guess = this.read();
    this.hypothesis = { words: this.write(this.guess, false), silenceMs };
  }

  private forget(): void {
    this.buffered = [];
    this.bufferedMs = 0;
    this.guess = [];
    this.hypothesis = NOTHING;
  }

  private write(heard: readonly RecognisedWord[], isFinal: boolean): readonly RecognisedWord[] {
    return this.sentences ? writeSentences(heard, this.sentences) : writeFreely(heard, isFinal);
  }

  private read(): readonly RecognisedWord[] {
    return this.decoder.words().map(({ text, startMs, endMs }) => ({
      text,
      startMs: Math.max(0, startMs - this.aheadMs),
      endMs: Math.max(0, endMs - this.aheadMs),
    }));
  }
}

function toMs(samples: number): number {
  return (samples * 1000) / SPHINX_SAMPLE_RATE;
}

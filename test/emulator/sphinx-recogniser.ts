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
 * sessions are used again. Not so one that has heard nothing but quiet noise: it takes that for how
 * the microphone sounds, is deaf to the sentence behind it, and gives the next one's words wrong times.
 */
export class SphinxRecognisers {
  private readonly all = new Set<PocketSphinx>();
  private readonly free: PocketSphinx[] = [];

  /** @param sentences all that can be said, recognised exactly; default: anything, recognised roughly */
  constructor(private readonly sentences?: readonly Sentence[]) {
    this.free.push(this.make());
  }

  /** For `EmulatorOptions.createRecogniser`. */
  readonly create: CreateRecogniser = (sampleRate) => {
    const decoders: Decoders = {
      take: () => this.free.pop() ?? this.make(),
      giveBack: (decoder) => {
        this.free.push(decoder);
      },
      discard: (decoder) => {
        this.all.delete(decoder);
        decoder.free();
      },
    };
    return new SphinxRecogniser(decoders, sampleRate, this.sentences);
  };

  /** Frees all decoders; every recogniser must be closed. */
  close(): void {
    for (const decoder of this.all) decoder.free();
    this.all.clear();
    this.free.length = 0;
  }

  private make(): PocketSphinx {
    const decoder = new PocketSphinx(this.sentences && grammarOf(this.sentences));
    this.all.add(decoder);
    return decoder;
  }
}

interface Decoders {
  readonly take: () => PocketSphinx;
  readonly giveBack: (decoder: PocketSphinx) => void;
  readonly discard: (decoder: PocketSphinx) => void;
}

class SphinxRecogniser implements Recogniser {
  private readonly resampler: Resampler;
  private decoder: PocketSphinx;
  private buffered: Int16Array[] = [];
  private bufferedMs = 0;
  /** As heard. */
  private guess: readonly RecognisedWord[] = [];
  private hypothesis: Hypothesis = NOTHING;
  private isClosed = false;
  /** The session's time: all that has been pushed into a decoder. */
  private decodedMs = 0;
  /** The decoder's time less the session's: earlier sessions, and the silence added in this one. */
  private aheadMs: number;

  constructor(
    private readonly decoders: Decoders,
    sampleRate: number,
    private readonly sentences: readonly Sentence[] | undefined,
  ) {
    this.resampler = new Resampler(sampleRate, SPHINX_SAMPLE_RATE);
    this.decoder = decoders.take();
    this.aheadMs = this.decoder.fedMs;
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
    this.decoder.push(new Int16Array((SPHINX_SAMPLE_RATE * FLUSH_MS) / 1000));
    const guess = this.read();
    this.decoder.end();
    const final = this.read();
    this.aheadMs += FLUSH_MS;
    if (final.length === 0 && guess.length === 0) this.replaceDecoder();
    this.forget();
    // A sentence that is cut off has no final result: its best guess counts.
    return this.write(final.length > 0 ? final : guess, true);
  }

  drop(): void {
    if (this.isClosed) return;
    const isDeaf = this.decoder.isOpen && this.guess.length === 0;
    this.decoder.end();
    if (isDeaf) this.replaceDecoder();
    this.forget();
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    const isDeaf = this.decoder.isOpen && this.guess.length === 0;
    this.decoder.end();
    if (isDeaf) this.decoders.discard(this.decoder);
    else this.decoders.giveBack(this.decoder);
    this.forget();
  }

  /** Behind an utterance without a word: {@link SphinxRecognisers}. */
  private replaceDecoder(): void {
    this.decoders.discard(this.decoder);
    this.decoder = this.decoders.take();
    this.aheadMs = this.decoder.fedMs - this.decodedMs;
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
    this.decodedMs += toMs(step.length);
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

import { createHash } from 'node:crypto';
import { BLOCK_MS, type Recording } from './clips';
import { PocketSphinx, SPHINX_SAMPLE_RATE, type SphinxWord } from '../emulator/pocketsphinx';
import type { Hypothesis, RecognisedWord, Recogniser } from '../emulator/recogniser';
import { writeFreely } from '../emulator/sentences';
import { finalWords } from '../emulator/turn-writer';

/** How often the decoder is asked for its best guess. */
const STEP_SAMPLES = SPHINX_SAMPLE_RATE / 10;

/** A sentence may be over when nobody has spoken for so long: less may be within a word. */
const BREATH_MS = 128;

/** No sentence ends in these, however long the pause: as a model that judges by sense has it. */
const OPEN_ENDED = new Set(
  'a an and as at but by for from had have he her his if in is it my of on or our the their to was were with'.split(
    ' ',
  ),
);

/**
 * The free language model, twice as fast as by default; silence counts, so that words have their
 * true times.
 */
const DECODER: Readonly<Record<string, string>> = {
  '-remove_silence': 'no',
  '-fwdflat': 'no',
  '-bestpath': 'no',
  '-maxhmmpf': '3000',
  '-pl_window': '5',
};

type Step = { readonly kind: 'sound'; readonly pcm: Int16Array } | { readonly kind: 'end' };

/** What is recognised after a row of steps, and what may come next. */
interface Heard {
  readonly words: readonly SphinxWord[];
  readonly next: Map<string, Heard>;
}

/** What one session recognised: its finals' words, at their true times. */
export interface HearingSession extends Recogniser {
  readonly finals: readonly RecognisedWord[];
}

/**
 * PocketSphinx for sessions that hear the same sound again and again: what one has heard from its
 * beginning on is not decoded for the next. Each session hears as if it were the first: nothing of
 * another is left in its decoder.
 */
export class SharedHearing {
  private readonly beginning: Heard = { words: [], next: new Map() };

  /** @param recording of which all sessions hear a piece */
  constructor(private readonly recording: Recording) {}

  /** How many steps had to be decoded, of all that were asked for. */
  readonly steps = { decoded: 0, all: 0 };

  /** A session's recogniser, of 16 kHz audio. */
  create(): HearingSession {
    return new Session(this.recording, this.beginning, this.steps);
  }
}

class Session implements HearingSession {
  readonly finals: RecognisedWord[] = [];
  private readonly path: Step[] = [];
  private decoder: PocketSphinx | undefined;
  private decodedSteps = 0;
  private buffered: number[] = [];
  private heardSamples = 0;
  /** Where in the recording the session begins. */
  private fromMs: number | undefined;

  constructor(
    private readonly recording: Recording,
    private heard: Heard,
    private readonly count: { decoded: number; all: number },
  ) {}

  push(pcm: Int16Array): Hypothesis {
    this.buffered.push(...pcm);
    while (this.buffered.length >= STEP_SAMPLES) {
      this.hear(Int16Array.from(this.buffered.splice(0, STEP_SAMPLES)));
    }
    return this.hypothesis;
  }

  end(): readonly RecognisedWord[] {
    const guess = this.isBetweenUtterances ? [] : this.heard.words;
    this.endUtterance();
    // What is cut off may have no final result: its best guess counts.
    const words = writeFreely(this.heard.words.length > 0 ? this.heard.words : guess, true);
    this.finals.push(...words);
    return words;
  }

  drop(): void {
    this.finals.push(...finalWords(this.hypothesis));
    this.endUtterance();
  }

  close(): void {
    this.decoder?.free();
    this.decoder = undefined;
  }

  private get hypothesis(): Hypothesis {
    const { words } = this.heard;
    const last = words.at(-1);
    if (last === undefined || this.isBetweenUtterances) return { words: [], silenceMs: 0 };
    const silenceMs = Math.min(this.heardMs - last.endMs, this.silenceMs);
    const isComplete = silenceMs >= BREATH_MS && !OPEN_ENDED.has(last.text);
    return { words: writeFreely(words, isComplete), silenceMs };
  }

  private get heardMs(): number {
    return (this.heardSamples * 1000) / SPHINX_SAMPLE_RATE;
  }

  /** As the best of all detectors tells it, whatever else is in the room. */
  private get silenceMs(): number {
    const { pcm, isSpeech } = this.recording;
    const [first] = this.path;
    if (first?.kind !== 'sound') return 0;
    this.fromMs ??= pcm.indexOf(bytesOf(first.pcm)) / (2 * (SPHINX_SAMPLE_RATE / 1000));
    const block = Math.floor((this.fromMs + this.heardMs) / BLOCK_MS);
    return (block - 1 - isSpeech.lastIndexOf(true, block - 1)) * BLOCK_MS;
  }

  /** What was recognised is a final already. */
  private get isBetweenUtterances(): boolean {
    return this.path.at(-1)?.kind === 'end';
  }

  private endUtterance(): void {
    this.hear(Int16Array.from(this.buffered.splice(0)));
    this.take({ kind: 'end' });
  }

  private hear(pcm: Int16Array): void {
    if (pcm.length === 0) return;
    this.heardSamples += pcm.length;
    this.take({ kind: 'sound', pcm });
  }

  private take(step: Step): void {
    const key = keyOf(step);
    this.count.all++;
    let next = this.heard.next.get(key);
    this.path.push(step);
    if (next === undefined) {
      next = { words: this.decode(), next: new Map() };
      this.heard.next.set(key, next);
    }
    this.heard = next;
  }

  private decode(): readonly SphinxWord[] {
    const decoder = (this.decoder ??= new PocketSphinx(undefined, DECODER));
    for (const step of this.path.slice(this.decodedSteps)) {
      this.count.decoded++;
      if (step.kind === 'end') decoder.end();
      else decoder.push(step.pcm);
    }
    this.decodedSteps = this.path.length;
    return decoder.words();
  }
}

function keyOf(step: Step): string {
  return step.kind === 'end'
    ? 'end'
    : createHash('sha1').update(bytesOf(step.pcm)).digest('base64');
}

function bytesOf({ buffer, byteOffset, byteLength }: Int16Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

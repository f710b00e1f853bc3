import { readPacket, samplesPerPacket, type Packet } from './marked-speech';
import type { CreateRecogniser, Hypothesis, RecognisedWord, Recogniser } from './recogniser';

/** Recognises the words of `markedSpeech` (same sample rate), and only those that came whole. */
export const createScriptedRecogniser: CreateRecogniser = (sampleRate) =>
  new ScriptedRecogniser(sampleRate);

class ScriptedRecogniser implements Recogniser {
  private readonly packetSamples: number;
  private words: RecognisedWord[] = [];
  /** Samples not yet looked at; the first of them is the session's sample number `position`. */
  private pending = new Int16Array(0);
  private position = 0;
  /** Where the last sound ended, as a sample number. */
  private soundEnd = 0;
  /** The word whose packets are arriving. */
  private current: { word: number; nextIndex: number; start: number; next: number } | undefined;

  constructor(private readonly sampleRate: number) {
    this.packetSamples = samplesPerPacket(sampleRate);
  }

  push(pcm: Int16Array): Hypothesis {
    const samples = new Int16Array(this.pending.length + pcm.length);
    samples.set(this.pending);
    samples.set(pcm, this.pending.length);
    let offset = 0;
    while (offset < samples.length) {
      const found = readPacket(samples, offset, this.packetSamples);
      if (found === 'short') break;
      if (found === 'none') {
        offset++;
      } else {
        this.accept(found, this.position + offset);
        offset += this.packetSamples;
      }
    }
    this.pending = samples.subarray(offset);
    this.position += offset;
    return {
      words: [...this.words],
      silenceMs: this.pending.length > 0 ? 0 : this.toMs(this.position - this.soundEnd),
    };
  }

  end(): readonly RecognisedWord[] {
    const words = this.words;
    this.words = [];
    return words;
  }

  drop(): void {
    this.words = [];
    this.current = undefined;
  }

  close(): void {
    this.drop();
  }

  private accept({ word, index, count, text }: Packet, start: number): void {
    this.soundEnd = start + this.packetSamples;
    if (index === 0) {
      this.current = { word, nextIndex: 0, start, next: start };
    }
    const current = this.current;
    if (current?.word !== word || current.nextIndex !== index || current.next !== start) {
      this.current = undefined;
      return;
    }
    current.nextIndex++;
    current.next = this.soundEnd;
    if (current.nextIndex < count) return;
    this.current = undefined;
    this.words.push({
      text,
      startMs: this.toMs(current.start),
      endMs: this.toMs(this.soundEnd),
    });
  }

  private toMs(samples: number): number {
    return Math.round((samples * 1000) / this.sampleRate);
  }
}

import { SOUND_RATE } from '../fixtures/sounds';
import { namesIn, ToneHearing } from '../matrix/tone-speech';

/** Of 16-bit samples: over the room's noise, under the beginning of a tone. */
const AUDIBLE = 1500;
/** Shorter than the gap between two words, longer than a tone's wave. */
const QUIET_SAMPLES = (SOUND_RATE * 30) / 1000;
/** A recogniser finds the beginning of a word within its blocks of 10 ms. */
const SAME_MS = 30;

/** Notes when the beginning of each word arrives, whatever the size of the pieces that bring it. */
export class OnsetClock {
  private readonly hearing = new ToneHearing(SOUND_RATE);
  /** Where in the sound, and `performance.now()`, milliseconds. */
  private readonly onsets: { readonly atMs: number; readonly nowMs: number }[] = [];
  private quietSamples = Infinity;
  private samples = 0;

  /** The words that have come whole, in order. */
  get words(): readonly string[] {
    return this.hearing.words.flatMap(({ text }) => namesIn(text));
  }

  /**
   * When the beginning of each word came, by its name: what comes late, or not at all, is never taken
   * for another word.
   */
  get arrivals(): ReadonlyMap<string, number> {
    return new Map(
      this.hearing.words.flatMap(({ text, startMs }) => {
        const onset = this.onsets.find(({ atMs }) => Math.abs(atMs - startMs) <= SAME_MS);
        return onset === undefined
          ? []
          : namesIn(text).map((name): [string, number] => [name, onset.nowMs]);
      }),
    );
  }

  /** How long nothing has been heard; infinite before the first sound. */
  get quietMs(): number {
    return (this.quietSamples * 1000) / SOUND_RATE;
  }

  /** @param pcm at 16 kHz */
  push(pcm: Int16Array): void {
    const nowMs = performance.now();
    for (const sample of pcm) {
      this.samples++;
      if (Math.abs(sample) < AUDIBLE) {
        this.quietSamples++;
        continue;
      }
      if (this.quietSamples >= QUIET_SAMPLES) {
        this.onsets.push({ atMs: (this.samples * 1000) / SOUND_RATE, nowMs });
      }
      this.quietSamples = 0;
    }
    this.hearing.push(pcm);
  }
}

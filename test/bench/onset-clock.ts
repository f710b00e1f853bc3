/** Of 16-bit samples: over the room's noise, under the beginning of a tone. */
const AUDIBLE = 1500;
/** Shorter than the gap between two words, longer than a tone's wave. */
const QUIET_MS = 30;

/** Notes when the beginning of each sound arrives, whatever the size of the pieces that bring it. */
export class OnsetClock {
  /** `performance.now()` of each beginning, milliseconds. */
  readonly onsets: number[] = [];
  private quietSamples = Infinity;

  push(pcm: Int16Array, sampleRate: number): void {
    const nowMs = performance.now();
    const quiet = (sampleRate * QUIET_MS) / 1000;
    for (const sample of pcm) {
      if (Math.abs(sample) < AUDIBLE) {
        this.quietSamples++;
        continue;
      }
      if (this.quietSamples >= quiet) this.onsets.push(nowMs);
      this.quietSamples = 0;
    }
  }
}

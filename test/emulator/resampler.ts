/**
 * Changes the sample rate of a stream of speech, simply: averages going down, repeats going up.
 * Good enough to be recognised, not to be listened to.
 */
export class Resampler {
  private phase = 0;
  private sum = 0;
  private count = 0;
  private last = 0;

  /** Rates in Hz. */
  constructor(
    private readonly fromRate: number,
    private readonly toRate: number,
  ) {}

  push(pcm: Int16Array): Int16Array {
    const resampled: number[] = [];
    for (const sample of pcm) {
      this.sum += sample;
      this.count++;
      this.phase += this.toRate;
      while (this.phase >= this.fromRate) {
        this.phase -= this.fromRate;
        if (this.count > 0) this.last = Math.round(this.sum / this.count);
        resampled.push(this.last);
        this.sum = 0;
        this.count = 0;
      }
    }
    return Int16Array.from(resampled);
  }
}

/** Zero crossings of the filter at each side: what it lets through of the wrong is 40 dB down. */
const LOBES = 8;

/**
 * Turns sound of one rate into that of another, piece by piece: a windowed sinc, cut off below half of
 * the lower rate. What it holds back is less than a millisecond.
 */
export class Resampler {
  private readonly step: number;
  private readonly cutoff: number;
  private readonly reach: number;
  /** The last samples of what has been pushed; before the first there was silence. */
  private kept: Int16Array;
  /** Of the next sample, in samples of {@link kept}. */
  private position: number;

  /** @param from, to Hz */
  constructor(
    private readonly from: number,
    private readonly to: number,
  ) {
    this.step = from / to;
    this.cutoff = Math.min(1, to / from);
    this.reach = Math.ceil(LOBES / this.cutoff);
    this.kept = new Int16Array(this.reach);
    this.position = this.reach;
  }

  /** @returns what can be told of the sound so far; at the same rate the samples as they are */
  push(samples: Int16Array): Int16Array {
    if (this.from === this.to) return samples;
    const all = new Int16Array(this.kept.length + samples.length);
    all.set(this.kept);
    all.set(samples, this.kept.length);
    const count = Math.max(0, Math.floor((all.length - this.reach - this.position) / this.step));
    const made = Int16Array.from({ length: count }, (_, i) =>
      this.sampleAt(all, this.position + i * this.step),
    );
    const next = this.position + count * this.step;
    const from = Math.max(0, Math.floor(next) - this.reach);
    this.kept = all.slice(from);
    this.position = next - from;
    return made;
  }

  private sampleAt(all: Int16Array, position: number): number {
    const first = Math.ceil(position - this.reach);
    const last = Math.floor(position + this.reach);
    let sum = 0;
    for (let i = first; i <= last; i++) sum += (all[i] ?? 0) * this.weight(i - position);
    return Math.max(-32_768, Math.min(32_767, Math.round(sum)));
  }

  /** Of a sample so far from the middle: a sinc in a window of Hann. */
  private weight(distance: number): number {
    const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / this.reach);
    const x = Math.PI * distance * this.cutoff;
    return this.cutoff * window * (x === 0 ? 1 : Math.sin(x) / x);
  }
}

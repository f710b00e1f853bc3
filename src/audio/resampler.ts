/** Zero crossings of the filter at each side: what it lets through of the wrong is 40 dB down. */
const LOBES = 8;

/**
 * Turns sound of one rate into that of another, piece by piece: a windowed sinc, cut off below half of
 * the lower rate. What it holds back is less than a millisecond where neither is low.
 */
export class Resampler {
  private readonly cutoff: number;
  private readonly reach: number;
  /** The next sample is `down / up` samples after the last. */
  private readonly up: number;
  private readonly down: number;
  /** By the part of a sample, in `up`ths, at which the middle of the filter is. */
  private readonly filters = new Map<number, Float32Array>();
  /** The last samples of what has been pushed; before the first there was silence. */
  private kept: Int16Array;
  /** Where the next sample is, in `up`ths of samples of {@link kept}. */
  private position: number;

  /** @param from, to Hz, whole numbers */
  constructor(
    private readonly from: number,
    private readonly to: number,
  ) {
    const common = commonDivisor(from, to);
    this.up = to / common;
    this.down = from / common;
    this.cutoff = Math.min(1, to / from);
    this.reach = Math.ceil(LOBES / this.cutoff);
    this.kept = new Int16Array(this.reach);
    this.position = this.reach * this.up;
  }

  /** @returns what can be told of the sound so far; at the same rate the samples as they are */
  push(samples: Int16Array): Int16Array {
    if (this.from === this.to) return samples;
    const { up, down, reach } = this;
    const all = new Int16Array(this.kept.length + samples.length);
    all.set(this.kept);
    all.set(samples, this.kept.length);
    const room = (all.length - reach) * up - this.position;
    const made = new Int16Array(Math.max(0, Math.floor(room / down)));
    let { position } = this;
    for (let i = 0; i < made.length; i++, position += down) {
      const whole = Math.floor(position / up);
      made[i] = sampleAt(all, whole - reach + 1, this.filter(position - whole * up));
    }
    const from = Math.max(0, Math.floor(position / up) - reach);
    this.kept = all.slice(from);
    this.position = position - from * up;
    return made;
  }

  /** The weights of the samples around one that lies `phase` `up`ths behind a whole one. */
  private filter(phase: number): Float32Array {
    const known = this.filters.get(phase);
    if (known !== undefined) return known;
    const { reach, up } = this;
    const made = Float32Array.from({ length: 2 * reach }, (_, i) =>
      this.weight(i - reach + 1 - phase / up),
    );
    this.filters.set(phase, made);
    return made;
  }

  /** Of a sample so far from the middle: a sinc in a window of Hann. */
  private weight(distance: number): number {
    const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / this.reach);
    const x = Math.PI * distance * this.cutoff;
    return this.cutoff * window * (x === 0 ? 1 : Math.sin(x) / x);
  }
}

function sampleAt(all: Int16Array, first: number, filter: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < filter.length; i++) sum += (all[first + i] ?? 0) * (filter[i] ?? 0);
  return Math.max(-32_768, Math.min(32_767, Math.round(sum)));
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

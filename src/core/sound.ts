/** How one frame sounds, as far as the microphone is concerned; unfiltered. */
export interface Sound {
  /** The loudest sample, 0 to 32768. */
  readonly peak: number;
  /** Root mean square in dB below full scale, at least {@link FLOOR_DB}. */
  readonly levelDb: number;
  /** Share of samples that are cut off, 0 to 1. */
  readonly clipped: number;
}

/** Level of a frame without any sound. */
const FLOOR_DB = -100;

/** 98 % of full scale: converters and mixers cut a little below it. */
const CLIPPING_PEAK = 32_113;

/** So many samples in a row are cut off; a loud sound touches the limit with one. */
const CLIPPING_RUN = 3;

/** @param pcm one frame, signed 16-bit little-endian mono */
export function measureSound(pcm: Uint8Array): Sound {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  const samples = Math.floor(pcm.length / 2);
  let peak = 0;
  let sum = 0;
  let clipped = 0;
  let run = 0;
  for (let i = 0; i < samples; i++) {
    const sample = view.getInt16(i * 2, true);
    const size = Math.abs(sample);
    if (size > peak) peak = size;
    sum += sample * sample;
    run = size >= CLIPPING_PEAK ? run + 1 : 0;
    if (run === CLIPPING_RUN) clipped += CLIPPING_RUN;
    else if (run > CLIPPING_RUN) clipped++;
  }
  const power = sum / Math.max(1, samples) / 32768 ** 2;
  return {
    peak,
    levelDb: power === 0 ? FLOOR_DB : Math.max(FLOOR_DB, 10 * Math.log10(power)),
    clipped: clipped / Math.max(1, samples),
  };
}

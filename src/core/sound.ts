/** How one frame sounds, as far as the microphone is concerned; unfiltered. */
export interface Sound {
  /** The loudest sample, 0 to 32768. */
  readonly peak: number;
  /** Root mean square in dB below full scale, at least {@link FLOOR_DB}. */
  readonly levelDb: number;
  /** Share of samples that are cut off, 0 to 1. */
  readonly clipped: number;
}

/** Zeros with sox's dither: a microphone that records anything is above (docs/audio.md §7). */
export const DEAD_PEAK = 3;

/**
 * A Bluetooth microphone delivers zeros until it is awake, and noise suppressors do between words: only
 * from the start on, and for so long, do zeros mean that nothing is recorded.
 */
export const DEAD_MS = 3000;

/** Speech that is 12 dB too loud is above in 131 of 132 utterances, as loud as it should be in none. */
export const CLIPPING_SHARE = 0.0002;

/** dB below full scale; speech at -60 is below in 126 of 132 utterances. */
export const FAINT_DB = -55;

/** Between a loud and a quiet moment there are more dB in all speech that stands out from its noise. */
export const NOISE_SPAN_DB = 6;

/** Speech at -50 and -55 dB is below, and can be used. */
const QUIET_DB = -42;

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

/** How some seconds sound in which somebody was asked to speak. */
export interface SoundSummary {
  /** `none`: nothing but zeros; `quiet`: low, and can be used. */
  readonly verdict: 'none' | 'clipping' | 'faint' | 'noise' | 'quiet' | 'good';
  /** Level of the loud moments, dB below full scale. */
  readonly speechDb: number;
  /** Level of the quiet ones. */
  readonly floorDb: number;
  /** Share of samples that are cut off, 0 to 1. */
  readonly clipped: number;
}

/** Judges by docs/audio.md §7. */
export function summariseSound(sounds: readonly Sound[]): SoundSummary {
  const sorted = sounds.map(({ levelDb }) => levelDb).toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.floor(sorted.length * part)] ?? FLOOR_DB;
  const [speechDb, floorDb] = [at(0.95), at(0.1)];
  const clipped = sounds.reduce((sum, each) => sum + each.clipped, 0) / Math.max(1, sounds.length);
  const verdict = (): SoundSummary['verdict'] => {
    if (sounds.every(({ peak }) => peak <= DEAD_PEAK)) return 'none';
    if (clipped > CLIPPING_SHARE) return 'clipping';
    if (speechDb < FAINT_DB) return 'faint';
    if (speechDb - floorDb < NOISE_SPAN_DB) return 'noise';
    return speechDb < QUIET_DB ? 'quiet' : 'good';
  };
  return { verdict: verdict(), speechDb, floorDb, clipped };
}

/** Whether somebody was heard, well or badly. */
export function isHeard({ verdict }: Pick<SoundSummary, 'verdict'>): boolean {
  return verdict === 'good' || verdict === 'quiet' || verdict === 'clipping';
}

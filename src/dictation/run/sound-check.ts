import { FRAME_MS } from '../../core/pcm';
import type { Sound } from '../../core/sound';

/**
 * What is wrong with the sound of a microphone. `none`: nothing but zeros, as where it is muted or
 * denied; `clipping`: cut off; `faint`: nothing to be heard above a silent room; `noise`: steady noise
 * and nothing in it.
 */
export type SoundProblem = 'none' | 'clipping' | 'faint' | 'noise';

/** Zeros with sox's dither: a microphone that records anything is above. */
const DEAD_PEAK = 3;

/**
 * A Bluetooth microphone delivers zeros until it is awake, and noise suppressors do between words: only
 * from the start on, and for so long, do zeros mean that nothing is recorded.
 */
const DEAD_FRAMES = 3000 / FRAME_MS;

/** Over so long, sound that is cut off counts. */
const CLIPPING_FRAMES = 3000 / FRAME_MS;

/** Speech that is 12 dB too loud is above in 131 of 132 utterances, as loud as it should be in none. */
const CLIPPING_SHARE = 0.0002;

/** People think before they speak; who has said nothing understood for so long is told why, perhaps. */
const UNHEARD_FRAMES = 10_000 / FRAME_MS;

/** dB below full scale; speech at -60 is below in 126 of 132 utterances. */
const FAINT_DB = -55;

/** Between a loud and a quiet moment there are more dB in all speech that stands out from its noise. */
const NOISE_SPAN_DB = 6;

/**
 * Tells why a microphone is not understood, by the sound alone (docs/audio.md §7). Faint sound and mere
 * noise are told only where the recogniser has found no words either: a silent room sounds like that.
 */
export class SoundCheck {
  private frames = 0;
  private isDead = true;
  private hasWords = false;
  private readonly told = new Set<SoundProblem>();
  private readonly levels: number[] = [];
  private readonly clipped: number[] = [];

  /** Whether it records, as far as one can tell: something has come, or nothing for too long. */
  get isAwake(): boolean {
    return !this.isDead || this.frames >= DEAD_FRAMES;
  }

  /** The recogniser has understood something. */
  recognised(): void {
    this.hasWords = true;
  }

  /** @returns what is wrong, once each */
  hear(sound: Sound): SoundProblem | undefined {
    this.frames++;
    if (sound.peak > DEAD_PEAK) this.isDead = false;
    this.clipped.push(sound.clipped);
    if (this.clipped.length > CLIPPING_FRAMES) this.clipped.shift();
    if (this.frames <= UNHEARD_FRAMES) this.levels.push(sound.levelDb);
    const problem = this.problem();
    if (problem === undefined || this.told.has(problem)) return undefined;
    this.told.add(problem);
    return problem;
  }

  private problem(): SoundProblem | undefined {
    if (this.isDead) return this.frames === DEAD_FRAMES ? 'none' : undefined;
    const share = this.clipped.reduce((sum, each) => sum + each, 0) / CLIPPING_FRAMES;
    if (share > CLIPPING_SHARE) return 'clipping';
    if (this.frames !== UNHEARD_FRAMES || this.hasWords) return undefined;
    const sorted = this.levels.toSorted((a, b) => a - b);
    const at = (part: number): number => sorted[Math.floor(sorted.length * part)] ?? FAINT_DB;
    if (at(0.95) < FAINT_DB) return 'faint';
    return at(0.95) - at(0.1) < NOISE_SPAN_DB ? 'noise' : undefined;
  }
}

import { FRAME_MS } from '../../core/pcm';
import {
  CLIPPING_SHARE,
  DEAD_MS,
  DEAD_PEAK,
  FAINT_DB,
  NOISE_SPAN_DB,
  type Sound,
} from '../../core/sound';

/**
 * What is wrong with the sound of a microphone. `none`: nothing but zeros, as where it is muted or
 * denied; `clipping`: cut off; `faint`: nothing to be heard above a silent room; `noise`: steady noise
 * and nothing in it; `no-speech`: sounds enough, in which the recogniser hears nobody speak; `late`: sound
 * comes only now, long after the start.
 */
export type SoundProblem = 'none' | 'clipping' | 'faint' | 'noise' | 'no-speech' | 'late';

const DEAD_FRAMES = DEAD_MS / FRAME_MS;

/** As long as any device may take: only of longer, a person is told that it is waited for. */
const WAKING_FRAMES = 500 / FRAME_MS;

/** Over so long, sound that is cut off counts. */
const CLIPPING_FRAMES = 3000 / FRAME_MS;

/** People think before they speak; who has said nothing understood for so long is told why, perhaps. */
const UNHEARD_FRAMES = 10_000 / FRAME_MS;

/** A recogniser that is no surer than this hears nobody; of speech it is surer than 0.99 (docs/protocol.md §5.4). */
const SPEECH_PROBABILITY = 0.1;

/** It tells every five seconds: as long as nobody need speak, it is not told. */
const SPEECHLESS_REPORTS = 4;

/**
 * Tells why a microphone is not understood, by the sound alone (docs/audio.md §7). Faint sound and mere
 * noise are told only where the recogniser has found no words either: a silent room sounds like that.
 */
export class SoundCheck {
  private frames = 0;
  private isDead = true;
  private hasWords = false;
  private speechlessReports = 0;
  private readonly told = new Set<SoundProblem>();
  private readonly levels: number[] = [];
  private readonly clipped: number[] = [];

  /** Whether it records, as far as one can tell: something has come, or nothing for too long. */
  get isAwake(): boolean {
    return !this.isDead || this.frames >= DEAD_FRAMES;
  }

  /** Whether it is still waited for, and longer than for others. */
  get isLate(): boolean {
    return !this.isAwake && this.frames >= WAKING_FRAMES;
  }

  /** The recogniser has understood something. */
  recognised(): void {
    this.hasWords = true;
  }

  /**
   * The recogniser tells how sure it was that somebody spoke.
   *
   * @returns what is wrong, once
   */
  reported(probability: number): SoundProblem | undefined {
    // It can hear them, so the words will come.
    if (probability > SPEECH_PROBABILITY) this.hasWords = true;
    if (this.hasWords || this.isDead || this.told.size > 0) return undefined;
    if (++this.speechlessReports < SPEECHLESS_REPORTS) return undefined;
    this.told.add('no-speech');
    return 'no-speech';
  }

  /** @returns what is wrong, once each */
  hear(sound: Sound): SoundProblem | undefined {
    this.frames++;
    const isFirst = this.isDead && sound.peak > DEAD_PEAK;
    if (isFirst) this.isDead = false;
    this.clipped.push(sound.clipped);
    if (this.clipped.length > CLIPPING_FRAMES) this.clipped.shift();
    if (this.frames <= UNHEARD_FRAMES) this.levels.push(sound.levelDb);
    const problem = isFirst && this.told.has('none') ? 'late' : this.problem();
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

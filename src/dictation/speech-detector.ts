import { FRAME_MS } from '../core/pcm';

/**
 * The floor is the quietest moment of the last four seconds: longer than anybody speaks without a
 * gap between two words, short enough to get used to a fan.
 */
const FLOOR_WINDOW_FRAMES = 4000 / FRAME_MS;

/** The floor never falls below this, or a muted microphone's last bit would be speech. */
const LOWEST_FLOOR_DB = -75;

/** How far above the floor speech begins. Steady noise seldom leaves its own minimum that far. */
const MARGIN_DB = 5;

/** Speech is this many loud frames … */
const LOUD_FRAMES = 3;

/** … out of this many: a syllable or two, with the gap of a consonant. */
const WINDOW_FRAMES = 6;

/** What the newest frame tells. */
export interface Hearing {
  /** Somebody speaks, as far as one can tell. */
  readonly isSpeech: boolean;
  /** The frame was loud; speech may just be beginning. */
  readonly isLoud: boolean;
  /** How many frames ago (0: this one) the speech began, while {@link isSpeech}. */
  readonly onsetFrames: number;
}

/**
 * Tells speech from silence and steady noise by the level of frames, against a noise floor that
 * adapts to the room. Biased to hearing speech where there is none: a session too many costs a
 * cent, a word too few is lost.
 */
export class SpeechDetector {
  private readonly levels: number[] = [];
  private loud: readonly boolean[] = [];

  /** @param levelDb as `LevelMeter` measures it, one 50 ms frame after the other */
  hear(levelDb: number): Hearing {
    this.levels.push(levelDb);
    if (this.levels.length > FLOOR_WINDOW_FRAMES) this.levels.shift();
    const floorDb = Math.max(LOWEST_FLOOR_DB, Math.min(...this.levels));
    const isLoud = levelDb > floorDb + MARGIN_DB;
    this.loud = [...this.loud, isLoud].slice(-WINDOW_FRAMES);
    const isSpeech = this.loud.filter((each) => each).length >= LOUD_FRAMES;
    return { isSpeech, isLoud, onsetFrames: this.loud.length - 1 - this.loud.indexOf(true) };
  }
}

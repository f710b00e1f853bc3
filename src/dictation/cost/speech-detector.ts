import { BLOCKS_PER_FRAME, SILENCE_DB } from '../../core/level';
import { FRAME_MS } from '../../core/pcm';

/**
 * The floor is the quietest moment of the last four seconds: longer than anybody speaks without a
 * gap between two words, short enough to get used to a fan.
 */
const FLOOR_WINDOW_FRAMES = 4000 / FRAME_MS;

/** The floor never falls below this, or a muted microphone's last bit would be speech. */
const LOWEST_FLOOR_DB = -75;

/** How far above the floor a loud block is. */
const MARGIN_DB = 5;

/**
 * A syllable is at least this many loud blocks, nearly in a row: the click of a key is shorter, even
 * with the next one's on top. Shorter words than 80 ms are said among others only.
 */
const SYLLABLE_BLOCKS = 8;

/** One block that is not loud takes as many loud ones back: a syllable may have a short gap. */
const GAP_BLOCKS = 2;

/** A click may be this long without raising any doubt. */
const CLICK_BLOCKS = 3;

/** How long after a syllable, in frames, somebody still speaks: the gap of a consonant. */
const HANGOVER_FRAMES = 3;

/** How long a doubt lasts, in frames: as long as a stop key's post-roll. */
const DOUBT_FRAMES = 6;

/** What the newest frame tells. */
export interface Hearing {
  /** Somebody speaks, as far as one can tell. */
  readonly isSpeech: boolean;
  /** What was heard last may be the beginning of a syllable. */
  readonly isDoubtful: boolean;
  /** How many frames ago (0: this one) the newest syllable began. */
  readonly onsetFrames: number;
}

/**
 * Tells speech from silence and steady noise by the levels of blocks of 10 ms, against a noise floor
 * that adapts to the room. Biased to hearing speech where there is none: a session too many costs a
 * cent, a word too few is lost.
 */
export class SpeechDetector {
  private readonly quietest: number[] = [];
  private score = 0;
  private onsetBlocks = 0;
  private sinceSyllable = Infinity;
  private sinceDoubt = Infinity;

  /** @param levels as `LevelMeter` measures them, one 50 ms frame after the other */
  hear(levels: readonly number[]): Hearing {
    // The second quietest: one block of noise alone may be much below the rest.
    this.quietest.push(levels.toSorted((a, b) => a - b)[1] ?? SILENCE_DB);
    if (this.quietest.length > FLOOR_WINDOW_FRAMES) this.quietest.shift();
    const loudDb = Math.max(LOWEST_FLOOR_DB, Math.min(...this.quietest)) + MARGIN_DB;
    let mostLoud = 0;
    this.sinceSyllable++;
    this.sinceDoubt++;
    for (const level of levels) {
      this.onsetBlocks = this.score === 0 ? 0 : this.onsetBlocks + 1;
      this.score = Math.min(SYLLABLE_BLOCKS, this.score + (level > loudDb ? 1 : -GAP_BLOCKS));
      this.score = Math.max(0, this.score);
      mostLoud = Math.max(mostLoud, this.score);
    }
    if (mostLoud >= SYLLABLE_BLOCKS) this.sinceSyllable = 0;
    if (mostLoud > CLICK_BLOCKS) this.sinceDoubt = 0;
    return {
      isSpeech: this.sinceSyllable <= HANGOVER_FRAMES,
      isDoubtful: this.sinceDoubt < DOUBT_FRAMES,
      onsetFrames: Math.floor(this.onsetBlocks / BLOCKS_PER_FRAME),
    };
  }
}

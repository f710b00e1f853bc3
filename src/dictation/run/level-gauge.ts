import { FRAME_MS } from '../../core/pcm';
import type { Sound } from '../../core/sound';
import type { Level } from '../state';

/** Often enough to see that one is heard; running words change the status bar more often. */
const LEVEL_INTERVAL_MS = 500;

/** So much has to be heard for a level that is told along with words. */
const ALONG_MS = LEVEL_INTERVAL_MS / 2;

/** From these levels on (dB below full scale, loud moments of speech: docs/audio.md §7). */
const STEPS_DB = [-50, -38, -26] as const;

/** How loud the microphone is, told in steps and seldom: each costs a message to the window. */
export class LevelGauge {
  private loudestDb = -Infinity;
  private frames = 0;

  /** Takes in a frame. @returns the level of the last while, when one is due */
  hear({ levelDb }: Pick<Sound, 'levelDb'>): Level | undefined {
    this.loudestDb = Math.max(this.loudestDb, levelDb);
    this.frames++;
    return this.take(LEVEL_INTERVAL_MS);
  }

  /** @returns the level to tell along with words, which cost a message anyway; then none is due for a while */
  takeAlong(): Level | undefined {
    return this.take(ALONG_MS);
  }

  private take(afterMs: number): Level | undefined {
    if (this.frames * FRAME_MS < afterMs) return undefined;
    const level = levelOf(this.loudestDb);
    this.frames = 0;
    this.loudestDb = -Infinity;
    return level;
  }
}

function levelOf(levelDb: number): Level {
  if (levelDb < STEPS_DB[0]) return 0;
  if (levelDb < STEPS_DB[1]) return 1;
  return levelDb < STEPS_DB[2] ? 2 : 3;
}

import { Framer } from '../../core/framer';
import { FRAME_MS } from '../../core/pcm';
import type { SampleRate } from '../../core/settings';

/** The rate at which recognisers listen; speech has next to nothing above half of it. */
export const FILE_SAMPLE_RATE = 16_000 satisfies SampleRate;

/**
 * As long as a lecture or a film: all of it is in memory as long as it is not heard, and an hour of it
 * is 115 MB.
 */
export const LONGEST_FILE_MS = 2 * 3_600_000;

/** Collects the sound of a file as frames, as long as there are not too many. */
export class FrameCollector {
  private readonly framer = new Framer(FILE_SAMPLE_RATE);
  private readonly collected: Uint8Array[] = [];

  /** @param pcm 16-bit mono of {@link FILE_SAMPLE_RATE}, in pieces of any length */
  push(pcm: Uint8Array): void {
    for (const frame of this.framer.push(pcm)) this.collected.push(frame);
  }

  /** Whether there is any whole frame. */
  get hasAny(): boolean {
    return this.collected.length > 0;
  }

  /** Whether there is more than may be. */
  get isTooLong(): boolean {
    return this.collected.length * FRAME_MS > LONGEST_FILE_MS;
  }

  /** All frames, the last one filled with silence; nothing may be pushed after. */
  finish(): readonly Uint8Array[] {
    const last = this.framer.flush();
    return last === undefined ? this.collected : [...this.collected, last];
  }
}

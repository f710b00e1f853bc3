import type { KeptAudio } from '../../core/kept-audio';
import { FRAME_MS } from '../../core/pcm';

/** How much audio of failed runs is kept in memory: three full journals, 58 MB at 16 kHz. */
export const KEPT_LIMIT_MS = 1_800_000;

/** How long kept audio lasts, ms. */
export function audioMs({ frames }: KeptAudio): number {
  return frames.length * FRAME_MS;
}

/**
 * Audio of failed runs, in memory, as long as there is room for it: until it is transcribed, saved or
 * discarded by name. What is being tried again stays here meanwhile.
 */
export class KeptAudioList {
  private readonly list: KeptAudio[] = [];

  /** Oldest first. */
  get audio(): readonly KeptAudio[] {
    return this.list;
  }

  /** How long all of it lasts, ms. */
  get ms(): number {
    return this.list.reduce((sum, audio) => sum + audioMs(audio), 0);
  }

  /** Takes in what an earlier window left, before what this one has. */
  adopt(audio: readonly KeptAudio[]): void {
    this.list.unshift(...audio);
  }

  /** Lets go of what the person has saved or discarded, and of its copies on disk. */
  release(audio: readonly KeptAudio[]): void {
    for (const each of audio) {
      if (this.replace(each, undefined)) each.copy?.forget();
    }
  }

  /** Another try of `tried` is over. @param left what of it is still not transcribed; none: nothing */
  settle(tried: KeptAudio, left: KeptAudio | undefined): void {
    this.replace(tried, left);
    if (left === undefined) tried.copy?.forget();
  }

  /**
   * Keeps what a run left. Where there is too much, the oldest goes; a copy on disk stays for the
   * next window.
   *
   * @returns how much went, ms
   */
  keep(unsent: KeptAudio): number {
    this.list.push(unsent);
    let lostMs = 0;
    while (this.ms > KEPT_LIMIT_MS) {
      const oldest = this.list.shift();
      lostMs += oldest === undefined ? 0 : audioMs(oldest);
    }
    return lostMs;
  }

  /** @returns whether `audio` was still here */
  private replace(audio: KeptAudio, by: KeptAudio | undefined): boolean {
    const index = this.list.indexOf(audio);
    if (index >= 0) this.list.splice(index, 1, ...(by === undefined ? [] : [by]));
    return index >= 0;
  }
}

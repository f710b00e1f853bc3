import type { KeptAudio } from '../../core/kept-audio';
import { audioMs, KEPT_LIMIT_MS } from './audio-source';

/**
 * Audio of failed runs, in memory, as long as there is room for it: until it is transcribed, saved or
 * discarded by name. What is being tried again stays here meanwhile.
 */
export class KeptShelf {
  private readonly shelf: KeptAudio[] = [];

  /** Oldest first. */
  get audio(): readonly KeptAudio[] {
    return this.shelf;
  }

  /** How long all of it lasts, ms. */
  get ms(): number {
    return this.shelf.reduce((sum, audio) => sum + audioMs(audio), 0);
  }

  /** Takes in what an earlier window left, before what this one has. */
  adopt(audio: readonly KeptAudio[]): void {
    this.shelf.unshift(...audio);
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
    this.shelf.push(unsent);
    let lostMs = 0;
    while (this.ms > KEPT_LIMIT_MS) {
      const oldest = this.shelf.shift();
      lostMs += oldest === undefined ? 0 : audioMs(oldest);
    }
    return lostMs;
  }

  /** @returns whether `audio` was still here */
  private replace(audio: KeptAudio, by: KeptAudio | undefined): boolean {
    const index = this.shelf.indexOf(audio);
    if (index >= 0) this.shelf.splice(index, 1, ...(by === undefined ? [] : [by]));
    return index >= 0;
  }
}

import { audioMs, KEPT_LIMIT_MS, type KeptAudio } from './audio-source';

/** Audio of failed runs that is not transcribed, in memory, as long as there is room for it. */
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

  /** Gives the oldest away, to be tried again. */
  takeOldest(): KeptAudio | undefined {
    return this.shelf.shift();
  }

  /** Lets go of what is saved elsewhere, and of its copies on disk. */
  release(saved: readonly KeptAudio[]): void {
    for (const audio of saved) {
      const index = this.shelf.indexOf(audio);
      if (index < 0) continue;
      this.shelf.splice(index, 1);
      audio.forget?.();
    }
  }

  /**
   * Keeps what a run left. Where there is too much, the oldest goes; a copy on disk stays for the
   * next window.
   *
   * @param tried what the run was another try of: `unsent` takes its place and its copy on disk
   * @returns how much went, ms
   */
  keep(unsent: KeptAudio, tried: KeptAudio | undefined): number {
    if (tried === undefined) this.shelf.push(unsent);
    else this.shelf.unshift({ ...tried, ...unsent });
    let lostMs = 0;
    while (this.ms > KEPT_LIMIT_MS) {
      const oldest = this.shelf.shift();
      lostMs += oldest === undefined ? 0 : audioMs(oldest);
    }
    return lostMs;
  }
}

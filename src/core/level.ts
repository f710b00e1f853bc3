import type { SampleRate } from './settings';

/** Level of a block without any sound, dB below full scale: under what 16 bits can hold. */
export const SILENCE_DB = -100;

/**
 * Below this frequency, in Hz, is the rumble of fans and desks, and a cheap microphone's offset.
 * Telephone speech, which is understood well enough, begins there too.
 */
const CUTOFF_HZ = 300;

/** A frame is measured in blocks of 10 ms: shorter than any syllable, and about a key's click. */
export const BLOCKS_PER_FRAME = 5;

/** A millionth of the smallest step that 16 bits have. */
const INAUDIBLE = 1e-6;

/**
 * Measures how loud frames are, for telling speech from noise, without what is below 300 Hz. One
 * pass over the samples; remembers the filter's state from frame to frame.
 */
export class LevelMeter {
  private readonly decay: number;
  private lastInput = 0;
  private lastOutput = 0;

  constructor(sampleRate: SampleRate) {
    this.decay = 1 / (1 + (2 * Math.PI * CUTOFF_HZ) / sampleRate);
  }

  /**
   * @param pcm one frame, signed 16-bit little-endian mono
   * @returns the levels of its {@link BLOCKS_PER_FRAME} blocks in dB below full scale (0: a
   *   full-scale square wave), at least {@link SILENCE_DB}
   */
  measure(pcm: Uint8Array): readonly number[] {
    const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength);
    const samples = Math.floor(pcm.length / 2);
    const { decay } = this;
    let { lastInput, lastOutput } = this;
    const levels: number[] = [];
    for (let block = 1, at = 0; block <= BLOCKS_PER_FRAME; block++) {
      const end = Math.floor((samples * block) / BLOCKS_PER_FRAME);
      const length = Math.max(1, end - at);
      let sum = 0;
      for (; at < end; at++) {
        const input = view.getInt16(at * 2, true);
        lastOutput = decay * (lastOutput + input - lastInput);
        lastInput = input;
        sum += lastOutput * lastOutput;
      }
      levels.push(Math.max(SILENCE_DB, 10 * Math.log10(sum / length / 32768 ** 2)));
    }
    this.lastInput = lastInput;
    // In digital silence it would shrink for ever, and numbers so small are slow to reckon with.
    this.lastOutput = Math.abs(lastOutput) < INAUDIBLE ? 0 : lastOutput;
    return levels;
  }
}

import { bytesPerSample, samplesPerFrame } from './pcm';
import type { SampleRate } from './settings';

/**
 * Cuts the recorder's byte stream (signed 16-bit little-endian mono, pieces of any length) into
 * frames of exactly 50 ms. Bytes that do not fill a frame, odd ones included, are carried to the
 * next piece. Every byte is copied once.
 */
export class Framer {
  private readonly frameBytes: number;
  private frame: Uint8Array;
  private filledBytes = 0;

  constructor(sampleRate: SampleRate) {
    this.frameBytes = samplesPerFrame(sampleRate) * bytesPerSample('pcm_s16le');
    this.frame = new Uint8Array(this.frameBytes);
  }

  /** @returns the frames that `bytes` completes, oldest first; each is the caller's to keep */
  push(bytes: Uint8Array): readonly Uint8Array[] {
    const frames: Uint8Array[] = [];
    let offset = 0;
    while (offset < bytes.length) {
      const taken = Math.min(this.frameBytes - this.filledBytes, bytes.length - offset);
      this.frame.set(bytes.subarray(offset, offset + taken), this.filledBytes);
      this.filledBytes += taken;
      offset += taken;
      if (this.filledBytes === this.frameBytes) frames.push(this.take());
    }
    return frames;
  }

  /** @returns what is carried, padded with silence to a whole frame, or nothing when nothing is */
  flush(): Uint8Array | undefined {
    // A lone half sample cannot be heard; it is dropped rather than padded into a click.
    const wholeBytes = this.filledBytes - (this.filledBytes % 2);
    if (wholeBytes === 0) {
      this.filledBytes = 0;
      return undefined;
    }
    this.frame.fill(0, wholeBytes);
    return this.take();
  }

  private take(): Uint8Array {
    const { frame } = this;
    this.frame = new Uint8Array(this.frameBytes);
    this.filledBytes = 0;
    return frame;
  }
}

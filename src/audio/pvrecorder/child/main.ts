// The process that records with pvrecorder: `main ADD-ON RATE DEVICE` writes raw 16-bit mono PCM to its
// standard output, until its standard input ends. Reading blocks the thread (docs/audio.md §8).
import { writeSync } from 'node:fs';
import { loadAddOn, type AddOn, type Opened } from './add-on';
import { Resampler } from '../../resampler';

/** Half of what arrives at a time: pieces of 512 samples come in pairs. */
const FRAME_SAMPLES = 512;

/** The add-on records at no other rate. */
const RATE = 16_000;

/** Of frames: a second and a half, for a computer that is busy. */
const BUFFERED_FRAMES = 50;

/** A device that is slow to wake fails once, after a second, and then delivers (docs/audio.md §8). */
const MOST_FAILED_READS = 3;

/** What is buffered is read without waiting; what takes longer has been waited for. */
const WAITED_MS = 3;

const STANDARD_OUTPUT = 1;

/** Exit codes; the parent goes by the words. */
const NO_DEVICE = 2;
const DEVICE_LOST = 3;
const READER_GONE = 4;

function end(code: number, words = ''): never {
  if (words !== '') process.stderr.write(`${words}\n`);
  process.exit(code);
}

function open(addOn: AddOn, device: string): Opened {
  try {
    return addOn.open(device, FRAME_SAMPLES, BUFFERED_FRAMES);
  } catch (error) {
    return end(NO_DEVICE, error instanceof Error ? error.message : String(error));
  }
}

function write(bytes: Uint8Array): void {
  try {
    writeSync(STANDARD_OUTPUT, bytes);
  } catch {
    end(READER_GONE);
  }
}

function main([file = '', rate = '', device = '']: readonly string[]): void {
  const opened = open(loadAddOn(file), device);
  const resampler = new Resampler(RATE, Number(rate));
  const frame = new Int16Array(FRAME_SAMPLES);
  let failedReads = 0;
  let isEnding = false;

  /** @returns whether it had to be waited for */
  function pass(): boolean {
    const beganMs = performance.now();
    if (!opened.read(frame)) {
      if (++failedReads >= MOST_FAILED_READS) end(DEVICE_LOST, 'the device delivers nothing');
      return true;
    }
    failedReads = 0;
    const waitedMs = performance.now() - beganMs;
    const pcm = resampler.push(frame);
    write(new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength));
    return waitedMs > WAITED_MS;
  }

  function go(): void {
    const waited = pass();
    if (!isEnding) {
      setImmediate(go);
      return;
    }
    if (!waited) while (!pass());
    // The other one of the pair that has arrived.
    pass();
    end(0);
  }

  const stop = (): void => {
    isEnding = true;
  };
  process.stdin.on('end', stop).on('error', stop).resume();
  process.on('SIGTERM', stop);
  setImmediate(go);
}

main(process.argv.slice(2));

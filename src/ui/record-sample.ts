import type { Clock } from '../core/clock';
import { disposeAll } from '../core/events';
import { DictationError } from '../core/failure';
import { Framer } from '../core/framer';
import { FRAME_MS } from '../core/pcm';
import type { StartRecorder } from '../core/recorder';
import type { RecordingSettings } from '../core/settings';
import { measureSound, type Sound } from '../core/sound';

/** What was recorded: signed 16-bit frames, and how each sounds. */
export interface Sample {
  readonly frames: readonly Uint8Array[];
  readonly sounds: readonly Sound[];
  /** From the start to the first sound. */
  readonly firstSoundMs: number;
}

export interface RecordSampleOptions {
  readonly clock: Clock;
  readonly startRecorder: StartRecorder;
  readonly recording: RecordingSettings;
  readonly lengthMs: number;
  readonly signal: AbortSignal;
  readonly onSound?: (sound: Sound) => void;
}

/**
 * Records for so long. Nobody records any more when it settles.
 *
 * @returns undefined: it was aborted
 * @throws {DictationError} why nothing is recorded
 */
export async function recordSample(options: RecordSampleOptions): Promise<Sample | undefined> {
  const { clock, startRecorder, recording, lengthMs, signal, onSound } = options;
  const framer = new Framer(recording.sampleRate);
  const frames: Uint8Array[] = [];
  const sounds: Sound[] = [];
  let firstSoundMs = 0;
  const startMs = clock.now();
  const recorder = startRecorder(recording);
  const abort = new AbortController();
  try {
    await new Promise<void>((resolve, reject) => {
      const done = (): void => {
        resolve();
      };
      signal.addEventListener('abort', done, { signal: abort.signal });
      if (signal.aborted) resolve();
      recorder.onDidFail(reject);
      recorder.onDidReceiveAudio((bytes) => {
        if (frames.length === 0) firstSoundMs = clock.now() - startMs;
        for (const frame of framer.push(bytes)) {
          if (frames.length * FRAME_MS >= lengthMs) break;
          frames.push(frame);
          const sound = measureSound(frame);
          sounds.push(sound);
          onSound?.(sound);
        }
        if (frames.length * FRAME_MS >= lengthMs) resolve();
      });
    });
  } catch (error) {
    throw DictationError.from(error);
  } finally {
    abort.abort();
    await recorder.stop();
    disposeAll([recorder]);
  }
  return signal.aborted ? undefined : { frames, sounds, firstSoundMs };
}

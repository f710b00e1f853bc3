import type { Clock } from '../core/clock';
import { disposeAll } from '../core/events';
import { DictationError } from '../core/failure';
import { Framer } from '../core/framer';
import { FRAME_MS } from '../core/pcm';
import type { StartRecorder } from '../core/recorder';
import type { RecordingSettings } from '../core/settings';
import { DEAD_MS, DEAD_PEAK, measureSound, type Sound } from '../core/sound';

/** What was recorded: signed 16-bit frames, and how each sounds. */
export interface Sample {
  readonly frames: readonly Uint8Array[];
  readonly sounds: readonly Sound[];
  /** From the start to the first sound that is not zeros, or to the first at all where all are. */
  readonly firstSoundMs: number;
  /** How often sound was lost, because nobody fetched it in time. */
  readonly overruns: number;
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
 * Records for so long, from when the microphone is awake on; where it does not wake, until that is sure. Nobody records any more when it settles.
 *
 * @returns undefined: it was aborted
 * @throws {DictationError} why nothing is recorded
 */
export async function recordSample(options: RecordSampleOptions): Promise<Sample | undefined> {
  const { clock, startRecorder, recording, lengthMs, signal, onSound } = options;
  const framer = new Framer(recording.sampleRate);
  const frames: Uint8Array[] = [];
  const sounds: Sound[] = [];
  let firstSoundMs: number | undefined;
  let isAwake = false;
  let asleepMs = 0;
  let overruns = 0;
  const isDone = (): boolean =>
    isAwake ? frames.length * FRAME_MS >= lengthMs : asleepMs >= Math.max(lengthMs, DEAD_MS);
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
        firstSoundMs ??= clock.now() - startMs;
        for (const frame of framer.push(bytes)) {
          if (isDone()) break;
          const sound = measureSound(frame);
          if (!isAwake && sound.peak > DEAD_PEAK) {
            isAwake = true;
            firstSoundMs = clock.now() - startMs;
            frames.length = 0;
            sounds.length = 0;
          }
          if (!isAwake) asleepMs += FRAME_MS;
          frames.push(frame);
          sounds.push(sound);
          onSound?.(sound);
        }
        if (isDone()) resolve();
      });
      recorder.onDidNotice(({ kind }) => {
        if (kind === 'overrun') overruns++;
      });
    });
  } catch (error) {
    throw DictationError.from(error);
  } finally {
    abort.abort();
    await recorder.stop();
    disposeAll([recorder]);
  }
  return signal.aborted ? undefined : { frames, sounds, firstSoundMs: firstSoundMs ?? 0, overruns };
}

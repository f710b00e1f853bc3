import { Emitter, type Disposable, type Event } from '../../core/events';
import type { DictationError } from '../../core/failure';
import type { KeptAudio } from '../../core/kept-audio';
import type { RecorderNotice } from '../../core/recorder';
import type { Sound } from '../../core/sound';

/** `replaced`: the chosen device is gone; the system's default records now. */
export type AudioSourceNotice = RecorderNotice | { readonly kind: 'replaced' };

/**
 * Where a run's frames come from. Nothing but a failure is fired before {@link AudioSource.open}, nor
 * before its caller's current synchronous code has ended: what happens until then waits.
 */
export interface AudioSource extends Disposable {
  /** Tells what has waited, and from now on what happens. */
  open(): void;
  /** Frames of 50 ms in the wire's encoding, in order. */
  readonly onDidRecord: Event<Uint8Array>;
  /** After each frame of a microphone: its levels as `LevelMeter` measures them. */
  readonly onDidMeasure: Event<readonly number[]>;
  /** After each frame of a microphone: how it sounds. */
  readonly onDidHear: Event<Sound>;
  /** What happens to the recording, which goes on. */
  readonly onDidNotice: Event<AudioSourceNotice>;
  /** No more frames will come although nobody asked: at most once, after the last frame. */
  readonly onDidFail: Event<DictationError>;
  /**
   * Resolves when the last frame has been delivered and the microphone is off; never rejects.
   *
   * @param saidUntilMs see `Recorder.stop`
   */
  stop(saidUntilMs?: number): Promise<void>;
}

const NEVER: Event<never> = () => ({ dispose: () => undefined });

/** Kept audio, delivered all at once. */
export class KeptAudioSource implements AudioSource {
  private readonly frames = new Emitter<Uint8Array>();
  private delivered: Promise<void> = Promise.resolve();

  readonly onDidRecord = this.frames.event;
  readonly onDidMeasure = NEVER;
  readonly onDidHear = NEVER;
  readonly onDidNotice = NEVER;
  readonly onDidFail = NEVER;

  constructor(private readonly audio: KeptAudio) {}

  open(): void {
    this.delivered = Promise.resolve().then(() => {
      for (const frame of this.audio.frames) this.frames.fire(frame);
    });
  }

  stop(): Promise<void> {
    return this.delivered;
  }

  dispose(): void {
    this.frames.dispose();
  }
}

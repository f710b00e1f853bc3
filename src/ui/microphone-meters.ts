import { disposeAll, type Disposable } from '../core/events';
import { Framer } from '../core/framer';
import { FRAME_MS } from '../core/pcm';
import type { Recorder, StartRecorder } from '../core/recorder';
import type { RecordingSettings } from '../core/settings';
import { DEAD_MS, DEAD_PEAK, measureSound } from '../core/sound';

/** Of how many microphones the level is shown: each takes a process. */
const MOST_AT_ONCE = 8;

/** It is given so long to wake. */
const DEAD_FRAMES = DEAD_MS / FRAME_MS;

/** A level is that of the loudest of so many frames: a bar that follows each one flickers. */
const HELD_FRAMES = 4;

/** What a microphone delivers just now; `silent`: nothing but zeros, for longer than it takes to wake. */
export type MeterReading =
  | { readonly kind: 'waiting' | 'silent' | 'failed' }
  /** In dB below full scale. */
  | { readonly kind: 'level'; readonly levelDb: number };

export interface MicrophoneMetersOptions {
  readonly startRecorder: StartRecorder;
  /** How it is recorded; the device is each microphone's. */
  readonly recording: RecordingSettings;
}

/** Records several microphones, only to know how loud each is. */
export class MicrophoneMeters {
  private readonly meters = new Map<string, Meter>();
  /** What is being ended: nobody is left recording when all of it has. */
  private readonly ending = new Set<Promise<void>>();
  private wanted: readonly string[] = [];

  constructor(private readonly options: MicrophoneMetersOptions) {}

  /** Goes on with those names that it records already, starts the others, and ends the rest. */
  async follow(names: readonly string[]): Promise<void> {
    this.wanted = names.slice(0, MOST_AT_ONCE);
    for (const [name, meter] of this.meters) {
      if (!this.wanted.includes(name) || meter.reading.kind === 'failed') this.end(name, meter);
    }
    // Where only one may record, the next finds the device taken until it has.
    await Promise.all(this.ending);
    // As it is by then: another call may have come meanwhile.
    for (const name of this.wanted) {
      if (!this.meters.has(name)) this.meters.set(name, new Meter(this.options, name));
    }
  }

  /** Of a microphone by its name; undefined: it is not recorded. */
  reading(name: string): MeterReading | undefined {
    return this.meters.get(name)?.reading;
  }

  /** Resolves when no recorder is left. */
  stop(): Promise<void> {
    return this.follow([]);
  }

  private end(name: string, meter: Meter): void {
    this.meters.delete(name);
    const ended = meter.stop().finally(() => this.ending.delete(ended));
    this.ending.add(ended);
  }
}

class Meter {
  private readonly recorder: Recorder;
  private readonly subscriptions: readonly Disposable[];
  private readonly levels: number[] = [];
  private frames = 0;
  private isDead = true;
  private hasFailed = false;

  constructor({ startRecorder, recording }: MicrophoneMetersOptions, device: string) {
    const framer = new Framer(recording.sampleRate);
    this.recorder = startRecorder({ ...recording, device });
    this.subscriptions = [
      this.recorder.onDidReceiveAudio((bytes) => {
        for (const frame of framer.push(bytes)) this.hear(frame);
      }),
      this.recorder.onDidFail(() => {
        this.hasFailed = true;
      }),
    ];
  }

  get reading(): MeterReading {
    if (this.hasFailed) return { kind: 'failed' };
    if (this.isDead) return { kind: this.frames < DEAD_FRAMES ? 'waiting' : 'silent' };
    return { kind: 'level', levelDb: Math.max(...this.levels) };
  }

  async stop(): Promise<void> {
    disposeAll([...this.subscriptions]);
    await this.recorder.stop();
    this.recorder.dispose();
  }

  private hear(frame: Uint8Array): void {
    const { peak, levelDb } = measureSound(frame);
    this.frames++;
    if (peak > DEAD_PEAK) this.isDead = false;
    this.levels.push(levelDb);
    if (this.levels.length > HELD_FRAMES) this.levels.shift();
  }
}

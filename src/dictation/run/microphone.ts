import { disposeAll, Emitter, type Disposable } from '../../core/events';
import type { DictationError } from '../../core/failure';
import { Framer } from '../../core/framer';
import { LevelMeter } from '../../core/level';
import { encodeFrame, FRAME_MS } from '../../core/pcm';
import type { Recorder, StartRecorder } from '../../core/recorder';
import type { RecordingSettings } from '../../core/settings';
import { measureSound, type Sound } from '../../core/sound';
import type { AudioSource, AudioSourceNotice } from './audio-source';

/**
 * How long the microphone stays on after the stop key, at most: people press it while the last word still
 * rings, and sox delivers late (docs/audio.md §2, measured). Where nobody speaks, see `Intake.onceSilent`.
 */
export const POST_ROLL_MS = 300;

/** A microphone that has worked for so long again has got over its last failure. */
const RECOVERED_MS = 10_000;

/**
 * The microphone of one run, on from the moment it is made; what it hears waits in memory until it
 * is opened. It cuts what the recorder delivers into frames, and when the recorder dies
 * in mid-run (unplugged, sound server restarted) starts it again once on the same device and then
 * once on the default one. A recorder that never delivered anything is not tried again, except on the
 * default one where the chosen one is not there: somebody speaks already.
 */
export class Microphone implements AudioSource {
  private readonly frames = new Emitter<Uint8Array>();
  private readonly failure = new Emitter<DictationError>();
  private readonly notices = new Emitter<AudioSourceNotice>();
  private readonly levels = new Emitter<readonly number[]>();
  private readonly sounds = new Emitter<Sound>();
  private readonly framer: Framer;
  private readonly meter: LevelMeter;
  private recorder: Recorder;
  private subscriptions: Disposable[] = [];
  private settings: RecordingSettings;
  private framesSinceStart = 0;
  private restarts = 0;
  /** What is to be told when it is opened; undefined: it is. */
  private waiting: (() => void)[] | undefined = [];

  /** Whether the recorder has delivered anything. */
  hasRecorded = false;
  private settleProven: (records: boolean) => void = () => undefined;

  /** Whether this microphone records: resolves at its first sound, when it fails, or when it is off. */
  readonly proven = new Promise<boolean>((resolve) => {
    this.settleProven = resolve;
  });

  readonly onDidRecord = this.frames.event;
  readonly onDidFail = this.failure.event;
  readonly onDidMeasure = this.levels.event;
  readonly onDidHear = this.sounds.event;
  readonly onDidNotice = this.notices.event;

  constructor(
    private readonly startRecorder: StartRecorder,
    settings: RecordingSettings,
  ) {
    this.settings = settings;
    this.framer = new Framer(settings.sampleRate);
    this.meter = new LevelMeter(settings.sampleRate);
    this.recorder = this.start();
  }

  open(): void {
    void Promise.resolve().then(() => {
      const { waiting = [] } = this;
      this.waiting = undefined;
      for (const tell of waiting) tell();
    });
  }

  async stop(saidUntilMs?: number): Promise<void> {
    await this.recorder.stop(saidUntilMs);
    this.settleProven(this.hasRecorded);
    this.flush();
  }

  dispose(): void {
    this.settleProven(this.hasRecorded);
    disposeAll([
      this.frames,
      this.levels,
      this.sounds,
      this.failure,
      this.notices,
      ...this.subscriptions,
      this.recorder,
    ]);
  }

  private start(): Recorder {
    const recorder = this.startRecorder(this.settings);
    this.framesSinceStart = 0;
    this.subscriptions = [
      recorder.onDidReceiveAudio((bytes) => {
        for (const frame of this.framer.push(bytes)) this.deliver(frame);
      }),
      recorder.onDidFail((error) => {
        this.onRecorderFailed(error);
      }),
      recorder.onDidNotice((notice) => {
        this.notice(notice);
      }),
    ];
    return recorder;
  }

  private onRecorderFailed(error: DictationError): void {
    this.flush();
    disposeAll([...this.subscriptions, this.recorder]);
    if (this.framesSinceStart * FRAME_MS >= RECOVERED_MS) this.restarts = 0;
    const hasWorked = this.framesSinceStart > 0 || this.restarts > 0;
    if (hasWorked && this.restarts === 0) {
      this.restarts = 1;
      this.recorder = this.start();
    } else if (this.settings.device !== '' && (hasWorked || isDevices(error))) {
      this.restarts = 2;
      this.settings = { ...this.settings, device: '' };
      this.recorder = this.start();
      this.notice({ kind: 'replaced' });
    } else {
      this.failure.fire(error);
      this.settleProven(this.hasRecorded);
    }
  }

  /** Delivers what is carried, so that a new recorder's samples begin on a whole one. */
  private flush(): void {
    const tail = this.framer.flush();
    if (tail !== undefined) this.deliver(tail);
  }

  private deliver(pcm: Uint8Array): void {
    this.framesSinceStart++;
    this.hasRecorded = true;
    this.settleProven(true);
    const frame = encodeFrame(pcm, this.settings.encoding);
    const levels = this.meter.measure(pcm);
    const sound = measureSound(pcm);
    this.tell(() => {
      this.frames.fire(frame);
      this.levels.fire(levels);
      this.sounds.fire(sound);
    });
  }

  private notice(notice: AudioSourceNotice): void {
    this.tell(() => {
      this.notices.fire(notice);
    });
  }

  private tell(tell: () => void): void {
    if (this.waiting === undefined) tell();
    else this.waiting.push(tell);
  }
}

/** Whether another device may record where this one does not. */
function isDevices({ reason }: DictationError): boolean {
  return reason === 'microphone-unavailable' || reason === 'monitor-recorded';
}

import { Emitter } from '../../src/core/events';
import type { DictationError } from '../../src/core/failure';
import type { Recorder, RecorderNotice } from '../../src/core/recorder';

/** A {@link Recorder} whose audio and failures are the test's to give. */
export class FakeRecorder implements Recorder {
  private readonly audio = new Emitter<Uint8Array>();
  private readonly failure = new Emitter<DictationError>();
  private readonly notices = new Emitter<RecorderNotice>();
  private phase: 'recording' | 'stopping' | 'ended' = 'recording';
  private stopped: Promise<void> | undefined;

  readonly onDidReceiveAudio = this.audio.event;
  readonly onDidFail = this.failure.event;
  readonly onDidNotice = this.notices.event;

  /** Audio that is still on its way when `stop` is called, delivered before it resolves. */
  tail: Uint8Array = new Uint8Array();

  /** Whether the microphone is still open. */
  get isRecording(): boolean {
    return this.phase === 'recording';
  }

  deliver(bytes: Uint8Array): void {
    if (this.phase !== 'ended') this.audio.fire(bytes);
  }

  notice(notice: RecorderNotice): void {
    if (this.phase !== 'ended') this.notices.fire(notice);
  }

  fail(error: DictationError): void {
    if (this.phase !== 'recording') return;
    this.phase = 'ended';
    this.failure.fire(error);
  }

  /** Until when all sound was to come, of each call of `stop`. */
  readonly stops: (number | undefined)[] = [];

  stop(saidUntilMs?: number): Promise<void> {
    this.stops.push(saidUntilMs);
    this.stopped ??= this.finish();
    return this.stopped;
  }

  dispose(): void {
    this.phase = 'ended';
    this.audio.dispose();
    this.failure.dispose();
    this.notices.dispose();
  }

  private async finish(): Promise<void> {
    if (this.phase !== 'recording') return;
    this.phase = 'stopping';
    await Promise.resolve();
    if (this.tail.length > 0) this.deliver(this.tail);
    this.phase = 'ended';
  }
}

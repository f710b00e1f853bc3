import { Emitter } from '../core/events';
import type { DictationError } from '../core/failure';
import type { Recorder, RecorderNotice } from '../core/recorder';

/** The {@link Recorder} that never recorded: it reports why, once its maker has had the time to listen. */
export class UnstartedRecorder implements Recorder {
  private readonly failure = new Emitter<DictationError>();
  readonly onDidReceiveAudio = new Emitter<Uint8Array>().event;
  readonly onDidNotice = new Emitter<RecorderNotice>().event;
  readonly onDidFail = this.failure.event;

  constructor(error: DictationError) {
    queueMicrotask(() => {
      this.failure.fire(error);
    });
  }

  stop(): Promise<void> {
    this.failure.dispose();
    return Promise.resolve();
  }

  dispose(): void {
    this.failure.dispose();
  }
}

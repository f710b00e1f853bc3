import { DictationError, type FailureReason } from '../../../../src/core/failure';
import type { TranscriptionSession } from '../../../../src/core/recognition';
import { FakeSession } from '../../../contracts/fake-session';
import { sessionContract, type SessionHarness } from '../../../contracts/session';
import { recognition } from './settings-fixture';

/** The fake, which is its own server. */
class FakeHarness implements SessionHarness {
  readonly recognition = recognition();
  private readonly session = new FakeSession({
    recognition: this.recognition,
    sampleRate: 16000,
    encoding: 'pcm_s16le',
  });

  connect(): TranscriptionSession {
    return this.session;
  }

  begin(): Promise<void> {
    this.session.begin();
    return Promise.resolve();
  }

  speak(): void {
    // Its server takes a moment, as real ones do.
    queueMicrotask(() => {
      this.session.turn({ order: 0, transcript: 'Hello', isEnd: false });
      this.session.turn({ order: 0, transcript: 'Hello.', isEnd: true });
    });
  }

  speakOn(): void {
    queueMicrotask(() => {
      this.session.turn({ order: 0, transcript: 'Hello', isEnd: false });
    });
  }

  confirmEnd(): void {
    this.session.end();
  }

  fail(): Promise<FailureReason> {
    const error = new DictationError('connection-lost', { retryable: true });
    this.session.end({ kind: 'failed', error });
    return Promise.resolve(error.reason);
  }

  audio(): Promise<Uint8Array> {
    return Promise.resolve(this.session.audio);
  }

  close(): Promise<void> {
    this.session.dispose();
    return this.session.closed;
  }
}

sessionContract('FakeSession', () => Promise.resolve(new FakeHarness()));

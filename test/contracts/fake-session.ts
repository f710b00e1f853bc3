import { Emitter } from '../../src/core/events';
import type {
  SessionBegin,
  SessionEnd,
  SessionOptions,
  TranscriptionSession,
  Turn,
} from '../../src/core/recognition';
import type { RecognitionSettings } from '../../src/core/settings';

/** What a {@link FakeSession} was told, in order. */
export type SessionCall =
  | { readonly kind: 'send'; readonly bytes: number }
  | { readonly kind: 'forceEndpoint' | 'terminate' | 'dispose' }
  | { readonly kind: 'update'; readonly recognition: RecognitionSettings };

/** A {@link TranscriptionSession} whose server is the test; it records what it was sent. */
export class FakeSession implements TranscriptionSession {
  private readonly begun = new Emitter<SessionBegin>();
  private readonly turned = new Emitter<Turn>();
  private readonly ended = new Emitter<SessionEnd>();
  private phase: 'open' | 'terminating' | 'ended' = 'open';
  private settleClosed: () => void = () => undefined;

  readonly onDidBegin = this.begun.event;
  readonly onDidReceiveTurn = this.turned.event;
  readonly onDidEnd = this.ended.event;
  readonly closed = new Promise<void>((resolve) => {
    this.settleClosed = resolve;
  });

  /** Every call, in order. */
  readonly calls: SessionCall[] = [];
  isCongested = false;
  shortestPauseMs = 128;
  /** What `update` answers. */
  deferred: readonly string[] = [];

  constructor(readonly options: SessionOptions) {}

  /** All audio it was sent, in one piece. */
  get audio(): Uint8Array {
    return Buffer.concat(this.frames);
  }
  private readonly frames: Uint8Array[] = [];

  /** Whether the socket is still open: what a leak check asks. */
  get isOpen(): boolean {
    return this.phase !== 'ended';
  }

  // What the server does:

  begin(begin: Partial<SessionBegin> = {}): void {
    if (this.phase === 'ended') return;
    this.begun.fire({ sessionId: 'fake', model: undefined, expiresAtMs: 0, ...begin });
  }

  turn(turn: Partial<Turn> & { readonly order: number }): void {
    if (this.phase === 'ended') return;
    this.turned.fire({
      transcript: '',
      words: [],
      isEnd: false,
      awaitsFormatting: false,
      ...turn,
    });
  }

  end(end: SessionEnd = { kind: 'terminated', audioDurationMs: 0, sessionDurationMs: 0 }): void {
    if (this.phase === 'ended') return;
    this.phase = 'ended';
    this.ended.fire(end);
    this.settleClosed();
  }

  // What the client asks:

  send(frame: Uint8Array): void {
    if (this.phase !== 'open') return;
    this.calls.push({ kind: 'send', bytes: frame.length });
    this.frames.push(frame);
  }

  forceEndpoint(): void {
    this.calls.push({ kind: 'forceEndpoint' });
  }

  update(recognition: RecognitionSettings): readonly string[] {
    this.calls.push({ kind: 'update', recognition });
    return this.deferred;
  }

  terminate(): void {
    if (this.phase !== 'open') return;
    this.phase = 'terminating';
    this.calls.push({ kind: 'terminate' });
  }

  dispose(): void {
    this.begun.dispose();
    this.turned.dispose();
    this.ended.dispose();
    if (this.phase === 'ended') return;
    this.phase = 'ended';
    this.calls.push({ kind: 'dispose' });
    this.settleClosed();
  }
}

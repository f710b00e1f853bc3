import { disposeAll, Emitter, type Disposable } from '../core/events';
import type { DictationError, FailureReason } from '../core/failure';
import type { Log } from '../core/log';
import type { ReadyProvider } from '../core/provider';
import type {
  Final,
  ProviderTraits,
  SessionBegin,
  SessionEnd,
  SessionOptions,
  TranscriptEvent,
  TranscriptionSession,
} from '../core/recognition';
import type { RecognitionSettings } from '../core/settings';

/**
 * Why a service cannot be used now, whatever this computer has set: it is not reached, or does not
 * want to. What the person has set wrong they are told, as ever.
 */
const UNUSABLE: readonly FailureReason[] = [
  'key-rejected',
  'account-refused',
  'token-unavailable',
  'token-rejected',
  'connection-refused',
  'certificate-untrusted',
  'proxy-login',
  'proxy-unreachable',
  'begin-timeout',
  'connection-lost',
  'server-error',
  'too-many-sessions',
];

export interface FallbackOptions {
  readonly service: ReadyProvider;
  readonly local: ReadyProvider;
  readonly log: Log;
  /** The run goes on on this computer, once, and why. */
  readonly onDidFallBack: (error: DictationError) => void;
}

/**
 * Opens one run's sessions: with a service, until one of them cannot begin or is refused; that one,
 * and all later ones, are this computer's. The run's journal has what they are to hear.
 */
export function withFallback(options: FallbackOptions): ReadyProvider {
  const { service, local } = options;
  let hasFallenBack = false;
  const fallBack = (error: DictationError): void => {
    if (hasFallenBack) return;
    hasFallenBack = true;
    options.log.info(`session: goes on on this computer, ${error.message}`);
    options.onDidFallBack(error);
  };
  return {
    connect: (session) =>
      hasFallenBack ? local.connect(session) : new FallbackSession(session, options, fallBack),
    mayGoOn: (error, hasBegun) => {
      if (hasFallenBack) return local.mayGoOn(error, hasBegun);
      if (service.mayGoOn(error, hasBegun)) return true;
      if (!UNUSABLE.includes(error.reason)) return false;
      fallBack(error);
      return true;
    },
  };
}

/** A service's session, or this computer's where that one does not even begin. */
class FallbackSession implements TranscriptionSession {
  private readonly begun = new Emitter<SessionBegin>();
  private readonly transcribed = new Emitter<TranscriptEvent>();
  private readonly ended = new Emitter<SessionEnd>();
  readonly onDidBegin = this.begun.event;
  readonly onDidTranscribe = this.transcribed.event;
  readonly onDidEnd = this.ended.event;

  private inner: TranscriptionSession;
  private subscriptions: readonly Disposable[] = [];
  private hasBegun = false;
  /** What it was told before it has begun: whoever takes over is told it, too. */
  private readonly queue: Uint8Array[] = [];
  private isTerminating = false;
  private closing: Promise<void>;
  private recognition: RecognitionSettings;

  constructor(
    private readonly opened: SessionOptions,
    private readonly options: FallbackOptions,
    private readonly fallBack: (error: DictationError) => void,
  ) {
    this.recognition = opened.recognition;
    this.inner = options.service.connect(opened);
    this.closing = this.inner.closed;
    this.follow();
  }

  /** Of whoever listens by then. */
  get closed(): Promise<void> {
    return this.closing.then(() => this.inner.closed);
  }

  get traits(): ProviderTraits {
    return this.inner.traits;
  }

  get unfinished(): readonly Final[] {
    return this.inner.unfinished;
  }

  get billedMs(): number {
    return this.inner.billedMs;
  }

  get isCongested(): boolean {
    return this.inner.isCongested;
  }

  send(frame: Uint8Array): void {
    if (!this.hasBegun && !this.isTerminating) this.queue.push(frame);
    this.inner.send(frame);
  }

  forceEndpoint(): void {
    this.inner.forceEndpoint();
  }

  update(recognition: RecognitionSettings, place?: string): readonly string[] {
    this.recognition = recognition;
    return this.inner.update(recognition, place);
  }

  terminate(): void {
    this.isTerminating = true;
    this.inner.terminate();
  }

  dispose(): void {
    disposeAll([...this.subscriptions, this.begun, this.transcribed, this.ended, this.inner]);
  }

  private follow(): void {
    const { inner } = this;
    disposeAll(this.subscriptions);
    this.subscriptions = [
      inner.onDidBegin((begin) => {
        this.hasBegun = true;
        this.queue.length = 0;
        this.begun.fire(begin);
      }),
      inner.onDidTranscribe((event) => {
        this.transcribed.fire(event);
      }),
      inner.onDidEnd((end) => {
        this.didEnd(end);
      }),
    ];
  }

  private didEnd(end: SessionEnd): void {
    const mayTakeOver = !this.hasBegun && !this.inner.traits.isLocal;
    if (mayTakeOver && end.kind === 'failed' && UNUSABLE.includes(end.error.reason)) {
      this.fallBack(end.error);
      this.takeOver();
    } else this.ended.fire(end);
  }

  private takeOver(): void {
    this.inner = this.options.local.connect({ ...this.opened, recognition: this.recognition });
    this.follow();
    for (const frame of this.queue.splice(0)) this.inner.send(frame);
    if (this.isTerminating) this.inner.terminate();
  }
}

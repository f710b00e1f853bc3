import { Emitter } from '../../src/core/events';
import type {
  Final,
  ListeningHint,
  ProviderTraits,
  SessionBegin,
  SessionEnd,
  SessionOptions,
  TranscriptEvent,
  TranscriptionSession,
} from '../../src/core/recognition';
import type { Clock } from '../../src/core/clock';
import type { RecognitionSettings } from '../../src/core/settings';
import type { Turn } from '../../src/recognition/assemblyai/protocol';
import { traitsOf } from '../../src/recognition/assemblyai/traits';
import { TurnReader } from '../../src/recognition/assemblyai/turn-reader';
import { VirtualClock } from './virtual-clock';

/** What a {@link FakeSession} was told, in order. */
export type SessionCall =
  | { readonly kind: 'send'; readonly bytes: number }
  | { readonly kind: 'forceEndpoint' | 'terminate' | 'dispose' }
  | {
      readonly kind: 'update';
      readonly recognition: RecognitionSettings;
      /** Where it is told one. */
      readonly place?: string;
    };

/** A {@link TranscriptionSession} whose server is the test; it records what it was sent. */
export class FakeSession implements TranscriptionSession {
  private readonly begun = new Emitter<SessionBegin>();
  private readonly transcribed = new Emitter<TranscriptEvent>();
  private readonly turns: TurnReader;
  private readonly ended = new Emitter<SessionEnd>();
  private phase: 'open' | 'terminating' | 'ended' = 'open';
  private settleClosed: () => void = () => undefined;

  readonly onDidBegin = this.begun.event;
  readonly onDidTranscribe = this.transcribed.event;
  readonly onDidEnd = this.ended.event;
  readonly closed = new Promise<void>((resolve) => {
    this.settleClosed = resolve;
  });

  /** Every call, in order. */
  readonly calls: SessionCall[] = [];
  isCongested = false;
  traits: ProviderTraits = traitsOf('universal-3-6-pro');
  shortestPauseMs = 128;
  /** What `update` answers. */
  deferred: readonly string[] = [];

  private beganAtMs: number | undefined;
  private bill: number | undefined;

  constructor(
    readonly options: SessionOptions,
    private readonly clock: Clock = new VirtualClock(),
  ) {
    this.turns = new TurnReader(clock, (event) => {
      this.transcribed.fire(event);
    });
  }

  get unfinished(): readonly Final[] {
    return this.turns.unfinished;
  }

  get billedMs(): number {
    const { beganAtMs } = this;
    return this.bill ?? (beganAtMs === undefined ? 0 : this.clock.now() - beganAtMs);
  }

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
    this.beganAtMs ??= this.clock.now();
    this.begun.fire({ sessionId: 'fake', model: undefined, ...begin });
  }

  turn(turn: Partial<Turn> & { readonly order: number }): void {
    if (this.phase === 'ended') return;
    const told = { transcript: '', words: [], isEnd: false, awaitsFormatting: false, ...turn };
    this.turns.read(told, this.shortestPauseMs);
  }

  hint(hint: ListeningHint): void {
    if (this.phase !== 'ended') this.transcribed.fire(hint);
  }

  /** @param billedMs what the server says that is billed; nothing: the time since Begin is */
  end(end: SessionEnd = { kind: 'terminated' }, billedMs = this.billedMs): void {
    if (this.phase === 'ended') return;
    this.phase = 'ended';
    this.bill = billedMs;
    this.turns.finish();
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

  update(recognition: RecognitionSettings, place = ''): readonly string[] {
    this.calls.push({ kind: 'update', recognition, ...(place !== '' && { place }) });
    return this.deferred;
  }

  terminate(): void {
    if (this.phase !== 'open') return;
    this.phase = 'terminating';
    this.calls.push({ kind: 'terminate' });
  }

  dispose(): void {
    this.begun.dispose();
    this.transcribed.dispose();
    this.ended.dispose();
    this.turns.dispose();
    if (this.phase === 'ended') return;
    this.phase = 'ended';
    this.bill = this.billedMs;
    this.calls.push({ kind: 'dispose' });
    this.settleClosed();
  }
}

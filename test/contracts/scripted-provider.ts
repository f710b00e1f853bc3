import { Emitter } from '../../src/core/events';
import { DictationError } from '../../src/core/failure';
import { FRAME_MS } from '../../src/core/pcm';
import type { Provider } from '../../src/core/provider';
import type {
  Final,
  ProviderTraits,
  SessionBegin,
  SessionEnd,
  TranscriptEvent,
  TranscriptionSession,
  Word,
} from '../../src/core/recognition';

/** No key, no price, no words to expect; it hears as fast as it is given. */
export const SCRIPTED_TRAITS: ProviderTraits = {
  isLocal: true,
  model: undefined,
  billsOpenTime: false,
  keyterms: 'no',
  takesContext: false,
  longestTurnMs: 60_000,
  hearingRate: 100,
  wordEnd: {
    possible: { earlierMs: 100, laterMs: 100 },
    usual: { earlierMs: 100, laterMs: 100 },
  },
};

/** A silence of so many frames ends a turn. */
const PAUSE_FRAMES = 4;

/** A recogniser of twenty lines: a frame that begins with the byte `n` is word `n` of its script. */
export class ScriptedSession implements TranscriptionSession {
  private readonly begun = new Emitter<SessionBegin>();
  private readonly heard = new Emitter<TranscriptEvent>();
  private readonly ended = new Emitter<SessionEnd>();
  private turn = 0;
  private words: Word[] = [];
  private silentFrames = 0;
  private isDraining = false;
  private isOver = false;
  private hasBegun = false;
  private hangs = false;
  private settleClosed: () => void = () => undefined;
  readonly frames: Uint8Array[] = [];
  readonly billedMs = 0;
  readonly isCongested = false;
  readonly onDidBegin = this.begun.event;
  readonly onDidTranscribe = this.heard.event;
  readonly onDidEnd = this.ended.event;
  readonly closed = new Promise<void>((resolve) => (this.settleClosed = resolve));

  constructor(
    private readonly script: readonly string[],
    readonly traits: ProviderTraits = SCRIPTED_TRAITS,
  ) {}

  get unfinished(): readonly Final[] {
    const { turn, words } = this;
    const text = words.map((word) => word.text).join(' ');
    return text === '' ? [] : [{ turn, text, words }];
  }

  begin(): void {
    if (this.hangs) return;
    // What is sent meanwhile queues, too.
    this.begun.fire({ sessionId: undefined, model: 'a script' });
    this.hasBegun = true;
    for (const [at, frame] of this.frames.entries()) this.hear(frame, at);
    if (this.isDraining) this.end({ kind: 'terminated' });
  }

  fail(error = new DictationError('connection-lost', { retryable: true })): void {
    this.end({ kind: 'failed', error });
  }

  /** From now on it takes what it is given, and tells nothing, until it fails. */
  hang(): void {
    this.hangs = true;
  }

  send(frame: Uint8Array): void {
    if (this.isDraining || this.isOver) return;
    this.frames.push(frame);
    if (this.hasBegun && !this.hangs) this.hear(frame, this.frames.length - 1);
  }

  forceEndpoint(): void {
    if (this.hasBegun && !this.hangs && !this.isOver) this.endTurn();
  }

  update(): readonly string[] {
    return [];
  }

  terminate(): void {
    this.isDraining = true;
    // A program takes a moment to end.
    queueMicrotask(() => {
      if (this.hasBegun && !this.hangs) this.end({ kind: 'terminated' });
    });
  }

  dispose(): void {
    this.isOver = true;
    this.settleClosed();
  }

  private hear(frame: Uint8Array, at: number): void {
    const text = this.script[frame[0] ?? 0] ?? '';
    this.silentFrames = text === '' ? this.silentFrames + 1 : 0;
    if (text !== '') {
      this.words.push({ text, startMs: at * FRAME_MS, endMs: (at + 1) * FRAME_MS });
      this.heard.fire({ kind: 'partial', text: this.unfinished[0]?.text ?? '' });
    } else if (this.silentFrames >= PAUSE_FRAMES) this.endTurn();
  }

  private endTurn(): void {
    const [final] = this.unfinished;
    if (final === undefined) return;
    this.words = [];
    this.heard.fire({
      kind: 'turn-end',
      turn: this.turn++,
      shortestPauseMs: PAUSE_FRAMES * FRAME_MS,
    });
    this.heard.fire({ kind: 'final', final });
    this.heard.fire({ kind: 'partial', text: '' });
  }

  private end(end: SessionEnd): void {
    if (this.isOver) return;
    if (end.kind === 'terminated') this.endTurn();
    this.isOver = true;
    this.ended.fire(end);
    this.settleClosed();
  }
}

/** A provider of {@link ScriptedSession}s, which are the test's to begin. */
export function scriptedProvider(
  script: readonly string[],
): Provider & { sessions: ScriptedSession[] } {
  const sessions: ScriptedSession[] = [];
  const connect = (): ScriptedSession => {
    const session = new ScriptedSession(script);
    sessions.push(session);
    return session;
  };
  return {
    sessions,
    traits: () => SCRIPTED_TRAITS,
    makeReady: () => Promise.resolve({ connect, mayGoOn: () => true }),
  };
}

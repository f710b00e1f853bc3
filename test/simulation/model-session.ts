import type { Clock } from '../../src/core/clock';
import { Emitter, type Disposable } from '../../src/core/events';
import { FRAME_MS } from '../../src/core/pcm';
import type {
  Final,
  SessionBegin,
  SessionEnd,
  TranscriptEvent,
  TranscriptionSession,
  Word,
} from '../../src/core/recognition';
import { traitsOf } from '../../src/recognition/assemblyai/traits';
import type { SpokenWord } from './thinking';

/** Connecting and Begin (docs/protocol.md §9). */
const BEGIN_MS = 1300;

/** A turn ends after so much silence, at the latest. */
const TURN_SILENCE_FRAMES = 1500 / FRAME_MS;

/** From Terminate to Termination. */
const TERMINATION_MS = 800;

/**
 * A session with a model of the recogniser: a word is recognised if all frames of its sound came in
 * this session, in order. It bills whole seconds from the connection on.
 */
export class ModelSession implements TranscriptionSession {
  private readonly begun = new Emitter<SessionBegin>();
  private readonly transcribed = new Emitter<TranscriptEvent>();
  private readonly ended = new Emitter<SessionEnd>();
  private readonly openedMs: number;
  private timer: Disposable | undefined;
  private queue: Uint8Array[] = [];
  private hasBegun = false;
  private heardFrames = 0;
  private lastFrame: number | undefined;
  private sinceFrame = 0;
  private silentFrames = 0;
  private order = 0;
  private turn: Word[] = [];
  private settleClosed: () => void = () => undefined;

  readonly onDidBegin = this.begun.event;
  readonly onDidTranscribe = this.transcribed.event;
  readonly onDidEnd = this.ended.event;
  readonly isCongested = false;
  readonly traits = traitsOf('universal-3-6-pro');
  readonly closed = new Promise<void>((resolve) => {
    this.settleClosed = resolve;
  });
  isOpen = true;
  billedMs = 0;
  /** Sound that went to the server. */
  sentMs = 0;

  constructor(
    private readonly clock: Clock,
    /** By the number of the last frame of each. */
    private readonly words: ReadonlyMap<number, SpokenWord>,
    /** The number of a frame of the recording. */
    private readonly numberOf: (frame: Uint8Array) => number,
  ) {
    this.openedMs = clock.now();
    this.timer = clock.schedule(BEGIN_MS, () => {
      this.hasBegun = true;
      this.begun.fire({ sessionId: 'model', model: undefined });
      for (const frame of this.queue) this.hear(frame);
      this.queue = [];
    });
  }

  get unfinished(): readonly Final[] {
    return this.turn.length === 0 ? [] : [this.told];
  }

  send(frame: Uint8Array): void {
    this.sentMs += FRAME_MS;
    if (this.hasBegun) this.hear(frame);
    else this.queue.push(frame);
  }

  terminate(): void {
    this.timer = this.clock.schedule(TERMINATION_MS, () => {
      this.endTurn();
      this.close();
      this.ended.fire({ kind: 'terminated' });
    });
  }

  forceEndpoint(): void {
    this.endTurn();
  }

  update(): readonly string[] {
    return [];
  }

  dispose(): void {
    if (this.isOpen) this.close();
  }

  private close(): void {
    this.timer?.dispose();
    this.isOpen = false;
    this.billedMs = Math.ceil((this.clock.now() - this.openedMs) / 1000) * 1000;
    this.settleClosed();
  }

  private hear(frame: Uint8Array): void {
    const number = this.numberOf(frame);
    if (number !== (this.lastFrame ?? NaN) + 1) this.sinceFrame = number;
    this.lastFrame = number;
    this.heardFrames++;
    this.silentFrames++;
    const word = this.words.get(number);
    if (word !== undefined && word.from >= this.sinceFrame) {
      const endMs = this.heardFrames * FRAME_MS;
      const startMs = endMs - (word.to - word.from) * FRAME_MS;
      this.turn.push({ text: word.text, startMs, endMs });
      this.silentFrames = 0;
      this.transcribed.fire({ kind: 'partial', text: this.told.text });
    }
    if (this.silentFrames >= TURN_SILENCE_FRAMES) this.endTurn();
  }

  private endTurn(): void {
    if (this.turn.length === 0) return;
    const final = this.told;
    this.turn = [];
    const shortestPauseMs = TURN_SILENCE_FRAMES * FRAME_MS;
    this.transcribed.fire({ kind: 'turn-end', turn: this.order, shortestPauseMs });
    this.order++;
    this.transcribed.fire({ kind: 'final', final });
    this.transcribed.fire({ kind: 'partial', text: '' });
  }

  private get told(): Final {
    const text = this.turn.map((word) => word.text).join(' ');
    return { turn: this.order, text, words: [...this.turn] };
  }
}

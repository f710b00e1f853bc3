import { disposeAll, type Disposable } from '../../core/events';
import { FRAME_MS } from '../../core/pcm';
import type { SessionBegin, SessionEnd, TranscriptionSession } from '../../core/session';
import { TurnAssembler } from '../../text/turn-assembler';
import type { Journal } from './journal';
import { sendableFrames } from './pacing';

/** One session of a run: what was sent in it, what it recognised, and what it is billed. */
export class SessionLink implements Disposable {
  readonly assembler = new TurnAssembler();
  readonly subscriptions: Disposable[] = [];
  private begun: { readonly atMs: number; readonly model: string | undefined } | undefined;
  private end: SessionEnd | undefined;
  private firstIndex = 0;
  private nextIndex = 0;
  private replayed = 0;
  private heard = { atMs: 0, untilMs: 0 };
  /** By order of the turns that have ended: what {@link heardMs} was then. */
  private readonly ends = new Map<number, number>();

  constructor(readonly session: TranscriptionSession) {}

  get hasBegun(): boolean {
    return this.begun !== undefined;
  }

  /** Run time of the session's time zero, ms: when its first frame was recorded. */
  get offsetMs(): number {
    return this.firstIndex * FRAME_MS;
  }

  /** Run time up to which everything has been sent, ms. */
  get sentMs(): number {
    return this.nextIndex * FRAME_MS;
  }

  /**
   * Run time up to which the server can have listened, ms: it hears about as fast as we speak, and
   * nothing before it was sent.
   */
  heardMs(nowMs: number): number {
    const { atMs, untilMs } = this.heard;
    this.heard = { atMs: nowMs, untilMs: Math.min(this.sentMs, untilMs + nowMs - atMs) };
    return this.heard.untilMs;
  }

  /** The server ended a turn; the first time counts, before its formatted version. */
  noteEnd(order: number, nowMs: number): void {
    if (!this.ends.has(order)) this.ends.set(order, this.heardMs(nowMs));
  }

  /** Run time up to which the server can have listened when it ended a turn; 0: it has not. */
  endedMs(order: number): number {
    return this.ends.get(order) ?? 0;
  }

  /** Run time up to which everything was final when the session began, ms. */
  get replayedMs(): number {
    return this.replayed;
  }

  /** The session begins: it gets everything that the journal keeps. */
  begin(begin: SessionBegin, journal: Journal, finalMs: number, nowMs: number): void {
    this.begun = { atMs: nowMs, model: begin.model };
    this.firstIndex = this.nextIndex = journal.startIndex;
    this.replayed = finalMs;
    this.heard = { atMs: nowMs, untilMs: this.offsetMs };
  }

  /**
   * Sends as much of the journal as the server takes now.
   *
   * @returns whether it has got everything
   */
  send(journal: Journal, nowMs: number): boolean {
    if (this.begun === undefined) return false;
    this.heardMs(nowMs);
    let budget = sendableFrames(this.nextIndex - this.firstIndex, nowMs - this.begun.atMs);
    for (; budget > 0 && !this.session.isCongested; budget--) {
      const frame = journal.at(this.nextIndex);
      if (frame === undefined) break;
      this.session.send(frame);
      this.nextIndex++;
    }
    return this.nextIndex >= journal.endIndex;
  }

  /** The session is over; what it says about its length is what is billed. */
  finish(end: SessionEnd): void {
    this.end = end;
  }

  /**
   * What is billed for the session: as the server says, else the time since Begin, by our clock.
   * Nothing before Begin.
   */
  billed(nowMs: number): BilledSession | undefined {
    if (this.begun === undefined) return undefined;
    const { atMs, model } = this.begun;
    const billedMs = this.end?.kind === 'terminated' ? this.end.sessionDurationMs : nowMs - atMs;
    return { model, billedMs };
  }

  dispose(): void {
    disposeAll(this.subscriptions);
    this.session.dispose();
  }
}

/** What one session is billed; the model as the server named it. */
export interface BilledSession {
  readonly model: string | undefined;
  readonly billedMs: number;
}

import { disposeAll, type Disposable } from '../../core/events';
import { FRAME_MS } from '../../core/pcm';
import type { SessionBegin, SessionEnd, TranscriptionSession } from '../../core/recognition';
import { TurnAssembler } from '../../recognition/assemblyai/turn-assembler';
import { TurnNumbers } from '../../recognition/assemblyai/turn-numbers';
import type { Journal } from './journal';
import { sendableFrames } from '../../recognition/assemblyai/pacing';
import type { TurnEnd } from './turn-pause';

/** A turn that the person asked to end has ended by then, or goes on to its next pause. */
const FORCED_TURN_MS = 1000;

/** A backlog is heard at 1.25 times the speed at which people speak (docs/protocol.md), to be sure a little more. */
const HEARING_RATE = 1.3;

/** Audio that was sent in the moment it was recorded is less than this ahead of what can be heard. */
const LIVE_MS = 500;

/** One session of a run: what was sent in it, what it recognised, and what it is billed. */
export class SessionLink implements Disposable {
  readonly assembler = new TurnAssembler();
  readonly numbers = new TurnNumbers();
  readonly subscriptions: Disposable[] = [];
  private begun: { readonly atMs: number; readonly model: string | undefined } | undefined;
  private end: SessionEnd | undefined;
  private firstIndex = 0;
  private nextIndex = 0;
  private heard = { atMs: 0, untilMs: 0 };
  private forced: { readonly atMs: number; readonly sentMs: number } | undefined;
  /** By order of the turns that have ended. */
  private readonly ends = new Map<number, Omit<TurnEnd, 'saidMs'>>();

  constructor(readonly session: TranscriptionSession) {}

  get hasBegun(): boolean {
    return this.begun !== undefined;
  }

  /** How long ago it began; 0: it has not. */
  livedMs(nowMs: number): number {
    return this.begun === undefined ? 0 : nowMs - this.begun.atMs;
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
   * Run time up to which the server can have listened, ms: it hears little faster than people speak,
   * and nothing before it was sent.
   */
  heardMs(nowMs: number): number {
    const { atMs, untilMs } = this.heard;
    const fromThenMs = (nowMs - atMs) * HEARING_RATE;
    this.heard = { atMs: nowMs, untilMs: Math.min(this.sentMs, untilMs + fromThenMs) };
    return this.heard.untilMs;
  }

  /** Asks the server to end the turn. */
  forceEndpoint(nowMs: number): void {
    this.session.forceEndpoint();
    this.forced = { atMs: nowMs, sentMs: this.sentMs };
  }

  /** The server ended a turn; the first time counts, before its formatted version. */
  noteEnd(order: number, nowMs: number): void {
    if (this.ends.has(order)) return;
    const { sentMs, forced } = this;
    const isLive = sentMs - this.heardMs(nowMs) < LIVE_MS;
    // While the person wants an end, any silence will do.
    const shortestMs = forced === undefined ? this.session.shortestPauseMs : 0;
    // Later, the turn has gone on to its next pause. Earlier, it may have been about to end anyway,
    // and another end is to come.
    const isLate = forced !== undefined && nowMs - forced.atMs > FORCED_TURN_MS;
    const forcedMs = isLate ? undefined : forced?.sentMs;
    this.ends.set(order, { sentMs, isLive, shortestMs, forcedMs });
    if (isLate) this.forced = undefined;
  }

  /** When the server told that a turn has ended, once; nothing: it has not. */
  takeEnd(order: number): Omit<TurnEnd, 'saidMs'> | undefined {
    const end = this.ends.get(order);
    for (const earlier of this.ends.keys()) if (earlier <= order) this.ends.delete(earlier);
    return end;
  }

  /** The session begins: it gets everything that the journal keeps. */
  begin(begin: SessionBegin, journal: Journal, nowMs: number): void {
    this.begun = { atMs: nowMs, model: begin.model };
    this.firstIndex = this.nextIndex = journal.startIndex;
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

import { disposeAll, type Disposable } from '../../core/events';
import { FRAME_MS } from '../../core/pcm';
import type { ProviderTraits, SessionBegin, TranscriptionSession } from '../../core/recognition';
import type { BilledTime } from '../../core/usage';
import type { AskedEnds } from './asked-ends';
import type { Journal } from './journal';
import type { Forced, TurnEnd } from './turn-pause';

/** A turn that the person asked to end has ended by then, or goes on to its next pause. */
const FORCED_TURN_MS = 1000;

/** Audio that was sent in the moment it was recorded is less than this ahead of what can be heard. */
const LIVE_MS = 500;

/** One session of a run: what was sent in it, what it recognised, and what it is billed. */
export class SessionRecord implements Disposable {
  readonly subscriptions: Disposable[] = [];
  private begun: { readonly atMs: number; readonly model: string | undefined } | undefined;
  private firstIndex = 0;
  private nextIndex = 0;
  private heard = { atMs: 0, untilMs: 0 };
  private forced: (Forced & { readonly atMs: number }) | undefined;
  /** The frame before which it was asked for the end of a turn. */
  private askedAt: number | undefined;
  /** By the turns that have ended. */
  private readonly ends = new Map<number, Omit<TurnEnd, 'saidMs' | 'saidStartMs'>>();

  /** @param openedMs when it was asked for */
  constructor(
    readonly session: TranscriptionSession,
    readonly openedMs = 0,
  ) {}

  get hasBegun(): boolean {
    return this.begun !== undefined;
  }

  get traits(): ProviderTraits {
    return this.session.traits;
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
   * Run time up to which the provider can have listened when it was last looked at, ms: no faster
   * than it hears, and nothing before it was sent.
   */
  get heardMs(): number {
    return this.heard.untilMs;
  }

  /** Looks at it: by `nowMs` the provider has listened to more of what was sent. */
  hearUntil(nowMs: number): void {
    this.heard = { atMs: nowMs, untilMs: this.heardBy(nowMs) };
  }

  /** What {@link heardMs} would be if it were looked at; nothing that is decided by it changes. */
  heardBy(nowMs: number): number {
    const { atMs, untilMs } = this.heard;
    const fromThenMs = (nowMs - atMs) * this.traits.hearingRate;
    return Math.min(this.sentMs, untilMs + fromThenMs);
  }

  /** A turn is over, its final may be still to come. */
  noteEnd(turn: number, shortestPauseMs: number, nowMs: number): void {
    this.hearUntil(nowMs);
    const { sentMs, heardMs, forced } = this;
    const isLive = sentMs - heardMs < LIVE_MS;
    // While the person wants an end, any silence will do.
    const shortestMs = forced === undefined ? shortestPauseMs : 0;
    // Later, the turn has gone on to its next pause. Earlier, it may have been about to end anyway,
    // and another end is to come.
    if (this.isLate(nowMs)) this.forced = undefined;
    this.ends.set(turn, { sentMs, isLive, shortestMs, forced: this.forced });
  }

  /** When it was told that a turn has ended, once; nothing: it was not. */
  takeEnd(turn: number): Omit<TurnEnd, 'saidMs' | 'saidStartMs'> | undefined {
    const end = this.ends.get(turn);
    for (const earlier of this.ends.keys()) if (earlier <= turn) this.ends.delete(earlier);
    return end;
  }

  /** The session begins: it gets everything that the journal keeps. */
  begin(begin: SessionBegin, journal: Journal, nowMs: number): void {
    this.begun = { atMs: nowMs, model: begin.model };
    this.firstIndex = this.nextIndex = journal.startIndex;
    this.heard = { atMs: nowMs, untilMs: this.offsetMs };
  }

  /**
   * Sends as much of the journal as the session takes now, and asks for the end of the turn where
   * the person did.
   *
   * @returns whether it has got everything
   */
  send(journal: Journal, asked: AskedEnds, nowMs: number): boolean {
    if (this.begun === undefined) return false;
    this.hearUntil(nowMs);
    for (;;) {
      if (this.isToEnd(asked)) this.forceEndpoint(nowMs);
      if (this.session.isCongested) break;
      const frame = journal.at(this.nextIndex);
      if (frame === undefined) break;
      this.session.send(frame);
      this.nextIndex++;
    }
    return this.nextIndex >= journal.endIndex;
  }

  private isToEnd(asked: AskedEnds): boolean {
    const { nextIndex, firstIndex, askedAt } = this;
    return nextIndex > firstIndex && nextIndex !== askedAt && asked.isAt(nextIndex);
  }

  private forceEndpoint(nowMs: number): void {
    this.session.forceEndpoint();
    this.askedAt = this.nextIndex;
    const { sentMs, forced } = this;
    const fromMs = forced === undefined || this.isLate(nowMs) ? sentMs : forced.fromMs;
    this.forced = { atMs: nowMs, fromMs, toMs: sentMs };
  }

  private isLate(nowMs: number): boolean {
    return this.forced !== undefined && nowMs - this.forced.atMs > FORCED_TURN_MS;
  }

  /** What is billed for the session; nothing before it has begun. */
  get billed(): BilledSession | undefined {
    const { begun, session, traits } = this;
    if (begun === undefined) return undefined;
    const freeMs = this.sentMs - this.offsetMs;
    return {
      model: begun.model,
      billedMs: session.billedMs,
      ...(traits.isLocal && freeMs > 0 && { freeMs }),
    };
  }

  dispose(): void {
    disposeAll(this.subscriptions);
    this.session.dispose();
  }
}

/** What one session is billed; the model as the provider named it. */
export interface BilledSession extends Omit<BilledTime, 'model'> {
  readonly model: string | undefined;
}

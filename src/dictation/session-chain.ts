import type { Clock } from '../core/clock';
import { disposeAll, Emitter, type Disposable } from '../core/events';
import { DictationError } from '../core/failure';
import { FRAME_MS } from '../core/pcm';
import type { SessionBegin, SessionEnd, TranscriptionSession, Turn } from '../core/session';
import type { RecognitionSettings } from '../core/settings';
import { TurnAssembler, type TranscriptEvent } from '../transcript/turn-assembler';
import type { Journal } from './journal';
import { sendableFrames } from './pacing';
import { reconnectDelayMs } from './reconnect-policy';
import { ReplayCover } from './replay-cover';

/**
 * How long the formatted version of an ended turn is waited for before the unformatted text is
 * inserted (assemblyai-streaming-v3.md §1.6.3 c: about 1.5 s).
 */
export const FORMATTED_TURN_DEADLINE_MS = 1500;

/** How often a backlog that the pace rule holds back is looked at again. */
export const PACE_INTERVAL_MS = 250;

/**
 * How long a lost session is still retried after the person stopped: they wait for it, so it is
 * about as long as people wait; what is not sent by then is kept for another try.
 */
export const DRAIN_RETRY_MS = 15_000;

/** After this the server ends a turn in any case (§1.5): older audio is in no unfinished turn. */
const LONGEST_TURN_MS = 60_000;

export interface SessionChainOptions {
  readonly clock: Clock;
  readonly journal: Journal;
  /** Opens the next session; called once at the beginning and after each loss. */
  readonly connect: () => TranscriptionSession;
  /** `Math.random`, or a test's. */
  readonly random: () => number;
}

/** One session of the chain and what was sent in it. */
interface Link {
  readonly session: TranscriptionSession;
  readonly assembler: TurnAssembler;
  readonly subscriptions: Disposable[];
  begunMs: number | undefined;
  /** Journal number of the first frame sent in this session: its time zero. */
  firstIndex: number;
  /** Journal number of the next frame to send. */
  nextIndex: number;
  /** Run time up to which everything was final when this session began. */
  replayedMs: number;
}

/**
 * The sessions of one run, one after another: when one is lost, a new one is opened and gets the
 * journal's uncovered audio, so that each spoken word becomes final exactly once, in order.
 * Unfinished turns of a lost session are forgotten (their audio is sent again), ended ones land.
 */
export class SessionChain implements Disposable {
  private readonly begun = new Emitter<SessionBegin>();
  private readonly transcribed = new Emitter<TranscriptEvent>();
  private readonly dropped = new Emitter<DictationError>();
  private readonly ended = new Emitter<SessionEnd>();
  private readonly cover: ReplayCover;
  private link: Link | undefined;
  private attempt = 0;
  private drainingSinceMs: number | undefined;
  private retry: Disposable | undefined;
  private pace: Disposable | undefined;
  private formatting: Disposable | undefined;
  private closing: Promise<void> = Promise.resolve();
  private lastLoss: DictationError | undefined;

  readonly onDidBegin = this.begun.event;
  readonly onDidTranscribe = this.transcribed.event;
  /** A session was lost and another one will be tried. */
  readonly onDidDrop = this.dropped.event;
  /** Once, last, unless disposed: everything is final, or there is no hope. */
  readonly onDidEnd = this.ended.event;

  constructor(private readonly options: SessionChainOptions) {
    this.cover = new ReplayCover(options.journal);
    this.open();
  }

  /** Resolves when the sockets of all sessions are closed. */
  get closed(): Promise<void> {
    return this.closing;
  }

  /** Sends what the journal has got meanwhile; to be called whenever it has grown. */
  advance(): void {
    const { link } = this;
    const { journal, clock } = this.options;
    if (link?.begunMs === undefined) {
      if (journal.isFull) this.giveUp();
      return;
    }
    this.pace?.dispose();
    let budget = sendableFrames(link.nextIndex - link.firstIndex, clock.now() - link.begunMs);
    for (; budget > 0 && !link.session.isCongested; budget--) {
      const frame = journal.at(link.nextIndex);
      if (frame === undefined) break;
      link.session.send(frame);
      link.nextIndex++;
    }
    // Ten minutes without a final: the server has heard them, and there was nothing to write.
    if (journal.isFull) journal.coverThrough(link.nextIndex * FRAME_MS - LONGEST_TURN_MS);
    if (link.nextIndex < journal.endIndex) {
      this.pace = clock.schedule(PACE_INTERVAL_MS, () => {
        this.advance();
      });
    } else if (this.drainingSinceMs !== undefined) link.session.terminate();
  }

  /** The journal will not grow any more: send its rest, terminate, and end. */
  terminate(): void {
    if (this.drainingSinceMs !== undefined) return;
    this.drainingSinceMs = this.options.clock.now();
    this.advance();
  }

  forceEndpoint(): void {
    this.link?.session.forceEndpoint();
  }

  /** @returns see {@link TranscriptionSession.update}; between two sessions all waits for the next */
  update(recognition: RecognitionSettings): readonly string[] {
    return this.link?.session.update(recognition) ?? [];
  }

  dispose(): void {
    disposeAll([this.begun, this.transcribed, this.dropped, this.ended]);
    this.letGo();
  }

  private open(): void {
    const session = this.options.connect();
    this.closing = Promise.all([this.closing, session.closed]).then(() => undefined);
    const link: Link = {
      session,
      assembler: new TurnAssembler(),
      subscriptions: [],
      begunMs: undefined,
      firstIndex: 0,
      nextIndex: 0,
      replayedMs: 0,
    };
    this.link = link;
    link.subscriptions.push(
      session.onDidBegin((begin) => {
        this.onBegin(link, begin);
      }),
      session.onDidReceiveTurn((turn) => {
        this.onTurn(link, turn);
      }),
      session.onDidEnd((end) => {
        this.onSessionEnded(link, end);
      }),
    );
  }

  private onBegin(link: Link, begin: SessionBegin): void {
    link.begunMs = this.options.clock.now();
    link.firstIndex = this.options.journal.startIndex;
    link.nextIndex = link.firstIndex;
    link.replayedMs = this.cover.endMs;
    this.begun.fire(begin);
    this.advance();
  }

  private onTurn(link: Link, turn: Turn): void {
    // Only a session that recognises something has proved that it works.
    this.attempt = 0;
    this.report(link, link.assembler.accept(turn));
    const isWaiting = link.assembler.awaitsFormatting;
    if (isWaiting && !turn.isEnd) return; // a partial of the next turn does not prolong the wait
    this.formatting?.dispose();
    if (!isWaiting) return;
    this.formatting = this.options.clock.schedule(FORMATTED_TURN_DEADLINE_MS, () => {
      this.report(link, link.assembler.settle());
    });
  }

  private onSessionEnded(link: Link, end: SessionEnd): void {
    const { clock, journal, random } = this.options;
    if (end.kind === 'terminated' && this.drainingSinceMs !== undefined) {
      this.finish(link, end);
      return;
    }
    // Nobody asked for a termination: the server ended a session that we still need.
    const error =
      end.kind === 'failed'
        ? end.error
        : new DictationError('connection-lost', { retryable: true });
    const drainedMs = this.drainingSinceMs === undefined ? 0 : clock.now() - this.drainingSinceMs;
    this.lastLoss = error;
    if (!error.retryable || journal.isFull || drainedMs >= DRAIN_RETRY_MS) {
      this.finish(link, { kind: 'failed', error });
      return;
    }
    // What the server ended lands; what it did not end is recognised again from the journal.
    this.report(
      link,
      link.assembler.settle().filter((event) => event.kind === 'final'),
    );
    this.letGo();
    this.dropped.fire(error);
    this.retry = clock.schedule(reconnectDelayMs(this.attempt++, error, random()), () => {
      this.open();
    });
  }

  /** The outage has lasted longer than the journal can bridge. */
  private giveUp(): void {
    const error = this.lastLoss ?? new DictationError('begin-timeout', { retryable: true });
    this.letGo();
    this.ended.fire({ kind: 'failed', error });
  }

  private finish(link: Link, end: SessionEnd): void {
    // The server will not say more: what is on the screen is all there is, so it lands.
    this.report(link, link.assembler.finish());
    if (end.kind === 'terminated') {
      this.options.journal.coverThrough(this.options.journal.endIndex * FRAME_MS);
    }
    this.letGo();
    this.ended.fire(end);
  }

  private report(link: Link, events: readonly TranscriptEvent[]): void {
    for (const event of events) {
      if (event.kind === 'partial') this.transcribed.fire(event);
      else {
        const final = this.cover.accept(event.final, link.firstIndex * FRAME_MS, link.replayedMs);
        if (final !== undefined) this.transcribed.fire({ kind: 'final', final });
      }
    }
  }

  /** Lets the current session and every timer go. */
  private letGo(): void {
    disposeAll([this.retry, this.pace, this.formatting].filter((each) => each !== undefined));
    if (this.link === undefined) return;
    disposeAll(this.link.subscriptions);
    this.link.session.dispose();
    this.link = undefined;
  }
}

import type { Clock } from '../../core/clock';
import { disposeAll, Emitter, type Disposable } from '../../core/events';
import { DictationError } from '../../core/failure';
import { phrase } from '../../core/phrase';
import type { ReplayedWords } from '../../core/kept-audio';
import { FRAME_MS, type AudioFormat } from '../../core/pcm';
import type {
  Final,
  ListeningHint,
  ProviderTraits,
  SessionBegin,
  SessionEnd,
  TranscriptEvent,
  TranscriptionSession,
} from '../../core/recognition';
import type { RecognitionSettings } from '../../core/settings';
import { AskedEnds } from './asked-ends';
import type { Journal } from './journal';
import { ReconnectPolicy, type ReconnectOptions } from './reconnect-policy';
import { ReplayCover } from './replay-cover';
import { afterSilence, afterSpeech, isDueAfterLoss, type Ending, type Rest } from './rest';
import { SessionRecord, type BilledSession } from './session-record';
import { withoutLastWord } from './unfinished';

/** How often a backlog that the pace rule holds back is looked at again. */
export const PACE_INTERVAL_MS = 250;

/** While parked, only the newest audio is kept: what a wake-up replays, and the time to notice it. */
const PARKED_AUDIO_MS = 1000;

export interface SessionChainOptions extends ReconnectOptions {
  readonly clock: Clock;
  readonly journal: Journal;
  /** How the journal's frames are coded; default: what is recorded by default. */
  readonly format?: AudioFormat | undefined;
  /** What at the journal's beginning is already final; default: nothing. */
  readonly replayed?: ReplayedWords | undefined;
  /** Opens the next session; called once at the beginning and after each loss. */
  readonly connect: () => TranscriptionSession;
  /** Whether somebody may be speaking in what the journal keeps. */
  readonly mayHaveSpeech: () => boolean;
}

const DEFAULT_FORMAT: AudioFormat = { sampleRate: 16_000, encoding: 'pcm_s16le' };

/** What is to be shown or inserted. */
export type TranscribedText = Extract<TranscriptEvent, { kind: 'partial' | 'final' }>;

/** What the sessions are doing. */
type ChainState =
  /** One is being opened, or is open. */
  | { readonly kind: 'on'; readonly record: SessionRecord; readonly rest: Rest }
  /** One was lost and the next comes in a moment; `isDue`: only to be parked when it has heard all. */
  | { readonly kind: 'between'; readonly retry: Disposable; readonly isDue: boolean }
  /** Nobody speaks, so none is open. */
  | { readonly kind: 'parked' }
  | { readonly kind: 'over' };

/** How a session begins, and how long it took from when it was asked for. */
export interface TimedBegin extends SessionBegin {
  readonly tookMs: number;
}

/**
 * The sessions of one run, one after another: when one is lost, a new one is opened and gets the
 * journal's uncovered audio, so that each spoken word becomes final exactly once, in order.
 * Unfinished turns of a lost session are forgotten (their audio is sent again), ended ones land.
 */
export class SessionChain implements Disposable {
  private readonly begun = new Emitter<TimedBegin>();
  private readonly transcribed = new Emitter<TranscribedText>();
  private readonly dropped = new Emitter<DictationError>();
  private readonly parked = new Emitter<undefined>();
  private readonly disordered = new Emitter<undefined>();
  private readonly hinted = new Emitter<ListeningHint>();
  private readonly billed = new Emitter<BilledSession>();
  private readonly ended = new Emitter<SessionEnd>();
  private readonly cover: ReplayCover;
  private readonly asked = new AskedEnds();
  private state: ChainState;
  private readonly policy: ReconnectPolicy;
  private drainingSinceMs: number | undefined;
  private pace: Disposable | undefined;
  private closing: Promise<void> = Promise.resolve();
  private lastLoss: DictationError | undefined;
  private latest: TranscriptionSession | undefined;

  readonly onDidBegin = this.begun.event;
  readonly onDidTranscribe = this.transcribed.event;
  /** A session was lost and another one will be tried. */
  readonly onDidDrop = this.dropped.event;
  /** Turns ended in an order in which nobody can have said them; all land. With each turn from then on. */
  readonly onDidDisorder = this.disordered.event;
  /** How a session listens; see {@link ListeningHint}. */
  readonly onDidHint = this.hinted.event;
  /** After {@link park}: everything said so far is final, and no session is open. */
  readonly onDidPark = this.parked.event;
  /** Each session that had begun, once, when it is over or let go; on `dispose` too. */
  readonly onDidBill = this.billed.event;
  /** Once, last, unless disposed: everything is final, or there is no hope. */
  readonly onDidEnd = this.ended.event;

  constructor(private readonly options: SessionChainOptions) {
    const { journal, format = DEFAULT_FORMAT, replayed } = options;
    this.cover = new ReplayCover(journal, format, replayed);
    this.policy = new ReconnectPolicy(options);
    this.state = this.open('none');
  }

  /** Resolves when the sockets of all sessions are closed. */
  get closed(): Promise<void> {
    return this.closing;
  }

  /** What another try with the journal would make the provider hear twice. */
  get replayed(): ReplayedWords {
    return this.cover.replayed;
  }

  /**
   * Run time up to which the newest session can have listened by now, ms; where none is open, up to which
   * all is final.
   */
  get heardMs(): number {
    const { record } = this;
    if (record?.hasBegun !== true) return this.options.journal.startIndex * FRAME_MS;
    return record.heardBy(this.options.clock.now());
  }

  /** Of the provider that listens, or did last. */
  get traits(): ProviderTraits | undefined {
    return this.latest?.traits;
  }

  /** What the session that is open now is billed so far. */
  get running(): BilledSession | undefined {
    return this.record?.billed;
  }

  /** Whether it costs anything that sessions are open; what the newest one's provider says. */
  get billsOpenTime(): boolean {
    return this.latest?.traits.billsOpenTime ?? true;
  }

  /** Sends what the journal has got meanwhile; to be called whenever it has grown. */
  advance(): void {
    const { state } = this;
    const { journal } = this.options;
    if (state.kind === 'over') return;
    if (state.kind === 'parked') {
      this.cover.coverThrough(journal.endMs - PARKED_AUDIO_MS);
    } else if (state.kind === 'on' && state.record.hasBegun) {
      if (typeof state.rest === 'string') this.send(state.record, state.rest);
    } else if (journal.isFull) this.giveUp();
  }

  /**
   * Terminates the session, because nobody speaks, as soon as it has got everything; no other is
   * opened until {@link wake}. Audio goes on into the journal.
   */
  park(): void {
    const { state } = this;
    const isDraining = this.drainingSinceMs !== undefined;
    if (state.kind === 'between' && !isDraining) this.state = { ...state, isDue: true };
    else if (state.kind === 'on') {
      const rest = afterSilence(state.rest, isDraining);
      this.state = { ...state, rest };
      if (rest === 'due' && state.rest === 'none') this.advance();
    }
  }

  /** Somebody speaks: a new session hears everything since `fromMs` of run time. */
  wake(fromMs: number): void {
    const { state } = this;
    if (state.kind === 'parked') this.reopen(fromMs);
    else if (state.kind === 'between') this.state = { ...state, isDue: false };
    else if (state.kind === 'on') {
      this.state = { ...state, rest: afterSpeech(state.rest, fromMs) };
    }
  }

  /** The journal will not grow any more: send its rest, terminate, and end. */
  terminate(): void {
    if (this.drainingSinceMs !== undefined) return;
    this.drainingSinceMs = this.options.clock.now();
    if (this.state.kind === 'parked') this.endParked();
    else this.advance();
  }

  /** Asks that the turn ends with what is recorded by now: at once, or when that has been sent. */
  forceEndpoint(): void {
    if (this.state.kind === 'parked') return;
    this.asked.add(this.options.journal.endIndex);
    this.advance();
  }

  /** @returns see {@link TranscriptionSession.update}; between two sessions all waits for the next */
  update(recognition: RecognitionSettings, place: string): readonly string[] {
    return this.record?.session.update(recognition, place) ?? [];
  }

  dispose(): void {
    const { begun, transcribed, dropped, parked, disordered, hinted, ended } = this;
    disposeAll([begun, transcribed, dropped, parked, disordered, hinted, ended]);
    this.become({ kind: 'over' });
    this.billed.dispose();
  }

  /** The session that is being opened, or is open. */
  private get record(): SessionRecord | undefined {
    return this.state.kind === 'on' ? this.state.record : undefined;
  }

  private open(rest: 'none' | 'due'): ChainState {
    const session = this.options.connect();
    this.latest = session;
    this.closing = Promise.all([this.closing, session.closed]).then(() => undefined);
    const record = new SessionRecord(session, this.options.clock.now());
    record.subscriptions.push(
      session.onDidBegin((begin) => {
        this.onBegin(record, begin);
      }),
      session.onDidTranscribe((event) => {
        this.onTranscribed(record, event);
      }),
      session.onDidEnd((end) => {
        this.onSessionEnded(record, end);
      }),
    );
    return { kind: 'on', record, rest };
  }

  /** Sends what the session takes; when it has got all, it is told to end where that is wanted. */
  private send(record: SessionRecord, rest: 'none' | 'due'): void {
    const { journal, clock } = this.options;
    this.pace?.dispose();
    const hasSentAll = record.send(journal, this.asked, clock.now());
    // Ten minutes without a final: what was heard of them, there was nothing to write of.
    // Older audio is in no unfinished turn.
    const { longestTurnMs } = record.traits;
    if (journal.isFull) this.cover.coverThrough(record.heardMs - longestTurnMs);
    if (journal.isFull) {
      const detail = phrase('the network does not keep up');
      const error = new DictationError('connection-lost', { detail });
      this.finish(record, { kind: 'failed', error });
    } else if (!hasSentAll) {
      this.pace = clock.schedule(PACE_INTERVAL_MS, () => {
        this.advance();
      });
    } else if (this.drainingSinceMs !== undefined || rest === 'due') {
      if (rest === 'due') this.state = { kind: 'on', record, rest: {} };
      record.session.terminate();
    }
  }

  private onBegin(record: SessionRecord, begin: SessionBegin): void {
    const { clock, journal } = this.options;
    record.begin(begin, journal, clock.now());
    this.cover.beginSession();
    this.policy.noteBegin();
    this.begun.fire({ ...begin, tookMs: clock.now() - record.openedMs });
    this.advance();
  }

  private onTranscribed(record: SessionRecord, event: TranscriptEvent): void {
    switch (event.kind) {
      case 'partial':
        this.transcribed.fire(event);
        break;
      case 'turn-end':
        record.noteEnd(event.turn, event.shortestPauseMs, this.options.clock.now());
        break;
      case 'final':
        this.accept(record, event.final);
        break;
      case 'disorder':
        this.disordered.fire(undefined);
        break;
      case 'speech':
      case 'warning':
        this.hinted.fire(event);
        break;
    }
  }

  private onSessionEnded(record: SessionRecord, end: SessionEnd): void {
    const { clock, journal } = this.options;
    const { state } = this;
    const rest = state.kind === 'on' ? state.rest : 'none';
    const ending = typeof rest === 'object' ? rest : undefined;
    if (ending !== undefined && this.hasHeardAll(end)) {
      this.finishParking(record, ending);
      return;
    }
    if (end.kind === 'terminated' && this.drainingSinceMs !== undefined) {
      this.finish(record, end);
      return;
    }
    // Nobody asked for its end: we still need it.
    const error =
      end.kind === 'failed'
        ? end.error
        : new DictationError('connection-lost', { retryable: true });
    this.lastLoss = error;
    const nowMs = clock.now();
    const delayMs = this.policy.after({
      error,
      livedMs: record.livedMs(nowMs),
      wasParking: ending !== undefined,
      drainedMs: this.drainingSinceMs === undefined ? 0 : nowMs - this.drainingSinceMs,
      isJournalFull: journal.isFull,
    });
    if (delayMs === undefined) {
      this.finish(record, { kind: 'failed', error });
      return;
    }
    // What had ended has landed; what had not is recognised again from the journal.
    const retry = clock.schedule(delayMs, () => {
      if (this.state.kind === 'between') this.state = this.open(this.state.isDue ? 'due' : 'none');
    });
    this.become({ kind: 'between', retry, isDue: isDueAfterLoss(rest) });
    this.dropped.fire(error);
  }

  /**
   * Whether a session that was told to terminate, because nobody speaks, has nothing more to say:
   * it confirmed, or it did not and there is nothing to lose.
   */
  private hasHeardAll(end: SessionEnd): boolean {
    if (end.kind === 'terminated') return true;
    return end.error.reason === 'termination-timeout' && !this.options.mayHaveSpeech();
  }

  private finishParking(record: SessionRecord, { wakeFromMs, parksAgain }: Ending): void {
    this.land(record, record.session.unfinished);
    this.become({ kind: 'parked' });
    this.policy.noteParked();
    if (wakeFromMs !== undefined) this.reopen(wakeFromMs, parksAgain === true ? 'due' : 'none');
    else if (this.drainingSinceMs !== undefined) this.endParked();
    else this.parked.fire(undefined);
  }

  private reopen(fromMs: number, rest: 'none' | 'due' = 'none'): void {
    this.policy.noteProof();
    this.cover.coverThrough(fromMs);
    this.state = this.open(rest);
  }

  /** Stopped while nobody speaks: there is nothing to wait for. */
  private endParked(): void {
    const { journal } = this.options;
    this.cover.coverThrough(journal.endMs);
    this.become({ kind: 'over' });
    this.ended.fire({ kind: 'terminated' });
  }

  /** The outage has lasted longer than the journal can bridge. */
  private giveUp(): void {
    const error = this.lastLoss ?? new DictationError('begin-timeout', { retryable: true });
    this.become({ kind: 'over' });
    this.ended.fire({ kind: 'failed', error });
  }

  private finish(record: SessionRecord, end: SessionEnd): void {
    // Nobody will say more of it, so what is on the screen lands.
    const { unfinished } = record.session;
    this.land(record, this.mayBeCut(end) ? withoutLastWord(unfinished) : unfinished);
    if (end.kind === 'terminated') {
      this.cover.coverThrough(this.options.journal.endMs);
    }
    this.become({ kind: 'over' });
    this.ended.fire(end);
  }

  /**
   * Whether a session may have ended in the middle of a word, of which all is kept. One that did
   * not confirm its end had time to hear everything.
   */
  private mayBeCut(end: SessionEnd): boolean {
    if (end.kind === 'terminated' || end.error.reason === 'termination-timeout') return false;
    return this.options.mayHaveSpeech();
  }

  private land(record: SessionRecord, unfinished: readonly Final[]): void {
    for (const final of unfinished) if (final.text !== '') this.accept(record, final);
    this.transcribed.fire({ kind: 'partial', text: '' });
  }

  private accept(record: SessionRecord, told: Final): void {
    const { journal } = this.options;
    const ended = record.takeEnd(told.turn);
    const before = journal.startIndex;
    const final = this.cover.accept(told, record, ended);
    // What has ended in the pause in which the person asked is not heard again.
    if (journal.startIndex > before) {
      this.asked.forget(Math.max(journal.startIndex, (ended?.forced?.toMs ?? 0) / FRAME_MS));
    }
    // Only a session that ends a turn has proved that it works.
    this.policy.noteProof();
    if (final !== undefined) this.transcribed.fire({ kind: 'final', final });
  }

  /** Lets the session that was on go, and every timer. */
  private become(next: ChainState): void {
    const { state } = this;
    this.state = next;
    this.pace?.dispose();
    if (state.kind === 'between') state.retry.dispose();
    if (state.kind !== 'on') return;
    state.record.dispose();
    const { billed } = state.record;
    if (billed !== undefined) this.billed.fire(billed);
  }
}

import { blotted, withoutPieces } from '../../core/blot';
import type { Clock } from '../../core/clock';
import { Emitter, type Disposable } from '../../core/events';
import { DictationError } from '../../core/failure';
import { phrase } from '../../core/phrase';
import type { Log } from '../../core/log';
import { durationMs } from '../../core/pcm';
import type {
  Final,
  ProviderTraits,
  SessionBegin,
  SessionEnd,
  TranscriptEvent,
  TranscriptionSession,
} from '../../core/recognition';
import type { RecognitionSettings } from '../../core/settings';
import { openAuthorizedSocket, type AuthorizedOptions } from './authorized-socket';
import { closeFailure, connectTimeout, floodFailure, serverFailure, withToken } from './failures';
import { FloodGuard } from './flood-guard';
import { Liveness } from './liveness';
import { Outbox, isTooFarAhead } from './outbox';
import {
  modelName,
  parseServerMessage,
  TERMINATE,
  type ServerMessage,
  type WireTurn,
} from './protocol';
import {
  openSessionSocket,
  type OpenSocket,
  type Socket,
  type SocketListener,
} from './session-socket';
import { RunningSettings, type ContextUse } from './running-settings';
import { SessionTime } from './session-time';
import { traitsOf } from './traits';
import { TurnReader, turnOf } from './turn-reader';

/** Handshake and Begin together take 1.3 s (§9); a server that needs 8 s is still waited for. */
export const BEGIN_DEADLINE_MS = 10_000;

/** Termination comes 0.5 to 1.2 s after Terminate (§9); the official SDKs wait as long as this. */
export const TERMINATION_DEADLINE_MS = 5000;

/** Audio that waits on this machine: more than this is a network that does not keep up. */
const CONGESTION_MS = 2000;

/** Why a session ended that told more than its server takes: the next one does not. */
const NO_CONTEXT = phrase('the server takes no context');

type Phase =
  | 'connecting' // until Begin
  | 'draining' // until Begin, which is then followed by the queue and Terminate
  | 'listening'
  | 'terminating' // Terminate is sent
  | 'ended'; // ended or disposed: no event any more

/** AssemblyAI's Streaming v3 (docs/protocol.md). */
class StreamingSession implements TranscriptionSession {
  readonly closed: Promise<void>;

  private readonly begun = new Emitter<SessionBegin>();
  private readonly transcribed = new Emitter<TranscriptEvent>();
  private readonly ended = new Emitter<SessionEnd>();
  readonly onDidBegin = this.begun.event;
  readonly onDidTranscribe = this.transcribed.event;
  readonly onDidEnd = this.ended.event;

  private phase: Phase = 'connecting';
  private readonly guard: FloodGuard;
  private readonly socket: Socket;
  private readonly outbox: Outbox;
  private readonly turns: TurnReader;
  /** Begin's, then Termination's. */
  private deadline: Disposable;
  private liveness: Liveness | undefined;
  private readonly time: SessionTime;
  private readonly settings: RunningSettings;
  private givenBytes = 0;
  /** The key or the token: never to be told. */
  private secret = '';
  /** What the server has warned of and nobody has been told, as it may be shown; '': nothing. */
  private warning = '';

  constructor(
    private readonly options: AuthorizedOptions,
    private readonly clock: Clock,
    private readonly log: Log,
    openSocket: OpenSocket,
    contextUse: ContextUse,
  ) {
    this.time = new SessionTime(clock);
    this.guard = new FloodGuard(clock);
    const send = (message: string): void => {
      this.socket.send(message);
    };
    const { recognition, said = '' } = options;
    this.settings = new RunningSettings(recognition, said, send, contextUse);
    this.outbox = new Outbox(options.sampleRate, options.encoding);
    this.turns = new TurnReader(clock, (event) => {
      this.transcribed.fire(event);
    });
    const listener: SocketListener = {
      accepts: (bytes) => this.guard.accepts(bytes, this.aheadMs),
      didReceive: (text) => {
        this.liveness?.heard();
        this.receive(parseServerMessage(text));
      },
      didReceiveBinary: () => {
        this.log.warn('session: ignored a binary frame from the server');
      },
      didReceivePong: () => {
        this.liveness?.answered();
      },
      didClose: (code, failure) => {
        this.didClose(code, failure);
      },
    };
    this.socket = openAuthorizedSocket(options, clock, openSocket, listener, (secret) => {
      this.secret = secret;
    });
    this.closed = this.socket.closed;
    this.deadline = clock.schedule(BEGIN_DEADLINE_MS, () => {
      const hasOpened = this.socket.isOpen;
      this.abandon();
      this.fail(
        hasOpened ? new DictationError('begin-timeout', { retryable: true }) : connectTimeout(),
      );
    });
    log.info(`session: connecting, model ${modelName(this.settings.model) ?? '?'}`);
  }

  private get usesToken(): boolean {
    return this.options.recognition.tokenUrl !== '';
  }

  /** How much more audio the server has got than there was time to speak. */
  private get aheadMs(): number {
    return Math.max(0, this.outbox.takenMs - this.time.sinceBeginMs);
  }

  get traits(): ProviderTraits {
    return traitsOf(this.settings.model);
  }

  get unfinished(): readonly Final[] {
    return this.turns.unfinished;
  }

  get billedMs(): number {
    return this.time.billedMs;
  }

  get isCongested(): boolean {
    const { sampleRate, encoding } = this.options;
    if (durationMs(this.socket.bufferedBytes, sampleRate, encoding) > CONGESTION_MS) return true;
    return isTooFarAhead(this.outbox.takenMs, this.time.sinceBeginMs);
  }

  send(frame: Uint8Array): void {
    if (this.phase !== 'connecting' && this.phase !== 'listening') return;
    if (!this.outbox.push(frame)) {
      this.log.error(`session: refused a frame of ${String(frame.length)} bytes, not 50 ms`);
      return;
    }
    if (this.phase === 'listening') this.flush();
  }

  forceEndpoint(): void {
    if (this.phase === 'listening') this.settings.endTurn();
  }

  update(recognition: RecognitionSettings, place = ''): readonly string[] {
    const { sendable, deferred } = this.settings.want(recognition, place);
    const isOver = this.phase === 'terminating' || this.phase === 'ended';
    if (this.phase === 'listening') this.sendUpdate();
    return [...deferred, ...(isOver ? sendable : [])].map((key) => `recognition.${key}`);
  }

  terminate(): void {
    if (this.phase === 'connecting') this.phase = 'draining';
    else if (this.phase === 'listening') this.sendTerminate();
  }

  dispose(): void {
    if (this.phase === 'ended') return;
    this.log.info(`session: disposed while ${this.phase}`);
    this.abandon();
    this.letGo();
  }

  private receive(message: ServerMessage): void {
    if (this.phase === 'ended') return;
    switch (message.kind) {
      case 'begin':
        this.didBegin(message.begin);
        break;
      case 'turn':
        this.didReceiveTurn(message.turn);
        break;
      case 'termination':
        if (this.phase === 'terminating') {
          this.confirm(message.sessionDurationMs);
        } else {
          const detail = phrase('the server ended the session');
          this.fail(new DictationError('connection-lost', { retryable: true, detail }));
        }
        break;
      case 'error':
        // The frame is authoritative; the close that follows has the same code and no reason.
        this.fail(
          this.settings.isContextRefused(message.code, message.text)
            ? new DictationError('connection-lost', { retryable: true, detail: NO_CONTEXT })
            : serverFailure(message.code, withoutPieces(message.text, this.secret)),
        );
        break;
      case 'heartbeat':
        this.liveness?.beat();
        if (this.hasBegun && message.speech !== undefined) {
          this.transcribed.fire({ kind: 'speech', probability: message.speech });
        }
        break;
      case 'warning':
        this.log.warn(`session: the server warns, code ${String(message.code ?? '?')}`);
        this.warning = blotted(withoutPieces(message.text, this.secret));
        this.tellWarning();
        break;
      case 'excess':
        this.refuseMore();
        break;
      case 'ignored':
        this.log.debug(`session: ignored a message, ${message.why}`);
        break;
    }
  }

  private get hasBegun(): boolean {
    return this.phase !== 'connecting' && this.phase !== 'draining';
  }

  private tellWarning(): void {
    if (!this.hasBegun || this.warning === '') return;
    this.transcribed.fire({ kind: 'warning', text: this.warning });
    this.warning = '';
  }

  private didReceiveTurn(turn: WireTurn): void {
    if (turn.isEnd) {
      if (!this.guard.acceptsEnded(turn, this.aheadMs)) {
        this.refuseMore();
        return;
      }
      if (this.phase === 'listening') this.settings.turnEnded(this.outbox.takenMs);
    }
    const told = turnOf(turn, this.settings);
    const saidMs = told.words.at(-1)?.endMs;
    this.turns.read(told, this.settings.shortestPauseMs(saidMs, this.outbox.takenMs));
  }

  /** What is kept of the audio is worth more than what such a server makes of it. */
  private refuseMore(): void {
    this.abandon();
    this.fail(floodFailure());
  }

  private didBegin(begin: SessionBegin): void {
    const { phase } = this;
    if (phase !== 'connecting' && phase !== 'draining') return;
    this.deadline.dispose();
    this.time.begin();
    if (begin.model !== undefined) this.settings.model = begin.model;
    this.phase = 'listening';
    const { sessionId = '?' } = begin;
    this.log.info(
      `session: began, model ${modelName(this.settings.model) ?? '?'}, id ${sessionId}`,
    );
    this.watchLiveness();
    this.sendUpdate();
    this.flush();
    if (phase === 'draining') this.sendTerminate();
    this.begun.fire(begin);
    this.tellWarning();
  }

  private watchLiveness(): void {
    const watched = {
      ping: (): void => {
        this.socket.ping();
      },
      givenBytes: (): number => this.givenBytes,
      bufferedBytes: (): number => this.socket.bufferedBytes,
    };
    this.liveness = new Liveness(this.clock, watched, () => {
      const detail = phrase('the server gives no sign of life');
      this.abandon();
      this.fail(new DictationError('connection-lost', { retryable: true, detail }));
    });
  }

  private didClose(code: number, failure: DictationError | undefined): void {
    if (this.phase === 'ended') return;
    // 1005: closed as properly as 1000, only without a code.
    const isClean = code === 1000 || code === 1005;
    if (this.phase === 'terminating' && isClean && failure === undefined) {
      this.confirm(undefined);
    } else {
      this.fail(failure ?? closeFailure(code));
    }
  }

  private confirm(sessionDurationMs: number | undefined): void {
    this.time.confirm(sessionDurationMs);
    this.end({ kind: 'terminated' });
  }

  private flush(): void {
    for (const message of this.outbox.take()) {
      this.givenBytes += message.length;
      this.socket.send(message);
    }
  }

  private sendUpdate(): void {
    const keys = this.settings.update();
    if (keys.length > 0) this.log.info(`session: updated ${keys.join(', ')}`);
  }

  private sendTerminate(): void {
    this.phase = 'terminating';
    this.socket.send(TERMINATE);
    // A backlog, sent at once when Begin was late, is recognised no faster than about real time
    // (§7).
    this.deadline = this.clock.schedule(TERMINATION_DEADLINE_MS + this.aheadMs, () => {
      this.fail(new DictationError('termination-timeout', { retryable: true }));
    });
    this.log.info('session: terminating');
  }

  private fail(error: DictationError): void {
    this.end({ kind: 'failed', error: this.usesToken ? withToken(error) : error });
  }

  private end(end: SessionEnd): void {
    this.log.info(
      end.kind === 'terminated'
        ? `session: terminated after ${String(this.billedMs)} ms`
        : `session: failed while ${this.phase}, ${end.error.reason}`,
    );
    this.letGo();
    this.turns.finish();
    this.ended.fire(end);
  }

  /** Tells the server, which bills until it knows (§8). */
  private abandon(): void {
    if (this.phase !== 'terminating') this.socket.send(TERMINATE);
  }

  /** Nothing is sent or told any more; the socket closes in the background. */
  private letGo(): void {
    this.phase = 'ended';
    this.time.end();
    this.turns.dispose();
    this.deadline.dispose();
    this.liveness?.dispose();
    this.outbox.clear();
    this.socket.close();
  }
}

/**
 * @param options.openSocket a simulated network's, in tests
 * @returns what opens sessions with AssemblyAI's Streaming v3, or a server that speaks it
 */
export function createSessionFactory({
  clock,
  log,
  openSocket = openSessionSocket,
}: {
  readonly clock: Clock;
  readonly log: Log;
  readonly openSocket?: OpenSocket;
}): (options: AuthorizedOptions) => TranscriptionSession {
  const contextUse: ContextUse = { isRefused: false };
  return (session) => new StreamingSession(session, clock, log, openSocket, contextUse);
}

import type { Clock } from '../core/clock';
import { disposeAll, Emitter, type Disposable } from '../core/events';
import type { DictationError } from '../core/failure';
import { Framer } from '../core/framer';
import type { Log } from '../core/log';
import type { Recorder } from '../core/recorder';
import type { SessionBegin, SessionEnd, TranscriptionSession, Turn } from '../core/session';
import type { RecordingSettings, Settings } from '../core/settings';
import type { Target } from '../core/target';
import { TurnAssembler, type TranscriptEvent } from '../transcript/turn-assembler';
import type { Engine } from './engine';
import type { Notice } from './notice';
import type { DictationEvent } from './state';

/**
 * How long the microphone stays on after the stop key: people press it while the last word still
 * rings, and sox delivers up to 244 ms late (audio.md §2, measured).
 */
export const POST_ROLL_MS = 300;

/**
 * How long the formatted version of an ended turn is waited for before the unformatted text is
 * inserted (assemblyai-streaming-v3.md §1.6.3 c: about 1.5 s).
 */
export const FORMATTED_TURN_DEADLINE_MS = 1500;

export interface RunOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly engine: Engine;
  readonly target: Target;
  readonly settings: Settings;
  readonly apiKey: string;
  /** Finals are inserted after this: the end of the run before, whose words come first. */
  readonly after: Promise<void>;
}

/**
 * One start … idle of dictation. It owns recorder, session, assembler and target; microphone and
 * socket start together when it is made. It ends by itself after `stop`, `cancel` or a failure, and
 * always with the microphone off, the session over and every final handed to the target.
 */
export class Run implements Disposable {
  private readonly progress = new Emitter<DictationEvent>();
  private readonly notices = new Emitter<Notice>();
  private readonly recorder: Recorder;
  private readonly session: TranscriptionSession;
  private readonly framer: Framer;
  private readonly assembler = new TurnAssembler();
  private readonly subscriptions: Disposable[] = [];
  private readonly deferredSettings = new Set<string>();
  private phase: 'running' | 'stopping' | 'draining' | 'ended' = 'running';
  private begin: SessionBegin | undefined;
  private hasAudio = false;
  private failure: DictationError | undefined;
  private deliveries: Promise<void>;
  private timer: Disposable | undefined;
  private settleEnded: () => void = () => undefined;

  /** `begin`, `partial`, `stop` and, last and once, `end`. */
  readonly onDidProgress = this.progress.event;
  readonly onDidNotice = this.notices.event;
  /** Resolves after the `end` event. */
  readonly ended = new Promise<void>((resolve) => {
    this.settleEnded = resolve;
  });

  constructor(private readonly options: RunOptions) {
    const { engine, settings, apiKey } = options;
    const { recording, recognition } = settings;
    this.deliveries = options.after;
    this.framer = new Framer(recording.sampleRate, recording.encoding);
    this.recorder = engine.startRecorder(recording);
    this.session = engine.connectSession({
      recognition,
      sampleRate: recording.sampleRate,
      encoding: recording.encoding,
      apiKey,
    });
    this.subscriptions.push(
      this.recorder.onDidReceiveAudio((bytes) => {
        this.onAudio(bytes);
      }),
      this.recorder.onDidFail((error) => {
        this.onRecorderFailed(error);
      }),
      this.session.onDidBegin((begin) => {
        this.onBegin(begin);
      }),
      this.session.onDidReceiveTurn((turn) => {
        this.onTurn(turn);
      }),
      this.session.onDidEnd((end) => {
        void this.onSessionEnded(end);
      }),
    );
  }

  /** Ends the run so that everything said lands: post-roll, microphone off, drain. */
  stop(): void {
    if (this.phase !== 'running') return;
    this.phase = 'stopping';
    this.progress.fire({ kind: 'stop' });
    const postRoll = this.options.clock.schedule(POST_ROLL_MS, () => {
      void this.drain();
    });
    this.subscriptions.push(postRoll);
  }

  /** Ends the run at once; what has not landed is dropped. */
  cancel(): void {
    this.end();
  }

  /** Asks the recogniser to end the current turn now. */
  endTurn(): void {
    this.session.forceEndpoint();
  }

  /** Applies changed settings as far as a running session can, and tells which must wait. */
  update(settings: Settings): void {
    const deferred = [
      ...changedKeys(this.options.settings.recording, settings.recording),
      ...this.session.update(settings.recognition),
    ].filter((key) => !this.deferredSettings.has(key));
    if (deferred.length === 0) return;
    for (const key of deferred) this.deferredSettings.add(key);
    this.notices.fire({ kind: 'settings-deferred', keys: deferred });
  }

  /** Resolves when the session's socket is closed, whatever way the run ended. */
  get closed(): Promise<void> {
    return this.session.closed;
  }

  dispose(): void {
    this.end();
    this.notices.dispose();
    this.progress.dispose();
  }

  private onAudio(bytes: Uint8Array): void {
    for (const frame of this.framer.push(bytes)) this.session.send(frame);
    if (this.hasAudio || bytes.length === 0) return;
    this.hasAudio = true;
    this.reportListening();
  }

  private onBegin(begin: SessionBegin): void {
    this.begin = begin;
    const asked = this.options.settings.recognition.model;
    if (begin.model !== undefined && begin.model !== asked) {
      this.notices.fire({ kind: 'model-mismatch', asked, running: begin.model });
    }
    this.reportListening();
  }

  /** Listening means both: the server has begun, and the microphone really delivers. */
  private reportListening(): void {
    if (this.begin === undefined || !this.hasAudio || this.phase !== 'running') return;
    this.progress.fire({ kind: 'begin', model: this.begin.model });
  }

  private onTurn(turn: Turn): void {
    this.apply(this.assembler.accept(turn));
    const isWaiting = this.assembler.awaitsFormatting;
    if (isWaiting && !turn.isEnd) return; // a partial of the next turn does not prolong the wait
    this.timer?.dispose();
    if (!isWaiting) return;
    this.timer = this.options.clock.schedule(FORMATTED_TURN_DEADLINE_MS, () => {
      this.apply(this.assembler.settle());
    });
  }

  private onRecorderFailed(error: DictationError): void {
    this.failure = error;
    if (this.phase === 'draining' || this.phase === 'ended') return;
    this.progress.fire({ kind: 'stop' });
    void this.drain();
  }

  /** Microphone off, tail out, Terminate; the session's end then ends the run. */
  private async drain(): Promise<void> {
    if (this.phase === 'draining' || this.phase === 'ended') return;
    this.phase = 'draining';
    await this.recorder.stop();
    const tail = this.framer.flush();
    if (tail !== undefined) this.session.send(tail);
    if (this.hasAudio) this.session.terminate();
    else this.end();
  }

  private async onSessionEnded(end: SessionEnd): Promise<void> {
    if (end.kind === 'failed') this.failure ??= end.error;
    this.phase = 'draining';
    this.progress.fire({ kind: 'stop' });
    // The server will not answer any more: what is on the screen is all there is, so it lands.
    this.apply(this.assembler.finish());
    await Promise.all([this.recorder.stop(), this.deliveries]);
    this.end();
  }

  private apply(events: readonly TranscriptEvent[]): void {
    for (const event of events) {
      if (event.kind === 'partial') this.progress.fire(event);
      else this.deliver(event.final.text);
    }
  }

  private deliver(text: string): void {
    this.deliveries = this.deliveries.then(async () => {
      if (this.phase === 'ended') return;
      const outcome = await this.options.target.insert(text);
      if (outcome !== 'inserted') this.notices.fire({ kind: 'text-not-inserted', text, outcome });
    });
  }

  private end(): void {
    if (this.phase === 'ended') return;
    this.phase = 'ended';
    this.timer?.dispose();
    disposeAll(this.subscriptions);
    this.recorder.dispose();
    this.session.dispose();
    this.options.target.dispose();
    this.progress.fire(
      this.failure === undefined ? { kind: 'end' } : { kind: 'end', failure: this.failure },
    );
    this.settleEnded();
  }
}

/** Recording settings that differ; none can be changed in a running session. */
function changedKeys(before: RecordingSettings, after: RecordingSettings): readonly string[] {
  const keys = ['soxPath', 'device', 'sampleRate', 'encoding'] as const;
  return keys.filter((key) => before[key] !== after[key]).map((key) => `recording.${key}`);
}

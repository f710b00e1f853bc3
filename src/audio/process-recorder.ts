import type { Clock } from '../core/clock';
import { Emitter, type Disposable } from '../core/events';
import { DictationError } from '../core/failure';
import type { Log } from '../core/log';
import type { Recorder, RecorderNotice } from '../core/recorder';
import type { SampleRate } from '../core/settings';
import { Delivery } from './delivery';
import { endWithHost } from './end-with-host';
import { otherRecorders } from './later';
import type {
  HeaderStripper,
  RecorderChild,
  RecorderCommand,
  RecorderProgram,
} from './recorder-program';
import type { SourceNews } from './source-watch';

/**
 * A microphone delivers all the time, silence included; only a sleeping PulseAudio sink takes 2 s
 * for its first block (docs/audio.md §2). Nothing for longer means that it hangs: libpulse 16.1
 * can deadlock when the sound server dies.
 */
export const NO_DATA_DEADLINE_MS = 3000;

/**
 * So much sound a server may have kept from before: its largest pieces are of 2 s. What delivers more than
 * time has passed is no microphone.
 */
const MOST_EXCESS_MS = 5000;

/**
 * What was said before a stop arrives within the recorder's latency and one piece of its output; on a
 * busy computer later. Nobody shall wait longer for the rest.
 */
export const TAIL_DEADLINE_MS = 400;

/**
 * sox flushes and exits within 50 ms of SIGTERM, ffmpeg on PipeWire within 480 (docs/audio.md §2); a
 * stuck one must not keep the microphone.
 */
export const STOP_DEADLINE_MS = 1000;

/** SIGKILL works at once, except on a process that hangs in a driver: nobody shall wait for that. */
export const KILL_DEADLINE_MS = 1000;

/** Sound was not fetched in time, and is lost: sox' words on macOS, arecord's, ffmpeg's. */
const OVERRUN = /\boverrun\b|\bxrun\b/;

/** Enough for the last lines; a recorder may write for as long as it runs. */
const STDERR_TAIL_CHARACTERS = 2048;

/** What a {@link ProcessRecorder} needs of its surroundings. */
export interface ProcessRecorderOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly platform: NodeJS.Platform;
  /** Hz, of the 16-bit samples. */
  readonly sampleRate: SampleRate;
  /** Watches the running recorder, by its process id, and tells when it records something else. */
  readonly watch?: (pid: number, tell: SourceNews) => Disposable;
}

/**
 * A {@link Recorder} that is one process of a {@link RecorderProgram}. Every exit that we did not ask
 * for is a failure, whatever its code: some end with 0 when the sound server dies, and others with 1
 * when they are told to stop (docs/audio.md §3).
 */
export class ProcessRecorder implements Recorder {
  private readonly audio = new Emitter<Uint8Array>();
  private readonly failure = new Emitter<DictationError>();
  private readonly notices = new Emitter<RecorderNotice>();
  private readonly child: RecorderChild;
  private readonly header: HeaderStripper | undefined;
  private readonly delivery: Delivery;
  private readonly gone: Promise<void>;
  private settleGone: () => void = () => undefined;
  private state: 'recording' | 'awaiting-tail' | 'stopping' | 'disposed' | 'gone' = 'recording';
  /** The one thing that is being waited for: audio, the tail, exit after SIGTERM, exit after SIGKILL. */
  private deadline: Disposable | undefined;
  private sourceWatch: Disposable | undefined;
  private receivedBytes = 0;
  private saidUntilMs = 0;
  private complaints = '';
  private cause: Error | undefined;
  /** Why we killed it ourselves. */
  private verdict: DictationError | undefined;

  readonly onDidReceiveAudio = this.audio.event;
  readonly onDidFail = this.failure.event;
  readonly onDidNotice = this.notices.event;

  /** @throws {Error} when the operating system refuses to even try to spawn (a zero byte in the path) */
  constructor(
    private readonly program: RecorderProgram,
    private readonly command: RecorderCommand,
    private readonly options: ProcessRecorderOptions,
  ) {
    const { clock, log, sampleRate } = options;
    this.delivery = new Delivery(sampleRate);
    this.header = program.headerStripper?.();
    this.gone = new Promise((resolve) => {
      this.settleGone = resolve;
    });
    const startMs = clock.now();
    this.child = program.spawn(command);
    log.info(`${program.name} started: pid ${String(this.child.pid)}, ${command.cmd}`);
    this.listen(startMs);
    this.expectAudio();
    this.watch();
  }

  stop(saidUntilMs = this.options.clock.now()): Promise<void> {
    if (this.state === 'recording') {
      this.state = 'awaiting-tail';
      this.saidUntilMs = saidUntilMs;
      this.sourceWatch?.dispose();
      this.waitAtMost(TAIL_DEADLINE_MS, () => {
        this.askToEnd();
      });
      if (this.receivedBytes === 0 || this.hasTail) this.askToEnd();
    }
    return this.gone;
  }

  dispose(): void {
    this.audio.dispose();
    this.failure.dispose();
    this.notices.dispose();
    if (this.state === 'gone' || this.state === 'disposed') return;
    this.state = 'disposed';
    this.sourceWatch?.dispose();
    this.kill();
  }

  /** In the tick of the spawn: lpcm16 lets the audio flow at once, and an `'error'` that nobody hears is thrown. */
  private listen(startMs: number): void {
    const { stdout, stderr } = this.child;
    // lpcm16 emits strings as errors, on the stream, for every exit code but 0.
    const remember = (error: unknown): void => {
      this.cause ??= error instanceof Error ? error : new Error(String(error));
    };
    this.child.on('error', remember);
    stdout.on('error', remember);
    stderr.on('error', remember);
    stdout.on('data', (bytes: Buffer) => {
      if (this.state === 'disposed') return;
      if (this.receivedBytes === 0) {
        const { clock, log } = this.options;
        log.debug(`first audio after ${String(Math.round(clock.now() - startMs))} ms`);
        this.watchSource();
      }
      this.receivedBytes += bytes.length;
      if (this.state === 'recording') this.expectAudio();
      const pcm = this.header?.strip(bytes) ?? bytes;
      const nowMs = this.options.clock.now();
      this.delivery.add(pcm.length, nowMs);
      if (this.state === 'recording' && this.delivery.excessMs(startMs, nowMs) > MOST_EXCESS_MS) {
        this.verdict ??= otherRecorders().floodFailure(this.program.name);
        this.kill();
        return;
      }
      if (pcm.length > 0) this.audio.fire(pcm);
      if (this.state === 'awaiting-tail' && this.hasTail) this.askToEnd();
    });
    stderr.setEncoding('utf8').on('data', (text: string) => {
      this.complaints = (this.complaints + text).slice(-STDERR_TAIL_CHARACTERS);
      if (OVERRUN.test(text)) {
        this.options.log.warn(
          `${this.program.name} has lost sound: the computer is too busy for it`,
        );
        this.notices.fire({ kind: 'overrun' });
      }
    });
    // 'close', not 'exit': it comes after the last 'data'.
    this.child.on('close', (code, signal) => {
      this.end(code, signal);
    });
  }

  /** Whether everything has come that is to be delivered. */
  private get hasTail(): boolean {
    const { latencyMs = 0 } = this.command;
    return this.delivery.hasAllUntil(
      this.saidUntilMs,
      latencyMs,
      this.options.platform !== 'win32',
    );
  }

  private askToEnd(): void {
    this.state = 'stopping';
    if (this.command.endsWithInput === true) this.child.stdin?.end();
    else this.child.kill('SIGTERM');
    this.waitAtMost(STOP_DEADLINE_MS, () => {
      this.options.log.warn(`${this.program.name} does not end when it is told to`);
      this.kill();
    });
  }

  private watchSource(): void {
    const { pid } = this.child;
    if (pid === undefined || this.state !== 'recording') return;
    this.sourceWatch = this.options.watch?.(pid, {
      onWrong: (error) => {
        if (this.state !== 'recording') return;
        this.verdict = error;
        this.kill();
      },
      onMoved: (label) => {
        this.notices.fire({ kind: 'moved', label });
      },
    });
  }

  /** Not in the tick of the spawn, which is the person's key press; no later: a host may be killed at any time. */
  private watch(): void {
    const { pid } = this.child;
    if (pid === undefined) return;
    const { clock, log, platform } = this.options;
    let watcher: Disposable = clock.schedule(0, () => {
      watcher = endWithHost(pid, platform, log);
    });
    this.child.on('exit', () => {
      watcher.dispose();
    });
  }

  private expectAudio(): void {
    this.waitAtMost(NO_DATA_DEADLINE_MS, () => {
      this.verdict = new DictationError('recorder-no-data', {
        retryable: true,
        detail: otherRecorders().lastWords(this.complaints),
      });
      this.kill();
    });
  }

  private kill(): void {
    this.child.kill('SIGKILL');
    // If the program is a script, the real one lives on: without a reader it dies of its next write.
    this.child.stdout.destroy();
    this.child.stderr.destroy();
    this.waitAtMost(KILL_DEADLINE_MS, () => {
      this.options.log.error(`${this.program.name} cannot be killed`);
      this.end(null, 'SIGKILL');
    });
  }

  private waitAtMost(deadlineMs: number, otherwise: () => void): void {
    this.deadline?.dispose();
    this.deadline = this.options.clock.schedule(deadlineMs, otherwise);
  }

  private end(code: number | null, signal: NodeJS.Signals | null): void {
    if (this.state === 'gone') return;
    const unasked = this.state === 'recording';
    this.state = 'gone';
    this.deadline?.dispose();
    this.sourceWatch?.dispose();
    this.options.log.info(
      `${this.program.name} ended: code ${String(code)}, signal ${String(signal)}, ${String(this.receivedBytes)} bytes`,
    );
    this.settleGone();
    if (!unasked) return;
    const { program, complaints, receivedBytes, cause } = this;
    const ending = { name: program.name, code, signal, stderr: complaints, receivedBytes, cause };
    this.failure.fire(
      this.verdict ?? otherRecorders().recorderFailure(ending, this.options.platform),
    );
  }
}

import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { record, type RecorderCommand } from 'node-record-lpcm16';
import type { Clock } from '../../core/clock';
import { Emitter, type Disposable } from '../../core/events';
import { DictationError } from '../../core/failure';
import type { Log } from '../../core/log';
import type { Recorder } from '../../core/recorder';
import { endWithHost } from '../end-with-host';
import { soxFailure } from './sox-failure';

/**
 * A microphone delivers all the time, silence included; only a sleeping PulseAudio sink takes 2 s
 * for its first block (docs/audio.md §2). Nothing for longer means that sox hangs: libpulse 16.1
 * can deadlock when the sound server dies.
 */
export const NO_DATA_DEADLINE_MS = 3000;

/**
 * sox flushes and exits within 50 ms of SIGTERM (docs/audio.md §3); a stuck one must not keep the
 * microphone.
 */
export const STOP_DEADLINE_MS = 1000;

/** SIGKILL works at once, except on a process that hangs in a driver: nobody shall wait for that. */
export const KILL_DEADLINE_MS = 1000;

/** Enough for the last lines; sox may write for as long as it runs. */
const STDERR_TAIL_CHARACTERS = 2048;

/** Same name beside this file and beside the bundle; absolute, or lpcm16 looks in its own folder. */
const RECORDER_MODULE = path.join(__dirname, 'dictation-recorder.js');

/** Reads the one file that the first recording would otherwise read while somebody speaks. */
export function loadRecorderModule(): void {
  createRequire(__filename)(RECORDER_MODULE);
}

/**
 * A {@link Recorder} that is one sox process, spawned through node-record-lpcm16. Every exit that
 * we did not ask for is a failure, whatever its code (docs/audio.md §3).
 */
export class SoxRecorder implements Recorder {
  private readonly audio = new Emitter<Uint8Array>();
  private readonly failure = new Emitter<DictationError>();
  private readonly sox: ChildProcessWithoutNullStreams;
  private readonly gone: Promise<void>;
  private settleGone: () => void = () => undefined;
  private state: 'recording' | 'stopping' | 'disposed' | 'gone' = 'recording';
  /** The one thing that is being waited for: audio, exit after SIGTERM, exit after SIGKILL. */
  private deadline: Disposable | undefined;
  private receivedBytes = 0;
  private stderr = '';
  private cause: Error | undefined;
  /** Why we killed sox ourselves. */
  private verdict: DictationError | undefined;

  readonly onDidReceiveAudio = this.audio.event;
  readonly onDidFail = this.failure.event;

  /** @throws {Error} when the operating system refuses to even try to spawn (a zero byte in the path) */
  constructor(
    command: RecorderCommand,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly platform: NodeJS.Platform,
  ) {
    this.gone = new Promise((resolve) => {
      this.settleGone = resolve;
    });
    const startMs = clock.now();
    this.sox = record({ recorder: RECORDER_MODULE, command: () => command }).process;
    log.info(`sox started: pid ${String(this.sox.pid)}, ${command.cmd}`);
    this.listen(startMs);
    this.expectAudio();
    this.watch();
  }

  stop(): Promise<void> {
    if (this.state === 'recording') {
      this.state = 'stopping';
      this.sox.kill('SIGTERM');
      this.waitAtMost(STOP_DEADLINE_MS, () => {
        this.log.warn('sox ignores SIGTERM');
        this.kill();
      });
    }
    return this.gone;
  }

  dispose(): void {
    this.audio.dispose();
    this.failure.dispose();
    if (this.state === 'gone' || this.state === 'disposed') return;
    this.state = 'disposed';
    this.kill();
  }

  /** In the tick of the spawn: lpcm16 lets the audio flow at once, and an `'error'` that nobody hears is thrown. */
  private listen(startMs: number): void {
    const { stdout, stderr } = this.sox;
    // lpcm16 emits strings as errors, on the stream, for every exit code but 0.
    const remember = (error: unknown): void => {
      this.cause ??= error instanceof Error ? error : new Error(String(error));
    };
    this.sox.on('error', remember);
    stdout.on('error', remember);
    stderr.on('error', remember);
    stdout.on('data', (bytes: Buffer) => {
      if (this.state === 'disposed') return;
      if (this.receivedBytes === 0) {
        this.log.debug(`first audio after ${String(Math.round(this.clock.now() - startMs))} ms`);
      }
      this.receivedBytes += bytes.length;
      if (this.state === 'recording') this.expectAudio();
      this.audio.fire(bytes);
    });
    stderr.setEncoding('utf8').on('data', (text: string) => {
      this.stderr = (this.stderr + text).slice(-STDERR_TAIL_CHARACTERS);
    });
    // 'close', not 'exit': it comes after the last 'data'.
    this.sox.on('close', (code, signal) => {
      this.end(code, signal);
    });
  }

  /** Not in the tick of the spawn, which is the person's key press. */
  private watch(): void {
    const { pid } = this.sox;
    if (pid === undefined) return;
    let watcher: Disposable = this.clock.schedule(0, () => {
      watcher = endWithHost(pid, this.platform, this.log);
    });
    this.sox.on('exit', () => {
      watcher.dispose();
    });
  }

  private expectAudio(): void {
    this.waitAtMost(NO_DATA_DEADLINE_MS, () => {
      this.verdict = new DictationError('recorder-no-data', {
        retryable: true,
        detail: this.stderr.trim(),
      });
      this.kill();
    });
  }

  private kill(): void {
    this.sox.kill('SIGKILL');
    // If "sox" is a script, the real one lives on: without a reader it dies of its next write.
    this.sox.stdout.destroy();
    this.sox.stderr.destroy();
    this.waitAtMost(KILL_DEADLINE_MS, () => {
      this.log.error('sox cannot be killed');
      this.end(null, 'SIGKILL');
    });
  }

  private waitAtMost(deadlineMs: number, otherwise: () => void): void {
    this.deadline?.dispose();
    this.deadline = this.clock.schedule(deadlineMs, otherwise);
  }

  private end(code: number | null, signal: NodeJS.Signals | null): void {
    if (this.state === 'gone') return;
    const unasked = this.state === 'recording';
    this.state = 'gone';
    this.deadline?.dispose();
    this.log.info(
      `sox ended: code ${String(code)}, signal ${String(signal)}, ${String(this.receivedBytes)} bytes`,
    );
    this.settleGone();
    if (!unasked) return;
    const { stderr, receivedBytes, cause } = this;
    const ending = { code, signal, stderr, receivedBytes, cause };
    this.failure.fire(this.verdict ?? soxFailure(ending, this.platform));
  }
}

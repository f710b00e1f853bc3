import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { childEnvironment } from '../../core/child-environment';
import type { Clock } from '../../core/clock';
import { Emitter, type Disposable } from '../../core/events';
import { DictationError } from '../../core/failure';
import { phrase, type Phrase } from '../../core/phrase';
import type { Log } from '../../core/log';
import { parseReport, type LoadOrder, type Order, type Report } from './messages';

/** A large model comes off a cold disk in 20 s; the process tells nothing meanwhile. */
const LOAD_DEADLINE_MS = 60_000;

/** How often a loaded process is asked for a sign of life. */
const PING_INTERVAL_MS = 1000;

/**
 * So many looks in a row without any sign, and it hangs: one piece of sound takes it less than one.
 * Not a time: while the computer sleeps, or we are busy, nobody looks and nothing can be heard.
 */
const SILENT_LOOKS = 4;

/** SIGKILL works at once, except on a process that hangs in a driver: nobody shall wait for that. */
const KILL_DEADLINE_MS = 1000;

/** Enough for the engine's last words. */
const STDERR_TAIL_CHARACTERS = 2048;

/** The file that the process runs, and how. */
export interface ChildProgram {
  readonly file: string;
  /** Options of Node; default: none. */
  readonly execArgv?: readonly string[];
}

/** What is told of one session. */
export type SessionReport = Extract<Report, { session: number }>;

export interface RecogniserProcessOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly program: ChildProgram;
  readonly load: LoadOrder;
}

/**
 * A process of its own with an engine and a model: it may crash, hang and run out of memory without
 * the extension host. What goes wrong ends it, and with it all its sessions.
 */
export class RecogniserProcess implements Disposable {
  private readonly child: ChildProcess;
  private readonly sessions = new Map<number, (report: SessionReport) => void>();
  private readonly ended = new Emitter<DictationError>();
  private readonly measured = new Emitter<number>();
  private nextSession = 0;
  private timer: Disposable;
  private silentLooks = 0;
  private state: 'loading' | 'loaded' | 'ended' = 'loading';
  private stderr = '';
  private settleLoaded: (error: DictationError | undefined) => void = () => undefined;
  private settleGone: () => void = () => undefined;

  /** Why it ended, once; not after {@link dispose}. */
  readonly onDidEnd = this.ended.event;
  /** Resolves when the model is loaded, or to why it is not. */
  readonly loaded = new Promise<DictationError | undefined>((resolve) => {
    this.settleLoaded = resolve;
  });
  /** Resolves when the process is no more, or cannot be ended. */
  readonly gone = new Promise<void>((resolve) => {
    this.settleGone = resolve;
  });

  constructor(private readonly options: RecogniserProcessOptions) {
    const { clock, log, program, load } = options;
    this.child = fork(program.file, [], {
      // The engine's libraries are also searched for where it is started: never in a workspace.
      cwd: path.dirname(load.engine.file),
      env: engineEnvironment(),
      execArgv: [...(program.execArgv ?? [])],
      // Frames are bytes.
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.child.stderr?.on('data', (data: Buffer) => {
      this.stderr = (this.stderr + data.toString()).slice(-STDERR_TAIL_CHARACTERS);
    });
    this.child.on('message', (message) => {
      this.receive(message);
    });
    this.child.on('error', (error) => {
      this.end(error.message);
    });
    this.child.on('exit', (code, signal) => {
      log.info(`recogniser: its process ended, code ${String(code)}, signal ${String(signal)}`);
      this.settleGone();
      this.end(this.stderr.trim());
    });
    this.timer = clock.schedule(LOAD_DEADLINE_MS, () => {
      this.end(phrase('it did not load in time'));
    });
    this.send({ kind: 'load', ...load });
  }

  get isOver(): boolean {
    return this.state === 'ended';
  }

  get isLoaded(): boolean {
    return this.state === 'loaded';
  }

  /** Whether sessions are open. */
  get isUsed(): boolean {
    return this.sessions.size > 0;
  }

  /** For tests, which kill it. */
  get pid(): number | undefined {
    return this.child.pid;
  }

  /**
   * Begins a session of the loaded model.
   *
   * @param listener is told what there is to tell of it
   * @returns its number
   */
  open(
    options: Omit<Extract<Order, { kind: 'open' }>, 'kind' | 'session'>,
    listener: (report: SessionReport) => void,
  ): number {
    const session = this.nextSession++;
    this.sessions.set(session, listener);
    this.send({ kind: 'open', session, ...options });
    return session;
  }

  /** Nothing more is told of a session. */
  close(session: number): void {
    if (this.sessions.delete(session)) this.send({ kind: 'close', session });
  }

  send(order: Order): void {
    // A channel that has just broken is told by the process' end.
    if (this.child.connected) this.child.send(order, () => undefined);
  }

  /** How long it takes to hear so much audio; undefined: it ended meanwhile. */
  async measure(audioMs: number): Promise<number | undefined> {
    return new Promise((resolve) => {
      const subscriptions: Disposable[] = [];
      const settle = (tookMs: number | undefined): void => {
        for (const each of subscriptions) each.dispose();
        resolve(tookMs);
      };
      subscriptions.push(
        this.measured.event(settle),
        this.ended.event(() => {
          settle(undefined);
        }),
      );
      if (this.isOver) settle(undefined);
      else this.send({ kind: 'measure', audioMs });
    });
  }

  dispose(): void {
    this.ended.dispose();
    this.measured.dispose();
    this.end('');
  }

  private receive(message: unknown): void {
    const report = parseReport(message);
    if (report === undefined || this.state === 'ended') return;
    this.silentLooks = 0;
    switch (report.kind) {
      case 'loaded':
        this.state = 'loaded';
        this.timer.dispose();
        this.watch();
        this.settleLoaded(undefined);
        break;
      case 'failed':
        this.end(report.detail);
        break;
      case 'measured':
        this.measured.fire(report.tookMs);
        break;
      case 'pong':
        break;
      case 'turn':
      case 'heard':
      case 'finished':
        this.sessions.get(report.session)?.(report);
    }
  }

  private watch(): void {
    this.timer = this.options.clock.schedule(PING_INTERVAL_MS, () => {
      if (++this.silentLooks > SILENT_LOOKS) {
        this.options.log.warn('recogniser: no sign of life');
        this.end(phrase('it gave no sign of life'));
        return;
      }
      this.send({ kind: 'ping' });
      this.watch();
    });
  }

  private end(detail: string | Phrase): void {
    if (this.state === 'ended') return;
    const wasLoaded = this.state === 'loaded';
    this.state = 'ended';
    this.timer.dispose();
    this.child.kill('SIGKILL');
    this.timer = this.options.clock.schedule(KILL_DEADLINE_MS, this.settleGone);
    void this.gone.then(() => {
      this.timer.dispose();
    });
    this.sessions.clear();
    const error = new DictationError(wasLoaded ? 'recogniser-stopped' : 'recogniser-unusable', {
      retryable: wasLoaded,
      // Another process is nobody's to be spared, and somebody speaks.
      retryAfterMs: 0,
      detail,
    });
    this.settleLoaded(error);
    this.ended.fire(error);
  }
}

/**
 * What the process is started with: it needs no key, and no library but its own, wherever the editor
 * was told to look for them.
 */
function engineEnvironment(): Record<string, string> {
  const known = Object.entries(childEnvironment(process.env));
  const clean = known.filter(([name]) => !/^(?:LD|DYLD)_/i.test(name));
  // In a desktop editor our own program is Electron.
  return { ...Object.fromEntries(clean), ELECTRON_RUN_AS_NODE: '1' };
}

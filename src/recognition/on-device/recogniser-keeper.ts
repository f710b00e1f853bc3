import type { Clock } from '../../core/clock';
import type { Disposable } from '../../core/events';
import { DictationError } from '../../core/failure';
import type { Log } from '../../core/log';
import type { LoadOrder } from './messages';
import { RecogniserProcess, type ChildProgram } from './recogniser-process';

/** A model that nobody has used for so long gives its memory back; the next dictation loads it again. */
const IDLE_MS = 300_000;

/** A process that stops more often within a minute will not do: nobody shall wait for ever. */
const MOST_STOPS = 3;
const STOPS_MS = 60_000;

export interface RecogniserKeeperOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly program: ChildProgram;
}

/** Keeps one process with a model, which serves one session after another, and starts a new one for one that is gone. */
export class RecogniserKeeper implements Disposable {
  private current: { readonly load: LoadOrder; readonly process: RecogniserProcess } | undefined;
  private idle: Disposable | undefined;
  private stops: number[] = [];
  /** What has been loaded here once: where it is not now, that passes. */
  private readonly proven = new Set<string>();

  constructor(private readonly options: RecogniserKeeperOptions) {}

  /**
   * The process that has loaded this.
   *
   * @throws {DictationError} `recogniser-unusable`; `recogniser-stopped`, for good
   */
  async obtain(load: LoadOrder): Promise<RecogniserProcess> {
    const process = this.processFor(load);
    this.awaitIdleness(process);
    const error = await process.loaded;
    if (error !== undefined) throw this.proven.has(keyOf(load)) ? stopped(error) : error;
    this.proven.add(keyOf(load));
    return process;
  }

  /** Whether this is loaded now. */
  hasLoaded(load: LoadOrder): boolean {
    const { current } = this;
    return current !== undefined && keyOf(current.load) === keyOf(load) && current.process.isLoaded;
  }

  /** The person tries again: what has stopped before counts no more. */
  forgive(): void {
    this.stops = [];
  }

  dispose(): void {
    this.idle?.dispose();
    this.current?.process.dispose();
    this.current = undefined;
  }

  private processFor(load: LoadOrder): RecogniserProcess {
    const { current } = this;
    const isSame = current !== undefined && keyOf(current.load) === keyOf(load);
    if (isSame && !current.process.isOver) return current.process;
    const { clock } = this.options;
    this.stops = this.stops.filter((atMs) => clock.now() - atMs < STOPS_MS);
    if (this.stops.length > MOST_STOPS) throw new DictationError('recogniser-stopped');
    // A run that is on has the model it began with: it is the only one that has one.
    current?.process.dispose();
    const process = new RecogniserProcess({ ...this.options, load });
    process.onDidEnd(() => {
      if (this.proven.has(keyOf(load))) this.stops.push(clock.now());
    });
    this.current = { load, process };
    return process;
  }

  private awaitIdleness(process: RecogniserProcess): void {
    const { clock, log } = this.options;
    this.idle?.dispose();
    this.idle = clock.schedule(IDLE_MS, () => {
      if (this.current?.process !== process || process.isOver) return;
      if (process.isUsed) {
        this.awaitIdleness(process);
        return;
      }
      log.info('recogniser: not used for a while, ended');
      this.dispose();
    });
  }
}

function keyOf(load: LoadOrder): string {
  return JSON.stringify(load);
}

function stopped({ detail: words, ownWords, cause }: DictationError): DictationError {
  const detail = ownWords ?? words;
  return new DictationError('recogniser-stopped', {
    retryable: true,
    retryAfterMs: 0,
    detail,
    cause,
  });
}

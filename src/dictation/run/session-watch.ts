import type { Clock } from '../../core/clock';
import { disposeAll, type Disposable } from '../../core/events';
import type { DictationError } from '../../core/failure';
import type { Log } from '../../core/log';
import type { Journal } from '../sessions/journal';
import type { SessionChain, TimedBegin } from '../sessions/session-chain';
import type { Reports } from '../notice';

/** A shorter outage is over before a notification could be read. */
const TOLD_AFTER_MS = 10_000;

/** More different warnings of a provider in one run are noise. */
const MOST_WARNINGS = 3;

export interface SessionWatchOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly chain: SessionChain;
  readonly journal: Journal;
  readonly reports: Reports;
}

/**
 * Tells what becomes of a run's sessions: which one is on, what its provider warns of, that one is lost,
 * and once that it takes long.
 */
export class SessionWatch implements Disposable {
  private readonly subscriptions: readonly Disposable[];
  private newest: TimedBegin | undefined;
  private outage: Disposable | undefined;
  private hasToldOutage = false;
  /** What the provider has warned of. */
  private readonly warnings = new Set<string>();

  constructor(private readonly options: SessionWatchOptions) {
    const { chain, log, reports } = options;
    this.subscriptions = [
      chain.onDidBegin((begin) => {
        this.onBegin(begin);
      }),
      chain.onDidDrop((error) => {
        this.onDropped(error);
      }),
      chain.onDidHint((hint) => {
        if (hint.kind === 'warning') this.onWarned(hint.text);
      }),
      chain.onDidPark(() => {
        log.info('parked: waiting for speech');
        reports.progress({ kind: 'park' });
      }),
    ];
  }

  /** What the newest session has told of itself; undefined: none has begun. */
  get begun(): TimedBegin | undefined {
    return this.newest;
  }

  /** To be called when the run is over. */
  dispose(): void {
    disposeAll(this.subscriptions);
    this.endOutage();
  }

  private onBegin(begin: TimedBegin): void {
    this.endOutage();
    const { chain, reports } = this.options;
    const asked = chain.traits?.model;
    const running = begin.model === this.newest?.model ? undefined : begin.model;
    this.newest = begin;
    if (asked !== undefined && running !== undefined && running !== asked) {
      reports.notice({ kind: 'model-mismatch', asked, running });
    }
  }

  private onWarned(text: string): void {
    if (this.warnings.has(text) || this.warnings.size >= MOST_WARNINGS) return;
    this.warnings.add(text);
    this.options.reports.notice({ kind: 'recogniser-warning', text });
  }

  private onDropped(error: DictationError): void {
    const { clock, journal, reports } = this.options;
    reports.progress({ kind: 'drop', keptSinceMs: clock.now() - journal.keptMs, error });
    if (this.hasToldOutage) return;
    // Where one has begun before, it may be back soon.
    const delayMs = this.newest === undefined ? 0 : TOLD_AFTER_MS;
    this.outage ??= clock.schedule(delayMs, () => {
      this.hasToldOutage = true;
      reports.notice({ kind: 'cannot-connect', error, keptMs: journal.keptMs });
    });
  }

  private endOutage(): void {
    this.outage?.dispose();
    this.outage = undefined;
  }
}

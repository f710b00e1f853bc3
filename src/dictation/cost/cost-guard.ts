import { FRAME_MS } from '../../core/pcm';
import type { CostSettings } from '../../core/settings';
import { SpeechDetector, type Hearing } from './speech-detector';

/** How long before a limit the person is warned. */
const WARNING_MS = 60_000;

/** Before the detector has heard so much, it may take a first word for the room. */
const FLOOR_FRAMES = 1000 / FRAME_MS;

/**
 * So long after the last doubt, which lasts 300 ms itself, nobody is in a word: longer than a stop
 * consonant's gap, and than a soft first consonant before the vowel that is heard.
 */
const SILENT_FRAMES = 200 / FRAME_MS;

/** A text that is not final counts as much as a doubt: the recogniser may hear what the detector does not. */
const TEXT_FRAMES = 300 / FRAME_MS;

/** How often the budget is looked at: money is spent slowly. */
const BUDGET_FRAMES = 1000 / FRAME_MS;

/** What a wake-up replays from before the onset: an `f` or `s` is soft and comes before the vowel. */
const WAKE_PRE_ROLL_MS = 600;

/**
 * How soon somebody is parked who has just thought for long: reopening costs about as much as this
 * silence, and is as seldom as a setting may ask for.
 */
const SOON_MS = 5000;

/** So many times the silence that is set is long: the next one probably is, too. */
const LONG = 2;

/** What ends dictation so that it does not cost more. */
export type CostLimit = 'silence' | 'duration' | 'budget';

/** How today's spending stands to the daily budget. */
export type BudgetStatus = 'fine' | 'nearly-spent' | 'spent';

/** What is to be done now. */
export type CostDecision =
  /** Nobody speaks: end the session, keep listening. */
  | { readonly kind: 'park' }
  /** Somebody speaks: a new session, with the newest `audioMs` of audio. */
  | { readonly kind: 'wake'; readonly audioMs: number }
  /** The limit is near; the person may {@link CostGuard.extend}. */
  | { readonly kind: 'warn'; readonly limit: CostLimit }
  /** The limit is reached: end dictation so that everything said lands. */
  | { readonly kind: 'stop'; readonly limit: CostLimit };

export interface CostGuardOptions {
  readonly settings: CostSettings;
  /** `Clock.now()` when the run started. */
  readonly startMs: number;
  /** Whether it costs anything that sessions are open. */
  readonly billsOpenTime: () => boolean;
  /** Asked about once a second. */
  readonly budget: (dailyBudget: number | null) => BudgetStatus;
}

/**
 * Watches one run's cost by its audio: decides when the session is parked and woken, and when
 * dictation ends. It is driven by frames, which come twenty times a second as long as the
 * microphone is on, so it needs no timers.
 */
export class CostGuard {
  private readonly detector = new SpeechDetector();
  private readonly warned = new Set<CostLimit>();
  private isParked = false;
  /** The last silence with a session that was parked was long: the next is not waited out. */
  private thinksLong = false;
  /** Where the silence began in which the session is parked. */
  private silentFrame = 0;
  private isDoubtful = false;
  private hasStopped = false;
  private frames = 0;
  /** The frame until which what was heard may belong to a word. */
  private soundFrame = 0;
  private speechMs: number;
  private lastText = '';
  /** The frame in which somebody spoke last. */
  private speechFrame = 0;
  /** What `maxMinutes` counts from. */
  private countedFromMs: number;
  private settings: CostSettings;

  constructor(private readonly options: CostGuardOptions) {
    this.speechMs = options.startMs;
    this.countedFromMs = options.startMs;
    this.settings = options.settings;
  }

  /** While parked: whether speech may just be beginning, too short yet to tell. */
  get mayBeWaking(): boolean {
    return this.isParked && this.isDoubtful;
  }

  /** Nobody has spoken for so long that what was heard last is no part of a word. */
  get isSilent(): boolean {
    const isFloorKnown = this.frames >= FLOOR_FRAMES;
    return isFloorKnown && this.frames - this.soundFrame >= SILENT_FRAMES;
  }

  /**
   * Takes the next frame.
   *
   * @param levels as `LevelMeter` measures them
   * @param nowMs `Clock.now()`
   * @returns what is to be done, each thing once
   */
  hear(levels: readonly number[], nowMs: number): readonly CostDecision[] {
    const heard = this.detector.hear(levels);
    this.isDoubtful = heard.isDoubtful;
    this.frames++;
    if (heard.isSpeech) this.spoke(nowMs);
    if (heard.isSpeech || heard.isDoubtful) this.soundFrame = this.frames;
    if (this.hasStopped) return this.parking(heard);
    return [...this.parking(heard), ...this.limits(nowMs)];
  }

  /**
   * The recogniser's newest text; the same text again is no sign of speech, and one that is final is a
   * sign of speech a while ago.
   */
  recognised(text: string, nowMs: number, isFinal = false): void {
    if (text !== '' && text !== this.lastText) {
      this.spoke(nowMs);
      if (!isFinal) this.soundFrame = this.frames + TEXT_FRAMES;
    }
    this.lastText = text;
  }

  /** The person wants to go on: silence counts from now, and the run may last `maxMinutes` more. */
  extend(nowMs: number): void {
    this.spoke(nowMs);
    this.countedFromMs = nowMs;
    this.warned.delete('duration');
  }

  /** The settings have changed. */
  update(settings: CostSettings): void {
    this.settings = settings;
  }

  private parking(heard: Hearing): readonly CostDecision[] {
    if (this.isParked) {
      if (!heard.isSpeech) return [];
      this.isParked = false;
      const silenceMs = (this.frames - this.silentFrame) * FRAME_MS;
      // As long as it would have been parked anyway, it was right to do it soon.
      const longMs = this.settings.parkAfterSilenceMs * (this.thinksLong ? 1 : LONG);
      this.thinksLong = silenceMs >= longMs;
      const audioMs = (heard.onsetFrames + 1) * FRAME_MS + WAKE_PRE_ROLL_MS;
      return [{ kind: 'wake', audioMs }];
    }
    const { parkAfterSilenceMs } = this.settings;
    // Silence that was heard, not time: what was recorded while we did not run is still to come.
    const silenceMs = (this.frames - this.speechFrame) * FRAME_MS;
    const dueMs = this.thinksLong ? Math.min(SOON_MS, parkAfterSilenceMs) : parkAfterSilenceMs;
    const isDue = parkAfterSilenceMs > 0 && silenceMs >= dueMs;
    if (!this.options.billsOpenTime()) return [];
    // A word that may just be beginning stays whole in the session that hears it.
    if (!isDue || this.hasStopped || this.isDoubtful) return [];
    this.isParked = true;
    this.silentFrame = this.speechFrame;
    return [{ kind: 'park' }];
  }

  private limits(nowMs: number): readonly CostDecision[] {
    const { stopAfterSilenceMs, maxMinutes } = this.settings;
    const maxMs = maxMinutes * 60_000;
    const decisions = [
      this.limit('silence', stopAfterSilenceMs, this.speechMs + stopAfterSilenceMs - nowMs),
      this.limit('duration', maxMs, this.countedFromMs + maxMs - nowMs),
      this.frames % BUDGET_FRAMES === 1 ? this.budget() : undefined,
    ].filter((decision) => decision !== undefined);
    const stop = decisions.find(({ kind }) => kind === 'stop');
    if (stop === undefined) return decisions;
    this.hasStopped = true;
    return [stop];
  }

  /** @param lengthMs of the limit; 0: there is none */
  private limit(limit: CostLimit, lengthMs: number, leftMs: number): CostDecision | undefined {
    if (lengthMs <= 0) return undefined;
    if (leftMs <= 0) return { kind: 'stop', limit };
    return leftMs <= Math.min(WARNING_MS, lengthMs / 2) ? this.warnOnce(limit) : undefined;
  }

  private budget(): CostDecision | undefined {
    if (!this.options.billsOpenTime()) return undefined;
    switch (this.options.budget(this.settings.dailyBudget)) {
      case 'fine':
        return undefined;
      case 'nearly-spent':
        return this.warnOnce('budget');
      case 'spent':
        return { kind: 'stop', limit: 'budget' };
    }
  }

  private warnOnce(limit: CostLimit): CostDecision | undefined {
    if (this.warned.has(limit)) return undefined;
    this.warned.add(limit);
    return { kind: 'warn', limit };
  }

  private spoke(nowMs: number): void {
    this.speechMs = nowMs;
    this.speechFrame = this.frames;
    this.warned.delete('silence');
  }
}

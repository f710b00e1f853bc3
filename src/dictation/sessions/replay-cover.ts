import type { ReplayedWords } from '../../core/kept-audio';
import { FRAME_MS, type AudioFormat } from '../../core/pcm';
import type { Final, ProviderTraits } from '../../core/recognition';
import { heardIn, inWords, restOf } from '../../core/spoken';
import { joinWords, lettersOf, textFrom, wordsOf, type TimedWord } from '../../core/words';
import type { HeardWord } from './same-times';
import { findSplice, NOTHING_REPLAYED, type Splice } from './splice';
import type { Journal } from './journal';
import { quietStretches, type Quiet } from './quiet';
import { pauseAfter, whereToLook, type TurnEnd } from './turn-pause';

/** Of final words whose time is not known, no more are compared. */
const MAX_HEARD_WORDS = 1500;

/** Nobody can have heard what was not sent; it may be said so, where words' ends are padded. */
const TOLD_LATE_MS = 300;
/** Into a pause, so that neither the last word's end nor the next one's beginning is touched. */
const INTO_PAUSE_MS = 250;
/** A turn that is nearly as long as one may be was not ended by a pause. */
const NEARLY_LONGEST_MS = 5000;
/** So much is heard again at most; of speech without any pause, what is older is taken for heard. */
const LONGEST_REPLAY_MS = 90_000;
const SHORTENED_REPLAY_MS = 30_000;

/** What of a session its finals are judged by; run times, ms. */
export interface FinalsSession {
  /** The session's time zero. */
  readonly offsetMs: number;
  /** Up to where it has been sent audio. */
  readonly sentMs: number;
  readonly traits: Pick<ProviderTraits, 'longestTurnMs' | 'wordEnd'>;
}

/**
 * Decides from where on a replay begins, and takes out of its finals what was final before.
 *
 * A turn ends with a pause, and in that pause a replay begins: the journal has the audio, so the
 * pause is looked for near where the last word is said to have ended. Nothing is then heard
 * twice. Where no such pause is known (the person ended the turn, a minute is over, times that can
 * not be) the replay begins where the turn did, so that the words are heard again with what was
 * around them, and as many of them as were final are dropped.
 */
export class ReplayCover {
  /** Final words in what the journal keeps. */
  private heardWords: readonly HeardWord[];
  /** Run time at which those end; undefined: not known. */
  private heardUntilMs: number | undefined;
  /** Whether it may end within a word. */
  private isCut: boolean;
  /** What of them the present session has still to say again. */
  private pending: readonly HeardWord[] = [];

  constructor(
    private readonly journal: Journal,
    private readonly format: AudioFormat,
    { untilMs, words }: ReplayedWords = NOTHING_REPLAYED,
  ) {
    this.heardUntilMs = words.length > 0 && untilMs === 0 ? undefined : untilMs;
    this.heardWords = words.map((word) => ({ heard: heardIn(word), endMs: undefined }));
    // A run that broke off may have done so within a word.
    this.isCut = true;
  }

  /** What a replay of the journal would make the provider hear twice. */
  get replayed(): ReplayedWords {
    const words = this.heardWords.map(({ heard }) => heard).filter((heard) => heard !== '');
    if (words.length === 0) return NOTHING_REPLAYED;
    return { untilMs: Math.max(0, (this.heardUntilMs ?? 0) - this.cutMs), words };
  }

  /** A session begins, which gets everything that the journal keeps. */
  beginSession(): void {
    this.pending = this.heardWords.filter(({ heard }) => heard !== '');
  }

  /**
   * Takes a final of `session`.
   *
   * @param ended when it was told that its turn has ended; nothing: it was not
   * @returns what of it is new, or nothing
   */
  accept(
    final: Final,
    session: FinalsSession,
    ended?: Omit<TurnEnd, 'saidMs' | 'saidStartMs'>,
  ): Final | undefined {
    const words = inRunTime(wordsOf(final.text, final.words), session.offsetMs);
    const { dropped, within, pending } = this.spliceIn(words);
    this.pending = pending;
    const cut = within === 0 ? '' : restOf(inWords(words[dropped - 1]?.text ?? ''), within).trim();
    const time = words[dropped - 1]?.time;
    const fresh = [...(cut === '' ? [] : [{ text: cut, time }]), ...words.slice(dropped)];
    const said = this.saidEnd(final, session);
    const saidMs = said?.endMs;
    const pause =
      ended && this.pauseOf({ ...ended, saidMs, saidStartMs: said?.startMs }, session.traits);
    if (pause === undefined) {
      this.addHeard(fresh, saidMs);
      if (fresh.length > 0) this.isCut = ended?.forced !== undefined || ended === undefined;
    } else this.cutIn(pause);
    if (dropped === 0) return final;
    const text = joinWords([cut, textFrom(final.text, words, dropped)]);
    // Marks that are told apart go with the word before them.
    return fresh.length === 0 || /^[\p{P}\s]*$/u.test(text) ? undefined : { ...final, text };
  }

  private spliceIn(words: readonly TimedWord[]): Omit<Splice, 'cost'> {
    const { pending, heardUntilMs: untilMs, isCut } = this;
    if (pending.length === 0) return { dropped: 0, within: 0, pending };
    return findSplice(words, { words: pending, untilMs, isCut });
  }

  /** A replay begins no earlier than at this run time: all before is final, or nothing was said. */
  coverThrough(runMs: number): void {
    const before = this.cutMs;
    this.journal.coverThrough(runMs);
    if (this.cutMs === before) return;
    // What can not be heard again is not replayed. Without times, rather twice than never.
    const { cutMs } = this;
    this.heardWords = this.heardWords.filter(({ endMs }) => endMs !== undefined && endMs > cutMs);
    if (this.heardWords.length === 0) this.heardUntilMs = 0;
  }

  /** Run time from which on a replay begins. */
  private get cutMs(): number {
    return this.journal.startIndex * FRAME_MS;
  }

  /** Where the turn's last word is said to be, if that is said of that word and can be. */
  private saidEnd({ text, words }: Final, { offsetMs, sentMs }: FinalsSession): TimedWord['time'] {
    const isWhole = lettersOf(words.map((word) => word.text).join('')) === lettersOf(text);
    const latest = words.reduce<(typeof words)[number] | undefined>(
      (last, word) => (last !== undefined && last.endMs > word.endMs ? last : word),
      undefined,
    );
    const last = isWhole ? words.at(-1) : latest;
    if (last === undefined || !lettersOf(text).endsWith(lettersOf(last.text))) return undefined;
    const endMs = offsetMs + last.endMs;
    const isPossible = endMs > this.cutMs + FRAME_MS && endMs <= sentMs + TOLD_LATE_MS;
    return isPossible ? { startMs: offsetMs + last.startMs, endMs } : undefined;
  }

  private pauseOf(
    end: TurnEnd,
    { longestTurnMs, wordEnd }: FinalsSession['traits'],
  ): Quiet | undefined {
    const { cutMs } = this;
    const { saidMs } = end;
    const isCut = saidMs !== undefined && saidMs - cutMs > longestTurnMs - NEARLY_LONGEST_MS;
    const forced = end.forced ?? (isCut ? { fromMs: saidMs, toMs: saidMs } : undefined);
    const place = whereToLook(end);
    if (place === undefined) return undefined;
    const stretches = quietStretches(this.journal, this.format, ...place);
    // Somebody spoke before a turn ended.
    return pauseAfter(
      { ...end, forced },
      stretches.filter(({ fromMs }) => fromMs > cutMs + FRAME_MS),
      wordEnd,
    );
  }

  private cutIn({ fromMs, toMs }: Quiet): void {
    const wishMs = fromMs + Math.min((toMs - fromMs) / 2, INTO_PAUSE_MS);
    const frame = Math.round(wishMs / FRAME_MS);
    this.journal.coverThrough(frame * FRAME_MS);
    const { heardUntilMs } = this;
    this.heardWords = this.pending.map((word) => ({ ...word, endMs: word.endMs ?? heardUntilMs }));
    if (this.pending.length === 0) this.heardUntilMs = 0;
  }

  private addHeard(fresh: readonly TimedWord[], saidMs: number | undefined): void {
    const isFirst = this.heardWords.length === 0;
    const newest = fresh
      .slice(-MAX_HEARD_WORDS)
      .map(({ text, time }) => ({ heard: heardIn(text), endMs: time?.endMs }));
    this.heardWords = [...this.heardWords, ...newest].slice(-MAX_HEARD_WORDS);
    const isKnown = saidMs !== undefined && (isFirst || this.heardUntilMs !== undefined);
    this.heardUntilMs = isKnown ? Math.max(this.heardUntilMs ?? 0, saidMs) : undefined;
    this.shortenHeard();
  }

  private shortenHeard(): void {
    const { heardUntilMs, cutMs } = this;
    if (heardUntilMs === undefined || heardUntilMs - cutMs < LONGEST_REPLAY_MS) return;
    const fromMs = heardUntilMs - SHORTENED_REPLAY_MS;
    this.coverThrough(fromMs);
  }
}

function inRunTime(words: readonly TimedWord[], offsetMs: number): readonly TimedWord[] {
  return words.map(({ text, time }) => ({
    text,
    time: time && { startMs: offsetMs + time.startMs, endMs: offsetMs + time.endMs },
  }));
}

import type { Scope } from '../../text/scope';
import { Echo, ECHO_MS } from './echo';

/**
 * A program that answers writes on and on: what turns while it works turns several times a second, while
 * a caret blinks twice.
 */
const WORK = { writes: 5, withinMs: 1500 };

/**
 * Where a program's answers cannot be heard, what was dictated is taken to stand there for so long: longer
 * than between two sentences of a prompt, shorter than an answer takes to be read.
 */
const REMEMBERED_MS = 30_000;

/** What is written to a command that ends within this time is still there for the shell to read. */
const TYPED_AHEAD_MS = 1000;

/**
 * What dictation has written at one prompt and what is still known of it. Nobody tells what stands there: the
 * person may have typed, or sent it. The rule that does the least harm:
 *
 * - What dictation has written is taken to stand there still, so that the next sentence is joined to it …
 * - … until it certainly does not: it was sent by us, another program reads, the shell runs something;
 * - … or the program, which was at rest, begins to work: somebody has sent it;
 * - … or the caret, where it goes along with what is typed, is back where the text began: somebody has deleted it;
 * - … or, where the program cannot be heard, half a minute has passed.
 *
 * Then the next sentence begins clean. A space too few can be seen and typed; one before a slash
 * command or at a shell's prompt means something else.
 */
export class Prompt {
  private text = '';
  private wroteAtMs = -Infinity;
  private wasWorking = false;
  /** When the program last wrote on its own account, newest last; at most {@link WORK.writes}. */
  private writes: readonly number[] = [];
  private workedAtMs = -Infinity;
  private readonly echo: Echo;
  /** What is still there to be taken back, newest last. */
  private utterances: readonly string[] = [];

  /** Whether the program has written anything since something was written to it. */
  isShown = true;

  /** How the person wants it written there. */
  scope: Scope | 'auto' = 'auto';

  /**
   * @param now `Clock.now`
   * @param hasSpoken see {@link hasSpokenFirst}
   */
  constructor(
    private readonly now: () => number,
    private hasSpoken = false,
  ) {
    this.echo = new Echo(now);
  }

  /** Whether the program had written something before anything was written to it: its own prompt, say. */
  get hasSpokenFirst(): boolean {
    return this.hasSpoken;
  }

  /**
   * What stands left of the caret, as far as it is ours and known.
   *
   * @param isHeard whether it would be told what the program writes
   */
  left(isHeard: boolean): string {
    const isOld = this.now() - this.wroteAtMs > REMEMBERED_MS;
    return (isOld && !isHeard) || this.isDeleted ? '' : this.text;
  }

  /** What the program may not have read: it was written just now. */
  get typedAhead(): string {
    return this.sinceWroteMs < TYPED_AHEAD_MS ? this.text : '';
  }

  /** How long ago something was written there, milliseconds. */
  get sinceWroteMs(): number {
    return this.now() - this.wroteAtMs;
  }

  /** Something was written there, as one utterance. */
  wrote(text: string): void {
    const nowMs = this.now();
    if (this.isDeleted) this.clear();
    const isFirst = this.text === '';
    if (isFirst) this.wasWorking = this.isWorking;
    this.text += text;
    this.wroteAtMs = nowMs;
    this.isShown = false;
    // What was before cannot be taken back over something unknown.
    this.utterances = this.echo.isUntouched ? [...this.utterances, text] : [text];
    this.echo.await(text, isFirst);
  }

  /** The program has written something. */
  printed(data: string): void {
    const nowMs = this.now();
    this.isShown = true;
    if (this.wroteAtMs === -Infinity) this.hasSpoken = true;
    const isSeen = this.echo.printed(data);
    // What nobody sees (a caret that blinks or is set again) is no work.
    if (nowMs - this.wroteAtMs < ECHO_MS || !isSeen) return;
    this.writes = [...this.writes, nowMs].slice(-WORK.writes);
    const [first = -Infinity] = this.writes;
    if (this.writes.length < WORK.writes || nowMs - first > WORK.withinMs) return;
    this.workedAtMs = nowMs;
    if (!this.wasWorking) this.clear();
  }

  /**
   * Whether `texts` are what was said last, and nothing else can have come there since.
   *
   * @param isHeard as in {@link left}
   */
  holds(texts: readonly string[], isHeard: boolean): boolean {
    const last = this.utterances.slice(-texts.length);
    const isSame = last.length === texts.length && last.every((text, i) => text === texts[i]);
    return isSame && isHeard && this.echo.isUntouched && this.text.endsWith(texts.join(''));
  }

  /**
   * What was said last, if nothing else can have come there since.
   *
   * @param isHeard as in {@link left}
   */
  takeLast(isHeard: boolean): string | undefined {
    const last = this.utterances.at(-1);
    const isUntouched = this.echo.isUntouched && isHeard;
    if (last === undefined || !isUntouched || !this.text.endsWith(last)) return undefined;
    this.utterances = this.utterances.slice(0, -1);
    this.text = this.text.slice(0, -last.length);
    this.wroteAtMs = this.now();
    // How a program takes characters away again is its own business.
    this.echo.takenBack();
    return last;
  }

  /** Nothing of ours stands there any more. */
  clear(): void {
    this.text = '';
    this.utterances = [];
    this.echo.forget();
  }

  /** Whether the person has taken away what stood there, or gone before it. */
  private get isDeleted(): boolean {
    return this.text !== '' && this.echo.isBackAtStart;
  }

  /** Whether the program writes on and on, of its own accord. */
  get isWorking(): boolean {
    return this.now() - this.workedAtMs < WORK.withinMs;
  }
}

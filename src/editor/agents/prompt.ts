import type { Scope } from '../../text/scope';

/** A program shows what was typed within this time; what it writes later it writes for itself. */
const ECHO_MS = 600;

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

/** What has come of the echo of the last text. */
type Echo =
  /** Nothing was written yet, or something else than the echo has come. */
  | { readonly kind: 'none' }
  /** So much of it is still to come; then anything is something else. */
  | { readonly kind: 'awaited'; readonly rest: string }
  /** The program draws its prompt anew: it writes in one go, and then no more. */
  | { readonly kind: 'drawn'; readonly lastMs: number };

/** A program that draws its prompt anew does so in one go: in what comes later, somebody has typed. */
const DRAWN_WITHIN_MS = 100;

/**
 * What dictation has written at one prompt and what is still known of it. Nobody tells what stands there: the
 * person may have typed, or sent it. The rule that does the least harm:
 *
 * - What dictation has written is taken to stand there still, so that the next sentence is joined to it …
 * - … until it certainly does not: it was sent by us, another program reads, the shell runs something;
 * - … or the program, which was at rest, begins to work: somebody has sent it;
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
  private echo: Echo = { kind: 'none' };
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
  ) {}

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
    return isOld && !isHeard ? '' : this.text;
  }

  /** How long ago something was written there, milliseconds. */
  get sinceWroteMs(): number {
    return this.now() - this.wroteAtMs;
  }

  /** Something was written there, as one utterance. */
  wrote(text: string): void {
    const nowMs = this.now();
    if (this.text === '') this.wasWorking = this.isWorking;
    this.text += text;
    this.wroteAtMs = nowMs;
    this.isShown = false;
    // What was before cannot be taken back over something unknown.
    const isBetween = this.echo.kind === 'none' && this.utterances.length > 0;
    this.utterances = isBetween ? [text] : [...this.utterances, text];
    this.echo = { kind: 'awaited', rest: squeezed(text) };
  }

  /** The program has written something. */
  printed(data: string): void {
    const nowMs = this.now();
    this.isShown = true;
    if (this.wroteAtMs === -Infinity) this.hasSpoken = true;
    this.echo = afterEcho(this.echo, data, nowMs);
    if (nowMs - this.wroteAtMs < ECHO_MS) return;
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
    return isSame && isHeard && this.echo.kind !== 'none' && this.text.endsWith(texts.join(''));
  }

  /**
   * What was said last, if nothing else can have come there since.
   *
   * @param isHeard as in {@link left}
   */
  takeLast(isHeard: boolean): string | undefined {
    const last = this.utterances.at(-1);
    const isUntouched = this.echo.kind !== 'none' && isHeard;
    if (last === undefined || !isUntouched || !this.text.endsWith(last)) return undefined;
    this.utterances = this.utterances.slice(0, -1);
    this.text = this.text.slice(0, -last.length);
    this.wroteAtMs = this.now();
    // How a program takes characters away again is its own business.
    this.echo = { kind: 'drawn', lastMs: this.now() + ECHO_MS };
    return last;
  }

  /** Nothing of ours stands there any more. */
  clear(): void {
    this.text = '';
    this.utterances = [];
    this.echo = { kind: 'none' };
  }

  /** Whether the program writes on and on, of its own accord. */
  get isWorking(): boolean {
    return this.now() - this.workedAtMs < WORK.withinMs;
  }
}

function afterEcho(echo: Echo, data: string, nowMs: number): Echo {
  const shown = squeezed(data);
  switch (echo.kind) {
    case 'none':
      return echo;
    case 'awaited':
      if (shown === '') return echo;
      if (echo.rest === '') return { kind: 'none' };
      if (echo.rest.startsWith(shown))
        return { kind: 'awaited', rest: echo.rest.slice(shown.length) };
      // Behind the echo, somebody has typed.
      if (shown.startsWith(echo.rest)) return { kind: 'none' };
      return { kind: 'drawn', lastMs: nowMs };
    case 'drawn':
      return nowMs - echo.lastMs > DRAWN_WITHIN_MS
        ? { kind: 'none' }
        : { kind: 'drawn', lastMs: Math.max(nowMs, echo.lastMs) };
  }
}

/** What can be seen of what a program writes, without spaces: lines may be broken anywhere. */
function squeezed(data: string): string {
  return data.replace(ESCAPE_SEQUENCE, '').replace(/[\s\p{Cc}]+/gu, '');
}

const [ESCAPE, BELL] = ['\u001b', '\u0007'];

/** Control sequences, what is told to the terminal (titles), and the rest (ECMA-48 §5.3 to §5.6). */
const ESCAPE_SEQUENCE = new RegExp(
  `${ESCAPE}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)?|[ -/]*[0-~])`,
  'gu',
);

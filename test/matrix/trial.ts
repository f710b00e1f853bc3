import { account } from './accounting';
import { Lane } from './lane';
import { hasHeardAll, isMoment, type MatrixFault, type Phase, type Strike } from './strike';
import { namesIn, wordsInAudio } from './tone-speech';

/** One fault in one phase. */
export interface Cell {
  readonly fault: MatrixFault;
  readonly phase: Phase;
}

/** What became of a {@link Cell}. */
export interface Outcome {
  /** What the person saw: see `Seen`. */
  readonly seen: string;
  /** Words that are neither in the text nor in the audio that is kept when dictation is over. */
  readonly lost: number;
  readonly doubled: number;
  /** After Retry Transcription, where audio is kept: words that are not in the text. */
  readonly lostAfterRetry: number;
  readonly doubledAfterRetry: number;
  readonly microphonesOn: number;
  readonly openSessions: number;
  /** What we did against the server's rules, but for leaving a session that we gave up. */
  readonly violations: readonly string[];
}

/** A {@link Cell} that is being tried, in a lane of its own. */
export class Trial {
  private isStruck = false;
  private isStopped = false;
  private isPlayed = false;

  private constructor(
    readonly cell: Cell,
    private readonly strike: Strike,
    private readonly lane: Lane,
  ) {
    lane.onDidChange(() => {
      this.advance();
    });
    lane.proxy.onTextFrame = () => {
      if (this.isStopped && cell.phase === 'draining' && strike.drainsAt === undefined) this.act();
    };
    strike.prepare?.(lane);
  }

  /** Makes everything ready for the key press. */
  static async open(cell: Cell): Promise<Trial> {
    const strike = cell.fault.strike(cell.phase);
    const holdsBegin = cell.phase === 'start';
    return new Trial(cell, strike, await Lane.open({ ...strike.options, holdsBegin }));
  }

  /** How many words the microphone delivered so far. */
  get heardWords(): number {
    return this.lane.heard.length;
  }

  /**
   * Presses the key; resolves when speech may begin: the microphone delivers, and a session whose fault is a
   * later one has begun. Or neither will.
   */
  async start(): Promise<void> {
    const { lane, cell } = this;
    await lane.controller.start();
    await lane.until('the microphone to deliver', () => lane.isDelivering || lane.isIdle);
    if (cell.phase === 'start') return;
    await lane.until('the session to begin', () => lane.states.includes('listening'));
  }

  /** Nothing more will be said; resolves when everything is over. */
  async finish(): Promise<Outcome> {
    const { lane } = this;
    this.isPlayed = true;
    await lane.until('the end', () => lane.isIdle);
    // At the start, dictation may be over before anything is said.
    if (!this.isStruck && this.cell.phase !== 'start') throw new Error('the moment never came');
    lane.endSounds();
    const { seen } = this;
    const kept = lane.controller.keptAudio.flatMap(({ frames }) =>
      wordsInAudio(Buffer.concat(frames)).flatMap(({ text }) => namesIn(text)),
    );
    const { lost, doubled } = account(lane.heard, lane.inserted, kept);
    if (lane.controller.keptAudio.length > 0) await this.retry();
    const afterRetry = account(lane.heard, lane.inserted);
    await lane.until('sox to end', () => lane.recording === 0);
    await lane.until('the sessions to be closed', () => lane.emulator.openSessions === 0);
    return {
      seen,
      lost,
      doubled,
      lostAfterRetry: afterRetry.lost,
      doubledAfterRetry: afterRetry.doubled,
      microphonesOn: lane.recording,
      openSessions: lane.emulator.openSessions,
      violations: lane.emulator.sessions
        .flatMap(({ violations }) => violations)
        .filter((violation) => violation !== 'closed without Terminate'),
    };
  }

  /** For the message of a test that fails: what happened. */
  get story(): string {
    const { states, heard, text, logged } = this.lane;
    const said = heard.map((word) => (word.isWhole ? word.text : `(${word.text})`)).join(' ');
    return [states.join(' → '), `heard: ${said}`, `text: ${text.join(' | ')}`, ...logged].join(
      '\n',
    );
  }

  close(): Promise<void> {
    return this.lane.close();
  }

  private get seen(): string {
    const { failureReason, states } = this.lane;
    if (failureReason !== '') return failureReason;
    return states.includes('reconnecting') ? 'reconnecting' : 'nothing';
  }

  /** The person has mended what can be mended, and tries again. */
  private async retry(): Promise<void> {
    const { lane } = this;
    // Where the run ended by itself, the stop key was not pressed: it would end the retry.
    this.isStopped = true;
    lane.proxy.setDoor('open');
    await lane.controller.retryTranscription();
    await lane.until(
      'the kept audio to be transcribed',
      () => lane.isIdle && lane.controller.keptAudio.length === 0,
    );
  }

  private advance(): void {
    if (!this.isStruck && isMoment(this.cell.phase, this.lane)) this.act();
    if (this.mayStop()) this.stop();
  }

  private act(): void {
    if (this.isStruck) return;
    this.isStruck = true;
    this.strike.act(this.lane);
    if (this.cell.phase === 'start') {
      this.lane.proxy.later(this.strike.releasesBeginAfterMs ?? 0, () => {
        this.lane.clock.release('begin');
      });
    }
    if (this.strike.stop === 'at the strike') this.stop();
  }

  private mayStop(): boolean {
    const { lane, strike, cell, isPlayed } = this;
    if (this.isStopped || !hasHeardAll(lane, isPlayed)) return false;
    // "Between turns" may be behind the last word.
    if (cell.phase === 'between turns' && !this.isStruck) return false;
    // Who is to see it sees it before they stop, however late this computer is with it.
    const isToBeSeen = cell.fault.seen[cell.phase] === 'reconnecting';
    if (isToBeSeen && this.isStruck && !lane.states.includes('reconnecting')) return false;
    if (strike.stop !== 'when recovered' || cell.phase === 'draining') return true;
    return lane.states.includes('reconnecting') && lane.states.at(-1) === 'listening';
  }

  private stop(): void {
    if (this.isStopped) return;
    this.isStopped = true;
    this.lane.controller.stop();
    if (this.cell.phase === 'draining' && this.strike.drainsAt === 'the stop key') this.act();
  }
}

import type { Clock } from '../../core/clock';
import type { Disposable } from '../../core/events';
import { loggable } from '../../core/failure';
import type { Log } from '../../core/log';
import { plainText } from '../../core/plain-text';
import type { Passage, PolishNews, PolishProblem } from '../../core/polish';
import type { Language } from '../../text/languages/language';
import { whatIsLost } from '../../text/polish/loss';
import { PolishError, type AskModel } from './model';
import { answeredText, polishRequest } from './request';

/** The person is waiting for nothing, but goes on soon; what comes later comes in between. */
export const POLISH_DEADLINE_MS = 5000;

/** A person reads VS Code's question before they answer it; the text is theirs in the meantime. */
export const CONSENT_DEADLINE_MS = 60_000;

/** Passages of which the raw text can be brought back. */
const REMEMBERED = 20;

export interface PolisherOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** The model that the person wants, as it is set now. */
  readonly model: () => AskModel;
  readonly onDidTell: (news: PolishNews) => void;
  /** The code of the language of a text, where it can be told. */
  readonly tellLanguage: (text: string) => string | undefined;
  /** What is known of the languages that a text may be in. */
  readonly languagesOf: (text: string) => readonly Language[];
}

interface Job {
  readonly passage: Passage;
  readonly aborts: AbortController;
}

/** Puts a polished text in the place of what was said, by a model, as long as nobody has touched it. */
export class Polisher implements Disposable {
  private job: Job | undefined;
  private polished: readonly Passage[] = [];
  /** Told since the last text that was polished: once each is enough. */
  private readonly told = new Set<PolishProblem>();

  constructor(private readonly options: PolisherOptions) {}

  /** Polishes `passage` when the model has answered; what was under way is given up. */
  begin(passage: Passage): void {
    this.cancel('another text');
    const job = { passage, aborts: new AbortController() };
    this.job = job;
    const done = this.polish(job);
    this.options.onDidTell({ kind: 'began', done });
  }

  /** Gives up what is under way: the text stays as it was said. */
  cancel(why: string): void {
    this.job?.aborts.abort(why);
    this.job = undefined;
  }

  /** Says why a text stays as it was said, if it has not been said yet. */
  tell(problem: PolishProblem): void {
    if (this.told.has(problem)) return;
    this.told.add(problem);
    this.options.onDidTell({ kind: 'failed', problem });
  }

  /** Brings the raw text of the last passage back that is still polished. @returns whether one was */
  async restoreRaw(): Promise<boolean> {
    for (;;) {
      const last = this.polished.at(-1);
      if (last === undefined) return false;
      this.polished = this.polished.slice(0, -1);
      if (await last.restore()) return true;
    }
  }

  dispose(): void {
    this.cancel('the window closes');
  }

  /** Never rejects. */
  private async polish({ passage, aborts }: Job): Promise<void> {
    const { clock, log } = this.options;
    const { signal } = aborts;
    const abortIn = (ms: number): Disposable =>
      clock.schedule(ms, () => {
        aborts.abort('too slow');
      });
    let deadline = abortIn(POLISH_DEADLINE_MS);
    const watch = passage.onDidChange(() => {
      if (!passage.isUntouched()) aborts.abort('it was edited');
    });
    try {
      const answer = await untilAborted(
        this.ask(passage, signal, (isAnswered) => {
          deadline.dispose();
          deadline = abortIn(isAnswered ? POLISH_DEADLINE_MS : CONSENT_DEADLINE_MS);
        }),
        signal,
      );
      watch.dispose();
      await this.write(passage, answer);
    } catch (error) {
      const why: unknown = signal.reason;
      if (signal.aborted) log.info(`not polished: ${String(why)}`);
      else
        log.warn(`not polished: ${error instanceof PolishError ? error.message : loggable(error)}`);
      if (why === 'too slow') this.tell('too-slow');
      else if (!signal.aborted) this.tell(problemOf(error));
    } finally {
      watch.dispose();
      deadline.dispose();
      // Whatever still reads or writes for it is not wanted any more.
      aborts.abort('done');
    }
  }

  private ask(
    { text }: Passage,
    signal: AbortSignal,
    onDidAsk: (isAnswered: boolean) => void,
  ): Promise<string> {
    const { model, tellLanguage } = this.options;
    const ask = model();
    // What is thought aloud may be longer than the answer; what is longer still is none.
    const longest = 40_000 + 4 * text.length;
    return ask({ ...polishRequest(text, tellLanguage(text)), longest, signal, onDidAsk });
  }

  private async write(passage: Passage, answer: string): Promise<void> {
    const { log, tellLanguage, languagesOf } = this.options;
    const { text, closing } = passage;
    const polished = plainText(answeredText(answer, text));
    const loss = whatIsLost(text, polished, {
      languages: languagesOf(text),
      tellLanguage,
      closing,
    });
    if (loss !== undefined) {
      log.info(`not polished: the answer would change what was said (${loss})`);
      return;
    }
    this.told.clear();
    if (polished === text) {
      log.info('polished: nothing was to be changed');
      return;
    }
    if (!(await passage.replace(polished))) {
      log.info('not polished: it was edited');
      return;
    }
    log.info('polished');
    this.polished = [...this.polished, passage].slice(-REMEMBERED);
    this.options.onDidTell({ kind: 'polished' });
  }
}

function problemOf(error: unknown): PolishProblem {
  return error instanceof PolishError ? error.problem : 'model-failed';
}

/** @throws when `signal` is aborted first, whether `work` heeds that or not */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    work.then(resolve, reject);
    signal.addEventListener('abort', () => {
      reject(new Error('aborted'));
    });
  });
}

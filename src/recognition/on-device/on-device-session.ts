import type { Clock } from '../../core/clock';
import { Emitter, type Disposable } from '../../core/events';
import { DictationError } from '../../core/failure';
import type { Log } from '../../core/log';
import { decodeFrame, durationMs } from '../../core/pcm';
import type { FindNumbers } from '../../core/number-span';
import { plainText } from '../../core/plain-text';
import type { ToSentence } from '../../core/to-sentence';
import type {
  Final,
  ProviderTraits,
  SessionBegin,
  SessionEnd,
  SessionOptions,
  TranscriptEvent,
  TranscriptionSession,
  Word,
} from '../../core/recognition';
import type { RecognitionSettings } from '../../core/settings';
import type { ModelWriting } from './models';
import type { RecogniserProcess, SessionReport } from './recogniser-process';

/** Audio that waits to be heard: more than this is a computer that does not keep up. */
const CONGESTION_MS = 2000;

/** The last words are out in a fraction of this, once everything is heard; a silent process is ended sooner. */
const FINISH_DEADLINE_MS = 10_000;

/** The shortest silence that ends a turn by itself; people who want others set them. */
const TURN_SILENCE_MS = 1200;

/** What decides how a model is listened to. */
interface ModelHearing {
  /** As it is logged and told. */
  readonly name: string;
  /** So much silence brings out its last word. */
  readonly flushMs: number;
  /** Code of what it hears where the person has said nothing. */
  readonly language: string;
  readonly writes: ModelWriting;
  /** It can be told which language is spoken; else it is for one, or finds out. */
  readonly takesLanguage: boolean;
}

/** What a session needs of the process that hears it. */
export type SessionProcess = Pick<RecogniserProcess, 'onDidEnd' | 'open' | 'send' | 'close'>;

/** Where a session's words come from. */
export interface SessionSource {
  readonly clock: Clock;
  readonly log: Log;
  readonly traits: ProviderTraits;
  readonly model: ModelHearing;
  /** Models write numbers in words. */
  readonly findNumbers: FindNumbers;
  /** Some write neither capitals nor punctuation. */
  readonly toSentence: ToSentence;
  /** The loaded process, which may have to be started. @throws {DictationError} */
  readonly obtain: () => Promise<SessionProcess>;
}

type Phase =
  | 'waiting' // until the process is there
  | 'draining' // until then, to be followed by the queue and the end
  | 'listening'
  | 'finishing'
  | 'ended'; // ended or disposed: no event any more

/** A session with a model on this computer: it is heard by a process, and costs nothing. */
export class OnDeviceSession implements TranscriptionSession {
  private readonly begun = new Emitter<SessionBegin>();
  private readonly transcribed = new Emitter<TranscriptEvent>();
  private readonly ended = new Emitter<SessionEnd>();
  readonly onDidBegin = this.begun.event;
  readonly onDidTranscribe = this.transcribed.event;
  readonly onDidEnd = this.ended.event;
  /** The process serves the next session, too: nothing of this one is left to be closed. */
  readonly closed: Promise<void>;
  readonly billedMs = 0;

  private phase: Phase = 'waiting';
  private queue: Uint8Array[] = [];
  private process: SessionProcess | undefined;
  private session = 0;
  private sentMs = 0;
  private heardMs = 0;
  private turn = 0;
  private open: Final | undefined;
  /** The turn before was cut: this one goes on with its sentence. */
  private goesOn = false;
  private loss: Disposable | undefined;
  private deadline: Disposable | undefined;
  private settleClosed: () => void = () => undefined;

  constructor(
    private readonly options: SessionOptions,
    private readonly source: SessionSource,
  ) {
    this.closed = new Promise((resolve) => {
      this.settleClosed = resolve;
    });
    source.obtain().then(
      (process) => {
        this.begin(process);
      },
      (error: unknown) => {
        this.end({ kind: 'failed', error: DictationError.from(error) });
      },
    );
  }

  get traits(): ProviderTraits {
    return this.source.traits;
  }

  get unfinished(): readonly Final[] {
    return this.open === undefined ? [] : [this.open];
  }

  get isCongested(): boolean {
    return this.sentMs - this.heardMs > CONGESTION_MS;
  }

  private get shortestPauseMs(): number {
    const { minTurnSilenceMs } = this.options.recognition;
    return Math.max(this.source.model.flushMs, minTurnSilenceMs ?? TURN_SILENCE_MS);
  }

  send(frame: Uint8Array): void {
    if (this.phase === 'waiting') this.queue.push(frame);
    else if (this.phase === 'listening') this.hear(frame);
  }

  forceEndpoint(): void {
    if (this.phase !== 'listening') return;
    this.process?.send({ kind: 'hurry', session: this.session });
  }

  update(recognition: RecognitionSettings): readonly string[] {
    const { recognition: opened } = this.options;
    // The model is for a language, and its turns are cut as it was told at the beginning.
    return (['languages', 'minTurnSilenceMs'] as const)
      .filter((key) => JSON.stringify(recognition[key]) !== JSON.stringify(opened[key]))
      .map((key) => `recognition.${key}`);
  }

  terminate(): void {
    if (this.phase === 'waiting') this.phase = 'draining';
    else if (this.phase === 'listening') this.finish();
  }

  dispose(): void {
    if (this.phase !== 'ended') this.letGo();
  }

  private begin(process: SessionProcess): void {
    const { phase } = this;
    if (phase !== 'waiting' && phase !== 'draining') return;
    const { log, model } = this.source;
    this.process = process;
    this.loss = process.onDidEnd((error) => {
      this.end({ kind: 'failed', error });
    });
    const { sampleRate } = this.options;
    const { flushMs } = model;
    const { languages } = this.options.recognition;
    // Who speaks several is not told which one it is now.
    const isOne = model.takesLanguage && languages.length === 1;
    const language = isOne ? languages[0]?.toLowerCase().split(/[-_]/, 1)[0] : undefined;
    const order = { sampleRate, language, flushMs, silenceMs: this.shortestPauseMs };
    this.session = process.open(order, (report) => {
      this.receive(report);
    });
    this.phase = 'listening';
    log.info(`session: began on this computer, model ${model.name}`);
    for (const frame of this.queue.splice(0)) this.hear(frame);
    if (phase === 'draining') this.finish();
    this.begun.fire({ sessionId: undefined, model: model.name });
  }

  private hear(frame: Uint8Array): void {
    const { sampleRate, encoding } = this.options;
    const { session } = this;
    this.sentMs += durationMs(frame.length, sampleRate, encoding);
    this.process?.send({ kind: 'audio', session, pcm: decodeFrame(frame, encoding) });
  }

  private finish(): void {
    this.phase = 'finishing';
    this.process?.send({ kind: 'finish', session: this.session });
    this.awaitFinish();
  }

  /** Whoever still hears has not missed the end. */
  private awaitFinish(): void {
    this.deadline?.dispose();
    this.deadline = this.source.clock.schedule(FINISH_DEADLINE_MS, () => {
      const error = new DictationError('termination-timeout', { retryable: true });
      this.end({ kind: 'failed', error });
    });
  }

  private receive(report: SessionReport): void {
    if (this.phase === 'ended') return;
    switch (report.kind) {
      case 'turn':
        this.didHear(report);
        break;
      case 'heard':
        this.heardMs = report.audioMs;
        if (this.phase === 'finishing') this.awaitFinish();
        break;
      case 'finished':
        this.end({ kind: 'terminated' });
        break;
    }
  }

  private didHear({ ending, text, words }: Extract<SessionReport, { kind: 'turn' }>): void {
    const heard = { turn: this.turn, text: plainText(text).trim(), words };
    const final = this.formatted(heard, ending === 'pause');
    if (ending === undefined) {
      this.open = final;
      this.transcribed.fire({ kind: 'partial', text: final.text });
      return;
    }
    this.turn++;
    this.open = undefined;
    this.goesOn = ending === 'cut';
    const { turn } = final;
    this.transcribed.fire({ kind: 'turn-end', turn, shortestPauseMs: this.shortestPauseMs });
    if (final.text !== '') this.transcribed.fire({ kind: 'final', final });
    this.transcribed.fire({ kind: 'partial', text: '' });
  }

  /** As turns are written, where that is wanted. @param isEnd whether its sentence is over */
  private formatted(final: Final, isEnd: boolean): Final {
    const { formatTurns, languages } = this.options.recognition;
    const { model } = this.source;
    const words = final.words.map((word) => ({ ...word, text: plainText(word.text) }));
    const isWhole = words.map((word) => word.text).join(' ') === final.text;
    if (!formatTurns || !isWhole) return final;
    const [language = model.language] = languages;
    const written = this.asSentence(this.inDigits(words, language), language, isEnd);
    return { ...final, text: written.map((word) => word.text).join(' '), words: written };
  }

  /** Numbers in digits; each is one word then. */
  private inDigits(words: readonly Word[], language: string): readonly Word[] {
    const written = [...words];
    const texts = words.map((word) => word.text);
    for (const { from, to, text } of this.source.findNumbers(texts, language).toReversed()) {
      const [first, last] = [words[from], words[to - 1]];
      if (first === undefined || last === undefined) continue;
      written.splice(from, to - from, { text, startMs: first.startMs, endMs: last.endMs });
    }
    return written;
  }

  private asSentence(words: readonly Word[], language: string, isEnd: boolean): readonly Word[] {
    const { model, toSentence } = this.source;
    if (model.writes === 'sentences') return words;
    const texts = words.map((word) => word.text);
    const written = toSentence(texts, language, { isStart: !this.goesOn, isEnd });
    return words.map((word, i) => ({ ...word, text: written[i] ?? word.text }));
  }

  private end(end: SessionEnd): void {
    if (this.phase === 'ended') return;
    const { log } = this.source;
    log.info(
      end.kind === 'terminated'
        ? `session: ended on this computer after ${String(Math.round(this.heardMs))} ms`
        : `session: failed on this computer while ${this.phase}, ${end.error.reason}`,
    );
    this.letGo();
    this.ended.fire(end);
  }

  private letGo(): void {
    this.phase = 'ended';
    this.deadline?.dispose();
    this.loss?.dispose();
    this.process?.close(this.session);
    this.queue = [];
    this.settleClosed();
  }
}

import type { RecognitionSettings } from '../../core/settings';
import { modelFamily, takesContext, type ModelFamily } from './models';
import { encodeUpdate, FORCE_ENDPOINT, MAX_CONTEXT_CHARACTERS, type WireContext } from './protocol';
import { WORD_END } from './traits';
import { SHORTEST_SILENCE_MS, shortestPauseMs, shortTurn } from './turn-silence';
import { planUpdate, withUpdated } from './update-plan';

/** The end of a turn without times is told so soon, but on a network that stalls. */
const TOLD_WITHIN_MS = 2000;

/** What is known of servers and the context that they are told, by all sessions. */
export interface ContextUse {
  /** One has ended a session for it: none is told any from then on. */
  isRefused: boolean;
}

/** What the server of one session works with, and the messages that change it. */
export class RunningSettings {
  /** The model that runs: the one asked for until Begin says otherwise. */
  model: string;
  private running: RecognitionSettings;
  /** What the person wants now; differs before Begin, when it cannot be sent yet. */
  private wanted: RecognitionSettings;
  /** What the server is told of the place, and is to be told. */
  private prompt = { running: '', wanted: '' };
  /** The silence that ends this turn is shortened. */
  private isShortened = false;
  /** Turns in the session's audio up to here may have ended after the shortened silence. */
  private shortenedUntilMs = -Infinity;
  private hasToldContext = false;

  /**
   * @param said see `SessionOptions.said`
   * @param send takes a message to the server
   */
  constructor(
    opened: RecognitionSettings,
    private said: string,
    private readonly send: (message: string) => void,
    private readonly contextUse: ContextUse,
  ) {
    this.model = opened.model;
    this.running = this.wanted = opened;
  }

  get family(): ModelFamily {
    return modelFamily(this.model);
  }

  get formatsTurns(): boolean {
    return this.running.formatTurns;
  }

  /**
   * The shortest silence that may have ended a turn.
   *
   * @param saidMs when its last word is said to end, in the session's audio; undefined: that is not told
   * @param sentMs audio that has been sent by now
   */
  shortestPauseMs(saidMs: number | undefined, sentMs: number): number {
    const earliestMs = (saidMs ?? sentMs - TOLD_WITHIN_MS) - WORD_END.possible.laterMs;
    return earliestMs < this.shortenedUntilMs
      ? SHORTEST_SILENCE_MS
      : shortestPauseMs(this.family, this.running);
  }

  /** From now on this is wanted. @returns keys that a session takes while it runs, and those it does not */
  want(recognition: RecognitionSettings, place: string): ReturnType<typeof planUpdate> {
    this.wanted = recognition;
    this.prompt.wanted = place.slice(0, MAX_CONTEXT_CHARACTERS);
    return planUpdate(this.running, recognition, this.family);
  }

  /** Sends what is wanted and not there yet. @returns its keys */
  update(): readonly string[] {
    const { sendable } = planUpdate(this.running, this.wanted, this.family);
    const context = this.takeContext();
    const keys = [...sendable, ...Object.keys(context)];
    if (keys.length === 0) return [];
    this.send(encodeUpdate(this.wanted, sendable, context));
    this.running = withUpdated(this.running, this.wanted, sendable);
    return keys;
  }

  /**
   * Whether the server has ended the session, with this error, for context that it was told: newer and
   * other servers may take none, and the person has not asked for it. It is not told any more.
   */
  isContextRefused(code: number | undefined, words: string): boolean {
    const isOfInput = code === 3006 && /\b(?:prompt|agent_context)\b/.test(words);
    const isRefused = this.hasToldContext && isOfInput;
    this.contextUse.isRefused ||= isRefused;
    return isRefused;
  }

  /** What the server is to be told besides settings, and has not been. */
  private takeContext(): WireContext {
    if (!takesContext(this.model) || this.contextUse.isRefused) return {};
    const { running, wanted } = this.prompt;
    const context = {
      ...(wanted !== running && { prompt: wanted }),
      ...(this.said !== '' && { agent_context: newest(this.said) }),
    };
    this.prompt = { running: wanted, wanted };
    this.said = '';
    this.hasToldContext ||= Object.keys(context).length > 0;
    return context;
  }

  /** Asks that the turn ends now. */
  endTurn(): void {
    if (this.family !== 'universal-streaming') this.send(FORCE_ENDPOINT);
    else if (!this.isShortened) {
      this.isShortened = true;
      this.send(shortTurn(this.running).shorten);
    }
  }

  /**
   * The turn is over: what {@link endTurn} has changed for it is taken back. That holds for what is sent
   * from now on: more turns may have ended by it in what the server has not told of yet.
   *
   * @param sentMs audio that has been sent by now
   */
  turnEnded(sentMs: number): void {
    if (!this.isShortened) return;
    this.isShortened = false;
    this.shortenedUntilMs = sentMs;
    this.send(shortTurn(this.running).restore);
  }
}

/** The end of a text that is too long to be told, from a word on. */
function newest(text: string): string {
  if (text.length <= MAX_CONTEXT_CHARACTERS) return text;
  const end = text.slice(-MAX_CONTEXT_CHARACTERS);
  // Where there are no spaces, no half of a character either.
  return /\s/u.test(end) ? end.replace(/^\S*\s+/u, '') : end.replace(/^[\udc00-\udfff]/, '');
}

import type { RecognitionSettings } from '../../core/settings';
import { modelFamily, type ModelFamily } from './model-family';
import { encodeUpdate, FORCE_ENDPOINT } from './protocol';
import { shortestPauseMs, shortTurn } from './turn-silence';
import { planUpdate, withUpdated } from './update-plan';

/** What the server of one session works with, and the messages that change it. */
export class RunningSettings {
  /** The model that runs: the one asked for until Begin says otherwise. */
  model: string;
  private running: RecognitionSettings;
  /** What the person wants now; differs before Begin, when it cannot be sent yet. */
  private wanted: RecognitionSettings;
  /** The silence that ends this turn is shortened. */
  private isShortened = false;

  /** @param send takes a message to the server */
  constructor(
    opened: RecognitionSettings,
    private readonly send: (message: string) => void,
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

  /** The shortest silence that ends a turn by itself. */
  get shortestPauseMs(): number {
    return shortestPauseMs(this.family, this.running);
  }

  /** From now on this is wanted. @returns keys that a session takes while it runs, and those it does not */
  want(recognition: RecognitionSettings): ReturnType<typeof planUpdate> {
    this.wanted = recognition;
    return planUpdate(this.running, recognition, this.family);
  }

  /** Sends what is wanted and not there yet. @returns its keys */
  update(): readonly string[] {
    const { sendable } = planUpdate(this.running, this.wanted, this.family);
    if (sendable.length === 0) return [];
    this.send(encodeUpdate(this.wanted, sendable));
    this.running = withUpdated(this.running, this.wanted, sendable);
    return sendable;
  }

  /** Asks that the turn ends now. */
  endTurn(): void {
    if (this.family !== 'universal-streaming') this.send(FORCE_ENDPOINT);
    else if (!this.isShortened) {
      this.isShortened = true;
      this.send(shortTurn(this.running).shorten);
    }
  }

  /** The turn is over: what {@link endTurn} has changed for it is taken back. */
  turnEnded(): void {
    if (!this.isShortened) return;
    this.isShortened = false;
    this.send(shortTurn(this.running).restore);
  }
}

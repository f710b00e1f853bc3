import { Emitter, type Disposable } from '../core/events';
import type { Log } from '../core/log';
import { IDLE, transition, type DictationEvent, type DictationState } from './state';

/** What dictation is doing now; tells each change, and logs where its kind is another. */
export class CurrentState implements Disposable {
  private readonly changes = new Emitter<DictationState>();
  private state: DictationState = IDLE;

  readonly onDidChange = this.changes.event;

  constructor(private readonly log: Log) {}

  get value(): DictationState {
    return this.state;
  }

  apply(event: DictationEvent): void {
    const next = transition(this.state, event);
    if (next === this.state) return;
    if (next.kind !== this.state.kind) this.log.info(`${this.state.kind} → ${next.kind}`);
    this.become(next);
  }

  /** Tells the state again: what belongs to it is known only now. */
  tellAgain(): void {
    this.changes.fire(this.state);
  }

  /** The idle state tells of so much audio that can be tried again. */
  tellKept(keptMs: number): void {
    if (this.state.kind === 'idle') this.become(keptMs === 0 ? IDLE : { ...this.state, keptMs });
  }

  /** The idle state is no pause any more. */
  forgetPause(keptMs: number): void {
    if (this.state.kind !== 'idle' || this.state.isPaused === undefined) return;
    this.become(keptMs === 0 ? IDLE : { kind: 'idle', keptMs });
  }

  dispose(): void {
    this.changes.dispose();
  }

  private become(next: DictationState): void {
    this.state = next;
    this.changes.fire(next);
  }
}

import type {
  SessionBegin,
  SessionEnd,
  TranscriptionSession,
  Turn,
} from '../../src/core/recognition';
import { Condition } from './condition';

/** One thing a session told. */
export type SessionEvent =
  | { readonly kind: 'begin'; readonly begin: SessionBegin }
  | { readonly kind: 'turn'; readonly turn: Turn }
  | { readonly kind: 'end'; readonly end: SessionEnd };

/** Everything a session told, in order, and promises for what it will tell. */
export class SessionWatch {
  readonly events: SessionEvent[] = [];
  private readonly condition = new Condition(() => `the session told: ${this.course}`);

  /** Subscribes; call it in the tick in which `session` was made. */
  constructor(session: TranscriptionSession) {
    session.onDidBegin((begin) => {
      this.add({ kind: 'begin', begin });
    });
    session.onDidReceiveTurn((turn) => {
      this.add({ kind: 'turn', turn });
    });
    session.onDidEnd((end) => {
      this.add({ kind: 'end', end });
    });
  }

  get turns(): readonly Turn[] {
    return this.events.flatMap((event) => (event.kind === 'turn' ? [event.turn] : []));
  }

  /** The events' kinds, repeated turns as one. */
  get course(): string {
    const kinds = this.events.map(({ kind }) => kind);
    return kinds.filter((kind, i) => kind !== kinds[i - 1]).join(' ');
  }

  begin(): Promise<SessionBegin> {
    return this.first((event) => (event.kind === 'begin' ? event.begin : undefined));
  }

  end(): Promise<SessionEnd> {
    return this.first((event) => (event.kind === 'end' ? event.end : undefined));
  }

  /** Resolves with the first turn, already told or still to come, that `matches`. */
  turn(matches: (turn: Turn) => boolean): Promise<Turn> {
    return this.first((event) =>
      event.kind === 'turn' && matches(event.turn) ? event.turn : undefined,
    );
  }

  private first<T>(pick: (event: SessionEvent) => T | undefined): Promise<T> {
    return this.condition.until(() => {
      for (const event of this.events) {
        const picked = pick(event);
        if (picked !== undefined) return picked;
      }
      return undefined;
    });
  }

  private add(event: SessionEvent): void {
    this.events.push(event);
    this.condition.changed();
  }
}

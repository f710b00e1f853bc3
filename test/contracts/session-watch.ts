import type {
  Final,
  SessionBegin,
  SessionEnd,
  TranscriptEvent,
  TranscriptionSession,
} from '../../src/core/recognition';
import { Condition } from './condition';

/** One thing a session told. */
export type SessionEvent =
  | { readonly kind: 'begin'; readonly begin: SessionBegin }
  | TranscriptEvent
  | { readonly kind: 'end'; readonly end: SessionEnd };

/** Everything a session told, in order, and promises for what it will tell. */
export class SessionWatch {
  readonly events: SessionEvent[] = [];
  /** How sure the provider was that somebody spoke, each time that it told. */
  readonly speechReports: number[] = [];
  private readonly condition = new Condition(() => `the session told: ${this.course}`);

  /** Subscribes; call it in the tick in which `session` was made. */
  constructor(session: TranscriptionSession) {
    session.onDidBegin((begin) => {
      this.add({ kind: 'begin', begin });
    });
    session.onDidTranscribe((event) => {
      // Comes by the clock, not by what is heard.
      if (event.kind !== 'speech') this.add(event);
      else this.speechReports.push(event.probability);
    });
    session.onDidEnd((end) => {
      this.add({ kind: 'end', end });
    });
  }

  /** What is final so far. */
  get finals(): readonly Final[] {
    return this.events.flatMap((event) => (event.kind === 'final' ? [event.final] : []));
  }

  /** What was shown meanwhile. */
  get partials(): readonly string[] {
    return this.events.flatMap((event) => (event.kind === 'partial' ? [event.text] : []));
  }

  /** The newest silence that was told to end a turn. */
  get shortestPauseMs(): number | undefined {
    const ends = this.events.filter((event) => event.kind === 'turn-end');
    return ends.at(-1)?.shortestPauseMs;
  }

  /** The events' kinds, all of what was heard as `text`, repeated ones as one. */
  get course(): string {
    const kinds = this.events.map(({ kind }) =>
      kind === 'begin' || kind === 'end' ? kind : 'text',
    );
    return kinds.filter((kind, i) => kind !== kinds[i - 1]).join(' ');
  }

  begin(): Promise<SessionBegin> {
    return this.first((event) => (event.kind === 'begin' ? event.begin : undefined));
  }

  end(): Promise<SessionEnd> {
    return this.first((event) => (event.kind === 'end' ? event.end : undefined));
  }

  /** Resolves with the first final, already told or still to come, that `matches`. */
  final(matches: (final: Final) => boolean = () => true): Promise<Final> {
    return this.first((event) =>
      event.kind === 'final' && matches(event.final) ? event.final : undefined,
    );
  }

  /** Resolves with the first text that is shown, already or later. */
  partial(): Promise<string> {
    return this.first((event) =>
      event.kind === 'partial' && event.text !== '' ? event.text : undefined,
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

import type { IncomingHttpHeaders } from 'node:http';
import { Condition } from '../contracts/condition';

/** One message from the client. */
export type Received =
  | { readonly kind: 'audio'; readonly bytes: number; readonly durationMs: number }
  /** The parsed JSON, or the text itself when it is not JSON. */
  | { readonly kind: 'text'; readonly message: unknown };

/** How a session's socket was closed; 1006: without a closing handshake. */
export interface SessionClose {
  readonly code: number;
  readonly reason: string;
  readonly by: 'client' | 'server';
}

/** Everything the emulator saw of one upgrade request and the session that followed. */
export interface SessionRecord {
  /** Counted from 0 over all upgrade requests. */
  readonly number: number;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  /** What the client sent, in order. */
  readonly received: readonly Received[];
  /** All audio bytes in the order received. */
  readonly audio: Buffer;
  /** The JSON messages sent to the client, in order. */
  readonly sent: readonly unknown[];
  /**
   * What the client did against the rules, also where the real server lets it pass (a short frame,
   * an unknown parameter, audio before Begin).
   */
  readonly violations: readonly string[];
  /** HTTP status, when the upgrade was refused. */
  readonly refusedStatus?: number;
  /** Unset while the socket is open and when the upgrade was refused. */
  readonly close?: SessionClose;
  /** Resolves when the socket is gone or the upgrade was refused. */
  readonly ended: Promise<void>;
  /**
   * Resolves as soon as `condition` holds; looked at now and after every change of the record.
   * @throws {Error} (rejects) after ten seconds, with the record's state
   */
  until(condition: (record: SessionRecord) => boolean): Promise<void>;
}

/** The writing side of a {@link SessionRecord}. */
export class SessionRecording implements SessionRecord {
  readonly received: Received[] = [];
  readonly sent: unknown[] = [];
  readonly violations: string[] = [];
  readonly ended: Promise<void>;
  refusedStatus?: number;
  close?: SessionClose;
  private readonly audioMessages: Uint8Array[] = [];
  private readonly changes = new Condition(
    () => `session ${String(this.number)} is ${this.summary()}`,
  );
  private resolveEnded: () => void = () => undefined;

  constructor(
    readonly number: number,
    readonly query: Readonly<Record<string, string>>,
    readonly headers: IncomingHttpHeaders,
  ) {
    this.ended = new Promise((resolve) => {
      this.resolveEnded = resolve;
    });
  }

  get audio(): Buffer {
    return Buffer.concat(this.audioMessages);
  }

  addAudio(bytes: Uint8Array, durationMs: number): void {
    this.audioMessages.push(bytes);
    this.received.push({ kind: 'audio', bytes: bytes.length, durationMs });
    this.changes.changed();
  }

  addText(message: unknown): void {
    this.received.push({ kind: 'text', message });
    this.changes.changed();
  }

  addSent(message: unknown): void {
    this.sent.push(message);
    this.changes.changed();
  }

  addViolation(violation: string): void {
    this.violations.push(violation);
    this.changes.changed();
  }

  end(how: { close: SessionClose } | { refusedStatus: number }): void {
    Object.assign(this, how);
    this.resolveEnded();
    this.changes.changed();
  }

  async until(condition: (record: SessionRecord) => boolean): Promise<void> {
    await this.changes.until(() => (condition(this) ? true : undefined));
  }

  private summary(): string {
    const { received, sent, violations, close } = this;
    const texts = received.filter(({ kind }) => kind === 'text');
    const audioMessages = received.length - texts.length;
    return JSON.stringify({ audioMessages, texts, sent: sent.slice(-3), violations, close });
  }
}

import * as vscode from 'vscode';
import type { Clock } from '../../core/clock';
import type { Disposable } from '../../core/events';

/** Between two keys of a word that somebody types: slow typing is 20 words a minute, 600 ms a key. */
const KEY_PAUSE_MS = 800;

/** Who types on and on waits no longer for what they said. */
const TYPED_WORD_DEADLINE_MS = 4000;

/** A key types one character; with a dead key or an emoji it has two units. */
const KEY_LENGTH = 2;

/** Waits for the end of a word that the person is typing where a final is to go, which would split it. */
export class TypedWord implements Disposable {
  /** Where keys of words were typed last, and when. */
  private last:
    { document: vscode.TextDocument; ends: readonly number[]; atMs: number } | undefined;
  private isOwn = false;
  private readonly subscription = vscode.workspace.onDidChangeTextDocument((event) => {
    const { document, contentChanges, reason } = event;
    if (this.isOwn || contentChanges.length === 0) return;
    const isKey = contentChanges.every(
      ({ text, rangeLength }) =>
        rangeLength === 0 && text.length <= KEY_LENGTH && /^[\p{L}\p{M}\p{N}_]+$/u.test(text),
    );
    if (!isKey || reason !== undefined) {
      this.last = undefined;
      return;
    }
    // The ones before it have moved it; VS Code lists them from the end.
    let growth = 0;
    const ends = contentChanges.toReversed().map(({ rangeOffset, text }) => {
      growth += text.length;
      return rangeOffset + growth;
    });
    this.last = { document, ends, atMs: this.clock.now() };
  });

  constructor(private readonly clock: Clock) {}

  /** Resolves when no word is being typed at one of the places, or after some seconds. */
  async ended(document: vscode.TextDocument, places: () => readonly number[]): Promise<void> {
    const startMs = this.clock.now();
    for (;;) {
      const { last } = this;
      if (last?.document !== document) return;
      if (!places().some((place) => last.ends.includes(place))) return;
      const nowMs = this.clock.now();
      const restMs = Math.min(last.atMs + KEY_PAUSE_MS, startMs + TYPED_WORD_DEADLINE_MS) - nowMs;
      if (restMs <= 0) return;
      await new Promise<void>((resolve) => {
        this.clock.schedule(restMs, resolve);
      });
    }
  }

  /** Makes changes that are not typed. */
  async unheeded<T>(change: () => Promise<T>): Promise<T> {
    this.isOwn = true;
    try {
      return await change();
    } finally {
      this.isOwn = false;
    }
  }

  dispose(): void {
    this.subscription.dispose();
  }
}

import type { Clock } from '../../core/clock';
import { disposeAll, type Disposable } from '../../core/events';
import type { DocumentLedger } from '../ledger/document-ledger';
import { correctionOf, repeated, type Correction } from '../ledger/correction';
import { endOf, type Marks } from '../ledger/mark';
import { hulls } from '../ledger/utterances';
import { rangeOf } from './apply-plan';

/** Who corrects a word has stopped typing then; what is half typed is nobody's correction. */
const SETTLED_MS = 3000;

/** How many utterances are looked at: people mend what they have just said. */
const WATCHED = 200;

/** How much is taken for typed at the edge of an utterance, in UTF-16 units: a few words. */
const MAX_TYPED = 60;

/** A correction that is made so often is worth learning. */
const OFTEN = 2;

/** What an utterance has written at its first cursor. */
export interface WatchedText {
  readonly utterance: number;
  readonly ledger: DocumentLedger;
  readonly text: string;
  /** How much else stood in the line before and behind it, in UTF-16 units. */
  readonly leftLength: number;
  readonly rightLength: number;
}

export interface CorrectedWordsOptions {
  readonly clock: Clock;
  /** Whether the person has been told of this one, in whatever window; asked once for each. */
  readonly isNews: (correction: Correction) => boolean;
  /** The same words were corrected in the same way in two utterances. */
  readonly onDidRepeat: (correction: Correction) => void;
}

/**
 * Learns from what people change inside text that dictation has written. Nothing else is looked at, and what
 * is learnt goes with the window.
 */
export class CorrectedWords implements Disposable {
  private watched: readonly WatchedText[] = [];
  private readonly corrections = new Map<number, Correction>();
  private readonly subscriptions = new Map<DocumentLedger, Disposable>();
  private timer: Disposable | undefined;

  constructor(private readonly options: CorrectedWordsOptions) {}

  /** From now on changes inside this text are learnt from. */
  watch(text: WatchedText): void {
    const { ledger } = text;
    this.watched = [...this.watched, text].slice(-WATCHED);
    if (this.subscriptions.has(ledger)) return;
    const subscription = ledger.onDidMove(() => {
      this.timer?.dispose();
      this.timer = this.options.clock.schedule(SETTLED_MS, () => {
        this.look();
      });
    });
    this.subscriptions.set(ledger, subscription);
  }

  dispose(): void {
    this.timer?.dispose();
    disposeAll([...this.subscriptions.values()]);
  }

  private look(): void {
    this.letGoOfClosed();
    for (const text of this.watched) {
      const now = textNow(text);
      const correction = now === undefined ? undefined : correctionOf(text.text, now);
      // One that was undone is none.
      if (correction === undefined) this.corrections.delete(text.utterance);
      else this.corrections.set(text.utterance, correction);
    }
    for (const correction of repeated(this.corrections.values(), OFTEN)) {
      if (this.options.isNews(correction)) this.options.onDidRepeat(correction);
    }
  }

  /** What was corrected there still counts. */
  private letGoOfClosed(): void {
    this.watched = this.watched.filter(({ ledger }) => !ledger.document.isClosed);
    for (const [ledger, subscription] of this.subscriptions) {
      if (!ledger.document.isClosed) continue;
      subscription.dispose();
      this.subscriptions.delete(ledger);
    }
  }
}

/** What stands where an utterance wrote, if somebody else has changed that: what was typed at its edges, too. */
function textNow({ utterance, ledger, leftLength, rightLength }: WatchedText): string | undefined {
  const { document, state } = ledger;
  const own = state.marks.filter((mark) => mark.utterance === utterance && mark.site === 0);
  const [hull] = hulls(own, utterance);
  const isTouched = own.some((mark) => mark.isTouched === true);
  if (hull === undefined || !isTouched) return undefined;
  const [first, last] = [document.positionAt(hull.start), document.positionAt(hull.end)];
  const typedBefore = first.character - leftLength;
  const typedBehind = document.lineAt(last.line).text.length - last.character - rightLength;
  const others = edges(state.marks, utterance);
  const from = Math.max(
    hull.start - within(typedBefore),
    ...others.ends.filter((end) => end <= hull.start),
  );
  const to = Math.min(
    hull.end + within(typedBehind),
    ...others.starts.filter((start) => start >= hull.end),
  );
  return document.getText(rangeOf(document, { start: from, end: to }));
}

/** Where other utterances begin and end. */
function edges(
  marks: Marks,
  utterance: number,
): { readonly starts: readonly number[]; readonly ends: readonly number[] } {
  const pieces = marks.flatMap((mark) => (mark.utterance === utterance ? [] : mark.pieces));
  return { starts: pieces.map(({ start }) => start), ends: pieces.map(endOf) };
}

/** Longer: it is not what was typed for a word. */
function within(length: number): number {
  return length > MAX_TYPED ? 0 : Math.max(0, length);
}

import type { Log } from '../../core/log';
import type { Passage } from '../../core/polish';
import { plainly } from '../../text/compose';
import type { AnchorOwner } from '../ledger/document-state';
import { moveAnchors } from '../ledger/document-state';
import type { DocumentLedger } from '../ledger/document-ledger';
import { endOf } from '../ledger/mark';
import { write } from '../ledger/utterances';
import { applyPlan, inEol, rangeOf } from '../place/apply-plan';
import type { Corrections } from '../place/corrections';
import type { WritingPlace } from '../place/text-context';
import type { Written, WrittenLog } from '../ledger/written-log';
import { changeOf } from './change';

export interface DocumentPassageOptions {
  readonly log: Log;
  readonly ledger: DocumentLedger;
  /** The run's target. */
  readonly owner: AnchorOwner;
  readonly written: WrittenLog;
  readonly corrections: Corrections;
  /** How text is written from one offset to another. */
  readonly placeAt: (start: number, end: number) => WritingPlace;
}

/** What a run's target has written, where it stands. */
interface Found {
  readonly start: number;
  /** Line ends as the document has them. */
  readonly text: string;
  readonly site: number;
  /** The last utterance of it. */
  readonly newest: Written;
}

/** What the run that `owner` is in has written in one document, at one caret, in one piece. */
export function documentPassage(options: DocumentPassageOptions): Passage | undefined {
  const { ledger, owner, written, corrections, log } = options;
  const raw = findWritten(options);
  if (raw === undefined) return undefined;
  const text = spokenText(raw, options);
  if (text === undefined) return undefined;
  const { within } = options.placeAt(raw.start, raw.start + raw.text.length);
  const stands = (): boolean => findWritten(options)?.text === raw.text;
  let rewritten: Written | undefined;
  return {
    kind: 'prose',
    text,
    closing: within === 'string' ? ['"', "'", '`', '\\'] : [],
    onDidChange: ledger.onDidMove,
    isUntouched: stands,
    replace: async (polished) => {
      const utterance = written.next();
      let isMade = false;
      const outcome = await applyPlan(
        ledger,
        () => {
          const { document, state } = ledger;
          const found = findWritten(options);
          isMade = found?.text === raw.text;
          if (found === undefined || !isMade) return { edits: [], next: state };
          const { finish } = options.placeAt(found.start, found.start + found.text.length);
          const { offset, removed, text } = changeOf(
            found.text,
            inEol(document, finish(plainly(polished))),
          );
          const start = found.start + offset;
          // Apart: what replaces text at a caret would be selected.
          const edits = [
            { offset: start, removedLength: 0, text },
            { offset: start, removedLength: removed.length, text: '' },
          ].filter((edit) => edit.removedLength > 0 || edit.text !== '');
          const writing = { site: found.site, start, replaced: removed, text };
          const marks = write(state.marks, utterance, [writing]);
          return { edits, next: { anchors: moveAnchors(state.anchors, edits), marks } };
        },
        log,
      );
      if (outcome.kind !== 'made' || outcome.plan.edits.length === 0) return false;
      rewritten = { utterance, ledger, owner, changes: raw.newest.utterance };
      written.add(rewritten);
      return isMade;
    },
    restore: async () =>
      rewritten !== undefined && (await corrections.takeChangeBack(rewritten)) > 0,
  };
}

/** @returns nothing where it is not in one piece, or not as it was written */
function findWritten({ ledger, owner, written }: DocumentPassageOptions): Found | undefined {
  const entries = written.ofRun(owner);
  const ids = new Set(entries.map(({ utterance }) => utterance));
  const marks = ledger.state.marks.filter(({ utterance }) => ids.has(utterance));
  const isElsewhere = entries.some((entry) => entry.ledger !== ledger);
  if (isElsewhere || marks.some(({ isTouched }) => isTouched === true)) return undefined;
  const pieces = marks
    .flatMap((mark) => mark.pieces.map((piece) => ({ ...piece, site: mark.site })))
    .filter(({ text }) => text !== '')
    .sort((a, b) => a.start - b.start);
  const [first] = pieces;
  const [newest] = entries;
  if (first === undefined || newest === undefined || ledger.document.isClosed) return undefined;
  const isWhole = pieces.every(({ start, site }, i) => {
    const before = pieces[i - 1];
    return site === first.site && (before === undefined || endOf(before) === start);
  });
  const whole = pieces.map(({ text }) => text).join('');
  const text = whole.trim();
  const start = first.start + whole.indexOf(text);
  const stands = ledger.document.getText(
    rangeOf(ledger.document, { start, end: start + text.length }),
  );
  return isWhole && text !== '' && stands === text
    ? { start, text, site: first.site, newest }
    : undefined;
}

/**
 * What was said, without what lines begin with where it stands ("// "), nor the breaks that it was wrapped with.
 *
 * @returns nothing where it would not be written again as it stands
 */
function spokenText(
  { start, text }: Found,
  { placeAt }: Pick<DocumentPassageOptions, 'placeAt'>,
): string | undefined {
  const lines = text.replaceAll('\r\n', '\n');
  if (!lines.includes('\n')) return lines;
  const { continued, finish } = placeAt(start, start + text.length);
  const [oneBreak, twoBreaks] = [continued('\n'), continued('\n\n')];
  return [' ', '\n']
    .map((lineBreak) =>
      lines
        .split(twoBreaks)
        .map((paragraph) => paragraph.split(oneBreak).join(lineBreak))
        .join('\n\n'),
    )
    .find((spoken) => finish(plainly(spoken)) === lines);
}

import type { Clock } from '../../core/clock';
import type { Disposable } from '../../core/events';
import type { Log } from '../../core/log';
import type { Passage } from '../../core/polish';
import type { InsertionOutcome, WrittenText } from '../../core/target';
import { compose, plainly, type Composed } from '../../text/compose';
import type { Scope } from '../../text/scope';
import type { DocumentLedger } from '../ledger/document-ledger';
import type { DocumentLedgers } from '../ledger/document-ledgers';
import type { Range } from '../ledger/edits';
import { planFinal } from '../ledger/final-plan';
import { ownStopBefore } from '../ledger/utterances';
import { applyPlan, editorOf, inEol, rangeOf } from '../place/apply-plan';
import { ComposedPlaces } from '../place/composed-places';
import type { CorrectedWords } from '../place/corrected-words';
import type { GhostText } from '../place/ghost-text';
import type { Corrections } from '../place/corrections';
import { keepInSight, shrinkGrownSelections, startsSelection } from '../place/selections';
import { placeAt, type TextContext, type WritingPlace } from '../place/text-context';
import { documentPassage } from '../polish/document-passage';
import { insertSnippet, writableSnippet } from './snippet';
import { TypedWord } from './typed-word';

export interface DocumentWriterOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly ledgers: DocumentLedgers;
  readonly corrected: CorrectedWords;
  readonly context: TextContext;
  /** Shows partials, until what they became is written. */
  readonly ghost: GhostText;
}

/** The full stop that the last final gave up, and where and when what follows may ask for it. */
interface Debt {
  readonly stop: string;
  readonly ledger: DocumentLedger;
  readonly version: number;
  readonly anchors: readonly Range[];
}

/** Writes at all places that `owner` has in a document, each final as one edit, and knows what it wrote. */
export class DocumentWriter implements Disposable {
  /** The newest final that has landed. */
  written: WrittenText | undefined;
  /** Whether the run has written anything as code. */
  hasCode = false;
  private debt: Debt | undefined;
  private readonly typedWord: TypedWord;

  /** @param owner whose places they are, and whose texts */
  constructor(
    private readonly options: DocumentWriterOptions,
    private readonly owner: object,
    public scope: Scope | 'auto',
  ) {
    this.typedWord = new TypedWord(options.clock);
  }

  /** What stands at a place, and how one writes there. @param index of the place, from the first cursor's */
  placeAt(ledger: DocumentLedger, index: number): WritingPlace {
    const { document } = ledger;
    const anchor = ledger.anchorsOf(this.owner)[index] ?? { start: 0, end: 0 };
    return placeAt(this.options.context, document, anchor, {
      scope: this.scope,
      owed: this.owedAt(ledger, anchor),
      stop: ownStopBefore(ledger.state.marks, anchor.start),
      cursors: ledger.anchorsOf(this.owner).length,
    });
  }

  /** Resolves when no word is being typed at these places. */
  typedWordEnded(ledger: DocumentLedger): Promise<void> {
    return this.typedWord.ended(ledger.document, () =>
      ledger.anchorsOf(this.owner).map(({ start }) => start),
    );
  }

  /** @param compose what is written at a place; called anew where that has changed meanwhile */
  async write(
    ledger: DocumentLedger,
    compose: (at: WritingPlace) => Composed,
  ): Promise<InsertionOutcome> {
    const { clock, log, ledgers, ghost } = this.options;
    const places = new ComposedPlaces(compose);
    await places.prepare(clock, (index) =>
      index < ledger.anchorsOf(this.owner).length ? this.placeAt(ledger, index) : undefined,
    );
    const utterance = ledgers.written.next();
    const outcome = await this.typedWord.unheeded(() =>
      applyPlan(
        ledger,
        () => {
          const { document } = ledger;
          const anchors = ledger.anchorsOf(this.owner);
          const composed = anchors.map((_, index) => places.at(index, this.placeAt(ledger, index)));
          this.hasCode ||= this.placeAt(ledger, 0).place.scope === 'code';
          const sites = anchors.map((anchor, index) => {
            const end = document.positionAt(anchor.end);
            const { text, stop, replacedStop } = composed[index] ?? plainly('');
            return {
              anchor,
              text: inEol(document, text),
              stop,
              replacedStop,
              replaced: document.getText(rangeOf(document, anchor)),
              right: document.lineAt(end.line).text.slice(end.character),
              isSelectedBehind: startsSelection(document, end),
            };
          });
          const isNothing = sites.every(({ text }) => text === '');
          ghost.hide();
          return {
            ...(isNothing
              ? { edits: [], next: ledger.state }
              : planFinal(ledger.state, this.owner, utterance, sites, ledgers.written.oldest)),
            owed: composed[0]?.owed ?? '',
            text: composed[0]?.text ?? '',
            leftLength: document.positionAt(sites[0]?.anchor.start ?? 0).character,
            rightLength: sites[0]?.right.length ?? 0,
            isFollowed: keepInSight.isDue(document, anchors),
          };
        },
        log,
      ),
    );
    if (outcome.kind !== 'made') return outcome.kind;
    const { document } = ledger;
    const { owed, text, isFollowed, leftLength, rightLength } = outcome.plan;
    ledgers.written.add({ utterance, ledger, owner: this.owner });
    this.written = { text: text.trim(), utterance };
    this.options.corrected.watch({ utterance, ledger, text, leftLength, rightLength });
    this.debt = {
      stop: owed,
      ledger,
      version: document.version,
      anchors: ledger.anchorsOf(this.owner),
    };
    shrinkGrownSelections(ledger, utterance);
    if (isFollowed) keepInSight.reveal(document);
    return 'inserted';
  }

  /** @param resource URI of the document whose snippets are meant */
  async insertSnippet(
    ledger: DocumentLedger,
    name: string,
    resource: string | undefined,
  ): Promise<InsertionOutcome> {
    const { context, ledgers } = this.options;
    const snippet = context.findSnippet(name, resource);
    const editor = editorOf(ledger.document);
    const { scope } = this.placeAt(ledger, 0).place;
    const body = snippet && editor && (await writableSnippet(editor, snippet, scope));
    if (body === undefined || editor === undefined) return 'impossible';
    const utterance = ledgers.written.next();
    if (!(await insertSnippet(editor, ledger, this.owner, utterance, body))) return 'impossible';
    this.hasCode = true;
    ledgers.written.add({ utterance, ledger, owner: this.owner });
    return 'inserted';
  }

  /** What the run has written, to be polished; of code, nothing. */
  passage(ledger: DocumentLedger, corrections: Corrections): Passage | undefined {
    if (this.hasCode) return undefined;
    const { options, owner } = this;
    return documentPassage({
      ...options,
      corrections,
      ledger,
      owner,
      written: options.ledgers.written,
      placeAt: (start, end) =>
        placeAt(
          options.context,
          ledger.document,
          { start, end },
          { scope: this.scope, owed: '', stop: '', cursors: 1 },
        ),
    });
  }

  dispose(): void {
    this.typedWord.dispose();
  }

  private owedAt(ledger: DocumentLedger, { start, end }: Range): string {
    const { debt } = this;
    if (debt?.ledger !== ledger || debt.version !== ledger.document.version) return '';
    const isThere = debt.anchors.some((anchor) => anchor.start === start && anchor.end === end);
    return isThere ? debt.stop : '';
  }
}

/** What is written of `text` at a place. */
export function composeAt(
  text: string,
  { place, style, finish }: WritingPlace,
  heardIn?: string,
): Composed {
  const made = compose(text, place, { ...style, heardIn });
  return { ...made, text: finish(made) };
}

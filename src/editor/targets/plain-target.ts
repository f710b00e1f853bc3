import { loggable, type FailureReason } from '../../core/failure';
import type { Log } from '../../core/log';
import type {
  DocumentPlace,
  InsertionOutcome,
  Target,
  TargetKind,
  WrittenText,
} from '../../core/target';
import {
  compose,
  composeKept,
  type Composed,
  type WritingStyle,
  type Place,
} from '../../text/compose';
import { orAll } from '../../text/heard-language';
import { interpret } from '../../text/interpret';
import { isPartOf } from '../../text/prose/submit';
import { withoutMark } from '../../text/seam/own-stop';
import { writtenText } from '../../text/written-text';
import type { Scope } from '../../text/scope';
import { plainSnippet } from '../../text/snippet';
import type { SpokenCommand } from '../../text/spoken-command';

export interface PlainTargetOptions {
  readonly log: Log;
  /** How finals are to be written where no document says otherwise. */
  readonly readStyle: () => Promise<WritingStyle>;
  /** How finals are written until something else is said; nothing: as the place says. */
  readonly scope?: Scope | undefined;
}

/** What a place makes of a final of its own accord. */
export interface Meant {
  /** How the final is written. */
  readonly style: WritingStyle;
  /** What is written instead of it, as it stands. */
  readonly text?: string;
}

/** Finals that can be taken back in a row, and a mark said behind what is left then. */
const REMEMBERED = 8;

/**
 * A place that is no document: text can be put there, and little be told of what stands there. Those
 * who extend it say how.
 */
export abstract class PlainTarget implements Target {
  abstract get kind(): TargetKind;
  abstract get name(): string;
  readonly resource: string | undefined = undefined;
  readonly placeInDocument: DocumentPlace | undefined = undefined;
  written: WrittenText | undefined;
  private scope: Scope | 'auto';
  /** What stood at the place behind the last finals, and the recogniser's own mark that ended it. */
  private endings: readonly { readonly left: string; readonly stop: string }[] = [];
  private isDisposed = false;

  constructor(private readonly options: PlainTargetOptions) {
    this.scope = options.scope ?? 'auto';
  }

  abstract findProblem(): Promise<FailureReason | undefined>;

  /** What the next text is to be joined to. */
  protected abstract get place(): Place;

  /** Writes text that is joined to {@link place} already. */
  protected abstract write(text: string): Promise<InsertionOutcome>;

  /** Writes `text` for `stop`, which stands before the place; only where that can be taken away. */
  protected replace?(stop: string, text: string): Promise<InsertionOutcome>;

  /** What is written for a spoken line break or tab; nothing: it cannot be written here. */
  protected breakText(text: string): string | undefined {
    return text;
  }

  /** Takes the last utterance back. */
  protected scratch(): InsertionOutcome | Promise<InsertionOutcome> {
    return 'impossible';
  }

  /** Takes note of what is being said. */
  protected hear?(text: string): void;

  /** What a final means here and nowhere else. */
  protected meant(_final: string, style: WritingStyle): Meant {
    return { style };
  }

  /** Whether the phrase that sends acts here; else it is text. */
  protected actsOnSubmit(): boolean {
    return false;
  }

  /** Sends what stands there, and tells what came of it. */
  protected submit(): Promise<void> {
    return Promise.resolve();
  }

  /** How the person wants it written; `auto`: as {@link place} says. */
  protected get wantedScope(): Scope | 'auto' {
    return this.scope;
  }

  protected set wantedScope(scope: Scope | 'auto') {
    this.scope = scope;
  }

  insert(text: string, language?: string): Promise<InsertionOutcome> {
    return this.inserting(() => this.carryOut(text, language));
  }

  insertAsSaid(text: string): Promise<InsertionOutcome> {
    return this.inserting(() => this.put(composeKept(text, this.writtenPlace)));
  }

  private async inserting(work: () => Promise<InsertionOutcome>): Promise<InsertionOutcome> {
    const { log } = this.options;
    this.written = undefined;
    try {
      const outcome = this.isDisposed ? 'no-target' : await work();
      if (outcome === 'no-target') log.warn('final not written: no-target');
      return outcome;
    } catch (error) {
      log.error(`final not written: ${loggable(error)}`);
      return 'no-target';
    }
  }

  switchScope(): void {
    this.wantedScope = this.writtenScope === 'code' ? 'prose' : 'code';
  }

  /** Nothing can be shown here; the status bar has it. */
  showPartial(text: string): void {
    this.hear?.(text);
  }

  takeBack(): Promise<number> {
    return Promise.resolve(0);
  }

  dispose(): void {
    this.isDisposed = true;
  }

  /** Writes `text`, and keeps in mind that it did. */
  private async put(text: string): Promise<InsertionOutcome> {
    return this.noteWritten(await this.write(text), text);
  }

  private noteWritten(outcome: InsertionOutcome, text: string): InsertionOutcome {
    if (outcome === 'inserted') this.written = { text: text.trim() };
    return outcome;
  }

  private async carryOut(final: string, heardIn?: string): Promise<InsertionOutcome> {
    const submits = this.actsOnSubmit();
    const style = { ...(await this.options.readStyle()), submits, heardIn };
    const utterance = interpret(final, style);
    if (utterance.kind === 'command') {
      const { kind } = utterance.command;
      const isText = kind === 'submit' && isPartOf(this.place.left, orAll(style.languages));
      return isText ? this.writeText(final, style) : this.perform(utterance.command, style);
    }
    const meant = this.meant(utterance.text, style);
    const outcome =
      meant.text === undefined
        ? await this.writeText(utterance.text, meant.style)
        : await this.put(meant.text);
    if (utterance.isSubmitted === true && outcome === 'inserted') await this.submit();
    return outcome;
  }

  private async perform(command: SpokenCommand, style: WritingStyle): Promise<InsertionOutcome> {
    switch (command.kind) {
      case 'write':
        return this.writeText(command.text, style);
      case 'break': {
        const text = this.breakText(command.text);
        return text === undefined ? 'impossible' : this.put(writtenText(text, this.writtenScope));
      }
      case 'snippet': {
        const text = plainSnippet(command.name, style.insertion.snippets);
        return text === undefined ? 'impossible' : this.put(composeKept(text, this.writtenPlace));
      }
      case 'scratch':
      case 'undo':
        return this.scratch();
      case 'scope':
        this.wantedScope = command.scope;
        return 'performed';
      case 'stop':
      case 'pause':
        return command.kind;
      case 'submit':
        await this.submit();
        return 'performed';
      case 'select':
      case 'capitalise':
      case 'delete-word':
      case 'go-to-line':
        return 'impossible';
    }
  }

  private async writeText(text: string, style: WritingStyle): Promise<InsertionOutcome> {
    const composed = compose(text, this.writtenPlace, style);
    const { replacedStop } = composed;
    if (replacedStop !== '' && this.replace === undefined) {
      return this.writeBehindStop(text, replacedStop, style);
    }
    return this.writeComposed(composed);
  }

  /** The recogniser's own mark cannot be taken away here: no other is written behind it. */
  private writeBehindStop(
    text: string,
    stop: string,
    style: WritingStyle,
  ): InsertionOutcome | Promise<InsertionOutcome> {
    const rest = withoutMark(text);
    if (rest === '') return text.trim() === stop.trim() ? 'inserted' : 'impossible';
    return this.writeComposed(compose(rest, { ...this.writtenPlace, stop: '' }, style));
  }

  private async writeComposed({ text, stop, replacedStop }: Composed): Promise<InsertionOutcome> {
    if (text === '') return 'inserted';
    const outcome =
      replacedStop === '' || this.replace === undefined
        ? await this.put(text)
        : this.noteWritten(await this.replace(replacedStop, text), text);
    this.endings = [...this.endings, { left: this.place.left, stop }].slice(-REMEMBERED);
    return outcome;
  }

  private get writtenPlace(): Place {
    const { place, endings } = this;
    const stop = endings.find(({ left }) => left === place.left)?.stop;
    return { ...place, scope: this.writtenScope, stop };
  }

  private get writtenScope(): Scope {
    const { wantedScope } = this;
    return wantedScope === 'auto' ? this.place.scope : wantedScope;
  }
}

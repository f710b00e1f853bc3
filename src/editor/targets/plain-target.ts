import { loggable, type FailureReason } from '../../core/failure';
import type { Log } from '../../core/log';
import type { DocumentPlace, InsertionOutcome, Target } from '../../core/target';
import { compose, composeKept, interpret, type Manner, type Place } from '../../text/compose';
import { writtenText } from '../../text/written-text';
import type { Scope } from '../../text/scope';
import { plainSnippet } from '../../text/snippet';
import type { SpokenCommand } from '../../text/spoken-command';

export interface PlainTargetOptions {
  readonly log: Log;
  /** How finals are to be written where no document says otherwise. */
  readonly readManner: () => Promise<Manner>;
}

/**
 * A place that is no document: text can be put there, and little be told of what stands there. Those
 * who extend it say how.
 */
export abstract class PlainTarget implements Target {
  abstract get name(): string;
  readonly resource: string | undefined = undefined;
  readonly placeInDocument: DocumentPlace | undefined = undefined;
  private scope: Scope | 'auto' = 'auto';
  private isDisposed = false;

  constructor(private readonly options: PlainTargetOptions) {}

  abstract findProblem(): Promise<FailureReason | undefined>;

  /** What the next text is to be joined to. */
  protected abstract get place(): Place;

  /** Writes text that is joined to {@link place} already. */
  protected abstract write(text: string): Promise<InsertionOutcome>;

  /** What is written for a spoken line break or tab; nothing: it cannot be written here. */
  protected breakText(text: string): string | undefined {
    return text;
  }

  /** Takes the last utterance back. */
  protected scratch(): InsertionOutcome {
    return 'impossible';
  }

  async insert(text: string): Promise<InsertionOutcome> {
    const { log } = this.options;
    try {
      const outcome = this.isDisposed ? 'no-target' : await this.carryOut(text);
      if (outcome === 'no-target') log.warn('final not written: no-target');
      return outcome;
    } catch (error) {
      log.error(`final not written: ${loggable(error)}`);
      return 'no-target';
    }
  }

  switchScope(): void {
    this.scope = this.writtenScope === 'code' ? 'prose' : 'code';
  }

  /** Nothing can be shown here; the status bar has it. */
  showPartial(): void {
    return;
  }

  takeBack(): Promise<number> {
    return Promise.resolve(0);
  }

  dispose(): void {
    this.isDisposed = true;
  }

  private async carryOut(final: string): Promise<InsertionOutcome> {
    const manner = await this.options.readManner();
    const utterance = interpret(final, manner);
    if (utterance.kind === 'text') return this.writeText(utterance.text, manner);
    return this.perform(utterance.command, manner);
  }

  private perform(
    command: SpokenCommand,
    manner: Manner,
  ): InsertionOutcome | Promise<InsertionOutcome> {
    switch (command.kind) {
      case 'write':
        return this.writeText(command.text, manner);
      case 'break': {
        const text = this.breakText(command.text);
        return text === undefined ? 'impossible' : this.write(writtenText(text, this.writtenScope));
      }
      case 'snippet': {
        const text = plainSnippet(command.name, manner.insertion.snippets);
        return text === undefined ? 'impossible' : this.write(composeKept(text, this.writtenPlace));
      }
      case 'scratch':
      case 'undo':
        return this.scratch();
      case 'scope':
        this.scope = command.scope;
        return 'performed';
      case 'stop':
      case 'pause':
        return command.kind;
      case 'select':
      case 'capitalise':
      case 'delete-word':
      case 'go-to-line':
        return 'impossible';
    }
  }

  private async writeText(text: string, manner: Manner): Promise<InsertionOutcome> {
    const composed = compose(text, this.writtenPlace, manner);
    return composed.text === '' ? 'inserted' : this.write(composed.text);
  }

  private get writtenPlace(): Place {
    return { ...this.place, scope: this.writtenScope };
  }

  private get writtenScope(): Scope {
    return this.scope === 'auto' ? this.place.scope : this.scope;
  }
}

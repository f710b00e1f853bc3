import * as vscode from 'vscode';
import type { FailureReason } from '../../core/failure';
import type { Passage } from '../../core/polish';
import type { InsertionOutcome } from '../../core/target';
import type { Place } from '../../text/compose';
import { commitPassage } from '../polish/commit-passage';
import {
  commitText,
  lastLine,
  lineBreak,
  withoutAppended,
  type Appended,
} from '../place/commit-message';
import { chooseRepository, findGit, type Git, type GitRepository } from '../place/git';
import { PlainTarget, type PlainTargetOptions } from './plain-target';

export interface SourceControlTargetOptions extends PlainTargetOptions {
  /**
   * Breaks text of the body into lines.
   *
   * @param lineLeft what stands left of it in its line
   */
  readonly wrap?: ((text: string, lineLeft: string) => string) | undefined;
}

/**
 * The end of Git's commit message; where the caret is in its box, nobody tells. What is said first
 * is the subject, without a full stop; after a spoken line break comes the body.
 */
export class SourceControlTarget extends PlainTarget {
  readonly kind = 'sourceControl';
  readonly name: string;
  private readonly repository: GitRepository | undefined;
  private readonly appended: Appended[] = [];
  /** The full stop that the subject gave up. */
  private owed = '';

  private constructor(
    private readonly git: Git | undefined,
    private readonly own: SourceControlTargetOptions,
  ) {
    super(own);
    this.repository = git && chooseRepository(git);
    const isOnly = (git?.repositories.length ?? 0) < 2;
    const folder = this.repository?.rootUri.path.replace(/^.*\//, '') ?? '';
    this.name = isOnly
      ? vscode.l10n.t('Commit message')
      : vscode.l10n.t('Commit message {0}', folder);
  }

  /** The commit message where the person is now. */
  static async open(options: SourceControlTargetOptions): Promise<SourceControlTarget> {
    return new SourceControlTarget(await findGit(), options);
  }

  findProblem(): Promise<FailureReason | undefined> {
    return Promise.resolve(this.openRepository === undefined ? 'target-missing' : undefined);
  }

  passage(): Passage | undefined {
    return commitPassage(
      {
        read: () => this.openRepository?.inputBox.value,
        write: (message) => {
          if (this.openRepository !== undefined) this.openRepository.inputBox.value = message;
        },
        compose: (message, text) => this.compose(message, text).text,
      },
      this.appended,
    );
  }

  resume(): void {
    this.appended.length = 0;
  }

  override takeBack(): Promise<number> {
    const repository = this.openRepository;
    if (repository === undefined) return Promise.resolve(0);
    const { message, count } = withoutAppended(repository.inputBox.value, this.appended.splice(0));
    repository.inputBox.value = message;
    return Promise.resolve(count);
  }

  protected get place(): Place {
    const left = this.message;
    const owed = this.isUntouched ? this.owed : '';
    return { left, right: '', scope: 'prose', owed };
  }

  protected override breakText(text: string): string {
    return lineBreak(this.message, text);
  }

  protected write(text: string): Promise<InsertionOutcome> {
    return this.replace('', text);
  }

  protected override replace(stop: string, text: string): Promise<InsertionOutcome> {
    const repository = this.openRepository;
    if (repository === undefined) return Promise.resolve('no-target');
    const before = repository.inputBox.value;
    const kept = before.slice(0, before.length - stop.length);
    const composed = this.compose(kept, text);
    this.owed = composed.owed;
    repository.inputBox.value = kept + composed.text;
    this.appended.push({ before, text: composed.text, after: repository.inputBox.value });
    return Promise.resolve('inserted');
  }

  private compose(message: string, text: string): { readonly text: string; readonly owed: string } {
    const { subject, body, owed } = commitText(message, text);
    const wrapped = this.own.wrap?.(body, lastLine(message + subject)) ?? body;
    return { text: subject + wrapped, owed };
  }

  protected override scratch(): InsertionOutcome {
    const last = this.appended.at(-1);
    const repository = this.openRepository;
    if (last === undefined || repository?.inputBox.value.endsWith(last.text) !== true) {
      return 'impossible';
    }
    this.appended.pop();
    repository.inputBox.value = withoutAppended(repository.inputBox.value, [last]).message;
    this.owed = '';
    return 'performed';
  }

  private get message(): string {
    return this.openRepository?.inputBox.value ?? '';
  }

  private get isUntouched(): boolean {
    const last = this.appended.at(-1);
    return this.message === last?.after;
  }

  /** The repository, unless its folder has been closed meanwhile. */
  private get openRepository(): GitRepository | undefined {
    const root = this.repository?.rootUri.toString();
    const isOpen = this.git?.repositories.some(({ rootUri }) => rootUri.toString() === root);
    return isOpen === true ? this.repository : undefined;
  }
}

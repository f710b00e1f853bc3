import * as vscode from 'vscode';
import type { Settings } from '../../core/settings';
import type { Submission } from '../../core/submission';
import type { InsertionOutcome } from '../../core/target';
import type { WritingStyle, Place } from '../../text/compose';
import type { LastTyped, TypedPrompt } from '../agents/last-typed';
import type { Prompt } from '../agents/prompt';
import { FocusedInputTarget } from './input-target';
import type { Meant, PlainTargetOptions } from './plain-target';
import { WORDS_TO_SEND } from './terminal-target';

export interface ChatTargetOptions extends PlainTargetOptions {
  /** What dictation has written there, one for all targets. */
  readonly prompt: Prompt;
  readonly lastTyped: Pick<LastTyped, 'note'>;
  /** How the person sends prompts. */
  readonly submit: () => Settings['agents']['submit'];
  readonly onDidSubmit: (submission: Submission) => void;
  /** Whether nothing stands there when this is made, where that is known. */
  readonly isEmpty?: boolean | undefined;
}

/** The input of VS Code's chat. What stands there cannot be read; whether anything does, the key knows. */
export class ChatTarget extends FocusedInputTarget implements TypedPrompt {
  override readonly kind = 'chat';
  override readonly name = vscode.l10n.t('Chat');

  constructor(private readonly own: ChatTargetOptions) {
    super(own);
    if (own.isEmpty === true) own.prompt.clear();
  }

  /** Nobody tells what the person has typed there since, which undoing would take instead. */
  passage(): 'irreplaceable' {
    return 'irreplaceable';
  }

  async released(words: number): Promise<void> {
    if (this.own.submit() === 'release' && words >= WORDS_TO_SEND) await this.submit();
  }

  protected override get place(): Place {
    // Where the key has said that something stands there, it is ours still.
    return { ...super.place, left: this.own.prompt.left(this.own.isEmpty === false) };
  }

  protected override async write(text: string): Promise<InsertionOutcome> {
    const outcome = await super.write(text);
    this.own.prompt.wrote(text);
    this.own.lastTyped.note(this);
    return outcome;
  }

  takeLastBack(): Promise<InsertionOutcome> {
    return this.scratch();
  }

  send(): Promise<void> {
    return this.submit();
  }

  /** What was said last is one step of the input's own undo. */
  protected override async scratch(): Promise<InsertionOutcome> {
    if (this.own.prompt.takeLast(true) === undefined) return 'impossible';
    await vscode.commands.executeCommand('undo');
    return 'performed';
  }

  protected override meant(_final: string, style: WritingStyle): Meant {
    return { style: { ...style, isPrompt: true } };
  }

  protected override actsOnSubmit(): boolean {
    return this.own.submit() === 'phrase';
  }

  protected override async submit(): Promise<void> {
    await submitChat();
    this.own.prompt.clear();
    this.own.onDidSubmit({ outcome: 'sent', to: this.name });
  }
}

/** Sends what stands in the chat that had the focus last. */
async function submitChat(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.chat.submit');
}

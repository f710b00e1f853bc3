import * as vscode from 'vscode';
import type { Clock } from '../../core/clock';
import { disposeAll, type Disposable } from '../../core/events';
import type { FailureReason } from '../../core/failure';
import type { Passage } from '../../core/polish';
import type { Settings } from '../../core/settings';
import type { Submission } from '../../core/submission';
import type { InsertionOutcome } from '../../core/target';
import type { WritingStyle, Place } from '../../text/compose';
import { slashCommand } from '../../text/prompts/slash-command';
import { withReferences, type References } from '../../text/prompts/references';
import { namesForPrompt, promptText } from '../../text/prompt-text';
import type { Scope } from '../../text/scope';
import type { LastTyped, TypedPrompt } from '../agents/last-typed';
import type { Prompt } from '../agents/prompt';
import type { Reader } from '../agents/reader';
import { lineBreaksIn, typeLines } from '../agents/lines';
import { NamedFiles } from '../agents/named-files';
import { mentionOf, referencesTo, type Shown } from '../agents/references';
import { submitIn } from '../agents/submit';
import type { TerminalReaders } from '../agents/terminal-readers';
import { backspaces } from '../agents/typing';
import { promptPassage } from '../polish/prompt-passage';
import type { WorkspaceFiles } from '../agents/workspace-files';
import { PlainTarget, type Meant, type PlainTargetOptions } from './plain-target';

/** What somebody has just typed is shown, and told, within this time. */
const ON_ITS_WAY_MS = 200;

export interface TerminalTargetOptions extends PlainTargetOptions {
  readonly clock: Clock;
  readonly readers: TerminalReaders;
  /** How terminals are written in, as the person has set it. */
  readonly terminalScope: () => Scope | 'auto';
  /** Whose prompt it is; nothing: there is none. */
  readonly terminal: vscode.Terminal | undefined;
  readonly lastTyped: Pick<LastTyped, 'note'>;
  /** The files that can be named in a prompt. */
  readonly files: Pick<WorkspaceFiles, 'look' | 'find'>;
  /** What the person is looking at, where they may refer to it. */
  readonly shown?: (() => Shown | undefined) | undefined;
  /** How the person sends prompts. */
  readonly submit: () => Settings['agents']['submit'];
  readonly onDidSubmit: (submission: Submission) => void;
}

/** A key that was held for fewer words was held by mistake, or for a command. */
export const WORDS_TO_SEND = 3;

/**
 * The prompt of a terminal: text is typed there, and never run. Who
 * reads there decides how it is written ({@link TerminalReaders}); lines only get to an agent. What the
 * person types there themselves is not seen ({@link Prompt}).
 */
export class TerminalTarget extends PlainTarget implements TypedPrompt {
  private readonly terminal: vscode.Terminal | undefined;
  private isClosed = false;
  private readonly named: NamedFiles;
  /** What this run has typed, newest last. */
  private typed: readonly string[] = [];
  private readonly subscriptions: readonly Disposable[];

  constructor(private readonly own: TerminalTargetOptions) {
    super({
      ...own,
      readStyle: async () => {
        const style = await own.readStyle();
        if (readerOf(own).kind === 'agent') await own.files.look();
        return { ...style, identifiers: namesForPrompt(style.identifiers) };
      },
    });
    this.terminal = own.terminal;
    this.named = new NamedFiles(own.files.find, (path) => this.mention(path));
    if (readerOf(own).kind === 'agent') void own.files.look();
    this.subscriptions = [
      vscode.window.onDidCloseTerminal((terminal) => {
        if (terminal === this.terminal) this.isClosed = true;
      }),
    ];
  }

  get kind(): 'agent' | 'terminal' {
    return readerOf(this.own).kind === 'agent' ? 'agent' : 'terminal';
  }

  /** Who reads there, if that is no shell. A terminal that has just been made has no name yet. */
  get name(): string {
    const { terminal } = this;
    const reader = readerOf(this.own);
    if (reader.kind === 'agent') return this.named.nameOf(reader.agent.name);
    if (reader.kind === 'program') return reader.name;
    return vscode.l10n.t('Terminal {0}', terminal?.name ?? '').trim();
  }

  passage(): Passage | undefined {
    const { terminal, own } = this;
    const program = terminal && own.readers.programIn(terminal);
    if (terminal === undefined || readerOf(own).kind !== 'agent' || this.place.scope === 'code') {
      return undefined;
    }
    const isThere = (): boolean =>
      !this.isGone && readerOf(own).kind === 'agent' && own.readers.programIn(terminal) === program;
    return promptPassage(
      {
        holds: (texts) => isThere() && this.prompt?.holds(texts, program !== undefined) === true,
        takeBack: async (count) => {
          if (!(await this.takeBackTyped(count))) return false;
          await this.untilRead();
          return isThere();
        },
        type: async (text) => isThere() && (await this.write(text)) === 'inserted',
      },
      this.typed,
    );
  }

  resume(): void {
    this.typed = [];
  }

  async released(words: number): Promise<void> {
    const { terminal, own } = this;
    const isAgent = terminal !== undefined && own.readers.in(terminal).kind === 'agent';
    if (own.submit() === 'release' && words >= WORDS_TO_SEND && isAgent) await this.submit();
  }

  findProblem(): Promise<FailureReason | undefined> {
    return Promise.resolve(this.isGone ? 'target-missing' : undefined);
  }

  override dispose(): void {
    super.dispose();
    disposeAll(this.subscriptions);
  }

  protected get place(): Place {
    const { terminal, own } = this;
    if (terminal === undefined) return { left: '', right: '', scope: 'code' };
    const reader = own.readers.in(terminal);
    const isHeard = own.readers.programIn(terminal) !== undefined;
    const left = own.readers.promptIn(terminal).left(isHeard);
    const set = own.terminalScope();
    switch (reader.kind) {
      case 'agent':
        return {
          left,
          right: '',
          scope: set === 'auto' ? 'prose' : set,
          languageId: 'shellscript',
        };
      case 'program': {
        const { scope, languageId } = reader;
        return { left, right: '', scope: set === 'auto' ? scope : set, languageId };
      }
      case 'shell':
        return {
          left,
          right: '',
          scope: set === 'auto' ? 'code' : set,
          languageId: 'shellscript',
        };
    }
  }

  /** Lasts as long as the program runs that reads there. */
  protected override get wantedScope(): Scope | 'auto' {
    const said = this.prompt?.scope ?? 'auto';
    return said === 'auto' ? super.wantedScope : said;
  }

  protected override set wantedScope(scope: Scope | 'auto') {
    if (this.prompt !== undefined) this.prompt.scope = scope;
  }

  protected override breakText(text: string): string | undefined {
    const { terminal, own } = this;
    const isAgent = terminal !== undefined && own.readers.in(terminal).kind === 'agent';
    return isAgent && text !== '\t' ? text : undefined;
  }

  /** "Slash clear" at an empty prompt, and the files that are named. */
  protected override meant(final: string, style: WritingStyle): Meant {
    const { own, place } = this;
    const reader = readerOf(own);
    if (reader.kind !== 'agent') return { style };
    const prompt = withReferences(this.named.styleFor(final, style), referencesIn(own), final);
    const isAtStart = style.insertion.spokenCommands && place.left.trim() === '';
    const command = isAtStart ? slashCommand(final, style.languages) : undefined;
    return { style: prompt, ...(command !== undefined && { text: command }) };
  }

  /** The file that is being named, as it will be written; the status bar shows it. */
  protected override hear(text: string): void {
    this.named.hear(readerOf(this.own).kind === 'agent' ? text : '');
  }

  private mention(path: string): string | undefined {
    const { own, terminal } = this;
    const reader = readerOf(own);
    const cwd = terminal && own.readers.programIn(terminal)?.cwd;
    return mentionOf(path, reader.kind === 'agent' ? reader.agent : undefined, cwd);
  }

  protected override actsOnSubmit(): boolean {
    return this.own.submit() === 'phrase';
  }

  protected override async submit(): Promise<void> {
    const { terminal, own, name } = this;
    const submission: Submission =
      terminal === undefined || this.isGone
        ? { outcome: 'no-agent', to: name }
        : await submitIn(terminal, name, own);
    if (submission.outcome === 'sent') this.typed = [];
    own.onDidSubmit(submission);
  }

  protected async write(text: string): Promise<InsertionOutcome> {
    const { terminal } = this;
    if (terminal === undefined || this.isGone) return 'no-target';
    if (!text.includes('\n')) return this.type(terminal, promptText(text));
    const breaks = await lineBreaksIn(terminal, this.own.readers);
    if (breaks !== undefined) {
      const prompt = this.own.readers.promptIn(terminal);
      if (!(await typeLines(terminal, text, breaks, this.own))) return 'no-target';
      this.noteTyped(terminal, prompt, text);
      return 'inserted';
    }
    return text.trim() === '' ? 'impossible' : this.type(terminal, promptText(text));
  }

  /** Takes back what was said last, as long as nothing else can have come behind it. */
  protected override async scratch(): Promise<InsertionOutcome> {
    return (await this.takeBackTyped(1)) ? 'performed' : 'impossible';
  }

  private async takeBackTyped(count: number): Promise<boolean> {
    const { terminal, prompt, own } = this;
    if (terminal === undefined || prompt === undefined) return false;
    await this.untilRead();
    if (this.isGone || this.prompt !== prompt) return false;
    if (own.readers.in(terminal).kind !== 'agent') return false;
    const isHeard = own.readers.programIn(terminal) !== undefined;
    let taken = '';
    for (let n = 0; n < count; n++) {
      const last = prompt.takeLast(isHeard);
      if (last === undefined) break;
      this.typed = this.typed.slice(0, -1);
      taken += last;
    }
    if (taken !== '') terminal.sendText(backspaces(taken), false);
    return taken !== '';
  }

  private untilRead(): Promise<void> {
    return new Promise((resolve) => this.own.clock.schedule(ON_ITS_WAY_MS, resolve));
  }

  takeLastBack(): Promise<InsertionOutcome> {
    return this.scratch();
  }

  /** So much of `text` was typed. */
  private noteTyped(terminal: vscode.Terminal, prompt: Prompt, text: string): void {
    prompt.wrote(text);
    this.typed = [...this.typed, text];
    this.own.readers.noteUse(terminal);
    if (readerOf(this.own).kind === 'agent') this.own.lastTyped.note(this);
  }

  private type(terminal: vscode.Terminal, text: string): InsertionOutcome {
    if (this.isGone) return 'no-target';
    terminal.sendText(text, false);
    this.noteTyped(terminal, this.own.readers.promptIn(terminal), text);
    return 'inserted';
  }

  private get prompt(): Prompt | undefined {
    return this.terminal && this.own.readers.promptIn(this.terminal);
  }

  private get isGone(): boolean {
    return this.isClosed || this.terminal?.exitStatus !== undefined || this.terminal === undefined;
  }
}

function readerOf({ terminal, readers }: TerminalTargetOptions): Reader {
  return terminal === undefined ? { kind: 'shell' } : readers.in(terminal);
}

/** What "this file" and the like stand for in the prompt of the agent there. */
function referencesIn({ shown, terminal, readers }: TerminalTargetOptions): References {
  const seen = shown?.();
  const reader = terminal && readers.in(terminal);
  if (seen === undefined || terminal === undefined || reader?.kind !== 'agent') return {};
  return referencesTo(seen, reader.agent, readers.programIn(terminal)?.cwd);
}

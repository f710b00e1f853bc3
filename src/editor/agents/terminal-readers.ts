import type * as vscode from 'vscode';
import type { Clock } from '../../core/clock';
import { disposeAll, type Disposable } from '../../core/events';
import { field } from '../../core/unknown';
import type { Agent } from './agents';
import { invocationOf } from './command-line';
import { foregroundCommand, isInLineMode } from './foreground';
import { isShell, replLanguage } from './programs';
import { Prompt } from './prompt';
import { readerOf, type Reader } from './reader';
import type { TerminalExecution, TerminalExecutions } from './terminal-executions';

/** VS Code knows it as soon as the terminal has started anything; one that hangs has none. */
const PID_DEADLINE_MS = 1000;

export interface TerminalReadersOptions {
  readonly executions: Pick<TerminalExecutions, 'in' | 'isTold' | 'onDidChange' | 'onDidPrint'>;
  readonly clock: Clock;
  /** Names of agents. */
  readonly programs: () => readonly string[];
  /** Whether terminals run on another computer than this. */
  readonly isElsewhere: boolean;
}

/** Whether an agent reads in a terminal, and who says so. */
export interface Certainty {
  readonly agent: Agent;
  /** The process that has the terminal was looked at; or only the shell has told that it runs it. */
  readonly by: 'process' | 'shell';
}

/** Who reads in each terminal, and what dictation has written at their prompts. */
export class TerminalReaders implements Disposable {
  /** Of shells; programs have prompts of their own, as long as they run. */
  private readonly shellPrompts = new WeakMap<vscode.Terminal, Prompt>();
  private readonly prompts = new WeakMap<TerminalExecution, Prompt>();
  private readonly running = new WeakMap<vscode.Terminal, TerminalExecution>();
  private readonly subscriptions: readonly Disposable[];
  private last:
    | { readonly terminal: vscode.Terminal; readonly program: TerminalExecution | undefined }
    | undefined;

  constructor(private readonly options: TerminalReadersOptions) {
    const { executions } = options;
    this.subscriptions = [
      executions.onDidChange((terminal) => {
        this.changed(terminal);
      }),
      executions.onDidPrint(({ terminal, data }) => {
        this.promptIn(terminal).printed(data);
      }),
    ];
  }

  /** Who reads there now. */
  in(terminal: vscode.Terminal): Reader {
    return this.readerOf(terminal, this.programIn(terminal));
  }

  private readerOf(terminal: vscode.Terminal, running: TerminalExecution | undefined): Reader {
    const { executions, programs } = this.options;
    const facts = {
      running,
      isTold: executions.isTold(terminal),
      own: ownCommand(terminal),
      title: terminal.name,
    };
    return readerOf(facts, programs());
  }

  /** The terminal of the agent that was dictated to last, while it reads there. */
  get lastAgent(): vscode.Terminal | undefined {
    const { last } = this;
    const isThere =
      last !== undefined &&
      last.terminal.exitStatus === undefined &&
      this.programIn(last.terminal) === last.program &&
      this.in(last.terminal).kind === 'agent';
    return isThere ? last.terminal : undefined;
  }

  /** Something was dictated to what reads there. */
  noteUse(terminal: vscode.Terminal): void {
    if (this.in(terminal).kind !== 'agent') return;
    this.last = { terminal, program: this.programIn(terminal) };
  }

  /** The program that reads there, to tell whether it is still the same one; nothing: the shell. */
  programIn(terminal: vscode.Terminal): TerminalExecution | undefined {
    return this.options.executions.in(terminal);
  }

  promptIn(terminal: vscode.Terminal): Prompt {
    const program = this.programIn(terminal);
    const now = (): number => this.options.clock.now();
    const prompt =
      (program === undefined ? this.shellPrompts.get(terminal) : this.prompts.get(program)) ??
      new Prompt(now, program?.hasPrinted);
    if (program === undefined) this.shellPrompts.set(terminal, prompt);
    else this.prompts.set(program, prompt);
    return prompt;
  }

  /**
   * The agent that reads there for certain, so that no shell can get what is meant for it: looked up
   * anew. An alias, or a shell in which one was started, is no agent, whatever it is called.
   */
  async certainty(terminal: vscode.Terminal): Promise<Certainty | undefined> {
    const foreground = await this.foregroundIn(terminal);
    const reader = this.in(terminal);
    if (reader.kind !== 'agent' || !(await this.readsKeys(terminal))) return undefined;
    const { agent, isSure } = reader;
    if (foreground === undefined) {
      return isSure && !isShellShown(terminal) ? { agent, by: 'shell' } : undefined;
    }
    const invocation = invocationOf(foreground);
    if (invocation === undefined || isShell(invocation.program)) return undefined;
    if (replLanguage(invocation) !== undefined) return undefined;
    if (isSure) return { agent, by: 'process' };
    const { programs } = this.options;
    const own = { running: undefined, isTold: false, own: foreground, title: '' };
    const seen = readerOf(own, programs());
    return seen.kind === 'agent' && seen.isSure ? { agent: seen.agent, by: 'process' } : undefined;
  }

  /**
   * Waits until the program there has written something after what was written to it.
   *
   * @returns whether it has, before the deadline
   */
  untilShown(terminal: vscode.Terminal, deadlineMs: number): Promise<boolean> {
    const prompt = this.promptIn(terminal);
    if (prompt.isShown) return Promise.resolve(true);
    const { executions, clock } = this.options;
    return new Promise((resolve) => {
      const end = (isShown: boolean): void => {
        disposeAll(waits);
        resolve(isShown);
      };
      const waits = [
        executions.onDidPrint((output) => {
          if (output.terminal === terminal) end(true);
        }),
        clock.schedule(deadlineMs, () => {
          end(false);
        }),
      ];
    });
  }

  dispose(): void {
    disposeAll(this.subscriptions);
  }

  /**
   * Another program reads there. What was written in the instant before a command has ended the shell reads then,
   * so that the next sentence is joined to it.
   */
  private changed(terminal: vscode.Terminal): void {
    this.shellPrompts.get(terminal)?.clear();
    const ended = this.running.get(terminal);
    const runs = this.programIn(terminal);
    if (runs === undefined) this.running.delete(terminal);
    else this.running.set(terminal, runs);
    if (ended === undefined || runs !== undefined) return;
    if (this.readerOf(terminal, ended).kind !== 'shell') return;
    const text = this.prompts.get(ended)?.typedAhead ?? '';
    if (text !== '') this.promptIn(terminal).wrote(text);
  }

  /**
   * Whether the program there has come to read keys. One that only starts may fail to: what was typed
   * meanwhile gets to the shell then, line by line.
   */
  private async readsKeys(terminal: vscode.Terminal): Promise<boolean> {
    if (this.programIn(terminal)?.takesPastes === true) return true;
    const pid = await this.pidOf(terminal);
    const isLineMode = pid === undefined ? undefined : await isInLineMode(pid);
    return isLineMode === undefined ? this.promptIn(terminal).hasSpokenFirst : !isLineMode;
  }

  private async foregroundIn(terminal: vscode.Terminal): Promise<readonly string[] | undefined> {
    const pid = await this.pidOf(terminal);
    return pid === undefined ? undefined : foregroundCommand(pid);
  }

  /** The process that the terminal has started, where that is one of this computer. */
  private async pidOf(terminal: vscode.Terminal): Promise<number | undefined> {
    if (this.options.isElsewhere) return undefined;
    let deadline: Disposable | undefined;
    const late = new Promise<undefined>((resolve) => {
      deadline = this.options.clock.schedule(PID_DEADLINE_MS, () => {
        resolve(undefined);
      });
    });
    const pid = await Promise.race([terminal.processId, late]);
    deadline?.dispose();
    return pid;
  }
}

/**
 * Whether VS Code has found a shell in the foreground. It tells the shell's own until it has looked
 * (five times a second); on Windows it goes on to.
 */
function isShellShown({ state }: vscode.Terminal): boolean {
  return process.platform !== 'win32' && state.shell !== undefined && isShell(state.shell);
}

function ownCommand({ creationOptions }: vscode.Terminal): readonly string[] {
  const shellPath = field(creationOptions, 'shellPath');
  const shellArgs = field(creationOptions, 'shellArgs');
  if (typeof shellPath !== 'string' || shellPath === '') return [];
  // On Windows the arguments may be one text.
  const args: unknown = typeof shellArgs === 'string' ? shellArgs.split(/\s+/u) : shellArgs;
  const words: readonly unknown[] = Array.isArray(args) ? args : [];
  return [shellPath, ...words.filter((word) => typeof word === 'string')];
}

import * as vscode from 'vscode';
import { disposeAll, Emitter, type Disposable } from '../../core/events';

/** A command that a shell with shell integration runs, as long as it runs. */
export interface TerminalExecution {
  readonly commandLine: string;
  /** Whether the shell itself has said so, and no program that writes into the terminal. */
  readonly isTrusted: boolean;
  /** Whether it has asked for pastes to be bracketed (DECSET 2004). */
  readonly takesPastes: boolean;
  /** Whether it has written anything. */
  readonly hasPrinted: boolean;
  /** The path of the folder that it was started in, with slashes, where the shell tells. */
  readonly cwd: string | undefined;
}

/** What a program has written, and where. */
export interface TerminalOutput {
  readonly terminal: vscode.Terminal;
  readonly data: string;
}

const ESCAPE = '\u001b';

/** Asks for pastes to be bracketed, or no longer (xterm's control sequences, "Bracketed Paste Mode"). */
const PASTE_MODE = new RegExp(`${ESCAPE}\\[\\?(?:\\d+;)*2004(?:;\\d+)*([hl])`, 'gu');

/** The longest piece of {@link PASTE_MODE} that can be missing the rest. */
const LONGEST_PIECE = 32;

interface Running extends TerminalExecution {
  takesPastes: boolean;
  hasPrinted: boolean;
  readonly execution: vscode.TerminalShellExecution;
}

/**
 * What runs in each terminal, as shells tell it. Events of the past are told to nobody, so this listens
 * from activation on; it keeps nothing of what programs write but whether they take pastes.
 */
export class TerminalExecutions implements Disposable {
  private readonly running = new Map<vscode.Terminal, Running>();
  private readonly talking = new WeakSet<vscode.Terminal>();
  private readonly changes = new Emitter<vscode.Terminal>();
  private readonly outputs = new Emitter<TerminalOutput>();
  private readonly subscriptions: readonly Disposable[];

  /** Another program reads in that terminal: one has been started, or has ended. */
  readonly onDidChange = this.changes.event;
  readonly onDidPrint = this.outputs.event;

  constructor() {
    this.subscriptions = [
      vscode.window.onDidStartTerminalShellExecution(({ terminal, execution }) => {
        const { value, isTrusted } = execution.commandLine;
        const running = {
          commandLine: value,
          isTrusted,
          takesPastes: false,
          hasPrinted: false,
          cwd: execution.cwd?.path,
          execution,
        };
        this.running.set(terminal, running);
        this.talking.add(terminal);
        void this.listen(terminal, running);
        this.changes.fire(terminal);
      }),
      vscode.window.onDidEndTerminalShellExecution(({ terminal, execution }) => {
        this.talking.add(terminal);
        if (this.running.get(terminal)?.execution === execution) this.running.delete(terminal);
        this.changes.fire(terminal);
      }),
      vscode.window.onDidCloseTerminal((terminal) => {
        this.running.delete(terminal);
      }),
    ];
  }

  /** What runs there; nothing: the shell reads, or does not tell what it runs. */
  in(terminal: vscode.Terminal): TerminalExecution | undefined {
    return this.running.get(terminal);
  }

  /** Whether the shell there has told of a command, so that no news mean that none runs. */
  isTold(terminal: vscode.Terminal): boolean {
    return this.talking.has(terminal);
  }

  dispose(): void {
    this.running.clear();
    disposeAll([...this.subscriptions, this.changes, this.outputs]);
  }

  private async listen(terminal: vscode.Terminal, running: Running): Promise<void> {
    let piece = '';
    for await (const data of running.execution.read()) {
      if (this.running.get(terminal) !== running) return;
      running.hasPrinted = true;
      const text = piece + data;
      for (const [, set] of text.matchAll(PASTE_MODE)) running.takesPastes = set === 'h';
      const escape = text.lastIndexOf(ESCAPE);
      piece = escape < 0 ? '' : text.slice(escape).slice(0, LONGEST_PIECE);
      this.outputs.fire({ terminal, data });
    }
  }
}

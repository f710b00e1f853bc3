import assert from 'node:assert/strict';
import { test } from 'node:test';
import type * as vscode from 'vscode';
import { Emitter } from '../../../../src/core/events';
import type {
  TerminalExecution,
  TerminalOutput,
} from '../../../../src/editor/agents/terminal-executions';
import { TerminalReaders } from '../../../../src/editor/agents/terminal-readers';
import { DEFAULT_SETTINGS } from '../../../fixtures/default-settings';
import { VirtualClock } from '../../../contracts/virtual-clock';

function terminalCalled(name: string): vscode.Terminal {
  return {
    name,
    processId: Promise.resolve(undefined),
    creationOptions: {},
    exitStatus: undefined,
    state: { isInteractedWith: true, shell: 'bash' },
    shellIntegration: undefined,
    sendText: () => undefined,
    show: () => undefined,
    hide: () => undefined,
    dispose: () => undefined,
  };
}

/** A terminal whose shell tells what it runs. */
class Shell {
  readonly clock = new VirtualClock();
  readonly terminal = terminalCalled('bash');
  readonly readers: TerminalReaders;
  private running: TerminalExecution | undefined;
  private readonly changes = new Emitter<vscode.Terminal>();
  private readonly outputs = new Emitter<TerminalOutput>();

  constructor() {
    const { programs } = DEFAULT_SETTINGS.agents;
    this.readers = new TerminalReaders({
      clock: this.clock,
      programs: () => programs,
      isElsewhere: false,
      executions: {
        in: () => this.running,
        isTold: () => true,
        onDidChange: this.changes.event,
        onDidPrint: this.outputs.event,
      },
    });
  }

  runs(commandLine: string): void {
    this.tells({
      commandLine,
      isTrusted: true,
      takesPastes: false,
      hasPrinted: true,
      cwd: undefined,
    });
  }

  ends(): void {
    this.tells(undefined);
  }

  /** What is taken to stand there when something is said next. */
  get left(): string {
    return this.readers.promptIn(this.terminal).left(this.running !== undefined);
  }

  private tells(running: TerminalExecution | undefined): void {
    this.running = running;
    this.changes.fire(this.terminal);
  }
}

test('what is said in the instant before a command has ended stands at the shell’s prompt then', async () => {
  const left = async (commandLine: string, beforeEndMs: number): Promise<string> => {
    const shell = new Shell();
    shell.runs(commandLine);
    shell.readers.promptIn(shell.terminal).wrote('git commit');
    await shell.clock.advance(beforeEndMs);
    shell.ends();
    return shell.left;
  };
  assert.deepEqual(
    {
      soon: await left('ls', 200),
      // What it was told long ago, and what a program has come to read, is its own.
      long: await left('npm init', 5000),
      agent: await left('claude', 200),
      repl: await left('python3', 200),
    },
    { soon: 'git commit', long: '', agent: '', repl: '' },
  );
});

test('a command that begins has got what stood at the shell’s prompt', () => {
  const shell = new Shell();
  shell.readers.promptIn(shell.terminal).wrote('git commit');
  shell.runs('git commit');
  shell.ends();
  assert.equal(shell.left, '');
});

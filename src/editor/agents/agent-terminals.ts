import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Agents, RunningAgent } from '../../core/agents';
import type { TerminalReaders } from './terminal-readers';

export interface AgentTerminalsOptions {
  readonly readers: TerminalReaders;
  /** Names of agents. */
  readonly programs: () => readonly string[];
  /** Whether terminals run on another computer than this, whose programs nobody here can see. */
  readonly isElsewhere: boolean;
}

/** The terminals in which coding agents run. */
export class AgentTerminals implements Agents {
  private listed: readonly vscode.Terminal[] = [];

  constructor(private readonly options: AgentTerminalsOptions) {}

  /** The terminal of the agent that is meant, if that is plain. */
  get meant(): vscode.Terminal | undefined {
    const running = this.running();
    return this.options.readers.lastAgent ?? (running.length === 1 ? running[0] : undefined);
  }

  get isPlain(): boolean {
    return this.meant !== undefined;
  }

  list(): readonly RunningAgent[] {
    const { readers } = this.options;
    this.listed = this.running();
    return this.listed.flatMap((terminal, id) => {
      const reader = readers.in(terminal);
      if (reader.kind !== 'agent') return [];
      const { isWorking } = readers.promptIn(terminal);
      return [{ id, name: reader.agent.name, terminal: terminal.name, isWorking }];
    });
  }

  choose(id: number): boolean {
    const terminal = this.listed[id];
    if (terminal === undefined) return false;
    this.options.readers.noteUse(terminal);
    return this.options.readers.lastAgent === terminal;
  }

  async installed(): Promise<readonly string[]> {
    if (this.options.isElsewhere) return [];
    const names = this.options.programs().filter((name) => PLAIN_NAME.test(name));
    const found = await Promise.all(names.map(async (name) => (await isInPath(name)) && name));
    return found.filter((name) => name !== false);
  }

  start(name: string): void {
    if (!PLAIN_NAME.test(name) || !this.options.programs().includes(name)) return;
    const terminal = vscode.window.createTerminal({ name });
    terminal.show(true);
    terminal.sendText(name, true);
  }

  private running(): readonly vscode.Terminal[] {
    const { readers } = this.options;
    return vscode.window.terminals.filter(
      (terminal) => terminal.exitStatus === undefined && readers.in(terminal).kind === 'agent',
    );
  }
}

/** A name that no shell takes for anything else. */
const PLAIN_NAME = /^[a-z][\w.-]*$/iu;

async function isInPath(name: string): Promise<boolean> {
  const folders = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder));
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  for (const folder of folders) {
    for (const ending of endings) {
      try {
        await access(path.join(folder, name + ending), constants.X_OK);
        return true;
      } catch {
        // Not there.
      }
    }
  }
  return false;
}

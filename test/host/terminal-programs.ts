import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { until } from './extension-under-test';

/** Whether VS Code has the native part of node-pty, without which no terminal runs anything. */
export function hasTerminals(): boolean {
  const [platform, arch] = [process.platform, process.arch];
  return ['node_modules', 'node_modules.asar.unpacked'].some((modules) =>
    ['build/Release', `prebuilds/${platform}-${arch}`].some((place) =>
      existsSync(path.join(vscode.env.appRoot, modules, 'node-pty', place, 'pty.node')),
    ),
  );
}

/** What a program of a test does. */
export interface ProgramManner {
  /** Asks for bracketed pastes. */
  readonly takesPastes?: boolean;
  /** Writes what it reads, as a line editor does. */
  readonly echoes?: boolean;
  /** Reads one byte after another, and quits after so many. */
  readonly quitsAfter?: number;
}

/** A program that reads its terminal byte by byte, and notes what it got. */
const READER = `
const fs = require('node:fs');
const [notes, manner] = [process.argv[2] + '.got', JSON.parse(process.argv[3])];
process.stdin.setRawMode(true);
const rest = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
// What comes in one piece with the shell's own words is told to nobody; a real agent takes longer, and asks again.
rest(300);
const ask = () => {
  if (manner.takesPastes) fs.writeSync(1, '\\u001b[?2004h');
};
ask();
fs.writeFileSync(notes, '');
const bytes = Buffer.alloc(1);
let rests = 0;
for (let count = 0; count !== manner.quitsAfter; count++) {
  for (;;) {
    try {
      if (fs.readSync(0, bytes) === 0) process.exit();
      break;
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
      rest(5);
      if (count === 0 && ++rests % 60 === 0) ask();
    }
  }
  if (bytes[0] === 4) process.exit();
  fs.appendFileSync(notes, bytes);
  if (manner.echoes) fs.writeSync(1, bytes);
}
if (manner.takesPastes) fs.writeSync(1, '\\u001b[?2004l');
process.exit();
`;

/** Real terminals with real shells, and programs of the test's own in their path. */
export class TerminalPrograms {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), 'voice-dictation-programs-'));

  /** Makes a program that reads its terminal. */
  make(name: string, manner: ProgramManner): void {
    const reader = path.join(this.folder, 'reader.js');
    writeFileSync(reader, READER);
    const file = path.join(this.folder, name);
    const words = [process.execPath, reader, file, JSON.stringify(manner)];
    const line = words.map((word) => `'${word}'`).join(' ');
    writeFileSync(file, `#!/bin/sh\nexec ${line}\n`);
    chmodSync(file, 0o755);
  }

  /** Makes a program that a shell runs. */
  makeScript(name: string, script: string): void {
    const file = path.join(this.folder, name);
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
  }

  /** What the program of that name has got so far. */
  got(name: string): string {
    return readFileSync(path.join(this.folder, `${name}.got`), 'utf8');
  }

  /** Opens a terminal with a shell that tells what it runs, and shows it. */
  async openShell(shellPath = '/bin/bash', shellArgs: string[] = []): Promise<vscode.Terminal> {
    const home = path.join(this.folder, 'home');
    const terminal = vscode.window.createTerminal({
      shellPath,
      shellArgs,
      cwd: this.folder,
      env: {
        PATH: `${this.folder}:${process.env['PATH'] ?? ''}`,
        HISTFILE: `${home}-history`,
        PS1: 'shell$ ',
      },
    });
    terminal.show();
    await until('the terminal', () =>
      Promise.resolve(vscode.window.activeTerminal === terminal || undefined),
    );
    return terminal;
  }

  /** Has the shell there run a command, and waits until that runs. */
  async run(terminal: vscode.Terminal, commandLine: string): Promise<void> {
    await until('shell integration', () =>
      Promise.resolve(terminal.shellIntegration !== undefined || undefined),
    );
    const started = new Promise<void>((resolve) => {
      const subscription = vscode.window.onDidStartTerminalShellExecution((event) => {
        if (event.terminal !== terminal) return;
        subscription.dispose();
        resolve();
      });
    });
    terminal.sendText(commandLine, true);
    await started;
  }

  /** Starts a program of the test's own, and waits until it reads. */
  async start(terminal: vscode.Terminal, commandLine: string, name: string): Promise<void> {
    rmSync(path.join(this.folder, `${name}.got`), { force: true });
    await this.run(terminal, commandLine);
    await until(`${name} to read`, () => {
      try {
        return Promise.resolve(this.got(name) === '' || undefined);
      } catch {
        return Promise.resolve(undefined);
      }
    });
  }

  /** Waits until the program of that name has got something that ends with `end`. */
  async untilGot(name: string, end: string): Promise<string> {
    return until(
      () => `${name} got ${JSON.stringify(end)}, but ${JSON.stringify(this.got(name))}`,
      () => Promise.resolve(this.got(name).endsWith(end) ? this.got(name) : undefined),
    );
  }

  /** Waits until the command that runs in the terminal is over. */
  async untilEnded(terminal: vscode.Terminal): Promise<void> {
    await new Promise<void>((resolve) => {
      const subscription = vscode.window.onDidEndTerminalShellExecution((event) => {
        if (event.terminal !== terminal) return;
        subscription.dispose();
        resolve();
      });
    });
  }

  dispose(): void {
    assert.ok(this.folder.startsWith(os.tmpdir()));
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

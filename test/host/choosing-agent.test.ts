import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Agents, RunningAgent } from '../../src/core/agents';
import { AgentTerminals } from '../../src/editor/agents/agent-terminals';
import { TerminalExecutions } from '../../src/editor/agents/terminal-executions';
import { TerminalReaders } from '../../src/editor/agents/terminal-readers';
import { WorkspaceFiles } from '../../src/editor/agents/workspace-files';
import { chooseAgent } from '../../src/ui/choose-agent';
import { NO_AGENT } from '../../src/ui/messages/agent-messages';
import type { Message } from '../../src/ui/messages/message';
import { systemClock } from '../../src/ui/system-clock';
import { until } from './extension-under-test';
import { TerminalPrograms } from './terminal-programs';
import { canSearch, emptyWindow } from './window';

suite('which agent, and which file', () => {
  teardown(emptyWindow);

  function running(id: number, name: string): RunningAgent {
    return { id, name, terminal: 'zsh', isWorking: false };
  }

  /** The agents of a window, what was asked of them, and what was told. */
  function asked(list: readonly RunningAgent[], installed: readonly string[] = []) {
    const done: string[] = [];
    const agents: Agents = {
      isPlain: false,
      list: () => list,
      choose: (id) => done.push(`choose ${String(id)}`) > 0,
      installed: () => Promise.resolve(installed),
      start: (name) => void done.push(`start ${name}`),
    };
    const told: Message[] = [];
    const show = (message: Message): Promise<void> => {
      told.push(message);
      return Promise.resolve();
    };
    let chosen: boolean | undefined;
    void chooseAgent(agents, { show }).then((is) => {
      chosen = is;
    });
    /** Presses a key until it is answered: it may come before what is asked. */
    const answer = (command: string): Promise<unknown> =>
      until('an answer', async () => {
        if (chosen === undefined) await vscode.commands.executeCommand(command);
        return chosen === undefined ? undefined : { chosen, done, told };
      });
    return answer;
  }

  test('of several that run, the person picks one', async () => {
    const answer = asked([running(4, 'claude'), running(7, 'codex')]);
    assert.deepEqual(await answer('workbench.action.acceptSelectedQuickOpenItem'), {
      chosen: true,
      done: ['choose 4'],
      told: [],
    });
  });

  test('where nothing is picked, nothing is meant', async () => {
    const answer = asked([running(4, 'claude'), running(7, 'codex')]);
    assert.deepEqual(await answer('workbench.action.closeQuickOpen'), {
      chosen: false,
      done: [],
      told: [],
    });
  });

  test('where none runs, it is offered to start one that is installed', async () => {
    const answer = asked([], ['codex', 'claude']);
    assert.deepEqual(await answer('notification.acceptPrimaryAction'), {
      chosen: false,
      done: ['start codex'],
      told: [],
    });
  });

  test('where none is installed, that is told', async () => {
    const answer = asked([]);
    assert.deepEqual(await answer('workbench.action.closeQuickOpen'), {
      chosen: false,
      done: [],
      told: [NO_AGENT],
    });
  });

  test('installed is what the settings name and can be run; nothing is run to find out', async () => {
    const programs = new TerminalPrograms();
    const before = process.env['PATH'];
    const executions = new TerminalExecutions();
    const names = ['claude', 'codex', 'gemini', 'aider', '../claude', 'claude; touch ran'];
    const options = { programs: () => names, isElsewhere: false };
    const readers = new TerminalReaders({ ...options, executions, clock: systemClock });
    try {
      const other = path.join(programs.folder, 'other');
      mkdirSync(other);
      programs.makeScript('claude', 'touch "$0.ran"');
      writeFileSync(path.join(programs.folder, 'codex'), 'no program');
      writeFileSync(path.join(other, 'gemini'), '#!/bin/sh\n');
      chmodSync(path.join(other, 'gemini'), 0o755);
      process.env['PATH'] = ['.', programs.folder, '/no/such/folder', other].join(path.delimiter);
      const here = new AgentTerminals({ ...options, readers });
      const elsewhere = new AgentTerminals({ ...options, readers, isElsewhere: true });
      assert.deepEqual(
        [await here.installed(), await elsewhere.installed(), vscode.window.terminals.length],
        [['claude', 'gemini'], [], 0],
      );
    } finally {
      process.env['PATH'] = before;
      readers.dispose();
      executions.dispose();
      programs.dispose();
    }
  });

  test('of files that are said alike the one that was open last is meant, then one that is open', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
    assert.ok(folder !== undefined);
    const of = (name: string): string => path.join(folder, name, 'quick-brown-fox.ts');
    const folders = ['aa', 'bb', 'cc'];
    const files = new WorkspaceFiles(systemClock);
    const found = (): string | undefined => files.find(['quick', 'brown', 'fox'])?.path;
    const show = async (name: string): Promise<void> => {
      await vscode.window.showTextDocument(vscode.Uri.file(of(name)), { preview: false });
      await until(`${name} to be found`, () => Promise.resolve(found() === of(name) || undefined));
    };
    try {
      for (const name of folders) {
        mkdirSync(path.join(folder, name));
        writeFileSync(of(name), 'export {};\n');
      }
      if (!(await canSearch(vscode.Uri.file(of('aa'))))) {
        await files.look();
        assert.equal(found(), undefined);
        return;
      }
      await until('the files', async () => {
        await files.look();
        return found();
      });
      for (const name of ['cc', 'bb', 'aa', 'cc']) await show(name);
      // Nothing was open since these began: what is open comes before what is not.
      const later = new WorkspaceFiles(systemClock);
      try {
        await vscode.commands.executeCommand('workbench.action.closeOtherEditors');
        await until('the open one', async () => {
          await later.look();
          return later.find(['quick', 'brown', 'fox'])?.path === of('cc') || undefined;
        });
      } finally {
        later.dispose();
      }
    } finally {
      files.dispose();
      for (const name of folders) rmSync(path.join(folder, name), { recursive: true });
    }
  });
});

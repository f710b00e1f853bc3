import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type * as vscode from 'vscode';
import { until } from './extension-under-test';
import { InsertionRig } from './insertion-rig';
import { hasTerminals, TerminalPrograms } from './terminal-programs';
import { closeTerminals } from './window';

/** Keys of line editors: to the start of the line, and to its end. */
const [START, END] = ['\u0001', '\u0005'];

/** The oldest VS Code is installed without what opens terminals: it would have to be compiled. */
suite('shells and what reads code in them', hasTerminals() ? shells : withoutTerminals);

function withoutTerminals(): void {
  test('cannot be tried in this VS Code, which opens no terminals', () => {
    assert.equal(hasTerminals(), false);
  });
}

function shells(): void {
  let rig: InsertionRig;
  let programs: TerminalPrograms;

  setup(() => {
    rig = new InsertionRig();
    programs = new TerminalPrograms();
  });

  teardown(async () => {
    await rig.dispose();
    await closeTerminals();
    programs.dispose();
  });

  async function dictate(...finals: readonly string[]): Promise<string | undefined> {
    const target = await rig.openTarget({ kind: 'terminal' });
    for (const final of finals) assert.equal(await target.insert(final), 'inserted', final);
    return target.name;
  }

  /** What stands on the line, byte by byte: put between two texts that make it write itself, and run. */
  async function lineIn(
    terminal: vscode.Terminal,
    [before, behind]: readonly [string, string],
  ): Promise<string> {
    const file = path.join(programs.folder, 'line');
    terminal.sendText(`${START}${before}${END}${behind}`, true);
    return until('the line', () =>
      Promise.resolve((existsSync(file) && readFileSync(file, 'utf8')) || undefined),
    );
  }

  const QUOTED_BY_SHELL = ["printf %s '", "' > line.new && mv line.new line"] as const;

  test('bash gets one line of code, byte by byte, which it does not run', async () => {
    const terminal = await programs.openShell();
    const ended = programs.untilEnded(terminal);
    await programs.run(terminal, 'true');
    await ended;
    const said = ['git commit dash dash amend', 'dash m fix. New line. touch ran'];
    assert.equal(await dictate(...said), 'Terminal bash');
    const line = await lineIn(terminal, QUOTED_BY_SHELL);
    assert.deepEqual(
      [line, existsSync(path.join(programs.folder, 'ran'))],
      ['git commit --amend -m fix touch ran', false],
    );
  });

  for (const shell of ['/bin/bash', '/usr/bin/zsh']) {
    test(`an agent that ${shell} runs gets what is said as it is said`, async () => {
      programs.make('claude', { takesPastes: true, echoes: true });
      const terminal = await programs.openShell(shell);
      await programs.start(terminal, 'env X=1 claude --continue', 'claude');
      const said = 'Over the last week, the tests failed two times. Why? Größe 日本語.';
      assert.equal(await dictate(said), 'claude');
      assert.equal(await programs.untilGot('claude', '日本語.'), said);
    });
  }

  test('python gets one line of Python, byte by byte, which it does not run', async () => {
    const terminal = await programs.openShell();
    await programs.run(terminal, 'python3 -q');
    // Without a prompt, what is typed is shown by the terminal, and edited by nobody.
    await until('its prompt', () =>
      Promise.resolve(rig.executions.in(terminal)?.hasPrinted === true || undefined),
    );
    assert.equal(await dictate('total equals two plus three'), 'python3');
    const line = await lineIn(terminal, [
      "print(end=r'''",
      "''', file=open('line', 'w'), flush=True)",
    ]);
    assert.equal(line, 'total = 2 + 3');
  });
}

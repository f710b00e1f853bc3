import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { Settings } from '../../src/core/settings';
import type { Submission } from '../../src/core/submission';
import type { Target, TargetKind, TargetRequest } from '../../src/core/target';
import type { ClipboardLoan } from '../../src/editor/targets/clipboard-loan';
import { borrowClipboard } from '../../src/editor/targets/clipboard-target';
import { TerminalExecutions } from '../../src/editor/agents/terminal-executions';
import { TerminalReaders } from '../../src/editor/agents/terminal-readers';
import { findGit, type GitRepository } from '../../src/editor/place/git';
import { createTargetOpener } from '../../src/editor/targets/open-target';
import { systemClock } from '../../src/ui/system-clock';
import { FakeTarget } from '../contracts/fake-target';
import { DEFAULT_SETTINGS } from '../fixtures/default-settings';
import { until } from './extension-under-test';
import { closeEditors, closeTerminals, restoreClipboard } from './window';

const run = promisify(execFile);

/** A terminal that runs nothing, and what was typed into it. */
function openTerminal(name: string): {
  readonly terminal: vscode.Terminal;
  readonly typed: () => string;
} {
  let typed = '';
  const terminal = vscode.window.createTerminal({
    name,
    pty: {
      onDidWrite: new vscode.EventEmitter<string>().event,
      open: () => undefined,
      close: () => undefined,
      handleInput: (data: string) => {
        typed += data;
      },
    },
  });
  return { terminal, typed: () => typed };
}

suite('targets that are no documents', () => {
  let targets: Target[];
  let document: FakeTarget;
  let documentRequests: TargetRequest[];
  let clipboard: ClipboardLoan;
  let executions: TerminalExecutions;
  let submissions: Submission[];
  let submit: Settings['agents']['submit'];
  /** What can be named, by what is said for it. */
  let files: Map<string, string>;
  let readers: TerminalReaders;

  setup(() => {
    executions = new TerminalExecutions();
    readers = new TerminalReaders({
      executions,
      clock: systemClock,
      programs: () => DEFAULT_SETTINGS.agents.programs,
      isElsewhere: false,
    });
    clipboard = borrowClipboard(systemClock);
    targets = [];
    submissions = [];
    submit = 'off';
    files = new Map();
    documentRequests = [];
    document = new FakeTarget();
  });

  teardown(async () => {
    await clipboard.close();
    for (const target of targets) target.dispose();
    readers.dispose();
    executions.dispose();
    await closeTerminals();
    await closeEditors();
  });

  async function open(
    request: TargetRequest,
    identifiers: readonly string[] = [],
  ): Promise<Target> {
    const ignore = (): void => undefined;
    const openTarget = createTargetOpener({
      clipboard,
      clock: systemClock,
      readers,
      agents: { meant: undefined },
      lastTyped: { note: () => undefined },
      files: {
        look: () => Promise.resolve(),
        find: (words) => {
          const path = files.get(words.slice(0, 2).join(' '));
          return path === undefined ? undefined : { path, length: 2 };
        },
      },
      terminalScope: () => 'auto',
      submit: () => submit,
      onDidSubmit: (submission) => submissions.push(submission),
      log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
      openDocument: (asked) => {
        documentRequests.push(asked);
        return Promise.resolve(document);
      },
      readStyle: () =>
        Promise.resolve({
          insertion: DEFAULT_SETTINGS.insertion,
          languages: [],
          identifiers,
          variables: { selection: '', clipboard: '', date: '' },
        }),
    });
    const target = await openTarget(request);
    targets.push(target);
    return target;
  }

  async function insertInto(kind: TargetKind, ...finals: readonly string[]): Promise<Target> {
    const target = await open({ kind });
    for (const final of finals) assert.equal(await target.insert(final), 'inserted');
    return target;
  }

  async function showTerminal(name: string): Promise<ReturnType<typeof openTerminal>> {
    const opened = openTerminal(name);
    opened.terminal.show();
    await until('the terminal', () =>
      Promise.resolve(vscode.window.activeTerminal === opened.terminal || undefined),
    );
    return opened;
  }

  test('where no place is asked for, it is the editor; without one, the terminal; else nothing', async () => {
    assert.equal(await open({}), document);
    await showTerminal('zsh');
    assert.equal((await open({})).name, 'Terminal zsh');
    await closeTerminals();
    await showTerminal('zsh');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument());
    assert.equal(await open({}), document);
    const place = { uri: 'untitled:a', line: 0, character: 0 };
    assert.equal(await open({ kind: 'terminal', place }), document);
    assert.deepEqual(documentRequests, [{}, {}, { kind: 'terminal', place }]);
  });

  test('the Output panel is no editor, though VS Code takes it for one', async () => {
    await showTerminal('zsh');
    const channel = vscode.window.createOutputChannel('probe');
    try {
      channel.show();
      await until('the output', () =>
        Promise.resolve(
          vscode.window.activeTextEditor?.document.uri.scheme === 'output' || undefined,
        ),
      );
      assert.equal((await open({})).name, 'Terminal zsh');
    } finally {
      channel.dispose();
    }
  });

  suite('terminal', () => {
    test('gets what is said in one line that is not run', async () => {
      const { typed } = await showTerminal('zsh');
      const target = await insertInto('terminal', 'git\nlog\tgraph\u001b\u0003', 'again');
      assert.equal(target.name, 'Terminal zsh');
      await until('the text', () => Promise.resolve(typed().endsWith('again') || undefined));
      assert.equal(typed(), 'git log graph again');
    });

    test('gets code, or prose as soon as the person switches to it', async () => {
      const { typed } = await showTerminal('zsh');
      const target = await insertInto('terminal', 'git commit dash m');
      target.switchScope?.();
      await target.insert('a dash of salt');
      await until('the text', () => Promise.resolve(typed().endsWith('salt') || undefined));
      assert.equal(typed(), 'git commit -m a dash of salt');
    });

    test('gets names of the workspace, but none that acts at a prompt', async () => {
      const { typed } = await showTerminal('zsh');
      const names = ['user-list', '-rfForce', '.bashProfile', '$HOME_FOLDER', 'runTests\u202e'];
      const target = await open({ kind: 'terminal' }, names);
      for (const final of ['user list', 'rf force', 'bash profile', 'home folder', 'run tests']) {
        assert.equal(await target.insert(final), 'inserted');
      }
      await until('the text', () => Promise.resolve(/tests$/i.test(typed()) || undefined));
      assert.equal(typed(), 'user-list rf force bash profile home folder runTests');
    });

    test('that is closed takes nothing any more, and one that is not there is told at once', async () => {
      const { typed } = await showTerminal('zsh');
      const target = await open({ kind: 'terminal' });
      assert.equal(await target.findProblem(), undefined);
      await closeTerminals();
      const missing = await open({ kind: 'terminal' });
      assert.deepEqual(
        [
          await target.insert('git'),
          typed(),
          await missing.findProblem(),
          await missing.insert('a'),
        ],
        ['no-target', '', 'target-missing', 'no-target'],
      );
    });
  });

  suite('in Source Control', () => {
    let folder: string;
    let repository: GitRepository;

    suiteSetup(async () => {
      const workspace = vscode.workspace.workspaceFolders?.[0];
      assert.ok(workspace !== undefined);
      folder = mkdtempSync(path.join(workspace.uri.fsPath, 'repository-'));
      await run('git', ['init', '--quiet', folder]);
      const opened = await until('the repository', async () => {
        await vscode.commands.executeCommand('git.openRepository', folder);
        const git = await findGit();
        return git?.repositories.find(({ rootUri }) => rootUri.fsPath === folder);
      });
      repository = opened;
    });

    suiteTeardown(async () => {
      await vscode.commands.executeCommand('git.close', vscode.Uri.file(folder));
      rmSync(folder, { recursive: true, force: true });
    });

    restoreClipboard();

    setup(() => {
      repository.inputBox.value = '';
    });

    /** Puts the focus into the box of the commit message. */
    async function focusBox(): Promise<void> {
      await vscode.commands.executeCommand('workbench.view.scm');
      await until('the focus', async () => {
        await vscode.commands.executeCommand('workbench.scm.action.focusNextInput');
        await vscode.commands.executeCommand('default:type', { text: '>' });
        return repository.inputBox.value.startsWith('>') || undefined;
      });
      await vscode.commands.executeCommand('editor.action.selectAll');
    }

    test('the commit message gets a subject without a full stop', async () => {
      const target = await insertInto('sourceControl', 'Fix the crash.');
      assert.deepEqual(
        [target.name, await target.findProblem(), repository.inputBox.value],
        ['Commit message', undefined, 'Fix the crash'],
      );
    });

    test('the commit message goes on where it ends, sentence by sentence in its body', async () => {
      repository.inputBox.value = 'Fix the crash\n\n';
      await insertInto('sourceControl', 'It came with the network.', 'It is gone.');
      assert.equal(
        repository.inputBox.value,
        'Fix the crash\n\nIt came with the network. It is gone.',
      );
    });

    test('a line break within what is said ends the subject; a mark takes the recogniser’s place', async () => {
      const texts: string[] = [];
      const target = await insertInto('sourceControl', 'Drop Node 18. New line. It is old.');
      texts.push(repository.inputBox.value);
      for (const final of ['Comma.', 'And slow.', 'Exclamation mark.', 'Scratch that.', 'Colon.']) {
        await target.insert(final);
        texts.push(repository.inputBox.value);
      }
      assert.deepEqual(texts, [
        'Drop Node 18\n\nIt is old.',
        'Drop Node 18\n\nIt is old,',
        'Drop Node 18\n\nIt is old, and slow.',
        'Drop Node 18\n\nIt is old, and slow!',
        'Drop Node 18\n\nIt is old, and slow.',
        'Drop Node 18\n\nIt is old, and slow:',
      ]);
      assert.deepEqual([await target.takeBack(), repository.inputBox.value], [4, '']);
    });

    test('taking back restores the message, or what the person has made of it without ours', async () => {
      repository.inputBox.value = 'fix:';
      const target = await insertInto('sourceControl', 'the crash', 'of the network');
      assert.equal(repository.inputBox.value, 'fix: the crash of the network');
      assert.deepEqual([await target.takeBack(), repository.inputBox.value], [2, 'fix:']);
      const other = await insertInto('sourceControl', 'the crash');
      repository.inputBox.value += ' (#7)';
      assert.deepEqual([await other.takeBack(), repository.inputBox.value], [1, 'fix: (#7)']);
      assert.equal(await other.takeBack(), 0);
    });

    test('an input that has the focus gets the text as it is said, brackets and lines included', async () => {
      await focusBox();
      const target = await insertInto('input', 'Explain (this', 'and "that', 'line\nby line');
      assert.equal(target.name, 'Input');
      await until('the text', () =>
        Promise.resolve(repository.inputBox.value.includes('by line') || undefined),
      );
      assert.equal(repository.inputBox.value, 'Explain (this and "that line\nby line');
    });

    test('a pasted text leaves the clipboard as it was, and two do not get mixed up', async () => {
      await vscode.env.clipboard.writeText('theirs');
      await focusBox();
      const [first, second] = [
        await open({ kind: 'clipboard' }),
        await open({ kind: 'clipboard' }),
      ];
      assert.deepEqual(await Promise.all([first.insert('one'), second.insert('two')]), [
        'inserted',
        'inserted',
      ]);
      await until('the text', () =>
        Promise.resolve(repository.inputBox.value.includes('two') || undefined),
      );
      // Somebody slow may still read it.
      assert.deepEqual(
        [
          repository.inputBox.value,
          await vscode.env.clipboard.readText(),
          await clipboard.readText(),
        ],
        ['onetwo', 'two', 'theirs'],
      );
      await until('their clipboard', async () => {
        return (await vscode.env.clipboard.readText()) === 'theirs' || undefined;
      });
    });

    test('a panel of an agent has names and files written as prompts have, any other field has not', async () => {
      const folder = vscode.workspace.workspaceFolders?.[0]?.uri.path ?? '';
      files.set('session chain', `${folder}/src/session-chain.ts`);
      await focusBox();
      const said = 'Why does get user name fail in at file session chain?';
      const written: string[] = [];
      for (const name of ['Claude Code', 'Roo Code', undefined]) {
        repository.inputBox.value = '';
        const target = await open({ kind: 'clipboard', name }, ['getUserName']);
        target.showPartial(said);
        const shown = target.name ?? '';
        target.showPartial('');
        assert.equal(await target.insert(said), 'inserted');
        const text = await until('the text', () =>
          Promise.resolve(
            repository.inputBox.value.endsWith('?') ? repository.inputBox.value : undefined,
          ),
        );
        written.push(shown, text);
      }
      assert.deepEqual(written, [
        'Claude Code: @src/session-chain.ts',
        'Why does getUserName fail in @src/session-chain.ts?',
        'Roo Code: @/src/session-chain.ts',
        'Why does getUserName fail in @/src/session-chain.ts?',
        'Focused field',
        said,
      ]);
    });

    test('a panel cannot be sent to: that is told where it is asked for, and what was said stays', async () => {
      await focusBox();
      submit = 'phrase';
      const target = await open({ kind: 'clipboard', name: 'Claude Code' });
      assert.deepEqual(
        [await target.insert('Fix it. Send it.'), await target.insert('Send it.')],
        ['inserted', 'performed'],
      );
      submit = 'release';
      await target.released?.(9);
      await until('the text', () => Promise.resolve(repository.inputBox.value !== '' || undefined));
      const told = { outcome: 'panel', to: 'Claude Code' };
      assert.deepEqual([repository.inputBox.value, submissions], ['Fix it.', [told, told, told]]);
    });

    test('a window that closes right after a paste gives the clipboard back', async () => {
      await vscode.env.clipboard.writeText('theirs');
      await focusBox();
      const target = await open({ kind: 'clipboard' });
      const outcomes = [await target.insert('one')];
      await clipboard.close();
      assert.equal(await vscode.env.clipboard.readText(), 'theirs');
      outcomes.push(await target.insert('two'));
      assert.deepEqual(outcomes, ['inserted', 'no-target']);
    });
  });
});

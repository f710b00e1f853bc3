import assert from 'node:assert/strict';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Settings } from '../../src/core/settings';
import type { Target, TargetRequest } from '../../src/core/target';
import { DEFAULT_SETTINGS } from '../fixtures/default-settings';
import { until } from './extension-under-test';
import { InsertionRig } from './insertion-rig';
import { hasTerminals, TerminalPrograms } from './terminal-programs';
import { closeTerminals } from './window';

const PASTE = '\u001b[200~';
const PASTED = '\u001b[201~';

/** The oldest VS Code is installed without what opens terminals: it would have to be compiled. */
suite('coding agents in terminals', hasTerminals() ? agentsInTerminals : withoutTerminals);

function withoutTerminals(): void {
  test('cannot be tried in this VS Code, which opens no terminals', () => {
    assert.equal(hasTerminals(), false);
  });
}

function agentsInTerminals(): void {
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

  async function dictate(...finals: readonly string[]): Promise<Target> {
    return dictateTo({ kind: 'terminal' }, ...finals);
  }

  async function dictateTo(request: TargetRequest, ...finals: readonly string[]): Promise<Target> {
    const target = await rig.openTarget(request);
    for (const final of finals) assert.equal(await target.insert(final), 'inserted', final);
    return target;
  }

  function withSettings(change: Partial<Settings['insertion']>): void {
    rig.settings = { ...DEFAULT_SETTINGS, insertion: { ...DEFAULT_SETTINGS.insertion, ...change } };
  }

  async function startAgent(
    manner: Parameters<TerminalPrograms['make']>[1] = { takesPastes: true, echoes: true },
    commandLine = 'claude',
  ): Promise<vscode.Terminal> {
    programs.make('claude', manner);
    const terminal = await programs.openShell();
    await programs.start(terminal, commandLine, 'claude');
    if (manner.takesPastes === true) await untilTakesPastes(terminal);
    return terminal;
  }

  /**
   * Has the shell there run something, after what stands at its prompt was deleted. While it is busy with
   * something else, the terminal itself deletes lines, ends of pastes with them: so it is tried again, at
   * longer and longer distances, because a busy shell still runs each of them, before it can be closed.
   */
  async function probe(terminal: vscode.Terminal): Promise<void> {
    let looks = 0;
    let nextAt = 1;
    await until('the probe', () => {
      if (existsSync(path.join(programs.folder, 'probe'))) return Promise.resolve(true);
      if (++looks >= nextAt) {
        nextAt *= 2;
        terminal.sendText('\u001b[201~\u0015touch probe', true);
      }
      return Promise.resolve(undefined);
    });
  }

  async function untilTakesPastes(terminal: vscode.Terminal): Promise<void> {
    await until('bracketed pastes', () =>
      Promise.resolve(rig.executions.in(terminal)?.takesPastes === true || undefined),
    );
  }

  for (const said of [
    'Over the last week, the tests failed two times. Why?',
    "Use camel case for the new function, and don't change the public API.",
    'Why does the dash in the title of the path settings break the build?',
    '¿Por qué falla? Größe prüfen. 日本語もどうぞ。',
  ]) {
    test(`an agent gets what is said as it is said: ${said}`, async () => {
      await startAgent();
      const target = await dictate(said);
      assert.equal(target.name, 'claude');
      assert.equal(await programs.untilGot('claude', said.slice(-3)), said);
    });
  }

  for (const commandLine of [
    './claude',
    'env X=1 claude',
    'cd . && claude --continue',
    'nice -n 1 claude',
  ]) {
    test(`an agent is known however it is started: ${commandLine}`, async () => {
      await startAgent({}, commandLine);
      const target = await dictate('Fix it, two times.');
      assert.equal(target.name, 'claude');
      assert.equal(await programs.untilGot('claude', '.'), 'Fix it, two times.');
    });
  }

  test('a program that is no agent, and the shell when the agent is gone, get code', async () => {
    programs.make('other', {});
    const terminal = await startAgent();
    assert.equal((await dictate('Two dash.')).name, 'claude');
    await programs.untilGot('claude', '.');
    const ended = programs.untilEnded(terminal);
    terminal.sendText('\u0004', false);
    await ended;
    await programs.start(terminal, 'other', 'other');
    const target = await dictate('git commit dash m');
    assert.equal(await programs.untilGot('other', 'm'), 'git commit -m');
    assert.match(target.name ?? '', /^Terminal /);
  });

  test('the setting, and a key of one’s own, say how a terminal is written in', async () => {
    await startAgent();
    withSettings({ terminalScope: 'code' });
    await dictate('git commit dash m');
    assert.equal(await programs.untilGot('claude', 'm'), 'git commit -m');
    withSettings({ terminalScope: 'auto' });
    await dictateTo({ kind: 'terminal', scope: 'code' }, 'dash dash amend');
    assert.equal(await programs.untilGot('claude', 'd'), 'git commit -m --amend');
  });

  test('prose mode lasts as long as the program runs in which it was said', async () => {
    programs.make('other', {});
    const terminal = await startAgent({});
    const first = await rig.openTarget({ kind: 'terminal' });
    assert.equal(await first.insert('code mode'), 'performed');
    await dictate('git commit dash m');
    assert.equal(await programs.untilGot('claude', 'm'), 'git commit -m');
    const ended = programs.untilEnded(terminal);
    terminal.sendText('\u0004', false);
    await ended;
    await programs.start(terminal, 'claude', 'claude');
    await dictate('Two times.');
    assert.equal(await programs.untilGot('claude', '.'), 'Two times.');
  });

  test('python reads Python', async () => {
    const terminal = await programs.openShell();
    await programs.run(terminal, 'python3 -q');
    const target = await rig.openTarget({ kind: 'terminal' });
    assert.equal(target.name, 'python3');
  });

  suite('joining', () => {
    test('two dictations into one prompt are joined like one', async () => {
      await startAgent();
      await dictate('Fix the parser.');
      await dictate('Then run the tests.');
      assert.equal(
        await programs.untilGot('claude', 'tests.'),
        'Fix the parser. Then run the tests.',
      );
    });

    test('another program, and the shell behind it, begin clean', async () => {
      programs.make('codex', { takesPastes: true });
      const terminal = await startAgent();
      await dictate('Fix the parser.');
      await programs.untilGot('claude', '.');
      const ended = programs.untilEnded(terminal);
      terminal.sendText('\u0004', false);
      await ended;
      await programs.start(terminal, 'codex', 'codex');
      await dictate('Then run the tests.');
      assert.equal(await programs.untilGot('codex', 'tests.'), 'Then run the tests.');
    });
  });

  suite('lines', () => {
    test('get to an agent in pastes, in which nothing is sent', async () => {
      await startAgent();
      await dictate('First line. New paragraph. Second line. New line. Third line.');
      const got = await programs.untilGot('claude', `Third line.${PASTED}`);
      assert.equal(
        got,
        `${PASTE}First line.${PASTED}${PASTE}\r\rSecond line.${PASTED}${PASTE}\rThird line.${PASTED}`,
      );
    });

    test('are said on their own, too', async () => {
      await startAgent();
      await dictate('First line.', 'New paragraph.', 'Second line.');
      assert.equal(
        await programs.untilGot('claude', 'Second line.'),
        `First line.${PASTE}\r\r${PASTED}Second line.`,
      );
    });

    test('are broken by the agent’s own key where it takes no pastes', async () => {
      await startAgent({ echoes: true });
      await dictate('First line. New line. Second line.');
      assert.equal(
        await programs.untilGot('claude', 'Second line.'),
        'First line.\u001b\rSecond line.',
      );
    });

    test('of replacements and snippets too, without what could end the paste', async () => {
      withSettings({
        replacements: { 'sign off': 'Bye\u001b[201~\r\n\u001b[200~Me\u0003' },
        snippets: { two: 'one\r\ntwo\u001b' },
      });
      await startAgent();
      await dictate('Sign off.', 'snippet two');
      assert.equal(
        await programs.untilGot('claude', `two${PASTED}`),
        `${PASTE}Bye${PASTED}${PASTE}\rMe${PASTED}${PASTE} one${PASTED}${PASTE}\rtwo${PASTED}`,
      );
    });

    test('never get to a shell, nor to a program that is no agent', async () => {
      programs.make('other', { takesPastes: true });
      const terminal = await programs.openShell();
      const target = await rig.openTarget({ kind: 'terminal' });
      assert.equal(await target.insert('new line'), 'impossible');
      await programs.start(terminal, 'other', 'other');
      assert.equal(await target.insert('new line'), 'impossible');
      await target.insert('One. New line. Two.');
      assert.doesNotMatch(await programs.untilGot('other', '2'), /\p{Cc}/u);
    });

    for (const [quitsAfter, where] of [
      [6, 'behind the mark of the paste'],
      [16, 'in the first line'],
      [24, 'between two pastes'],
      [30, 'in the mark of the second'],
      [40, 'in the second line'],
    ] as const) {
      test(`are not run where the agent quits ${where}`, async () => {
        const terminal = await startAgent({ takesPastes: true, quitsAfter });
        const ended = programs.untilEnded(terminal);
        const target = await rig.openTarget({ kind: 'terminal' });
        const lines = ['first', 'second', 'third'].map((word) => `touch ran-${word}`);
        const outcome = target.insert(lines.join('. New line. '));
        await ended;
        await outcome;
        // What the shell got stands at its prompt: it runs the next thing that is run there.
        await probe(terminal);
        assert.deepEqual(
          ['first', 'second', 'third'].filter((word) =>
            ['', '.'].some((stop) => existsSync(path.join(programs.folder, `ran-${word}${stop}`))),
          ),
          [],
        );
      });
    }

    test('an alias that calls a shell by an agent’s name gets none', async () => {
      const terminal = await programs.openShell();
      await programs.run(terminal, 'alias claude="bash --norc"');
      await programs.run(terminal, 'claude');
      const target = await rig.openTarget({ kind: 'terminal' });
      await until(
        'the inner shell',
        async () => (await target.insert('new line')) === 'impossible' || undefined,
      );
    });
  });

  suite('sending', () => {
    function submitBy(submit: Settings['agents']['submit']): void {
      rig.settings = { ...DEFAULT_SETTINGS, agents: { ...DEFAULT_SETTINGS.agents, submit } };
    }

    test('is not done by a phrase, unless the person has asked for it', async () => {
      await startAgent();
      await dictate('Fix it. Send it.', 'Send it.');
      assert.equal(
        await programs.untilGot('claude', 'Send it. Send it.'),
        'Fix it. Send it. Send it.',
      );
      assert.deepEqual(rig.submissions, []);
    });

    for (const [how, manner] of [
      ['shows what it reads', { takesPastes: true, echoes: true }],
      ['shows nothing', { takesPastes: true }],
      ['takes no pastes', { echoes: true }],
    ] as const) {
      test(`is an Enter of its own, to an agent that ${how}`, async () => {
        submitBy('phrase');
        await startAgent(manner);
        await dictate('Fix the parser. Send it.');
        assert.equal(await programs.untilGot('claude', '\r'), 'Fix the parser.\r');
        await dictate('Then run the tests.');
        const target = await rig.openTarget({ kind: 'terminal' });
        assert.equal(await target.insert('Send it.'), 'performed');
        assert.equal(
          await programs.untilGot('claude', 'tests.\r'),
          'Fix the parser.\rThen run the tests.\r',
        );
        const sent = { outcome: 'sent', to: 'claude' };
        assert.deepEqual(rig.submissions, [sent, sent]);
      });
    }

    test('is done by Send to Agent, whatever the setting is, and never in a shell', async () => {
      await startAgent();
      await dictate('Fix the parser. Send it.');
      const shell = await programs.openShell();
      await programs.run(shell, 'true');
      await rig.dictate.sendToAgent();
      assert.equal(await programs.untilGot('claude', '\r'), 'Fix the parser. Send it.\r');
      const last = await dictate('touch ran');
      await rig.dictate.sendToAgent();
      assert.equal(await programs.untilGot('claude', '\r\r'), 'Fix the parser. Send it.\r\r');
      assert.deepEqual(
        [last.kind, existsSync(path.join(programs.folder, 'ran'))],
        ['terminal', false],
      );
      assert.deepEqual(
        rig.submissions.map(({ outcome }) => outcome),
        ['sent', 'sent'],
      );
      shell.sendText('\u0015', false);
    });

    test('is done when the key is let go, after three words', async () => {
      submitBy('release');
      await startAgent();
      const target = await dictate('Fix it.');
      await target.released?.(2);
      await target.insert('Please. Send it.');
      await target.released?.(5);
      assert.equal(await programs.untilGot('claude', '\r'), 'Fix it. Please. Send it.\r');
    });

    test('never gets to a shell, nor to a program that is no agent', async () => {
      submitBy('phrase');
      programs.make('other', { takesPastes: true, echoes: true });
      const terminal = await programs.openShell();
      await programs.run(terminal, 'true');
      const target = await rig.openTarget({ kind: 'terminal' });
      await target.insert('touch ran. Send it.');
      assert.equal(await target.insert('Send it.'), 'performed');
      await target.released?.(9);
      terminal.sendText('\u0015', false);
      await programs.start(terminal, 'other', 'other');
      await target.insert('Fix it. Send it.');
      assert.equal(await target.insert('Send it.'), 'performed');
      assert.doesNotMatch(programs.got('other'), /\p{Cc}/u);
      assert.deepEqual(
        rig.submissions.map(({ outcome }) => outcome),
        ['no-agent', 'no-agent', 'no-agent', 'no-agent'],
      );
      assert.deepEqual(
        ['ran', 'ran.'].filter((name) => existsSync(path.join(programs.folder, name))),
        [],
      );
    });

    for (const alias of ['alias claude="bash --norc"', 'claude() { bash --norc; }']) {
      test(`never gets to a shell that is called by an agent’s name: ${alias}`, async () => {
        submitBy('phrase');
        const terminal = await programs.openShell();
        await programs.run(terminal, alias);
        await programs.run(terminal, 'claude');
        const target = await rig.openTarget({ kind: 'terminal' });
        await target.insert('touch ran');
        // By then the inner shell may or may not have begun.
        assert.equal(await target.insert('Send it.'), 'performed');
        await probe(terminal);
        assert.deepEqual(
          [
            rig.submissions.map(({ outcome }) => outcome),
            existsSync(path.join(programs.folder, 'ran')),
          ],
          [['no-agent'], false],
        );
      });
    }

    test('never gets to a shell behind an agent that fails to start', async () => {
      submitBy('phrase');
      const terminal = await programs.openShell();
      programs.makeScript('claude', 'echo Starting; read -r line; exit 1');
      await programs.run(terminal, 'claude');
      const target = await rig.openTarget({ kind: 'terminal' });
      assert.equal(target.name, 'claude');
      assert.equal(await target.insert('touch ran; #. Send it.'), 'inserted');
      assert.equal(await target.insert('New line.'), 'impossible');
      assert.equal(await target.insert('touch ran. New line. touch ran. Send it.'), 'inserted');
      terminal.sendText('\u0003', false);
      await probe(terminal);
      assert.deepEqual(
        [
          rig.submissions.map(({ outcome }) => outcome),
          existsSync(path.join(programs.folder, 'ran')),
        ],
        [['no-agent', 'no-agent'], false],
      );
    });

    test('never gets to a program that runs code, whatever it is called', async () => {
      submitBy('phrase');
      const terminal = await programs.openShell();
      await programs.run(terminal, 'alias claude="python3 -q"');
      await programs.run(terminal, 'claude');
      const target = await rig.openTarget({ kind: 'terminal' });
      await target.insert('Fix it. Send it.');
      assert.deepEqual(
        rig.submissions.map(({ outcome }) => outcome),
        ['no-agent'],
      );
    });

    test('never gets to the shell that an agent has left behind', async () => {
      submitBy('phrase');
      const terminal = await startAgent({ takesPastes: true, quitsAfter: 5 });
      const ended = programs.untilEnded(terminal);
      const target = await rig.openTarget({ kind: 'terminal' });
      await target.insert('touch ran. Send it.');
      await ended;
      await probe(terminal);
      assert.deepEqual(
        rig.submissions.map(({ outcome }) => outcome),
        ['no-agent'],
      );
    });

    test('is refused where the agent would run what stands there', async () => {
      submitBy('phrase');
      withReplacement('list', '!ls');
      await startAgent();
      await dictate('List. Send it.');
      assert.deepEqual(rig.submissions, [{ outcome: 'runs-command', to: 'claude' }]);
    });

    function withReplacement(phrase: string, text: string): void {
      const { insertion } = rig.settings;
      const replacements = { ...insertion.replacements, [phrase]: text };
      rig.settings = { ...rig.settings, insertion: { ...insertion, replacements } };
    }
  });

  suite('taking back', () => {
    test('removes what was said last, character by character', async () => {
      await startAgent({ takesPastes: true, echoes: true });
      const target = await dictate('Fix it.', 'Größe 👍🏽.');
      await programs.untilGot('claude', '.');
      assert.equal(await target.insert('scratch that'), 'performed');
      const removed = '\u007f'.repeat(' Größe 👍.'.length - 1);
      assert.equal(await programs.untilGot('claude', removed), `Fix it. Größe 👍🏽.${removed}`);
      await target.insert('Then run it.');
      assert.match(await programs.untilGot('claude', 'run it.'), / Then run it\.$/u);
    });

    test('is also done by the command, until something is written in a document', async () => {
      await startAgent({ takesPastes: true, echoes: true });
      await dictate('Fix it.');
      await programs.untilGot('claude', '.');
      assert.equal(await rig.dictate.undoLast(), 1);
      assert.equal(await programs.untilGot('claude', '\u007f'), `Fix it.${'\u007f'.repeat(7)}`);
      await dictate('Run it.');
      const editor = await rig.show('|');
      await dictateTo({ kind: 'editor' }, 'A document.');
      assert.deepEqual([await rig.dictate.undoLast(), editor.document.getText()], [1, '']);
      assert.doesNotMatch(programs.got('claude'), /Run it\.\u007f/u);
    });

    test('is refused when something else has come between', async () => {
      const terminal = await startAgent({ takesPastes: true, echoes: true });
      const target = await dictate('Fix it.');
      await programs.untilGot('claude', '.');
      const heard = new Promise<void>((resolve) => {
        rig.own(
          rig.executions.onDidPrint(({ data }) => {
            if (data.includes('!')) resolve();
          }),
        );
      });
      terminal.sendText('!', false);
      await heard;
      assert.equal(await target.insert('scratch that'), 'impossible');
      assert.equal(programs.got('claude'), 'Fix it.!');
    });

    test('is refused in a shell, and when it was sent', async () => {
      const terminal = await programs.openShell();
      const target = await dictate('git status');
      assert.equal(await target.insert('scratch that'), 'impossible');
      terminal.sendText('\u0015', false);
    });
  });

  suite('from anywhere', () => {
    test('one is dictated to without moving the focus, and what is selected goes along', async () => {
      await startAgent();
      const editor = await rig.show('one\n«two\nthree\n»four');
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
      const target = await dictateTo({ kind: 'agent' }, 'Explain this selection and this line.');
      assert.equal(target.name, 'claude');
      const file = editor.document.uri.path;
      assert.equal(
        await programs.untilGot('claude', '#L4.'),
        `Explain @${file}#L2-3 and @${file}#L4.`,
      );
      assert.equal(vscode.window.activeTextEditor, editor);
      assert.equal(editor.document.getText(), 'one\ntwo\nthree\nfour');
    });

    test('the one that was dictated to last is meant, else the only one, else none', async () => {
      const { agents } = rig.dictate;
      assert.deepEqual([agents.isPlain, agents.list()], [false, []]);
      programs.make('codex', { takesPastes: true });
      await startAgent();
      assert.equal(agents.isPlain, true);
      const other = await programs.openShell();
      await programs.start(other, 'codex', 'codex');
      assert.equal(agents.isPlain, false);
      assert.deepEqual(
        agents.list().map(({ name, isWorking }) => [name, isWorking]),
        [
          ['claude', false],
          ['codex', false],
        ],
      );
      assert.equal(agents.choose(0), true);
      await dictateTo({ kind: 'agent' }, 'Fix it.');
      assert.equal(await programs.untilGot('claude', '.'), 'Fix it.');
      assert.equal(agents.choose(1), true);
      await dictateTo({ kind: 'agent' }, 'Run it.');
      assert.equal(await programs.untilGot('codex', '.'), 'Run it.');
      const ended = programs.untilEnded(other);
      other.sendText('\u0004', false);
      await ended;
      await dictateTo({ kind: 'agent' }, 'Then stop.');
      assert.equal(await programs.untilGot('claude', 'stop.'), 'Fix it. Then stop.');
    });

    test('without one, it is told before anybody speaks', async () => {
      const target = await rig.openTarget({ kind: 'agent' });
      assert.equal(await target.findProblem(), 'target-missing');
      assert.equal(await target.insert('Fix it.'), 'no-target');
    });

    test('one that is started is one that the settings name, and nothing else', () => {
      const { agents } = rig.dictate;
      programs.make('claude', {});
      agents.start('claude; touch ran');
      agents.start('rm');
      assert.deepEqual(vscode.window.terminals, []);
    });
  });

  suite('names', () => {
    let file: string;

    setup(() => {
      const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
      assert.ok(folder !== undefined);
      file = path.join(folder, 'session-chain.ts');
      writeFileSync(file, 'export {};\n');
    });

    teardown(() => {
      rmSync(file);
    });

    test('of files are written as they stand, and the status bar shows them before', async () => {
      await startAgent();
      const target = await dictate('Look at the file.');
      // The first search for files takes its time on a busy computer.
      await until('the file', () => {
        target.showPartial('Fix at file session chain');
        return Promise.resolve(target.name === `claude: @${file}` || undefined);
      });
      await target.insert('Fix at file session chain, please.');
      target.showPartial('');
      assert.equal(target.name, 'claude');
      assert.equal(
        await programs.untilGot('claude', 'please.'),
        `Look at the file. Fix @${file}, please.`,
      );
    });

    test('of files that have just been made are known, and of those that are gone no longer', async () => {
      await startAgent();
      const target = await dictate('Look at the file.');
      const fresh = path.join(path.dirname(file), 'quick-brown-fox.ts');
      const named = async (isThere: boolean): Promise<void> => {
        await until(`the file, there: ${String(isThere)}`, () => {
          target.showPartial('Fix at file quick brown fox');
          return Promise.resolve((target.name === `claude: @${fresh}`) === isThere || undefined);
        });
      };
      try {
        await named(false);
        writeFileSync(fresh, 'export {};\n');
        await named(true);
      } finally {
        rmSync(fresh);
      }
      await named(false);
      target.showPartial('');
    });

    test('of an agent’s commands are typed at its empty prompt, and nowhere else', async () => {
      const terminal = await startAgent();
      const target = await dictate('Slash add dir.');
      assert.equal(await programs.untilGot('claude', 'dir'), '/add-dir');
      await target.insert('Slash clear.');
      assert.equal(await programs.untilGot('claude', 'clear.'), '/add-dir Slash clear.');
      const ended = programs.untilEnded(terminal);
      terminal.sendText('\u0004', false);
      await ended;
      await target.insert('at file session chain');
      terminal.sendText('\u0015', false);
    });
  });
}

import assert from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import type { PolishNews } from '../../src/core/polish';
import type { Settings } from '../../src/core/settings';
import type { Target, TargetRequest } from '../../src/core/target';
import type { RunOptions } from '../../src/dictation/run/run';
import { Polishing } from '../../src/editor/polish/polishing';
import { LANGUAGES } from '../../src/text/languages/languages';
import { spokenLanguage } from '../../src/text/languages/spoken-language';
import { systemClock } from '../../src/ui/system-clock';
import { until } from './extension-under-test';
import { InsertionRig, marked, redo, type, undo } from './insertion-rig';
import { hasTerminals, TerminalPrograms } from './terminal-programs';
import { closeTerminals } from './window';

/** What a model of a test makes of the text that it gets. */
type Answer = (text: string) => string | Promise<string>;

/** Polishes what the targets of a rig have written, by a server of its own, as a run does at its end. */
class PolishRig {
  readonly insertion = new InsertionRig();
  /** What was sent, without instructions. */
  readonly sent: string[] = [];
  readonly news: string[] = [];
  readonly logged: string[] = [];
  answer: Answer = (text) => text;
  extent: Settings['insertion']['polish'] = 'prose';
  endpoint = '';
  modelName = 'a-model';
  private readonly server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => void this.reply(body, response));
  });
  private readonly polishing = new Polishing({
    clock: systemClock,
    log: recording(this.logged),
    fetch: (url, init) => fetch(url, init),
    access: { canSendRequest: () => true },
    extent: () => this.extent,
    readSettings: () => ({
      endpoint: this.endpoint,
      allowRemoteEndpoint: false,
      model: this.modelName,
    }),
    onDidTell: (news: PolishNews) => {
      this.news.push(news.kind === 'failed' ? news.problem : news.kind);
    },
    tellLanguage: (text) => spokenLanguage(text, '', []),
    languagesOf: () => LANGUAGES.filter(({ id }) => id === 'en'),
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const { port } = this.server.address() as AddressInfo;
    this.endpoint = `http://127.0.0.1:${String(port)}/v1`;
  }

  /** Dictates, and ends the run; its target. */
  async dictate(finals: readonly string[], request: TargetRequest = {}): Promise<Target> {
    const target = await this.insertion.openTarget(request);
    for (const final of finals) assert.equal(await target.insert(final), 'inserted', final);
    this.finish(target);
    return target;
  }

  /** The run that wrote there is over. */
  finish(target: Target): void {
    const start = (run: Pick<RunOptions, 'onDidWrite'>): void => run.onDidWrite?.(target);
    this.polishing.startRun(start, {});
    target.dispose();
  }

  /** Resolves when so many texts have come to their end, whatever that was. */
  async ended(count = 1): Promise<void> {
    await until(
      () => `the end of polishing: ${this.logged.join('; ')}`,
      () => Promise.resolve(this.logged.length >= count || undefined),
    );
  }

  restoreRaw(): Promise<boolean> {
    return this.polishing.restoreRaw();
  }

  async dispose(): Promise<void> {
    this.polishing.dispose();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    await this.insertion.dispose();
  }

  private async reply(body: string, response: http.ServerResponse): Promise<void> {
    const [, text = ''] = /=+\n(.*)\n=+$/su.exec(contentIn(body)) ?? [];
    this.sent.push(text);
    const content = await this.answer(text);
    response.end(JSON.stringify({ choices: [{ message: { content } }] }));
  }
}

function contentIn(body: string): string {
  const { messages } = JSON.parse(body) as { messages: { content: string }[] };
  return messages.at(-1)?.content ?? '';
}

function recording(lines: string[]) {
  const write = (line: string): void => void lines.push(line);
  return { debug: () => undefined, info: write, warn: write, error: write };
}

suite('what was dictated is polished', () => {
  let rig: PolishRig;
  let insertion: InsertionRig;

  setup(async () => {
    rig = new PolishRig();
    ({ insertion } = rig);
    await rig.start();
  });

  teardown(() => rig.dispose());

  test('in one change and one step of undo, and the raw text comes back by undo and by command', async () => {
    const editor = await insertion.show('Before.| After.');
    const events = insertion.recordChanges(editor.document);
    rig.answer = () => 'So fix the parser. Then run the tests.';
    await rig.dictate(['So, fix the, the parser.', 'Then um run the tests.']);
    const dictated = marked(editor);
    await rig.ended();
    const texts = [marked(editor)];
    await undo();
    texts.push(marked(editor));
    await redo();
    texts.push(marked(editor));
    const restored = [await rig.restoreRaw()];
    texts.push(marked(editor));
    restored.push(await rig.restoreRaw());
    const raw = 'Before. So, fix the, the parser. Then um run the tests.| After.';
    const polished = 'Before. So fix the parser. Then run the tests.| After.';
    assert.deepEqual(
      { dictated, texts, restored, changes: events.length, sent: rig.sent, news: rig.news },
      {
        dictated: raw,
        texts: [polished, raw, polished, raw],
        restored: [true, false],
        changes: 6,
        sent: ['So, fix the, the parser. Then um run the tests.'],
        news: ['began', 'polished'],
      },
    );
  });

  test('though the person types elsewhere meanwhile, and their caret stays where it is', async () => {
    const editor = await insertion.show('|\nbelow');
    rig.answer = async () => {
      await insertion.select(editor, [new vscode.Selection(1, 5, 1, 5)]);
      await type(' here');
      return 'Fix the parser.';
    };
    await rig.dictate(['Um, fix the parser.']);
    await rig.ended();
    assert.equal(marked(editor), 'Fix the parser.\nbelow here|');
  });

  test('in a document that is not in front any more', async () => {
    const editor = await insertion.show('|');
    rig.answer = async () => {
      await insertion.show('another|');
      return 'Fix the parser.';
    };
    await rig.dictate(['Um, fix the parser.']);
    await rig.ended();
    assert.deepEqual([editor.document.getText(), rig.logged], ['Fix the parser.', ['polished']]);
  });

  test('in a comment that is wrapped, whose lines are made anew', async () => {
    const editor = await insertion.show('// |\nlet a;', undefined, 'ts');
    const rulers = vscode.workspace.getConfiguration('editor', editor.document);
    await rulers.update('rulers', [30], vscode.ConfigurationTarget.Global);
    try {
      rig.answer = () => 'So we parse the file before the tests run in it.';
      await rig.dictate(['Um, so we parse the file, um, before the tests run in it.']);
      const raw = editor.document.getText();
      await rig.ended();
      assert.deepEqual(
        [raw, rig.sent, editor.document.getText(), rig.logged],
        [
          '// Um, so we parse the file,\n// um, before the tests run in\n// it.\nlet a;',
          ['Um, so we parse the file, um, before the tests run in it.'],
          '// So we parse the file before\n// the tests run in it.\nlet a;',
          ['polished'],
        ],
      );
    } finally {
      await rulers.update('rulers', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('with the line ends of the document', async () => {
    const editor = await insertion.show('|');
    await editor.edit((builder) => {
      builder.setEndOfLine(vscode.EndOfLine.CRLF);
    });
    rig.answer = (text) => text.replaceAll('um, ', '');
    await rig.dictate(['So, um, one.', 'New line.', 'Then, um, two.']);
    await rig.ended();
    assert.deepEqual(
      [rig.sent, editor.document.getText()],
      [['So, um, one.\nThen, um, two.'], 'So, one.\r\nThen, two.'],
    );
  });

  test('and “scratch that” and Undo Last Dictation take it back as if it was not', async () => {
    const editor = await insertion.show('|');
    rig.answer = (text) => text.replaceAll('um ', '');
    await rig.dictate(['So um one.', 'And um two.']);
    await rig.ended();
    const texts = [marked(editor)];
    const next = await insertion.openTarget();
    await next.insert('Scratch that.');
    texts.push(marked(editor));
    await undo();
    await insertion.dictate.undoRun();
    texts.push(marked(editor));
    assert.deepEqual(texts, ['So one. And two.|', 'So um one.|', '|']);
  });

  for (const [what, work] of [
    [
      'was edited by hand while it was dictated',
      async () => {
        const editor = await insertion.show('|');
        const target = await insertion.openTarget();
        await target.insert('Um, fix the parser.');
        await insertion.select(editor, [new vscode.Selection(0, 0, 0, 4)]);
        await vscode.commands.executeCommand('deleteLeft');
        rig.finish(target);
      },
    ],
    [
      'has something in it that was typed',
      async () => {
        const editor = await insertion.show('|');
        const target = await insertion.openTarget();
        await target.insert('Um, fix the parser.');
        await insertion.select(editor, [new vscode.Selection(0, 7, 0, 7)]);
        await type('ed');
        rig.finish(target);
      },
    ],
    [
      'is code',
      async () => {
        await insertion.show('|', undefined, 'ts');
        await rig.dictate(['um camel get user name']);
      },
    ],
    [
      'stands at several carets',
      async () => {
        const editor = await insertion.show('|\n');
        await insertion.select(editor, [
          new vscode.Selection(0, 0, 0, 0),
          new vscode.Selection(1, 0, 1, 0),
        ]);
        await rig.dictate(['Um, fix the parser.']);
      },
    ],
  ] as const) {
    test(`but is not even sent where it ${what}`, async () => {
      await work();
      await rig.ended();
      assert.deepEqual(
        [rig.sent, rig.news, rig.logged],
        [[], [], ['not polished: not in one piece, or not prose']],
      );
    });
  }

  test('but stays where it is edited while the model thinks', async () => {
    const editor = await insertion.show('|');
    rig.answer = async () => {
      await type(' Now');
      await insertion.select(editor, [new vscode.Selection(0, 0, 0, 4)]);
      await vscode.commands.executeCommand('deleteLeft');
      return 'Fix the parser.';
    };
    await rig.dictate(['Um, fix the parser.']);
    await rig.ended();
    assert.deepEqual(
      [marked(editor), rig.logged],
      ['|fix the parser. Now', ['not polished: it was edited']],
    );
  });

  test('but stays in a string that the answer would end', async () => {
    const editor = await insertion.show("const a = '|';", undefined, 'ts');
    rig.answer = () => "It's fixed.";
    await rig.dictate(['Its fixed']);
    await rig.ended();
    assert.deepEqual(
      [rig.sent.length, marked(editor), rig.logged],
      [
        1,
        "const a = 'Its fixed|';",
        ['not polished: the answer would change what was said (marks)'],
      ],
    );
  });

  test('and stays in documents where only prompts are to be polished', async () => {
    rig.extent = 'prompts';
    const editor = await insertion.show('|');
    await rig.dictate(['Um, fix the parser.']);
    rig.extent = 'prose';
    rig.answer = () => 'Fix it.';
    await rig.dictate(['Um, fix it.']);
    await rig.ended();
    assert.deepEqual([rig.sent, marked(editor)], [['Um, fix it.'], 'Um, fix the parser. Fix it.|']);
  });

  test('and chats say, once, that they cannot', async () => {
    rig.extent = 'prompts';
    const chat = await insertion.openTarget({ kind: 'chat' });
    rig.finish(chat);
    await until('the news', () => Promise.resolve(rig.news.length > 0 || undefined));
    rig.finish(chat);
    assert.deepEqual([rig.news, rig.sent], [['irreplaceable'], []]);
  });
});

suite(
  'prompts of coding agents in terminals are polished',
  hasTerminals()
    ? prompts
    : () => {
        test('cannot be tried in this VS Code, which opens no terminals', () => {
          assert.equal(hasTerminals(), false);
        });
      },
);

function prompts(): void {
  const backspace = '\u007f';
  let rig: PolishRig;
  let programs: TerminalPrograms;

  setup(async () => {
    rig = new PolishRig();
    rig.extent = 'prompts';
    programs = new TerminalPrograms();
    await rig.start();
    programs.make('claude', { echoes: true });
    const terminal = await programs.openShell();
    await programs.start(terminal, 'claude', 'claude');
  });

  teardown(async () => {
    await rig.dispose();
    await closeTerminals();
    programs.dispose();
  });

  test('by taking back what was typed, and so is the raw text brought back', async () => {
    const [first, second] = ['Um, fix the parser.', ' Then run the the tests.'];
    const polished = 'Fix the parser. Then run the tests.';
    rig.answer = () => polished;
    await rig.dictate([first, second.trim()], { kind: 'terminal' });
    await rig.ended();
    const raw = first + second;
    const got = await programs.untilGot('claude', polished);
    assert.equal(got, raw + backspace.repeat(raw.length) + polished);
    assert.equal(await rig.restoreRaw(), true);
    const all = got + backspace.repeat(polished.length) + raw;
    assert.equal(await programs.untilGot('claude', backspace + raw), all);
  });

  test('but not where somebody types behind it', async () => {
    const target = await rig.insertion.openTarget({ kind: 'terminal' });
    await target.insert('Um, fix the parser.');
    const before = target.passage?.();
    vscode.window.activeTerminal?.sendText('!', false);
    await until('its echo', () => Promise.resolve(target.passage?.() === undefined || undefined));
    rig.finish(target);
    await rig.ended();
    assert.deepEqual(
      [typeof before, programs.got('claude'), rig.sent, rig.logged],
      ['object', 'Um, fix the parser.!', [], ['not polished: not in one piece, or not prose']],
    );
  });
}

interface TestModel {
  readonly isRegistered: boolean;
  readonly answerWith: (answer: (texts: readonly string[]) => Promise<string | string[]>) => void;
}

suite('a language model of VS Code polishes', () => {
  let rig: PolishRig;

  setup(() => {
    rig = new PolishRig();
    // No address: the model is VS Code's.
  });

  teardown(() => rig.dispose());

  test('where there is one, and gets the text and nothing else', async () => {
    const model = await vscode.extensions
      .getExtension<TestModel>('voice-dictation-tests.test-model')
      ?.activate();
    assert.ok(model !== undefined, 'the extension with the model is not loaded');
    const asked: (readonly string[])[] = [];
    model.answerWith((texts) => {
      asked.push(texts);
      return Promise.resolve(['Fix ', 'the parser.']);
    });
    rig.modelName = 'tests';
    const editor = await rig.insertion.show('|');
    await rig.dictate(['Um, fix the parser.']);
    await rig.ended();
    // Versions without such providers have no model.
    assert.deepEqual(
      [marked(editor), rig.news, asked.flatMap((texts) => texts.slice(1))],
      model.isRegistered
        ? ['Fix the parser.|', ['began', 'polished'], ['=====\nUm, fix the parser.\n=====']]
        : ['Um, fix the parser.|', ['began', 'no-model'], []],
    );
  });
});

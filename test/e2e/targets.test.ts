// One key, wherever the focus is: real speech into places that are no documents.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { EMULATOR_KEY } from '../emulator/emulator';
import { codingFixtures } from '../fixtures/speech';
import { buildCompanion, type Companion } from '../harness/companion';
import { writePracticeAgent } from '../harness/practice-agent';
import { SUITE_DEADLINE_MS, until } from '../harness/until';
import { type Rig, startRig } from './rig';

const git = promisify(execFile);

describe('dictating where the focus is', { timeout: SUITE_DEADLINE_MS }, () => {
  let rig: Rig;
  let reviewer: Companion;
  before(async () => {
    reviewer = await buildCompanion('reviewer');
    rig = await startRig({
      companion: reviewer.folder,
      speech: await codingFixtures(),
      settings: {
        'voiceDictation.recognition.provider': 'assemblyai',
        'chat.disableAIFeatures': false,
        // Drawn as text that can be read, not as a picture.
        'terminal.integrated.gpuAcceleration': 'off',
        'terminal.integrated.stickyScroll.enabled': false,
      },
    });
    // Files that come later are known some seconds later.
    await mkdir(path.join(rig.host.workspace, 'src'));
    await writeFile(path.join(rig.host.workspace, 'src/session-chain.ts'), 'export {};\n');
    await git('git', ['init', '--quiet', rig.host.workspace]);
    const { window, workbench } = rig;
    await window.openDocument('notes.md');
    await window.pressToggle();
    await window.keyInput.fill(EMULATOR_KEY);
    await workbench.page.keyboard.press('Enter');
    await window.untilState('listening');
    // PocketSphinx has to hear a microphone once before it understands two words alone.
    await rig.say('doc');
    await window.pressToggle();
    await window.untilState('off');
  });
  after(async () => {
    await rig.stop();
    await reviewer.remove();
  });
  afterEach((context) => rig.afterTest(context));

  /** Says a sentence with the key pressed before and after; what the status bar called the place. */
  async function dictate(id: string): Promise<string> {
    const { window } = rig;
    await window.pressToggle();
    await window.untilState('listening');
    const status = await window.untilStatusText(/^Listening… → /);
    await rig.say(id);
    await rig.screenshot(`target-${id}-listening`);
    await window.pressToggle();
    await window.untilState('off');
    await rig.screenshot(`target-${id}`);
    return status;
  }

  /** Starts the agent in a terminal, which then has the focus. */
  async function startAgent(): Promise<void> {
    const { workbench } = rig;
    await writePracticeAgent(rig.host.workspace);
    await workbench.runCommand('Terminal: Create New Terminal');
    await workbench.page.locator('.terminal.xterm.focus').waitFor();
    await untilText('.xterm-rows > div', /[#$]$/);
    await workbench.page.keyboard.type('./claude');
    await workbench.page.keyboard.press('Enter');
    await untilText('.xterm-rows > div', /─\s*>\s*─/);
  }

  /** In one line: a box breaks its lines where it is narrow. */
  async function textOf(selector: string): Promise<string> {
    const lines = await rig.workbench.page.locator(selector).allTextContents();
    return lines.join('').replaceAll('\u00a0', ' ').trim();
  }

  /** Its rows, without those that are empty at the end. */
  async function rowsOf(selector: string): Promise<readonly string[]> {
    const rows = await rig.workbench.page.locator(selector).allTextContents();
    const texts = rows.map((row) => row.replaceAll('\u00a0', ' ').trimEnd());
    return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
  }

  /** Resolves with the text of the place as soon as `pattern` matches it. */
  function untilText(selector: string, pattern: RegExp): Promise<string> {
    let last = '';
    return until(
      () => `${String(pattern)} in ${selector}; it has "${last}"`,
      async () => {
        last = await textOf(selector);
        return pattern.test(last) ? last : undefined;
      },
    );
  }

  test('spoken punctuation and commands act in prose, and dictation is stopped by voice', async () => {
    const { window, workbench } = rig;
    await rig.serve();
    await window.openDocument('talk.md');
    await window.pressToggle();
    await window.untilState('listening');
    const texts: string[] = [];
    for (const id of ['spelled', 'new-paragraph', 'doc', 'scratch', 'prompt']) {
      await rig.say(id);
      await window.untilStatusText(/^Listening…$/);
      texts.push(await workbench.editorText());
    }
    await rig.say('stop');
    await window.untilState('off');
    const list = 'This is a list. It has two items.';
    assert.deepEqual(
      { texts, saved: await window.savedText('talk.md') },
      {
        texts: [
          list,
          `${list}\n\n`,
          `${list}\n\n${rig.fixture('doc').text}`,
          `${list}\n\n`,
          `${list}\n\n${rig.fixture('prompt').text}`,
        ],
        saved: `${list}\n\n${rig.fixture('prompt').text}`,
      },
    );
  });

  test('formatters and symbols act in code', async () => {
    const { window } = rig;
    await rig.serve();
    await window.openDocument('talk.ts', 'function name() {\n  ');
    await window.pressToggle();
    await window.untilState('listening');
    await rig.say('code');
    await rig.screenshot('code-listening');
    await window.pressToggle();
    await window.untilState('off');
    assert.equal(await window.savedText('talk.ts'), 'function name() {\n  return getUserName()');
  });

  test('a terminal has the command at its prompt, and does not run it', async () => {
    const { workbench } = rig;
    await rig.serve();
    await workbench.runCommand('Terminal: Create New Terminal');
    await workbench.page.locator('.terminal.xterm.focus').waitFor();
    const prompt = await untilText('.xterm-rows > div', /[#$]$/);
    const status = await dictate('terminal');
    const typed = await untilText('.xterm-rows > div', /status/);
    assert.deepEqual(
      { status, typed: typed.slice(prompt.length).trim() },
      { status: 'Listening… → Terminal bash', typed: 'git status' },
    );
  });

  test('a coding agent in a terminal has its prompt in lines, and nothing is sent', async () => {
    const { window, workbench } = rig;
    await rig.serve();
    await startAgent();
    await window.pressToggle();
    await window.untilState('listening');
    const status = await window.untilStatusText(/^Listening… → /);
    const rule = '─'.repeat(40);
    const [prompt, doc] = [rig.fixture('prompt').text, rig.fixture('doc').text];
    for (const [id, lines] of [
      ['prompt', prompt],
      ['new-paragraph', `${prompt}\n\n`],
      ['doc', `${prompt}\n\n${doc}`],
      ['scratch', `${prompt}\n\n`],
    ] as const) {
      await rig.say(id);
      let shown = '';
      await until(
        () => `the prompt ${JSON.stringify(lines)}; it is ${JSON.stringify(shown)}`,
        async () => {
          const rows = await rowsOf('.xterm-rows > div');
          // Another terminal may have rows before the agent's.
          shown = rows.slice(rows.indexOf(rule)).join('\n');
          return shown === `${rule}\n> ${lines}\n${rule}` || undefined;
        },
      );
      if (id === 'doc') await rig.screenshot('target-agent');
      if (id === 'scratch') await rig.screenshot('target-agent-scratched');
    }
    await window.pressToggle();
    await window.untilState('off');
    await workbench.page.keyboard.press('Control+D');
    assert.equal(status, 'Listening… → claude');
  });

  test('an agent is talked to from a file: the file that is named is mentioned, and "send it" sends where that is wanted', async () => {
    const { window, workbench } = rig;
    await rig.serve();
    await startAgent();
    await window.openDocument('from-here.md');
    const rule = '─'.repeat(40);
    const untilAgentShows = async (expected: string): Promise<void> => {
      let shown = '';
      await until(
        () => `the agent to show ${JSON.stringify(expected)}; it shows ${JSON.stringify(shown)}`,
        async () => {
          shown = (await rowsOf('.xterm-rows > div')).join('\n');
          return shown.endsWith(expected) || undefined;
        },
      );
    };
    const prompt = rig.fixture('prompt').text;
    await workbench.page.keyboard.press('Control+Alt+Shift+D');
    await window.untilState('listening');
    const status = await window.untilStatusText(/^Listening… → /);
    await rig.say('prompt');
    await untilAgentShows(`${rule}\n> ${prompt}\n${rule}`);
    await rig.say('at-file');
    const mention = `${prompt} Explain @src/session-chain.ts.`;
    await untilAgentShows(`${rule}\n> ${mention}\n${rule}`);
    await rig.screenshot('target-agent-from-file');
    await rig.say('send');
    await untilAgentShows(`${rule}\n> ${mention} Send it.\n${rule}`);
    await rig.screenshot('target-agent-not-sent');
    await rig.say('scratch');
    await untilAgentShows(`${rule}\n> ${mention}\n${rule}`);
    await rig.configure({ 'voiceDictation.agents.submit': 'phrase' });
    await rig.say('send');
    await untilAgentShows(`You said: ${mention}\n${rule}\n>\n${rule}`);
    await rig.screenshot('target-agent-sent');
    await rig.configure({});
    await window.pressToggle();
    await window.untilState('off');
    assert.equal(status, 'Listening… → claude');
  });

  test('the box of Source Control has the subject of the commit', async () => {
    const { page } = rig.workbench;
    await rig.serve();
    await page.keyboard.press('Control+Shift+G');
    await page.locator('.scm-editor').click();
    await page.locator('.scm-editor .monaco-editor.focused').waitFor();
    const status = await dictate('commit');
    const text = await untilText('.scm-editor .view-line', /lost/);
    assert.deepEqual(
      { status, text },
      {
        status: 'Listening… → Commit message',
        text: 'Fix the crash when the network connection is lost',
      },
    );
  });

  test("the chat's input has the prompt, and does not send it", async () => {
    const { page } = rig.workbench;
    await rig.serve();
    await page.keyboard.press('Control+Alt+I');
    await page.locator('.chat-input-container .monaco-editor.focused').waitFor();
    const status = await dictate('prompt');
    const text = await untilText('.chat-input-container .view-line', /returns/);
    assert.deepEqual(
      { status, text },
      { status: 'Listening… → Chat', text: rig.fixture('prompt').text },
    );
  });

  test("a review's comment has what is said, and the file that it is about stays as it was", async () => {
    const { window, workbench } = rig;
    const { page } = workbench;
    await rig.serve();
    await window.openDocument('reviewed.md', 'One line.');
    // It is there when VS Code has asked where there may be comments.
    await page.locator('.comment-range-glyph').first().click();
    await page.locator('.review-widget .monaco-editor.focused').waitFor();
    const status = await dictate('prompt');
    const text = await untilText('.review-widget .view-line', /returns/);
    await page.keyboard.press('Escape');
    assert.deepEqual(
      { status, text, file: await window.savedText('reviewed.md') },
      { status: 'Listening… → Comment', text: rig.fixture('prompt').text, file: 'One line.' },
    );
  });

  test('a field that a browser lets nobody paste into says so before anybody speaks', async () => {
    const { window, workbench } = rig;
    await rig.serve();
    await workbench.page.keyboard.press('Control+Shift+F');
    await workbench.page.locator('.search-view .search-widget textarea').first().click();
    await window.pressToggle();
    const { sentence } = await window.toast();
    await window.untilState('off');
    await rig.screenshot('target-refused');
    assert.equal(sentence, 'There is nothing here to dictate into.');
  });
});

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { codingFixtures } from '../fixtures/speech';
import type { Closers } from './closers';
import { openDemoWindow } from './demo-window';
import type { PracticeServer } from './practice-server';
import { REPOSITORY } from './repository';
import { writePracticeAgent } from './practice-agent';
import { until } from './until';
import { startVirtualMicrophone } from './virtual-microphone';
import type { Workbench } from './vscode/workbench';

const git = promisify(execFile);
const SCREENSHOTS = path.join(REPOSITORY, 'out/tour');

/** What the terminal in front shows; others stay in the page. */
const TERMINAL_ROWS = '.terminal-wrapper.active .xterm-rows > div';

const SOURCE = `interface User {
  readonly name: string;
}

const current: User = { name: 'Ada' };

/**
 * 
 */
export function getUserName(): string {
  return current.name;
}

export function greet(): string {
  
}
`;

/** One place that is dictated into. */
interface Stop {
  readonly name: string;
  /** Id of the fixture that is said. */
  readonly said: string;
  /** The name of its pictures, where that is not {@link said}. */
  readonly picture?: string;
  /** Puts the focus there. */
  readonly go: () => Promise<void>;
  /** What stands there. */
  readonly read: () => Promise<string>;
  /** What must stand there afterwards. */
  readonly expected: string;
}

/**
 * `npm run demo -- --tour`: dictates a doc comment, a line of code, a terminal command, a commit
 * message and a chat prompt, each with the same key, and leaves a picture of each.
 *
 * @param server the recogniser; AssemblyAI where there is none
 * @throws {Error} when something else stands anywhere than should
 */
export async function demonstrateTour(
  closers: Closers,
  server: PracticeServer | undefined,
): Promise<void> {
  const { fixtures } = await codingFixtures();
  const microphone = await closers.open(startVirtualMicrophone(), (started) => started.stop());
  const workspace = await closers.open(mkdtemp(path.join(os.tmpdir(), 'tour-')), (made) =>
    rm(made, { recursive: true, force: true }),
  );
  await writeFile(path.join(workspace, 'users.ts'), SOURCE);
  await writePracticeAgent(workspace);
  await git('git', ['init', '--quiet', workspace]);
  const { window, workbench } = await openDemoWindow(closers, {
    workspace,
    microphone,
    settings: {
      ...(server && { 'voiceDictation.recognition.endpoint': server.url }),
      'chat.disableAIFeatures': false,
      'terminal.integrated.gpuAcceleration': 'off',
      'terminal.integrated.stickyScroll.enabled': false, // rows that can be read
    },
    pictures: SCREENSHOTS,
  });
  await workbench.openFile('users.ts');

  let isKeyKnown = server === undefined;
  const wrong: string[] = [];
  for (const { name, said, picture = said, go, read, expected } of stops(workbench)) {
    const fixture = fixtures.find(({ id }) => id === said);
    if (fixture === undefined) throw new Error(`no fixture ${said}`);
    await go();
    await window.pressToggle();
    if (!isKeyKnown && server !== undefined) {
      await window.keyInput.fill(server.apiKey);
      await workbench.page.keyboard.press('Enter');
      isKeyKnown = true;
    }
    await window.untilState('listening');
    await microphone.play(fixture.path);
    await workbench.screenshot(path.join(SCREENSHOTS, `${picture}-listening.png`));
    await window.pressToggle();
    await window.untilState('off');
    const written = await read();
    await workbench.screenshot(path.join(SCREENSHOTS, `${picture}.png`));
    console.log(`\n${name}\n  Said:    ${fixture.text}\n  Written: ${written}`);
    if (written !== expected) wrong.push(`${name}: "${written}" instead of "${expected}"`);
  }
  console.log(`\nScreenshots: ${SCREENSHOTS}`);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}

function stops(workbench: Workbench): readonly Stop[] {
  const { page } = workbench;
  const line = async (number: number): Promise<string> =>
    ((await workbench.editorText()).split('\n')[number - 1] ?? '').trim();
  const goTo = async (place: string): Promise<void> => {
    await workbench.openFile('users.ts');
    await page.keyboard.press('Control+G');
    await page.locator('.quick-input-widget input').first().waitFor({ state: 'visible' });
    await page.keyboard.type(place);
    await page.keyboard.press('Enter');
    await page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
  };
  const textOf = (selector: string) => async (): Promise<string> => {
    const lines = await page.locator(selector).allTextContents();
    // A narrow box breaks its lines behind their spaces.
    return lines.join('').replaceAll('\u00a0', ' ').trim();
  };
  return [
    {
      name: 'A doc comment',
      said: 'doc',
      go: () => goTo('8:4'),
      read: () => line(8),
      expected: '* Returns the name of the user.',
    },
    {
      name: 'A line of code',
      said: 'code',
      go: () => goTo('15:3'),
      read: () => line(15),
      expected: 'return getUserName()',
    },
    {
      name: 'A terminal command',
      said: 'terminal',
      go: async () => {
        await workbench.runCommand('Terminal: Create New Terminal');
        await page.locator('.terminal.xterm.focus').waitFor();
        // The shell has drawn its prompt.
        await until('a prompt', async () => (await textOf(TERMINAL_ROWS)()) || undefined);
      },
      read: async () => (await textOf(TERMINAL_ROWS)()).replace(/^.*[#$%>] ?(?=\S*)/s, ''),
      expected: 'git status',
    },
    {
      name: 'A coding agent',
      said: 'prompt',
      picture: 'agent',
      go: async () => {
        await workbench.runCommand('Terminal: Create New Terminal');
        await page.locator('.terminal.xterm.focus').waitFor();
        await until('a prompt', async () => (await textOf(TERMINAL_ROWS)()) || undefined);
        await page.keyboard.type('./claude');
        await page.keyboard.press('Enter');
        await until(
          'an agent',
          async () => (await textOf(TERMINAL_ROWS)()).startsWith('─') || undefined,
        );
      },
      read: async () => /> (.*?) *─/u.exec(await textOf(TERMINAL_ROWS)())?.[1] ?? '',
      expected: 'Explain what this function returns.',
    },
    {
      name: 'A commit message',
      said: 'commit',
      go: async () => {
        await page.keyboard.press('Control+Shift+G');
        const box = page.locator('.scm-editor');
        await box.waitFor();
        await box.click();
        await page.locator('.scm-editor .monaco-editor.focused').waitFor();
      },
      read: textOf('.scm-editor .view-line'),
      expected: 'Fix the crash when the network connection is lost',
    },
    {
      name: 'A chat prompt',
      said: 'prompt',
      go: async () => {
        await page.keyboard.press('Control+Alt+I');
        await page.locator('.chat-input-container .monaco-editor.focused').waitFor();
      },
      read: textOf('.chat-input-container .view-line'),
      expected: 'Explain what this function returns.',
    },
  ];
}

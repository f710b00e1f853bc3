// `npm run agents`: what is dictated, in the prompts of the coding agents that npm has. Nothing is sent, and
// no account is needed. `-- --only claude,codex` tries some of them; each leaves its pictures in out/screenshots.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { EMULATOR_KEY } from '../emulator/emulator';
import { codingFixtures } from '../fixtures/speech';
import { cachedFolder } from '../harness/cache';
import { until } from '../harness/until';
import { installVscode } from '../harness/vscode/install';
import { startRig, type Rig } from './rig';

const git = promisify(execFile);

/** A coding agent as npm has it, and how it comes to its prompt without an account. */
interface RealAgent {
  readonly name: string;
  readonly npmPackage: string;
  /** Of its own, in the home folder: what it asks at its first start is answered. */
  readonly files?: (workspace: string) => Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  /** What its screen shows when it waits for a prompt. */
  readonly ready: RegExp;
  /** What it asks first, and the keys that answer. */
  readonly questions?: readonly (readonly [asked: RegExp, ...keys: readonly string[]])[];
}

/** Agents only look whether there is one, until they are sent something. */
const NO_KEY = 'no-key-for-this-is-only-about-the-prompt';

const AGENTS: readonly RealAgent[] = [
  {
    name: 'claude',
    npmPackage: '@anthropic-ai/claude-code@2.1.332',
    env: { ANTHROPIC_API_KEY: NO_KEY, DISABLE_AUTOUPDATER: '1' },
    files: (workspace) => ({
      '.claude.json': {
        hasCompletedOnboarding: true,
        theme: 'dark',
        customApiKeyResponses: { approved: [NO_KEY.slice(-20)], rejected: [] },
        projects: { [workspace]: { hasTrustDialogAccepted: true } },
      },
    }),
    questions: [[/I trust this folder|trust the files/, 'Enter']],
    ready: /❯/,
  },
  {
    name: 'codex',
    npmPackage: '@openai/codex@0.171.0',
    files: (workspace) => ({
      '.codex/auth.json': { OPENAI_API_KEY: NO_KEY },
      '.codex/config.toml': `[projects."${workspace}"]\ntrust_level = "trusted"\n`,
    }),
    questions: [[/Do you trust the contents|allow Codex to work/, 'Enter']],
    ready: /Ask Codex/,
  },
  {
    name: 'gemini',
    npmPackage: '@google/gemini-cli@0.61.0',
    env: { GEMINI_API_KEY: NO_KEY },
    files: () => ({
      '.gemini/settings.json': {
        security: { auth: { selectedType: 'gemini-api-key' }, folderTrust: { enabled: false } },
        ide: { enabled: false, hasSeenNudge: true },
        general: { disableAutoUpdate: true },
      },
    }),
    questions: [
      [/automatically configure your terminal/, 'ArrowDown', 'Enter'],
      [/connect .* to Gemini CLI\?/, 'Escape'],
    ],
    ready: /Type your message/,
  },
  {
    name: 'opencode',
    npmPackage: 'opencode-ai@1.18.33',
    ready: /Ask anything/,
  },
  {
    name: 'copilot',
    npmPackage: '@github/copilot@1.0.102',
    questions: [[/Do you trust the files in this folder/, 'Enter']],
    ready: /Enter @ to mention|\/ commands|Type @|for shortcuts/,
  },
];

/** Cached by what it holds. */
function installAgents(agents: readonly RealAgent[]): Promise<string> {
  const packages = agents.map(({ npmPackage }) => npmPackage);
  const name = `agents-${packages.map((each) => each.replaceAll(/[^\w.]+/gu, '-')).join('')}`;
  return cachedFolder(name, async (folder) => {
    console.log(`Installing ${packages.join(', ')} …`);
    await writeFile(path.join(folder, 'package.json'), '{ "private": true }');
    await git('npm', ['install', '--no-audit', '--no-fund', ...packages], { cwd: folder });
  });
}

/** One agent's screen, in its terminal. */
class Screen {
  constructor(private readonly rig: Rig) {}

  async rows(): Promise<readonly string[]> {
    const rows = this.rig.workbench.page.locator('.terminal-wrapper.active .xterm-rows > div');
    const texts = await rows.allTextContents();
    return texts.map((row) => row.replaceAll('\u00a0', ' ').trimEnd());
  }

  async text(): Promise<string> {
    return (await this.rows()).join('\n');
  }

  /** What stands there, without frames and spaces at the ends of lines. */
  async untilShows(what: RegExp): Promise<string> {
    let last = '';
    return until(
      () => `${String(what)}; the screen is\n${last}`,
      async () => {
        last = (await this.rows())
          .map((row) => row.replaceAll(/^[│┃|▌\s]+|[│┃|\s]+$/gu, ''))
          .join('\n');
        return what.test(last) ? last : undefined;
      },
    );
  }
}

/** Some ask their questions only when their prompt is there already. */
const QUIET_MS = 5000;

async function untilReady(screen: Screen, agent: RealAgent, page: Page): Promise<void> {
  let quietSinceMs = Date.now();
  await until(`${agent.name}'s prompt`, async () => {
    const text = await screen.text();
    const [asked, ...keys] = agent.questions?.find(([question]) => question.test(text)) ?? [];
    for (const key of keys) await page.keyboard.press(key);
    if (asked !== undefined) {
      // Keys that come behind the answer would stand in the prompt.
      await until('the answer', async () => !asked.test(await screen.text()) || undefined);
    }
    if (keys.length > 0 || !agent.ready.test(text)) quietSinceMs = Date.now();
    return Date.now() - quietSinceMs > QUIET_MS || undefined;
  });
}

async function tryAgent(rig: Rig, agent: RealAgent, folders: string): Promise<void> {
  const { window, workbench, host } = rig;
  const { page } = workbench;
  const screen = new Screen(rig);
  const picture = (name: string): Promise<void> => rig.screenshot(`real-${agent.name}-${name}`);
  await workbench.runCommand('Terminal: Create New Terminal');
  await page.locator('.terminal-wrapper.active .terminal.xterm.focus').waitFor();
  await screen.untilShows(/[#$]$/m);
  const home = await mkdtemp(path.join(host.dataDir, `home-${agent.name}-`));
  for (const [name, content] of Object.entries(agent.files?.(host.workspace) ?? {})) {
    await mkdir(path.dirname(path.join(home, name)), { recursive: true });
    await writeFile(
      path.join(home, name),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  }
  const env = Object.entries({ HOME: home, ...agent.env }).map(([key, value]) => `${key}=${value}`);
  await page.keyboard.type(`export PATH=${folders}:$PATH ${env.join(' ')}; clear; ${agent.name}`);
  await page.keyboard.press('Enter');
  try {
    await untilReady(screen, agent, page);
  } catch (error) {
    await picture('failed');
    throw error;
  }
  await picture('ready');
  await window.pressToggle();
  await window.untilState('listening');
  const status = await window.untilStatusText(/^Listening… → /);
  const expression = (id: string): string => rig.fixture(id).text.replaceAll('.', '\\.');
  const [prompt, doc] = [expression('prompt'), expression('doc')] as const;
  const mention = '@src/session-chain\\.ts';
  const steps: readonly (readonly [string, RegExp])[] = [
    ['prompt', new RegExp(`${prompt}$`, 'm')],
    ['new-paragraph', new RegExp(`${prompt}\\n{1,2}`, 'm')],
    ['doc', new RegExp(`${prompt}\\n{1,2}${doc}$`, 'm')],
    ['scratch', new RegExp(`${prompt}\\n{1,2}(?!Returns)`, 'm')],
    ['at-file', new RegExp(`${prompt}\\n{1,2}Explain ${mention}`, 'm')],
    ['send', new RegExp(`${prompt}\\n{1,2}Explain ${mention}.*Send it\\.`, 'ms')],
  ];
  const wrong: string[] = [];
  for (const [id, shows] of steps) {
    await rig.say(id);
    try {
      await screen.untilShows(shows);
    } catch (error) {
      wrong.push(`${id}: ${String(error)}`);
    }
    await picture(id);
  }
  await window.pressToggle();
  await window.untilState('off');
  if (wrong.length > 0) process.exitCode = 1;
  console.log(
    `${agent.npmPackage}: ${status}; ${wrong.length === 0 ? 'all as said' : wrong.join('\n')}`,
  );
  await workbench.runCommand('Terminal: Kill All Terminals');
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
  const wanted = values.only.split(',').filter((name) => name !== '');
  const agents = AGENTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const folder = await installAgents(AGENTS);
  const { node } = await installVscode('newest');
  const folders = `${path.join(folder, 'node_modules/.bin')}:${path.dirname(node)}`;
  const rig = await startRig({
    speech: await codingFixtures(),
    settings: {
      'terminal.integrated.gpuAcceleration': 'off',
      'terminal.integrated.stickyScroll.enabled': false,
    },
  });
  try {
    await mkdir(path.join(rig.host.workspace, 'src'));
    await writeFile(path.join(rig.host.workspace, 'src/session-chain.ts'), 'export {};\n');
    await git('git', ['init', '--quiet', rig.host.workspace]);
    await rig.window.openDocument('notes.md');
    await rig.window.pressToggle();
    await rig.window.keyInput.fill(EMULATOR_KEY);
    await rig.workbench.page.keyboard.press('Enter');
    await rig.window.untilState('listening');
    await rig.say('doc');
    await rig.window.pressToggle();
    await rig.window.untilState('off');
    await rig.workbench.runCommand('View: Toggle Maximized Panel');
    for (const agent of agents) {
      try {
        await tryAgent(rig, agent, folders);
      } catch (error) {
        console.log(`${agent.npmPackage}: ${String(error)}`);
        process.exitCode = 1;
      }
    }
  } finally {
    await rig.stop();
  }
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);

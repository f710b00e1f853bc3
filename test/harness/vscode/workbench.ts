import path from 'node:path';
import { chromium, type Locator, type Page } from 'playwright-core';
import { findProgram, APT_GET_INSTALL } from '../programs';
import { until } from '../until';
import type { Host } from './host';

/** The workbench is in the page after 5 s; twelve times that on a machine that does other things. */
const WORKBENCH_DEADLINE_MS = 60_000;
const VIEWPORT = { width: 1280, height: 800 };

/**
 * Runs in the page, so it is text. The lines stand there in any order, and their spaces do not break; all
 * are read at once, because they move.
 */
const SHOWN_LINES = `
  [...document.querySelectorAll('.editor-group-container.active .editor-instance .view-line')]
    .map((line) => ({ top: line.getBoundingClientRect().y, text: line.textContent }))
    .sort((a, b) => a.top - b.top)
    .map(({ text }) => text)
    .join('\\n')`;

/** A tooltip that does not come, or does not go, is asked for anew. */
const TOOLTIP_MS = 10_000;

/** A click waits no longer for an item whose menu is closing meanwhile. */
const MENU_CLICK_MS = 2000;

/** A VS Code window and what a person does in it. */
export interface Workbench {
  /** The page, for everything that has no word of its own here. */
  readonly page: Page;
  /** Settles with the code of the tests given as `extensionTestsPath`: 0 when `run()` resolved. */
  readonly exit: Promise<number>;
  /** Runs a command from the palette by its whole title, "Category: Title". */
  runCommand(title: string): Promise<void>;
  /** Opens a file of the workspace, named relative to it, and gives it the focus. */
  openFile(name: string): Promise<void>;
  /** Takes an item of the context menu of a row, by a part of its title. */
  chooseFromContextMenu(row: Locator, title: string): Promise<void>;
  /** A status bar item by the end of its id, or by a text it shows. */
  statusBarItem(idOrText: string): Locator;
  /** All that a mouse which rests on an item is told, in the end; the mouse goes away from it again. */
  tooltip(item: Locator, options?: TooltipOptions): Promise<string>;
  /** Puts the mouse where nothing reacts to it: into the empty part of the editor. */
  restMouse(): Promise<void>;
  /** The visible lines of the active editor. */
  editorText(): Promise<string>;
  /** Writes a PNG of the window. */
  screenshot(file: string): Promise<void>;
  /** Closes window and browser. */
  close(): Promise<void>;
}

/** How the mouse rests on an item. */
interface TooltipOptions {
  /** Where on the item, in pixels; its middle where nothing is said. */
  readonly position?: { readonly x: number; readonly y: number };
  /** Called with the tooltip on the screen. */
  readonly whileShown?: (() => Promise<void>) | undefined;
}

/** How the window is opened. */
export interface WorkbenchOptions {
  /** Called with what the window logs to its console, without stack traces. */
  readonly onLog?: (line: string) => void;
  /** The caller closes the window on Ctrl+C; else the browser closes, and ends this process. */
  readonly leavesSignals?: boolean;
  /** What VS Code is told to speak, as a language pack would; its own strings stay English. Default: English. */
  readonly language?: string;
}

/**
 * Opens a window on `host` in Debian's Chromium, headless. Requests to anything but this machine
 * are aborted.
 *
 * @throws {Error} naming the apt-get line when there is no Chromium (`CHROMIUM` names another one)
 */
export async function openWorkbench(
  host: Host,
  options: WorkbenchOptions = {},
): Promise<Workbench> {
  const handlesSignals = options.leavesSignals !== true;
  const browser = await chromium.launch({
    handleSIGINT: handlesSignals,
    handleSIGTERM: handlesSignals,
    handleSIGHUP: handlesSignals,
    executablePath: await findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A container's /dev/shm is often 64 MB; the renderer dies beyond that.
      '--disable-dev-shm-usage',
    ],
  });
  try {
    const context = await browser.newContext({ viewport: VIEWPORT });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: host.origin });
    await context.route(
      (url) => url.protocol.startsWith('http') && !isThisMachine(url.hostname),
      (route) => route.abort(),
    );
    const { language } = options;
    if (language !== undefined) await context.addInitScript(speaking(language));
    const page = await context.newPage();
    page.setDefaultTimeout(WORKBENCH_DEADLINE_MS);
    let settleExit: (code: number) => void = () => undefined;
    const exit = new Promise<number>((resolve) => (settleExit = resolve));
    // Both names are called by the workbench's smoke test driver.
    await page.exposeFunction('codeAutomationExit', (code: number) => {
      settleExit(code);
    });
    await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
      const [firstLine = ''] = args.map(String).join(' ').split('\n');
      options.onLog?.(`[${type}] ${firstLine}`);
    });
    await page.goto(host.url, { waitUntil: 'domcontentloaded', timeout: WORKBENCH_DEADLINE_MS });
    await page.waitForSelector('.monaco-workbench', { timeout: WORKBENCH_DEADLINE_MS });
    return {
      page,
      exit,
      ...actions(page, host.workspace),
      async close() {
        await browser.close();
      },
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

function actions(page: Page, workspace: string): Omit<Workbench, 'page' | 'exit' | 'close'> {
  /** Types into the quick input and takes the row that has exactly this label. */
  async function pick(key: string, typed: string, label: string): Promise<void> {
    await page.keyboard.press(key);
    const input = page.locator('.quick-input-widget input').first();
    await input.waitFor({ state: 'visible' });
    await input.fill(typed);
    const row = page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ has: page.locator('.label-name', { hasText: exactly(label) }) });
    await row.first().click();
    // What is run may ask something itself, in the same widget.
    await until(`"${label}" taken`, async () =>
      (await input.isHidden()) || (await input.inputValue()) !== typed ? true : undefined,
    );
  }

  async function restMouse(): Promise<void> {
    await page.mouse.move(640, 500);
  }

  return {
    async tooltip(item, { position, whileShown } = {}) {
      const hover = page.locator('.monaco-hover:visible').last();
      const gone = (): Promise<void> =>
        hover.waitFor({ state: 'hidden', timeout: TOOLTIP_MS }).catch(() => undefined);
      // What was shown before all of it was known may stay as it is, or be closed by a change of the item.
      const text = await until('all of the tooltip', async () => {
        await item.hover(position === undefined ? {} : { position });
        await hover.waitFor({ timeout: TOOLTIP_MS }).catch(() => undefined);
        const shown = await hover.innerText({ timeout: TOOLTIP_MS }).catch(() => '');
        if (shown.includes('\n')) return shown;
        await restMouse();
        await gone();
        return undefined;
      });
      await whileShown?.();
      await restMouse();
      await gone();
      return text;
    },
    restMouse,
    runCommand: (title) => pick('F1', `>${title}`, title),
    async openFile(name) {
      // An absolute path is found without ripgrep, which the oldest version lacks here.
      await pick('Control+P', path.join(workspace, name), path.basename(name));
      await page.locator('.tab.active', { hasText: path.basename(name) }).waitFor();
      await page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    },
    async chooseFromContextMenu(row, title) {
      await row.click({ button: 'right' });
      const item = page.locator('.monaco-menu .action-label', { hasText: title });
      await item.waitFor();
      await until(`"${title}" taken`, async () => {
        if (await item.isHidden()) return true;
        // A menu takes no click in its first tenth of a second: the one that opened it may still end there.
        await item.click({ timeout: MENU_CLICK_MS }).catch(() => undefined);
        return undefined;
      });
    },
    statusBarItem(idOrText) {
      const quoted = JSON.stringify(idOrText);
      const byText = page.locator('.statusbar-item', { hasText: idOrText });
      return page.locator(`.statusbar-item[id$=${quoted}]`).or(byText).first();
    },
    async editorText() {
      const text: unknown = await page.evaluate(SHOWN_LINES);
      return String(text).replaceAll('\u00a0', ' ');
    },
    async screenshot(file) {
      await page.screenshot({ path: file });
    },
  };
}

/** Runs in the page, so it is text: what a language pack's file of strings would set. */
function speaking(language: string): string {
  const value = `{ get: () => ${JSON.stringify(language)}, set: () => undefined }`;
  return `Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', ${value});`;
}

function exactly(label: string): RegExp {
  return new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}

function isThisMachine(hostname: string): boolean {
  return hostname === '127.0.0.1' || hostname === 'localhost' || hostname.endsWith('.localhost');
}

async function findChromium(): Promise<string> {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  for (const program of ['chromium', 'chromium-browser', 'google-chrome']) {
    const found = await findProgram(program);
    if (found !== undefined) return found;
  }
  throw new Error(`Missing Chromium; type: ${APT_GET_INSTALL} chromium fonts-dejavu-core`);
}

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { until } from './until';
import type { Workbench } from './vscode/workbench';

const STATUS_ITEM = '.statusbar-item[id$="voiceDictation.status"]';

/** Sooner, the key may count as held: 1.25 s where nothing is learnt about it (`HoldToTalk`). */
const TOGGLE_INTERVAL_MS = 1500;

/** Runs in the page, so it is text; its value is a list that grows. */
const NOTE_STATUS_TEXTS = `(() => {
  const seen = [];
  const look = () => {
    const text = document.querySelector('${STATUS_ITEM}')?.textContent.trim();
    if (text !== undefined && text !== seen.at(-1)) seen.push(text);
  };
  look();
  const changes = { subtree: true, childList: true, characterData: true };
  new MutationObserver(look).observe(document.querySelector('.part.statusbar'), changes);
  return seen;
})()`;

/** Runs in the page; resolves when all that has changed so far is painted. */
const NEXT_FRAME = `new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(resolve));
})`;

/** The states as the status bar item names them to a screen reader. */
export type SpokenState = 'off' | 'starting' | 'listening' | 'reconnecting' | 'finishing';

/** One notification as it stands in the window. */
export interface Toast {
  readonly sentence: string;
  readonly buttons: readonly string[];
}

/** What a person who dictates does in a window, and sees there. */
export class DictationWindow {
  private readonly page: Page;
  private toggledAtMs = 0;

  /** @param workspace the folder that the window has open */
  constructor(
    readonly workbench: Workbench,
    private readonly workspace: string,
  ) {
    this.page = workbench.page;
  }

  /** Resolves when the extension has painted its status bar item: it is activated. */
  async untilActivated(): Promise<void> {
    await this.untilState('off');
  }

  /** Opens a new file of the workspace with `content`, the caret at its end. */
  async openDocument(name: string, content = ''): Promise<void> {
    await writeFile(this.fileOf(name), content);
    await this.workbench.openFile(name);
    await this.moveCaretToEndOf(content);
    await this.workbench.restMouse();
  }

  /** A busy window shows the tab of a file before the keyboard is in its text. */
  private async moveCaretToEndOf(content: string): Promise<void> {
    const lines = content.split('\n');
    const end = `Ln ${String(lines.length)}, Col ${String((lines.at(-1)?.length ?? 0) + 1)}`;
    const position = this.workbench.statusBarItem('status.editor.selection');
    await until(`the caret at ${end}`, async () => {
      await this.page.keyboard.press('Control+End');
      return (await position.textContent())?.trim() === end ? true : undefined;
    });
  }

  /** Saves the active file, which has to be `name`, if it has changed, and reads it. */
  async savedText(name: string): Promise<string> {
    const tab = this.page.locator('.tab.active', { hasText: name });
    await tab.waitFor();
    await this.page.evaluate(NEXT_FRAME);
    // One that has not changed would be written, too, and could be read in the middle of that.
    if (await tab.and(this.page.locator('.dirty')).isVisible()) {
      await this.page.keyboard.press('Control+S');
      await this.page.locator('.tab.active:not(.dirty)', { hasText: name }).waitFor();
    }
    return readFile(this.fileOf(name), 'utf8');
  }

  /** Presses the key that starts and stops, never sooner after the last time than a person would. */
  async pressToggle(): Promise<void> {
    await sleep(Math.max(0, this.toggledAtMs + TOGGLE_INTERVAL_MS - Date.now()));
    await this.page.keyboard.press('Control+Alt+D');
    this.toggledAtMs = Date.now();
  }

  /** Clicks the status bar item, which starts or stops. */
  async clickStatus(): Promise<void> {
    await this.statusItem.click();
  }

  /** The status bar item. */
  get statusItem(): Locator {
    return this.page.locator(STATUS_ITEM);
  }

  /** What the status bar item shows. */
  async statusText(): Promise<string> {
    return withoutLevel((await this.statusItem.textContent()) ?? '');
  }

  /** Resolves with the state, as soon as it is one of `states`. */
  async untilState(...states: readonly SpokenState[]): Promise<SpokenState> {
    let last: string | null = null;
    return until(
      () => `${states.join(' or ')}; the status bar says ${String(last)}`,
      async () => {
        const item = this.statusItem.locator('[aria-label^="Voice Dictation: "]');
        if ((await item.count()) === 0) return undefined;
        last = await item.first().getAttribute('aria-label');
        return states.find((state) => last?.startsWith(`Voice Dictation: ${state}`));
      },
    );
  }

  /** Resolves with the status bar's text as soon as `pattern` matches it. */
  async untilStatusText(pattern: RegExp): Promise<string> {
    let last = '';
    return until(
      () => `the text ${String(pattern)}; the status bar says "${last}"`,
      async () => {
        last = await this.statusText();
        return pattern.test(last) ? last : undefined;
      },
    );
  }

  /** From now on notes every text that the status bar item shows, however short. */
  async watchStatus(): Promise<() => Promise<readonly string[]>> {
    const texts = await this.page.evaluateHandle(NOTE_STATUS_TEXTS);
    return async () => {
      const noted: unknown = await texts.jsonValue();
      const shown = Array.isArray(noted) ? noted.map((text) => withoutLevel(String(text))) : [];
      return shown.filter((text, index) => text !== shown[index - 1]);
    };
  }

  /**
   * What the status bar item tells a mouse that rests on it.
   *
   * @param whileShown called while it is on the screen
   */
  async tooltip(whileShown?: () => Promise<void>): Promise<string> {
    // At its icon: the item's width changes with what is said.
    return this.workbench.tooltip(this.statusItem, { position: { x: 12, y: 8 }, whileShown });
  }

  /** Resolves with the one notification on the screen, as soon as it stands there. */
  async toast(): Promise<Toast> {
    // Before that it moves in.
    const toast = this.toasts.and(this.page.locator('.notification-fade-in-done')).last();
    const sentence = await toast.locator('.notification-list-item-message').textContent();
    const buttons = toast.locator('.notification-list-item-buttons-container a');
    // All at once: a busy window may take it away between two questions.
    const labels = await buttons.allInnerTexts();
    return { sentence: sentence ?? '', buttons: labels.map((label) => label.trim()) };
  }

  /** Presses a button of the one notification on the screen. */
  async pressToastButton(label: string): Promise<void> {
    await this.toasts.last().getByRole('button', { name: label, exact: true }).click();
  }

  /** Every notification on the screen, but for that which waits for the last words of a busy machine. */
  get toasts(): Locator {
    return this.page.locator('.notifications-toasts .notification-toast', {
      hasNotText: 'What you said last is still being transcribed',
    });
  }

  /** Dismisses every notification. */
  async clearToasts(): Promise<void> {
    await this.workbench.runCommand('Notifications: Clear All Notifications');
    await this.untilNoToast();
  }

  /** Waits until no notification is on the screen. */
  async untilNoToast(): Promise<void> {
    await until('no notification', async () =>
      (await this.toasts.count()) === 0 ? true : undefined,
    );
  }

  /** The box that asks for the API key. */
  get keyInput(): Locator {
    return this.page.locator('.quick-input-widget:visible input[type="password"]');
  }

  /** Answers the question for the key, which is asked by now or in a moment. */
  async giveKey(key: string): Promise<void> {
    await this.keyInput.fill(key);
    await this.page.keyboard.press('Enter');
  }

  /** What the box that asks for the API key says about the key. */
  get keyMessage(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-message');
  }

  private fileOf(name: string): string {
    return path.join(this.workspace, name);
  }
}

/** A text of the status bar without the level of the microphone, which changes as it likes. */
function withoutLevel(text: string): string {
  return text.trim().replace(/^[▰▱]{3}\s*/, '');
}

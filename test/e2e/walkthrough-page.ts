import type { Locator } from 'playwright-core';
import manifest from '../../package.json';
import type { Rig } from './rig';

/** Get Started as a person sees it, who clicks what it shows and nothing else. */
export class WalkthroughPage {
  clicks = 0;

  /** @param pictures what the names of its pictures begin with */
  constructor(
    private readonly rig: Rig,
    private readonly pictures: string,
  ) {}

  /** Clicks `what`, after a picture of what the person sees. */
  async click(what: Locator, picture: string): Promise<void> {
    await what.waitFor();
    await this.picture(`${String(++this.clicks).padStart(2, '0')}-${picture}`);
    await what.click();
  }

  async picture(name: string): Promise<void> {
    await this.rig.screenshot(`${this.pictures}-${name}`);
  }

  /** A step's heading, its button, or a link in its text. */
  shown(text: string): Locator {
    return this.rig.workbench.page
      .locator('.getting-started-detail-container, .gettingStartedContainer')
      .getByText(text, { exact: true })
      .first();
  }

  /** A line of the list that is open. */
  row(text: string): Locator {
    return this.rig.workbench.page
      .locator('.quick-input-list .monaco-list-row', { hasText: text })
      .first();
  }

  /** A button of the newest notification. */
  toastButton(label: string): Locator {
    return this.rig.window.toasts.last().getByRole('button', { name: label, exact: true });
  }

  /** Whether a step has its check mark. @param id as in the manifest */
  async isDone(id: string): Promise<boolean> {
    const step = `${manifest.publisher}.${manifest.name}#gettingStarted#${id}`;
    const mark = this.rig.workbench.page.locator(`.codicon[data-done-step-id="${step}"]`).first();
    return (await mark.getAttribute('class'))?.includes('step-checked') === true;
  }
}

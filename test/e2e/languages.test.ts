// A window in German, as VS Code has it with a language pack: of VS Code's own strings there are none here.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Closers } from '../harness/closers';
import { packagedExtension } from '../harness/packaged-extension';
import { REPOSITORY } from '../harness/repository';
import { SUITE_DEADLINE_MS, until } from '../harness/until';
import { startHost } from '../harness/vscode/host';
import { openWorkbench, type Workbench } from '../harness/vscode/workbench';

const SCREENSHOTS = path.join(REPOSITORY, 'out/screenshots');

describe('in a German window', { timeout: SUITE_DEADLINE_MS }, () => {
  const closers = new Closers();
  let workbench: Workbench;
  before(async () => {
    const workspace = await mkdtemp(path.join(os.tmpdir(), 'sprache-'));
    closers.add(() => rm(workspace, { recursive: true, force: true }));
    const host = await startHost({
      version: 'newest',
      workspace,
      extensions: [packagedExtension()],
      env: { ASSEMBLYAI_API_KEY: '' },
    });
    closers.add(() => host.stop());
    workbench = await openWorkbench(host, { language: 'de' });
    closers.add(() => workbench.close());
    await mkdir(SCREENSHOTS, { recursive: true });
  });
  after(() => closers.closeAll());

  const picture = (name: string): Promise<void> =>
    workbench.screenshot(path.join(SCREENSHOTS, `de-${name}.png`));

  test('the status bar invites to dictate, and its tooltip and links are German', async () => {
    const item = workbench.statusBarItem('voiceDictation.status');
    const label = item.locator('[aria-label^="Voice Dictation: "]').first();
    await label.waitFor();
    const tooltip = await workbench.tooltip(item, { whileShown: () => picture('status-bar') });
    assert.deepEqual(
      {
        text: (await item.textContent())?.trim(),
        label: await label.getAttribute('aria-label'),
        lines: ['Mikrofon: Systemstandard', 'Starten · An Agent diktieren'].map((line) =>
          tooltip.includes(line),
        ),
      },
      { text: 'Diktieren', label: 'Voice Dictation: aus', lines: [true, true] },
    );
  });

  test('commands are found by their German titles, and lead to a German list', async () => {
    // Its list opens where the palette was, so nobody sees the palette close.
    const { page } = workbench;
    await page.keyboard.press('F1');
    const input = page.locator('.quick-input-widget input').first();
    await input.fill('>Voice Dictation: Menü anzeigen');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Menü anzeigen' }).click();
    const rows = page.locator('.quick-input-widget .monaco-list-row .label-name');
    await rows.first().waitFor();
    const labels = await until('the menu', async () => {
      const texts = await rows.allInnerTexts();
      return texts.some((text) => text.includes('Diktat starten'))
        ? texts.map((text) => text.trim())
        : undefined;
    });
    await picture('menu');
    await page.keyboard.press('Escape');
    assert.ok(labels.includes('Diktat starten'), labels.join(', '));
    assert.ok(labels.includes('Sprache wählen…'), labels.join(', '));
  });

  test('the walkthrough is German', async () => {
    await workbench.runCommand('Voice Dictation: Erste Schritte');
    const title = workbench.page.locator(
      '.getting-started-detail-container, .gettingStartedDetailsContent',
    );
    await title.first().waitFor();
    const text = await until('the steps', async () => {
      const shown = await title.first().innerText();
      return shown.includes('Mein Mikrofon testen') ? shown : undefined;
    });
    await picture('walkthrough');
    assert.match(text, /Wählen Sie, wer zuhört/);
    assert.match(text, /Sagen Sie Ihren ersten Satz/);
  });

  test('a question is German, and so are its buttons', async () => {
    await workbench.runCommand('Voice Dictation: Modell herunterladen…');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    const download = await dialog.innerText();
    await picture('question');
    await workbench.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await workbench.runCommand('Voice Dictation: Verlauf löschen…');
    await dialog.waitFor();
    const clear = await dialog.innerText();
    await workbench.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    assert.match(download, /herunterladen, um Sprache auf diesem Computer zu erkennen\?/);
    assert.match(download, /^Herunterladen$/m);
    assert.match(clear, /^Alles, was Sie diktiert haben, aus dem Verlauf löschen\?$/m);
  });

  test('a setting is described in German', async () => {
    const { page } = workbench;
    await page.keyboard.press('Control+,');
    const search = page.locator('.settings-editor .suggest-input-container');
    await search.first().waitFor();
    await search.first().click();
    await page.keyboard.type('voiceDictation.holdToTalk');
    const description = page.locator('.setting-item-description').first();
    const text = await until('the description', async () => {
      if ((await description.count()) === 0) return undefined;
      const shown = await description.innerText();
      return shown.includes('Diktat umschalten') ? shown : undefined;
    });
    await picture('settings');
    assert.match(text, /^Diktieren, solange die Taste von Diktat umschalten gehalten wird/);
  });
});

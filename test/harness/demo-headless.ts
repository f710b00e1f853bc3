import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { speechFixtures, type SpeechFixture } from '../fixtures/speech';
import type { Closers } from './closers';
import { openDemoWindow } from './demo-window';
import type { DictationWindow } from './dictation-window';
import type { PracticeServer } from './practice-server';
import { REPOSITORY } from './repository';
import { startVirtualMicrophone, type VirtualMicrophone } from './virtual-microphone';
import type { Workbench } from './vscode/workbench';
import { wordErrors } from './word-errors';

const SCREENSHOT = path.join(REPOSITORY, 'out/demo.png');
const DOCUMENT = 'practice.md';

/**
 * Dictates the sample sentences into a window in a headless browser, and prints what came of it.
 *
 * @param server the recogniser; AssemblyAI where there is none
 * @throws {Error} in whole sentences when dictation does not get going, or a word is wrong
 */
export async function demonstrateHeadless(
  closers: Closers,
  server: PracticeServer | undefined,
): Promise<void> {
  const { fixtures } = await speechFixtures();
  console.log('Microphone: a virtual one, into which the sample sentences are played.');
  const microphone = await closers.open(startVirtualMicrophone(), (started) => started.stop());
  const { window, workbench } = await openWindow(closers, microphone, server);
  await window.openDocument(DOCUMENT);
  try {
    await dictate(window, fixtures, microphone, async () => {
      if (server === undefined) return;
      await window.keyInput.fill(server.apiKey);
      await workbench.page.keyboard.press('Enter');
    });
  } catch (error) {
    await workbench.screenshot(SCREENSHOT);
    const told = await window.toasts.allInnerTexts();
    throw new Error(`Dictation failed; see ${SCREENSHOT}. ${told.join(' ')}`, { cause: error });
  }
  const said = fixtures.map(({ text }) => text).join(' ');
  const written = await window.savedText(DOCUMENT);
  await workbench.screenshot(SCREENSHOT);
  const { errors, words } = wordErrors(said, written);
  const rate = ((100 * errors) / words).toFixed(1);
  console.log(`\nThe document:\n  ${written}`);
  console.log(`\nWord error rate: ${rate} % (${String(errors)} of ${String(words)} words)`);
  console.log(`Screenshot: ${SCREENSHOT}`);
  if (errors > 0) throw new Error('Some words are wrong.');
}

async function openWindow(
  closers: Closers,
  microphone: VirtualMicrophone,
  server: PracticeServer | undefined,
): Promise<{ window: DictationWindow; workbench: Workbench }> {
  const workspace = await closers.open(mkdtemp(path.join(os.tmpdir(), 'demo-')), (made) =>
    rm(made, { recursive: true, force: true }),
  );
  return openDemoWindow(closers, {
    workspace,
    microphone,
    server,
    settings: { 'editor.wordWrap': 'on' },
    pictures: path.dirname(SCREENSHOT),
  });
}

async function dictate(
  window: DictationWindow,
  fixtures: readonly SpeechFixture[],
  microphone: VirtualMicrophone,
  enterKey: () => Promise<void>,
): Promise<void> {
  console.log('\nPressing Ctrl+Alt+D …');
  await window.pressToggle();
  await enterKey();
  await window.untilState('listening');
  for (const { text, path: wav } of fixtures) {
    console.log(`  Said: ${text}`);
    await microphone.play(wav);
  }
  await window.pressToggle();
  await window.untilState('off');
}

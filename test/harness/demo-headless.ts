import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { SpeechFixture } from '../fixtures/speech';
import type { Closers } from './closers';
import type { DemoRecogniser } from './demo-recogniser';
import { openDemoWindow } from './demo-window';
import type { DictationWindow } from './dictation-window';
import { REPOSITORY } from './repository';
import { startVirtualMicrophone, type VirtualMicrophone } from './virtual-microphone';
import type { Workbench } from './vscode/workbench';
import { wordErrors } from './word-errors';

const SCREENSHOT = path.join(REPOSITORY, 'out/demo.png');
const DOCUMENT = 'practice.md';

/**
 * Dictates the sample sentences into a window in a headless browser, and prints what came of it.
 *
 * @throws {Error} in whole sentences when dictation does not get going, or a word is wrong
 */
export async function demonstrateHeadless(
  closers: Closers,
  recogniser: DemoRecogniser,
): Promise<void> {
  const { samples } = recogniser;
  console.log('Microphone: a virtual one, into which the sample sentences are played.');
  const microphone = await closers.open(startVirtualMicrophone(), (started) => started.stop());
  const { window, workbench } = await openWindow(closers, microphone, recogniser);
  await window.openDocument(DOCUMENT);
  try {
    // A turn that this computer hears ends with a pause, and who speaks makes one.
    const pause = async (): Promise<void> => {
      if (recogniser.kind === 'onDevice')
        await window.untilStatusText(/^Listening on this computer/);
    };
    const answer = async (): Promise<void> => {
      if (recogniser.kind === 'practice') {
        await window.keyInput.fill(recogniser.server.apiKey);
        await workbench.page.keyboard.press('Enter');
      } else if (recogniser.kind === 'onDevice') {
        console.log('Choosing “On This Computer” …');
        const answers = workbench.page.locator('.quick-input-widget .monaco-list-row');
        await answers.filter({ hasText: 'On This Computer' }).click();
        await pause();
      }
    };
    await dictate({ window, samples, microphone, answer, pause });
  } catch (error) {
    await workbench.screenshot(SCREENSHOT);
    const told = await window.toasts.allInnerTexts();
    throw new Error(`Dictation failed; see ${SCREENSHOT}. ${told.join(' ')}`, { cause: error });
  }
  const said = samples.map(({ text }) => text).join(' ');
  const written = await window.savedText(DOCUMENT);
  await workbench.screenshot(SCREENSHOT);
  const { errors, words } = wordErrors(said, written);
  const rate = ((100 * errors) / words).toFixed(1);
  console.log(`\nThe document:\n  ${written}`);
  console.log(`\nWord error rate: ${rate} % (${String(errors)} of ${String(words)} words)`);
  console.log(`Screenshot: ${SCREENSHOT}`);
  const mayErr = recogniser.kind === 'onDevice' && recogniser.mayErr;
  if (errors > 0 && !mayErr) throw new Error('Some words are wrong.');
}

async function openWindow(
  closers: Closers,
  microphone: VirtualMicrophone,
  { settings }: DemoRecogniser,
): Promise<{ window: DictationWindow; workbench: Workbench }> {
  const workspace = await closers.open(mkdtemp(path.join(os.tmpdir(), 'demo-')), (made) =>
    rm(made, { recursive: true, force: true }),
  );
  return openDemoWindow(closers, {
    workspace,
    microphone,
    settings: { 'editor.wordWrap': 'on', ...settings },
    pictures: path.dirname(SCREENSHOT),
  });
}

async function dictate(options: {
  readonly window: DictationWindow;
  readonly samples: readonly SpeechFixture[];
  readonly microphone: VirtualMicrophone;
  /** What is asked before the first dictation. */
  readonly answer: () => Promise<void>;
  readonly pause: () => Promise<void>;
}): Promise<void> {
  const { window, samples, microphone, answer, pause } = options;
  console.log('\nPressing Ctrl+Alt+D …');
  await window.pressToggle();
  await answer();
  await window.untilState('listening');
  for (const { text, path: wav } of samples) {
    console.log(`  Said: ${text}`);
    await microphone.play(wav);
    await pause();
  }
  await window.pressToggle();
  await window.untilState('off');
}

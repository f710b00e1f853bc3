import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { codingFixtures, type SpeechFixture } from '../fixtures/speech';
import { Closers } from './closers';
import { openDemoWindow } from './demo-window';
import { packageExtension } from './packaged-extension';
import { startPracticeServer } from './practice-server';
import { run } from './programs';
import { REPOSITORY } from './repository';
import { startVirtualMicrophone } from './virtual-microphone';
import type { Workbench } from './vscode/workbench';

/** Shown by docs/dictating.md. */
const ANIMATION = path.join(REPOSITORY, 'docs/pictures/dictating.gif');
const SIZE = { width: 760, height: 300 };
/** How long the last picture stands before it begins again. */
const REST_MS = 3000;
const DOCUMENT = 'notes.md';
const SAID = ['commit', 'new-paragraph', 'prompt', 'doc'];

/** One picture of the window, and when it was taken: `performance.now()`, milliseconds. */
interface Picture {
  readonly file: string;
  readonly atMs: number;
}

/**
 * `npm run animation`: records a real run (packaged extension, real window, virtual microphone,
 * practice server) as the moving picture of the documentation, in its own time.
 */
async function main(closers: Closers): Promise<void> {
  await packageExtension();
  const speech = await codingFixtures();
  const server = await closers.open(startPracticeServer(speech), (started) => started.close());
  const microphone = await closers.open(startVirtualMicrophone(), (started) => started.stop());
  const workspace = await closers.open(mkdtemp(path.join(os.tmpdir(), 'animation-')), (made) =>
    rm(made, { recursive: true, force: true }),
  );
  const { window, workbench } = await openDemoWindow(closers, {
    workspace,
    microphone,
    settings: {
      'voiceDictation.recognition.endpoint': server.url,
      'voiceDictation.recognition.provider': 'assemblyai',
      'editor.wordWrap': 'on',
      'editor.minimap.enabled': false,
      'editor.fontSize': 15,
      'breadcrumbs.enabled': false,
      'workbench.activityBar.location': 'hidden',
      'window.commandCenter': false,
    },
    pictures: path.dirname(ANIMATION),
  });
  await workbench.page.setViewportSize(SIZE);
  await window.openDocument(DOCUMENT);
  await workbench.page.keyboard.press('Control+B'); // no side bar
  await window.pressToggle();
  await window.keyInput.fill(server.apiKey);
  await workbench.page.keyboard.press('Enter');
  await window.untilState('listening');
  await window.pressToggle();
  await window.untilState('off');

  const folder = path.join(workspace, 'pictures');
  await mkdir(folder);
  const film = startFilming(workbench, folder);
  await window.pressToggle();
  await window.untilState('listening');
  for (const each of fixturesOf(speech.fixtures)) await microphone.play(each.path);
  await window.pressToggle();
  await window.untilState('off');
  await writeAnimation(await film.end(), folder);
  const { size } = await stat(ANIMATION);
  console.log(`${await window.savedText(DOCUMENT)}\n${ANIMATION}: ${String(size)} bytes`);
}

function fixturesOf(fixtures: readonly SpeechFixture[]): readonly SpeechFixture[] {
  return SAID.map((id) => {
    const found = fixtures.find((each) => each.id === id);
    if (found === undefined) throw new Error(`no fixture ${id}`);
    return found;
  });
}

/** Takes one picture after the other, as fast as the browser gives them. */
function startFilming(
  workbench: Workbench,
  folder: string,
): { end(): Promise<readonly Picture[]> } {
  const pictures: Picture[] = [];
  const ended = new AbortController();
  const filming = (async () => {
    while (!ended.signal.aborted) {
      const file = path.join(folder, `${String(pictures.length)}.png`);
      const atMs = performance.now();
      await workbench.screenshot(file);
      pictures.push({ file, atMs });
    }
  })();
  return {
    async end() {
      ended.abort();
      await filming;
      return pictures;
    },
  };
}

/** Each picture stands until the next was taken. */
async function writeAnimation(pictures: readonly Picture[], folder: string): Promise<void> {
  const list = path.join(folder, 'pictures.txt');
  const lines = pictures.flatMap(({ file, atMs }, index) => {
    const untilMs = pictures[index + 1]?.atMs ?? atMs + REST_MS;
    return [`file '${file}'`, `duration ${((untilMs - atMs) / 1000).toFixed(3)}`];
  });
  // ffmpeg takes the last duration only where another file stands behind it.
  await writeFile(list, [...lines, lines.at(-2) ?? ''].join('\n'));
  const filter =
    'mpdecimate,split[a][b];[a]palettegen=max_colors=48:stats_mode=diff[p];[b][p]paletteuse=dither=none';
  await run('ffmpeg', [
    ...['-loglevel', 'error', '-y', '-f', 'concat', '-safe', '0', '-i', list],
    ...['-vf', filter, '-fps_mode', 'vfr', '-loop', '0', ANIMATION],
  ]);
}

const closers = new Closers();
main(closers)
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(async () => {
    await closers.closeAll();
    process.exit();
  });

import { resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { SpeechFixture } from '../fixtures/speech';
import type { Closers } from './closers';
import { packagedExtension } from './packaged-extension';
import type { DemoRecogniser } from './demo-recogniser';
import { endProcess } from './processes';
import { runVisibly } from './programs';
import { startVirtualMicrophone } from './virtual-microphone';

const DOCUMENT = '# Voice Dictation\n\nPress Ctrl+Alt+D, talk, and press it again.\n\n';

/** Opens a desktop window for a person; ends when they close it. */
export async function demonstrateOnDesktop(
  closers: Closers,
  options: {
    readonly vscode: string;
    readonly recogniser: DemoRecogniser;
    /** There is a microphone; else the samples are said at the person's bidding. */
    readonly isListening: boolean;
  },
): Promise<void> {
  const { vscode, recogniser, isListening } = options;
  const removal = { recursive: true, force: true, maxRetries: 5, retryDelay: 200 };
  const folder = await closers.open(mkdtemp(path.join(os.tmpdir(), 'demo-')), (made) =>
    rm(made, removal),
  );
  const microphone = isListening
    ? undefined
    : await closers.open(startVirtualMicrophone(), (started) => started.stop());
  const settings = {
    'workbench.startupEditor': 'none',
    ...recogniser.settings,
  };
  await mkdir(path.join(folder, 'data/User'), { recursive: true });
  await writeFile(path.join(folder, 'data/User/settings.json'), JSON.stringify(settings));
  const document = path.join(folder, 'practice.md');
  await writeFile(document, DOCUMENT);

  const own = [
    `--user-data-dir=${path.join(folder, 'data')}`,
    `--extensions-dir=${path.join(folder, 'extensions')}`,
  ];
  const [cli = vscode, ...cliArgs] = resolveCliArgsFromVSCodeExecutablePath(vscode);
  const install = [...cliArgs, ...own, '--install-extension', packagedExtension()];
  if (!(await runVisibly(cli, install))) throw new Error('VS Code refused the extension.');
  const args = [...own, '--disable-workspace-trust', '--new-window', document];
  const window = spawn(vscode, args, {
    env: { ...process.env, ...microphone?.env },
    stdio: 'ignore',
  });
  closers.add(() => endProcess(window));
  const closed = once(window, 'exit');
  console.log('VS Code is open: press Ctrl+Alt+D in practice.md and talk. Close it to end.');
  if (recogniser.kind === 'practice') {
    console.log(`When it asks for an API key, type: ${recogniser.server.apiKey}`);
  }
  if (microphone) await Promise.race([closed, saySamples(closers, microphone, recogniser.samples)]);
  await closed;
}

async function saySamples(
  closers: Closers,
  microphone: { play(wavPath: string): Promise<void> },
  samples: readonly SpeechFixture[],
): Promise<void> {
  const terminal = createInterface(process.stdin, process.stdout);
  closers.add(() => {
    terminal.close();
  });
  for (const { text, path: wav } of samples) {
    await terminal.question(`There is no microphone. Press Enter here to have said: ${text}`);
    await microphone.play(wav);
  }
}

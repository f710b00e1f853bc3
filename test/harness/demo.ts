import { parseArgs } from 'node:util';
import { Closers } from './closers';
import { demonstrateOnDesktop } from './demo-desktop';
import { demonstrateHeadless } from './demo-headless';
import { hasMicrophone } from './microphone';
import { startPracticeServer } from './practice-server';
import { runVisibly } from './programs';
import { REPOSITORY } from './repository';
import { findDesktopVscode } from './vscode/desktop';

/** A person has ended it: 128 and the number of SIGINT, as shells have it. */
const INTERRUPTED = 130;

/**
 * `npm run demo`: builds the extension, opens VS Code with it and a practice document, and takes
 * dictation. What is there decides how: an API key, a microphone, a display.
 */
async function main(closers: Closers): Promise<void> {
  // Opens no desktop window although there is a display.
  const { values } = parseArgs({ options: { headless: { type: 'boolean', default: false } } });
  console.log('Building the extension …');
  const npm = process.env['npm_execpath'];
  const args = ['run', '--silent', 'package'];
  const isBuilt =
    npm === undefined
      ? await runVisibly('npm', args, { cwd: REPOSITORY })
      : await runVisibly(process.execPath, [npm, ...args], { cwd: REPOSITORY });
  if (!isBuilt) throw new Error('The extension could not be built; see above.');

  const vscode = values.headless ? undefined : await findDesktopVscode();
  const isListening = vscode !== undefined && (await hasMicrophone());
  const isAssemblyAi = (process.env['ASSEMBLYAI_API_KEY'] ?? '').trim() !== '';
  const server = isAssemblyAi
    ? undefined
    : await closers.open(startPracticeServer({ anything: isListening }), (started) =>
        started.close(),
      );
  console.log(
    isAssemblyAi
      ? 'Recogniser: AssemblyAI, with the key in ASSEMBLYAI_API_KEY.'
      : 'Recogniser: the practice server (PocketSphinx), because ASSEMBLYAI_API_KEY is not set.',
  );
  if (vscode === undefined) await demonstrateHeadless(closers, server);
  else await demonstrateOnDesktop(closers, { vscode, server, isListening });
}

async function run(): Promise<void> {
  const closers = new Closers();
  const interrupted = new Promise<'interrupted'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        resolve('interrupted');
      });
    }
  });
  try {
    const work = main(closers);
    if ((await Promise.race([work, interrupted])) === 'interrupted') {
      console.log('\nClosing …');
      process.exitCode = INTERRUPTED;
      // Everything it uses is being taken away: how it ends does not matter any more.
      work.catch(() => undefined);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
  await closers.closeAll();
  process.exit();
}

void run();

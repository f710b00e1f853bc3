import { parseArgs } from 'node:util';
import { Closers } from './closers';
import { chooseRecogniser } from './demo-recogniser';
import { demonstrateOnDesktop } from './demo-desktop';
import { demonstrateHeadless } from './demo-headless';
import { demonstrateTour } from './demo-tour';
import { hasMicrophone } from './microphone';
import { packageExtension } from './packaged-extension';
import { findDesktopVscode } from './vscode/desktop';

/** A person has ended it: 128 and the number of SIGINT, as shells have it. */
const INTERRUPTED = 130;

/**
 * `npm run demo`: builds the extension, opens VS Code with it and a practice document, and takes
 * dictation. What is there decides how: an API key, a microphone, a display.
 */
async function main(closers: Closers): Promise<void> {
  const { values } = parseArgs({
    options: {
      // Opens no desktop window although there is a display.
      headless: { type: 'boolean', default: false },
      // Shows every place that words can go to, instead of one document.
      tour: { type: 'boolean', default: false },
    },
  });
  console.log('Building the extension …');
  await packageExtension();

  const vscode = values.headless || values.tour ? undefined : await findDesktopVscode();
  const isListening = vscode !== undefined && (await hasMicrophone());
  const recogniser = await chooseRecogniser(closers, { isTour: values.tour, isListening });
  console.log(`Recogniser: ${recogniser.name}.`);
  if (values.tour) {
    const server = recogniser.kind === 'practice' ? recogniser.server : undefined;
    await demonstrateTour(closers, server);
  } else if (vscode === undefined) await demonstrateHeadless(closers, recogniser);
  else await demonstrateOnDesktop(closers, { vscode, recogniser, isListening });
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

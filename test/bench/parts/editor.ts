import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { packageExtension } from '../../harness/packaged-extension';
import type { Part, PartContext } from '../part';
import { openScene, start, talk, type Scene } from '../window/scene';

/** What is dictated into: lines and carets. */
const DOCUMENTS: readonly (readonly [file: string, lines: number, carets: number])[] = [
  ['plain.txt', 10, 1],
  ['plain.txt', 100_000, 1],
  ['plain.txt', 100_000, 20],
  ['prose.md', 10, 1],
  ['prose.md', 10_000, 20],
  ['prose.md', 100_000, 1],
  ['code.ts', 10, 1],
  ['code.ts', 10_000, 20],
  ['code.ts', 100_000, 1],
];

const LINES: Readonly<Record<string, string>> = {
  txt: 'A line of plain words that nobody reads.',
  md: 'A line of *words* with `code` in it, as they are in documents.',
  ts: 'export const userName = (request: Request): string => request.user.name;',
};

const SAID = 'The words that were said a moment ago.';
/** Until what an edit has started is over. */
const SETTLE_MS = 150;
/** Until a language service has read a new document. */
const OPENED_MS = 1500;

/** Who dictates: the commands that start and stop. */
const DICTATION: Readonly<Record<string, readonly [start: string, stop: string]>> = {
  ours: ['voiceDictation.start', 'voiceDictation.stop'],
  'thirty lines': ['thirtyLines.toggle', 'thirtyLines.toggle'],
};

const PARTIALS_PER_SECOND = [0, 5, 20] as const;
const MEASURED_MS = 2000;
/** At the rate that is judged by. */
const JUDGED_MS = 4000;
const JUDGED_RATE = 5;

interface Measured extends PartContext, Scene {
  readonly failures: Failures;
}

/** What goes wrong in one row does not end the others. */
class Failures {
  private readonly all: unknown[] = [];

  readonly add = (error: unknown): void => {
    this.all.push(error);
  };

  throwAny(): void {
    if (this.all.length > 0) throw new Error(String(this.all[0]), { cause: this.all[0] });
  }
}

/** The editor's side, in a real window. */
export const editor: Part = {
  seconds: 300,
  async measure(context) {
    const opened = await openScene(context.closers, await packageExtension());
    const scene: Measured = { ...context, ...opened, failures: new Failures() };
    await landing(scene);
    await load(scene);
    scene.failures.throwAny();
  },
};

/** From the server's message, and from the stop key, to the text in the document. */
async function landing(scene: Measured): Promise<void> {
  const { window, server, folder, notes, runs, failures } = scene;
  for (const [file, lines, carets] of DOCUMENTS) {
    const name = `${String(lines)}-${String(carets)}-${file}`;
    const line = LINES[path.extname(file).slice(1)] ?? '';
    await writeFile(path.join(folder, name), `${line}\n`.repeat(lines));
    await window.ask('show', { file: path.join(folder, name), carets: String(carets) });
    await sleep(OPENED_MS);
    const row = `${file}, ${lines.toLocaleString('en')} lines, ${String(carets)} caret${carets === 1 ? '' : 's'}`;
    await window.ask('edit', { text: '' }).catch(() => undefined); // Not the first of all.
    for (let run = 0; run < runs; run++) {
      const answer = await window.ask('edit', { text: `${SAID} ` });
      notes.add('landing', row, 'bare edit', answer('ms'));
      await sleep(SETTLE_MS);
    }
    for (const who of Object.keys(DICTATION)) {
      await land(scene, who, row).catch(failures.add);
      await server.untilSilent().catch(failures.add);
      await sleep(SETTLE_MS);
    }
    await window.ask('close');
  }
}

async function land(scene: Measured, who: string, row: string): Promise<void> {
  const { window, server, notes, runs } = scene;
  const [starting, stopping] = DICTATION[who] ?? ['', ''];
  await start(scene, starting);
  try {
    for (let run = 0; run < runs; run++) {
      // As the service does; and what stands around the place is looked at then.
      server.say(SAID.slice(0, SAID.indexOf(' that')), false);
      await sleep(SETTLE_MS);
      await window.ask('arm');
      const saidMs = server.say(SAID, true);
      notes.add('landing', row, who, (await window.ask('change'))('atMs') - saidMs);
      await sleep(SETTLE_MS);
    }
  } catch (error) {
    await window.ask('run', { command: stopping });
    throw error;
  }
  await window.ask('arm');
  server.lastWords = 'And these were the last.';
  const fromMs = (await window.ask('run', { command: stopping }))('fromMs');
  const lastMs = (await window.ask('change'))('atMs') - fromMs;
  notes.add('stop', who, 'stop key to last word', lastMs);
  notes.add('stop', who, 'Terminate to Termination', server.terminatingMs);
}

/** What dictating costs the extension host above its rest. */
async function load(scene: Measured): Promise<void> {
  const { window, notes, runs, folder } = scene;
  const file = path.join(folder, 'load.md');
  await writeFile(file, 'Words.\n'.repeat(100));
  await window.ask('show', { file, carets: '1' });
  await sleep(OPENED_MS);
  const measure = async (ms: number): Promise<{ readonly cpu: number; readonly p99: number }> => {
    await window.ask('begin');
    await sleep(ms);
    const answer = await window.ask('end');
    return { cpu: (answer('cpuMs') / ms) * 100, p99: answer('p99Ms') };
  };
  for (let run = 0; run < runs; run++) {
    for (const [who, [starting, stopping]] of Object.entries(DICTATION)) {
      const rest = await measure(MEASURED_MS);
      notes.add('cpu', 'at rest', 'all', rest.cpu);
      notes.add('delay', 'at rest', 'all', rest.p99);
      await start(scene, starting);
      for (const rate of PARTIALS_PER_SECOND) {
        const stop = talk(scene, rate);
        const { cpu, p99 } = await measure(rate === JUDGED_RATE ? JUDGED_MS : MEASURED_MS);
        stop();
        const column = `${String(rate)} a second`;
        notes.add('cpu', who, column, cpu - rest.cpu);
        notes.add('delay', who, column, p99 - rest.p99);
      }
      scene.server.lastWords = '';
      await window.ask('run', { command: stopping });
      await scene.server.untilSilent();
      await sleep(SETTLE_MS);
    }
  }
}

/**
 * `npm run bench`: this extension beside what people would use in its place, in one run, on the same
 * sound, the same virtual microphone and servers of the same kind. Writes docs/benchmarks.md.
 *
 *   npm run bench -- [--runs 5]
 */
import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as prettier from 'prettier';
import { RECORDERS } from '../../src/core/settings';
import { selfSignedCertificate } from '../emulator/tls';
import { Closers } from '../harness/closers';
import { packageExtension } from '../harness/packaged-extension';
import { REPOSITORY } from '../harness/repository';
import { startVirtualMicrophone } from '../harness/virtual-microphone';
import { toneSpeech } from '../matrix/tone-speech';
import {
  CONTENDERS,
  countWords,
  firstSound,
  lateness,
  SITUATIONS,
  type ContenderName,
  type Place,
} from './measures';
import { openOurs } from './ours';
import { bars, machine, spreadOf, table } from './report';

const DOCS = path.join(REPOSITORY, 'docs');
/** `rec` is sox by another name. */
const RECORDERS_OF = {
  PulseAudio: RECORDERS.filter((name) => name !== 'rec' && name !== 'pw-record'),
  PipeWire: RECORDERS.filter((name) => name !== 'rec'),
} as const;

const NAMES = Object.keys(CONTENDERS) as ContenderName[];

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
  const runs = Number(values.runs);
  if (!(runs >= 1)) throw new Error(`--runs ${values.runs}: not a number from 1 on`);
  const closers = new Closers();
  try {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-'));
    closers.add(() => rm(folder, { recursive: true }));
    const speech = path.join(folder, 'speech.wav');
    await writeFile(speech, toneSpeech());
    const tls = await selfSignedCertificate();
    closers.add(() => tls.dispose());
    const sections: string[] = [];
    for (const server of ['PulseAudio', 'PipeWire'] as const) {
      const microphone = await closers.open(startVirtualMicrophone(server), (each) => each.stop());
      Object.assign(process.env, microphone.env);
      const place: Place = { microphone, speech, tls };
      console.log(server);
      sections.push(
        `## ${server}`,
        await words(place, runs),
        await wire(place, runs, server),
        await keyPress(runs),
      );
    }
    sections.push(await sizes());
    const page = [
      '# Benchmarks',
      `\`npm run bench -- --runs ${String(runs)}\` wrote this page on ${new Date().toISOString().slice(0, 10)}: ${machine()}. No figure is typed by hand. Rivals are AssemblyAI's SDK with node-record-lpcm16, as its documentation wires them and as well as one can wire them (\`test/bench/sdk-sample.ts\`). What is not here yet: VS Code's own dictation, the editor's side (text in the document, CPU), memory over hours, cost.`,
      ...sections,
    ].join('\n\n');
    const options = await prettier.resolveConfig(path.join(DOCS, 'benchmarks.md'));
    await writeFile(
      path.join(DOCS, 'benchmarks.md'),
      await prettier.format(page, { ...options, parser: 'markdown' }),
    );
  } finally {
    await closers.closeAll();
  }
}

/** Words lost and doubled. */
async function words(place: Place, runs: number): Promise<string> {
  const rows: string[][] = [];
  for (const [situation, options] of Object.entries(SITUATIONS)) {
    const cells: string[] = [];
    for (const name of NAMES) {
      const sum = { lost: 0, doubled: 0 };
      for (let run = 0; run < runs; run++) {
        const counted = await countWords(() => CONTENDERS[name](options, place), place);
        sum.lost += counted.lost;
        sum.doubled += counted.doubled;
      }
      cells.push(`${String(sum.lost)} lost, ${String(sum.doubled)} doubled`);
      console.log(`${situation}, ${name}: ${cells.at(-1) ?? ''}`);
    }
    rows.push([situation, ...cells]);
  }
  return `### Words\n\nOf ${String(runs * 12)} words, said from the key press on; stopped with the last one.\n\n${table(['', ...NAMES], rows)}`;
}

/** From the microphone to the server. */
async function wire(
  place: Place,
  runs: number,
  server: keyof typeof RECORDERS_OF,
): Promise<string> {
  const candidates = {
    ...Object.fromEntries(
      RECORDERS_OF[server].map((recorder) => [
        `ours, ${recorder}`,
        (onsets: Parameters<Parameters<typeof lateness>[0]>[0]) =>
          openOurs({ wire: onsets }, recorder),
      ]),
    ),
    ...Object.fromEntries(
      NAMES.filter((name) => name !== 'ours').map((name) => [
        name,
        (onsets: Parameters<Parameters<typeof lateness>[0]>[0]) =>
          CONTENDERS[name]({ wire: onsets }, place),
      ]),
    ),
  };
  const rows: string[][] = [];
  const medians: [string, number][] = [];
  for (const [name, open] of Object.entries(candidates)) {
    const all: number[] = [];
    for (let run = 0; run < runs; run++) all.push(...(await lateness(open, place)));
    const { median, p95, least, most } = spreadOf(all);
    rows.push([name, ...[median, p95, least, most].map((each) => each.toFixed(0))]);
    medians.push([name, median]);
    console.log(`${name}: ${median.toFixed(0)} ms median, ${p95.toFixed(0)} ms p95`);
  }
  await writeFile(
    path.join(DOCS, `pictures/bench-wire-${server}.svg`),
    bars(`${server}: microphone to server, later than to parec (median)`, 'ms', medians),
  );
  return `### Microphone to server\n\nMilliseconds after the same sound has come out of \`parec --latency-msec=10\`; a frame of ours has 50 ms.\n\n![Bars of the medians](pictures/bench-wire-${server}.svg)\n\n${table(['', 'median', 'p95', 'least', 'most'], rows)}`;
}

/** From the key press to the recorder's first sound. */
async function keyPress(runs: number): Promise<string> {
  const rows: string[][] = [];
  for (const recorder of ['sox', 'parec'] as const) {
    const measured: { readonly ours: number; readonly bare: number }[] = [];
    for (let run = 0; run < runs; run++) measured.push(await firstSound(recorder));
    const ours = spreadOf(measured.map((each) => each.ours)).median;
    const bare = spreadOf(measured.map((each) => each.bare)).median;
    rows.push([recorder, ours.toFixed(0), bare.toFixed(0), (ours / bare).toFixed(2)]);
    console.log(`${recorder}: ${(ours / bare).toFixed(2)} × a bare spawn`);
  }
  return `### Key press to first sound\n\nMilliseconds, beside a bare \`spawn\` of the very same command line, without the variables for libpulse that ours sets.\n\n${table(['', 'ours', 'bare', 'ratio'], rows)}`;
}

/** What every person's editor loads. */
async function sizes(): Promise<string> {
  const file = await packageExtension();
  const dist = path.join(REPOSITORY, 'dist');
  const bundles = readdirSync(dist).filter((name) => name.endsWith('.js'));
  const kib = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`;
  const rows = bundles.map((name) => [name, kib(statSync(path.join(dist, name)).size)]);
  return `## Size\n\n${table(['', 'minified'], [...rows, ['the .vsix', kib(statSync(file).size)]])}`;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { FRAME_MS } from '../../../src/core/pcm';
import type { ReadyProvider } from '../../../src/core/provider';
import { Journal } from '../../../src/dictation/sessions/journal';
import { SessionChain } from '../../../src/dictation/sessions/session-chain';
import { systemClock as clock } from '../../../src/ui/system-clock';
import { DEFAULT_SETTINGS } from '../../fixtures/default-settings';
import { speechPcm } from '../../fixtures/speech';
import { installedEngine, TINY_HEARS, TINY_MODEL } from '../../harness/on-device';
import { OnDeviceRig } from '../../harness/on-device-rig';
import { run } from '../../harness/programs';
import { REPOSITORY } from '../../harness/repository';
import { spelledOut, wordErrors } from '../../harness/word-errors';
import { framesOf } from '../../wire/session-support';
import type { EngineReport } from '../engine-process';
import type { Part } from '../part';

/** Between two sentences, as a person breathes. */
const PAUSE = Buffer.alloc(32 * 400);
const KILLED = 'letters that are others, its process killed in mid-sentence';
/** The kernel counts a process' time in these. */
const TICK_MS = 10;

/** On this computer: ours beside the engine's own loop, same model, same audio. */
export const onDevice: Part = {
  seconds: 110,
  async measure({ runs, notes, closers }) {
    const engine = await installedEngine('native');
    if (engine === undefined) throw new Error('there is no native engine for this computer');
    const folder = path.join(REPOSITORY, 'out');
    const [loop, child] = await Promise.all([
      bundle('test/bench/engine-process.ts', path.join(folder, 'engine-process.cjs')),
      bundle('src/recognition/on-device/child/main.ts', path.join(folder, 'recogniser.cjs')),
    ]);
    const pcm = Buffer.concat(
      (await Promise.all(TINY_HEARS.map((id) => speechPcm(id)))).flatMap((each) => [PAUSE, each]),
    );
    const file = path.join(folder, `bench-${String(process.pid)}.pcm`);
    await writeFile(file, pcm);
    closers.add(() => rm(file, { force: true }));
    const rig = await closers.open(OnDeviceRig.make({ program: { file: child } }), (made) =>
      made.close(),
    );
    const ready = await rig.makeReady();
    const load = JSON.stringify({ engine, model: TINY_MODEL, threads: 1 });
    for (let n = 0; n < runs; n++) {
      const output = await run(process.execPath, [loop, file, load]);
      // Printed by engine-process.ts.
      const theirs = JSON.parse(output) as EngineReport;
      const ours = await dictate(ready, pcm);
      const both = { ours, 'engine’s own loop': theirs };
      for (const [who, { text, shownMs, endMs, cpuMs, memoryMiB }] of Object.entries(both)) {
        // Which letters are one word is the recogniser's affair.
        const after = theirs.words.flatMap(({ lastMs, letters }) => {
          const shown = shownMs[letters - 1];
          return shown === undefined ? [] : [shown - lastMs];
        });
        notes.add('on-device', 'word whole in the text after its last token, ms', who, ...after);
        notes.add('on-device', 'stop to last words, ms', who, endMs);
        notes.add(
          'on-device',
          'CPU of the process with the model, % of a core',
          who,
          (cpuMs / (pcm.length / 32)) * 100,
        );
        notes.add('on-device', 'memory of that process, MiB', who, memoryMiB);
        notes.add('on-device', 'letters that are others', who, different(theirs.text, text));
      }
      notes.add(
        'on-device',
        'CPU of what would be the extension host, % of a core',
        'ours',
        (ours.hostCpuMs / (pcm.length / 32)) * 100,
      );
      if (n > 0) continue;
      const { text } = await dictate(ready, pcm, pcm.length / 2);
      notes.add('on-device', KILLED, 'ours', different(theirs.text, text));
    }
  },
};

/** Letters that are not the same in both. */
function different(one: string, other: string): number {
  const [a, b] = [spelledOut(one), spelledOut(other)].map((text) => text.replaceAll(/./gu, '$& '));
  return wordErrors(a ?? '', b ?? '').errors;
}

async function bundle(entry: string, outfile: string): Promise<string> {
  await build({
    ...{ entryPoints: [path.join(REPOSITORY, entry)], outfile, bundle: true, platform: 'node' },
    ...{ target: 'node20', format: 'cjs', packages: 'external', logLevel: 'warning' },
  });
  return outfile;
}

/**
 * Dictates through the real chain of sessions, as it is said.
 *
 * @param killedAt where in the sound the process with the model is killed
 */
async function dictate(
  ready: ReadyProvider,
  pcm: Buffer,
  killedAt = Infinity,
): Promise<Omit<EngineReport, 'words'> & { readonly hostCpuMs: number }> {
  const journal = new Journal();
  const chain = new SessionChain({
    ...{ clock, journal, random: Math.random, mayGoOn: ready.mayGoOn, mayHaveSpeech: () => true },
    connect: () =>
      ready.connect({
        recognition: DEFAULT_SETTINGS.recognition,
        ...{ sampleRate: 16_000, encoding: 'pcm_s16le' as const },
      }),
  });
  const finals: string[] = [];
  const shownMs: number[] = [];
  const beganMs = performance.now();
  const cpu = process.cpuUsage();
  const childMs = cpuOf(recogniser());
  chain.onDidTranscribe((event) => {
    if (event.kind === 'final') finals.push(event.final.text);
    const running = event.kind === 'partial' ? event.text : '';
    const count = spelledOut([...finals, running].join(' ')).length;
    while (shownMs.length < count) shownMs.push(performance.now() - beganMs);
  });
  const ended = new Promise<void>((resolve) => {
    chain.onDidEnd(() => {
      resolve();
    });
  });
  let isKilled = false;
  for (const [index, frame] of framesOf(pcm).entries()) {
    const dueMs = beganMs + (index + 1) * FRAME_MS;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueMs - performance.now())));
    journal.append(frame);
    chain.advance();
    if ((index + 1) * frame.length >= killedAt && !isKilled) {
      process.kill(recogniser(), 'SIGKILL');
      isKilled = true;
    }
  }
  const stopMs = performance.now();
  chain.terminate();
  await ended;
  const endMs = performance.now() - stopMs;
  const pid = recogniser();
  const { user, system } = process.cpuUsage(cpu);
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  const rssKib = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
  chain.dispose();
  return {
    ...{ text: finals.join(' '), shownMs, endMs },
    cpuMs: cpuOf(pid) - childMs,
    hostCpuMs: (user + system) / 1000,
    memoryMiB: rssKib / 1024,
  };
}

/** The process that holds the model. */
function recogniser(): number {
  const own = `/proc/${String(process.pid)}/task/${String(process.pid)}/children`;
  const pids = readFileSync(own, 'utf8').trim().split(' ');
  const found = pids.find((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('recogniser.cjs'),
  );
  if (found === undefined) throw new Error('no recogniser runs');
  return Number(found);
}

function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

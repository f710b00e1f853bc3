/**
 * `npm run bench -- --profile WHAT`: where the extension host's time goes, by the CPU profiler inside it.
 *
 *   dictating   partials at five a second, in a Markdown file
 *   landing     finals into a long plain text, and a bare edit of the same text
 *   landing-code   the same into code, with twenty carets
 */
import { readdirSync, readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Closers } from '../harness/closers';
import { run } from '../harness/programs';
import { REPOSITORY } from '../harness/repository';
import { packageCopy } from './window/own-copy';
import { openScene, start, talk, type Scene } from './window/scene';

const PROFILED_MS = 20_000;
/** Until a window, or a language service, has done what it does at first. */
const REST_MS = 5000;
const SHOWN_ROWS = 40;
const FINALS = 30;
const SETTLE_MS = 150;

/** What `Profiler.stop` answers, as far as it is read here. */
interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const PROFILES: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  async dictating(scene) {
    const { window, folder, server } = scene;
    const file = path.join(folder, 'load.md');
    await writeFile(file, 'Words.\n'.repeat(100));
    await window.ask('show', { file, carets: '1' });
    await sleep(REST_MS);
    await profiled(scene, 'rest', () => sleep(PROFILED_MS));
    await start(scene, 'voiceDictation.start');
    await profiled(scene, 'dictating-0', () => sleep(PROFILED_MS));
    const stop = talk(scene, 5);
    await profiled(scene, 'dictating-5', () => sleep(PROFILED_MS));
    stop();
    server.lastWords = '';
    await window.ask('run', { command: 'voiceDictation.stop' });
    await server.untilSilent();
    await start(scene, 'thirtyLines.toggle');
    const stopThirty = talk(scene, 5);
    await profiled(scene, 'thirty-lines-5', () => sleep(PROFILED_MS));
    stopThirty();
    await window.ask('run', { command: 'thirtyLines.toggle' });
    await server.untilSilent();
  },
  landing: (scene) =>
    landing(scene, 'plain.txt', 'A line of plain words that nobody reads.\n'.repeat(100_000), 1),
  'landing-code': (scene) =>
    landing(
      scene,
      'code.ts',
      'export const userName = (request: Request): string => request.user.name;\n'.repeat(10_000),
      20,
    ),
};

async function landing(scene: Scene, name: string, text: string, carets: number): Promise<void> {
  const { window, folder, server } = scene;
  const file = path.join(folder, name);
  await writeFile(file, text);
  await window.ask('show', { file, carets: String(carets) });
  await sleep(REST_MS);
  const said = 'The words that were said a moment ago.';
  await profiled(scene, 'bare-edits', async () => {
    for (let n = 0; n < FINALS; n++) {
      await window.ask('edit', { text: said });
      await sleep(SETTLE_MS);
    }
  });
  await start(scene, 'voiceDictation.start');
  await profiled(scene, 'finals', async () => {
    for (let n = 0; n < FINALS; n++) {
      await window.ask('arm');
      server.say(said, true);
      await window.ask('change');
      await sleep(SETTLE_MS);
    }
  });
  server.lastWords = '';
  await window.ask('run', { command: 'voiceDictation.stop' });
  await server.untilSilent();
}

/** Makes a profile, and prints it. */
export async function profile(what: string, closers: Closers): Promise<void> {
  const work = PROFILES[what];
  if (work === undefined) throw new Error(`${what}: none of ${Object.keys(PROFILES).join(', ')}`);
  await work(await openScene(closers, await readablePackage(closers)));
}

/** The extension with the names that its source has. */
async function readablePackage(closers: Closers): Promise<string> {
  const into = path.join(REPOSITORY, 'out', `bench-profile-${String(process.pid)}`);
  closers.add(() => rm(into, { recursive: true, force: true }));
  await run(process.execPath, ['esbuild.js'], { cwd: REPOSITORY });
  return packageCopy(into, {});
}

async function profiled({ window }: Scene, name: string, work: () => Promise<unknown>) {
  const file = path.join(REPOSITORY, 'out', `${name}.cpuprofile`);
  // Profiling costs something itself: what is told of it is of another time.
  const pid = (await window.ask('begin'))('pid');
  const before = threadsOf(pid);
  await work();
  const after = threadsOf(pid);
  const told = await window.ask('end');
  for (const [thread, { comm, cpuNs, switches }] of after) {
    const was = before.get(thread) ?? { cpuNs: 0, switches: 0 };
    const [ms, times] = [(cpuNs - was.cpuNs) / 1e6, switches - was.switches];
    if (times > 0)
      console.log(`${name}: thread ${comm}: ${ms.toFixed(0)} ms, woken ${String(times)} times`);
  }
  await window.ask('profile');
  await work();
  await window.ask('profiled', { file });
  const made = JSON.parse(await readFile(file, 'utf8')) as CpuProfile;
  console.log(
    `\n${name}: ${told('cpuMs').toFixed(0)} ms of CPU, ${String(told('gcs'))} collections in ${told('gcMs').toFixed(0)} ms; self and whole time, ms, by function`,
  );
  for (const [place, { selfMs, wholeMs }] of rowsOf(made).slice(0, SHOWN_ROWS)) {
    console.log(`${selfMs.toFixed(1).padStart(9)} ${wholeMs.toFixed(1).padStart(9)}  ${place}`);
  }
}

/** By number: the CPU time of a process' threads, and how often they have run. */
function threadsOf(pid: number) {
  const folder = `/proc/${String(pid)}/task`;
  const read = (thread: string, file: string) =>
    readFileSync(path.join(folder, thread, file), 'utf8').trim();
  return new Map(
    readdirSync(folder).map((thread) => {
      const [cpuNs = 0, , switches = 0] = read(thread, 'schedstat').split(' ').map(Number);
      return [thread, { comm: read(thread, 'comm'), cpuNs, switches }];
    }),
  );
}

interface Row {
  selfMs: number;
  wholeMs: number;
}

/** By function, those first in which, with what they call, most time went. */
function rowsOf({ nodes, samples, timeDeltas }: CpuProfile): readonly (readonly [string, Row])[] {
  const selfUs = new Map<number, number>();
  for (const [n, id] of samples.entries()) {
    selfUs.set(id, (selfUs.get(id) ?? 0) + (timeDeltas[n] ?? 0));
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const rows = new Map<string, Row>();
  const visit = (id: number, above: ReadonlySet<string>): number => {
    const node = byId.get(id);
    if (node === undefined) return 0;
    const { functionName, url } = node.callFrame;
    const place = `${functionName === '' ? '(anonymous)' : functionName} ${path.basename(url)}`;
    const selfMs = (selfUs.get(id) ?? 0) / 1000;
    const inside = new Set(above).add(place);
    let wholeMs = selfMs;
    for (const child of node.children ?? []) wholeMs += visit(child, inside);
    const row = rows.get(place) ?? { selfMs: 0, wholeMs: 0 };
    rows.set(place, row);
    row.selfMs += selfMs;
    if (!above.has(place)) row.wholeMs += wholeMs;
    return wholeMs;
  };
  visit(nodes[0]?.id ?? 0, new Set());
  return [...rows].toSorted(([, a], [, b]) => b.wholeMs - a.wholeMs);
}

/**
 * `npm run bench -- --profile WHAT`: where the extension host's time goes, by the CPU profiler inside it.
 *
 *   dictating   partials at five a second, in a Markdown file
 *   landing     finals into a long plain text, and a bare edit of the same text
 *   landing-code   the same into code, with twenty carets
 *   activation  what activation costs
 */
import { readdirSync, readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import manifest from '../../package.json';
import type { Closers } from '../harness/closers';
import { run } from '../harness/programs';
import { REPOSITORY } from '../harness/repository';
import type { Notes } from './results';
import { packageCopy } from './window/own-copy';
import { openMeasuredHost } from './window/window';
import { openScene, start, talk, type Scene } from './window/scene';

const SECONDS = 10;
const PROFILED_MS = SECONDS * 1000;
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

/** A window, and where what is found is noted. */
interface Profiled extends Scene {
  readonly notes: Notes;
  readonly table: string;
}

const PROFILES: Readonly<Record<string, (scene: Profiled) => Promise<void>>> = {
  async dictating(scene) {
    const { window, folder, server } = scene;
    const file = path.join(folder, 'load.md');
    await writeFile(file, 'Words.\n'.repeat(100));
    await window.ask('show', { file, carets: '1' });
    await sleep(REST_MS);
    await profiled(scene, 'at rest', SECONDS, () => sleep(PROFILED_MS));
    await start(scene, 'voiceDictation.start');
    await profiled(scene, 'ours, nobody speaks', SECONDS, () => sleep(PROFILED_MS));
    const stop = talk(scene, 5);
    await profiled(scene, 'ours, five partials a second', SECONDS, () => sleep(PROFILED_MS));
    stop();
    server.lastWords = '';
    await window.ask('run', { command: 'voiceDictation.stop' });
    await server.untilSilent();
    await start(scene, 'thirtyLines.toggle');
    const stopThirty = talk(scene, 5);
    await profiled(scene, 'thirty lines, five partials a second', SECONDS, () =>
      sleep(PROFILED_MS),
    );
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

async function landing(scene: Profiled, name: string, text: string, carets: number): Promise<void> {
  const { window, folder, server } = scene;
  const file = path.join(folder, name);
  await writeFile(file, text);
  await window.ask('show', { file, carets: String(carets) });
  await sleep(REST_MS);
  const said = 'The words that were said a moment ago.';
  await profiled(scene, 'bare edit', FINALS, async () => {
    for (let n = 0; n < FINALS; n++) {
      await window.ask('edit', { text: said });
      await sleep(SETTLE_MS);
    }
  });
  await start(scene, 'voiceDictation.start');
  await profiled(scene, 'ours', FINALS, async () => {
    for (let n = 0; n < FINALS; n++) {
      server.say(said.slice(0, said.indexOf(' that')), false);
      await sleep(SETTLE_MS);
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

/** Makes a profile: prints it, and answers what of it goes into the page. */
export async function profile(what: string, closers: Closers, notes: Notes): Promise<void> {
  if (what === 'activation') return activation(closers, notes);
  const work = PROFILES[what];
  if (work === undefined) throw new Error(`${what}: none of ${Object.keys(PROFILES).join(', ')}`);
  const scene = await openScene(closers, await readablePackage(closers, {}));
  await work({ ...scene, notes, table: `profile-${what}` });
}

const WINDOWS = 3;

async function activation(closers: Closers, notes: Notes): Promise<void> {
  const vsix = await readablePackage(closers, { activationEvents: ['onCommand:bench.never'] });
  const { open } = await openMeasuredHost(closers, { extensions: [vsix] });
  for (let n = 0; n < WINDOWS; n++) {
    const { ask, workbench } = await open();
    await sleep(REST_MS);
    const file = fileOf('activation');
    await ask('profile');
    await ask('activate', { id: 'voice-dictation.voice-dictation' });
    await ask('profiled', { file });
    await workbench.close();
    const shares = sharesOf(
      JSON.parse(await readFile(file, 'utf8')) as CpuProfile,
      activationShare,
    );
    console.table(Object.fromEntries(shares));
    for (const [share, ms] of shares) notes.add('profile-activation', 'ours', share, ms);
    const { length } = manifest.contributes.commands;
    notes.add('profile-activation', 'ours', 'commands', length);
  }
}

/** @param frames of the stack, the innermost first */
function activationShare(frames: readonly string[]): string | undefined {
  const own = frames.findIndex((frame) => frame.includes('voice-dictation.voice-dictation'));
  if (own < 0) {
    const isLoading = frames.some((frame) =>
      /^(?:wrapSafe|Module\._load|_load|require) /.test(frame),
    );
    return isLoading ? 'reading and compiling' : undefined;
  }
  const isTheirs = frames.slice(0, own).some((frame) => frame.includes('extensionHostProcess'));
  if (isTheirs) return 'VS Code’s calls';
  const isLoading = frames
    .slice(0, own)
    .some((frame) => /^(?:wrapSafe|Module\._load) /.test(frame));
  return isLoading ? 'reading and compiling' : 'our work';
}

function fileOf(name: string): string {
  return path.join(REPOSITORY, 'out', `${name.replaceAll(/\W+/g, '-')}.cpuprofile`);
}

/** The extension with the names that its source has. */
async function readablePackage(
  closers: Closers,
  manifestWith: Readonly<Record<string, unknown>>,
): Promise<string> {
  const into = path.join(REPOSITORY, 'out', `bench-profile-${String(process.pid)}`);
  closers.add(() => rm(into, { recursive: true, force: true }));
  await run(process.execPath, ['esbuild.js'], { cwd: REPOSITORY });
  return packageCopy(into, manifestWith);
}

/**
 * Does something twice: once to see what it costs, once under the profiler, which costs something itself.
 *
 * @param units by which what is noted is divided: seconds, or finals
 */
async function profiled(
  { window, notes, table }: Profiled,
  name: string,
  units: number,
  work: () => Promise<unknown>,
): Promise<void> {
  const file = fileOf(name);
  const pid = (await window.ask('begin'))('pid');
  const before = threadsOf(pid);
  await work();
  const after = threadsOf(pid);
  const told = await window.ask('end');
  for (const [thread, { comm, cpuMs, switches }] of after) {
    const was = before.get(thread) ?? { cpuMs: 0, switches: 0 };
    const times = switches - was.switches;
    if (times === 0) continue;
    console.log(`${comm}: ${(cpuMs - was.cpuMs).toFixed(0)} ms, woken ${String(times)} times`);
  }
  await window.ask('profile');
  await work();
  await window.ask('profiled', { file });
  const made = JSON.parse(await readFile(file, 'utf8')) as CpuProfile;
  const shares = sharesOf(made, runningShare);
  console.log(`${name}: CPU ${told('cpuMs').toFixed(0)} ms, ${String(told('gcs'))} collections`);
  console.table(Object.fromEntries(shares));
  for (const [place, { selfMs, wholeMs }] of rowsOf(made).slice(0, SHOWN_ROWS)) {
    console.log(`${selfMs.toFixed(1).padStart(9)} ${wholeMs.toFixed(1).padStart(9)}  ${place}`);
  }
  notes.add(table, name, 'CPU of the process', told('cpuMs') / units);
  for (const [share, ms] of shares) notes.add(table, name, share, ms / units);
}

const OURS = /voice-dictation\.voice-dictation/;

/** Of what frames a share is, the first that fits counts; all but the last are ours. */
const SHARES: readonly (readonly [name: string, frame: RegExp])[] = [
  ['words', /^(?:receiverOnMessage|carryOut|tryPlan|prepare|enter) /],
  ['sound', /^deliver /],
  ['status bar, ghost text', /^(?:paint|_writeNow|\$setEntry|walkTokens) /],
  ['other work of ours', OURS],
  ['garbage', /^\(garbage collector\)/],
  ['VS Code and the others', /^/],
];
const NOT_COUNTED = /^\((?:idle|root|program)\) | node:inspector$/;

function runningShare(frames: readonly string[]): string | undefined {
  return SHARES.find(([, pattern]) => frames.some((frame) => pattern.test(frame)))?.[0];
}

/**
 * Where the time of JavaScript went, ms.
 *
 * @param shareOf by the frames of a stack, the innermost first
 */
function sharesOf(
  { nodes, samples, timeDeltas }: CpuProfile,
  shareOf: (frames: readonly string[]) => string | undefined,
): ReadonlyMap<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const above = new Map(nodes.flatMap(({ id, children }) => (children ?? []).map((n) => [n, id])));
  const shares = new Map<string, number>();
  const known = new Map<number, string | undefined>();
  for (const [n, id] of samples.entries()) {
    if (!known.has(id)) {
      const frames: string[] = [];
      for (let at: number | undefined = id; at !== undefined; at = above.get(at)) {
        const { functionName = '', url = '' } = byId.get(at)?.callFrame ?? {};
        frames.push(`${functionName} ${url}`);
      }
      known.set(id, NOT_COUNTED.test(frames[0] ?? '') ? undefined : shareOf(frames));
    }
    const share = known.get(id);
    if (share === undefined) continue;
    shares.set(share, (shares.get(share) ?? 0) + (timeDeltas[n] ?? 0) / 1000);
  }
  return shares;
}

/** By number: the CPU time of a process' threads, and how often they have run. */
function threadsOf(pid: number) {
  const folder = `/proc/${String(pid)}/task`;
  const read = (thread: string, file: string) =>
    readFileSync(path.join(folder, thread, file), 'utf8').trim();
  return new Map(
    readdirSync(folder).map((thread) => {
      const [cpuNs = 0, , switches = 0] = read(thread, 'schedstat').split(' ').map(Number);
      return [thread, { comm: read(thread, 'comm'), cpuMs: cpuNs / 1e6, switches }];
    }),
  );
}

/** A function's time, itself and with what it calls. */
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

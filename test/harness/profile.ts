/**
 * `npm run profile`: what dictation costs the extension host of a real window, above the same window
 * at rest. Two times: without a profiler (the process' own account), then under V8's, by function.
 *
 *   npm run profile [-- --seconds 30]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { WebSocket } from 'ws';
import { EMULATOR_KEY, startEmulator } from '../emulator/emulator';
import type { Hypothesis, RecognisedWord, Recogniser } from '../emulator/recogniser';
import { Closers } from './closers';
import { DictationWindow } from './dictation-window';
import { packageExtension } from './packaged-extension';
import { until } from './until';
import { startVirtualMicrophone } from './virtual-microphone';
import { startHost, type Host } from './vscode/host';
import { openWorkbench } from './vscode/workbench';

const WORD_MS = 200;
const WORDS_PER_TURN = 16;
const SAMPLING_MICROSECONDS = 500;
/** The kernel counts a process' time in these. */
const TICK_MS = 10;
const SHOWN = 12;
/** Where a Node process listens that gets SIGUSR1; VS Code takes no other port over. */
const INSPECT_PORT = 9229;
/** Which files are ours in a profile: those of the installed extension. */
const OURS = /voice-dictation[^/]*\/dist\//;

/** Hears a new word in each 200 ms of whatever it is sent, and a pause after every 16. */
class MetronomeRecogniser implements Recogniser {
  private heardMs = 0;
  private fromMs = 0;

  constructor(private readonly sampleRate: number) {}

  push(pcm: Int16Array): Hypothesis {
    this.heardMs += (pcm.length * 1000) / this.sampleRate;
    const wordsMs = WORDS_PER_TURN * WORD_MS;
    return {
      words: this.words,
      silenceMs: Math.max(0, this.heardMs - this.fromMs - wordsMs),
    };
  }

  end(): readonly RecognisedWord[] {
    const { words } = this;
    this.drop();
    return words;
  }

  drop(): void {
    this.fromMs = this.heardMs;
  }

  close(): void {
    this.drop();
  }

  private get words(): readonly RecognisedWord[] {
    const count = Math.min(WORDS_PER_TURN, Math.floor((this.heardMs - this.fromMs) / WORD_MS));
    return Array.from({ length: count }, (_, i) => ({
      text: i === 0 ? 'Every' : i === WORDS_PER_TURN - 1 ? 'counts.' : 'word',
      startMs: this.fromMs + i * WORD_MS,
      endMs: this.fromMs + (i + 1) * WORD_MS,
    }));
  }
}

/** One function of a CPU profile. */
interface ProfileNode {
  readonly id: number;
  readonly children?: readonly number[];
  readonly callFrame: {
    readonly functionName: string;
    readonly url: string;
    readonly lineNumber: number;
  };
}

interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

async function main(closers: Closers): Promise<void> {
  const { values } = parseArgs({ options: { seconds: { type: 'string', default: '20' } } });
  const measureMs = Number(values.seconds) * 1000;
  const vsix = await packageExtension();
  const folder = await closers.open(mkdtemp(path.join(os.tmpdir(), 'profile-')), (made) =>
    rm(made, { recursive: true, force: true }),
  );
  const microphone = await closers.open(startVirtualMicrophone(), (started) => started.stop());
  const emulator = await closers.open(
    startEmulator({ createRecogniser: (rate) => new MetronomeRecogniser(rate) }),
    (started) => started.close(),
  );
  const host = await closers.open(
    startHost({
      version: 'newest',
      workspace: folder,
      extensions: [vsix],
      env: microphone.env,
      settings: {
        'voiceDictation.recognition.endpoint': emulator.url,
        'voiceDictation.cost.parkAfterSilenceMs': 0,
      },
    }),
    (started) => started.stop(),
  );
  const workbench = await closers.open(openWorkbench(host), (opened) => opened.close());
  const window = new DictationWindow(workbench, folder);
  await window.untilActivated();
  await window.openDocument('profile.md');
  const pid = extensionHost(host);

  const dictate = async <T>(measure: () => Promise<T>): Promise<T> => {
    await window.pressToggle();
    await window.untilState('listening');
    const measured = await measure();
    await window.pressToggle();
    await window.untilState('off');
    return measured;
  };
  const share = (): Promise<number> => shareOfCore(pid, measureMs);
  // Asked for once: the key is stored then.
  await window.pressToggle();
  await window.keyInput.waitFor();
  await window.keyInput.fill(EMULATOR_KEY);
  await workbench.page.keyboard.press('Enter');
  await window.untilState('listening');
  await window.pressToggle();
  await window.untilState('off');
  await dictate(share); // What is loaded and compiled at first is not what dictating costs.
  const rest = await share();
  const dictating = await dictate(share);
  console.log(`Extension host, share of a core without a profiler, ${values.seconds} s each:`);
  console.log(`  at rest ${percent(rest)}, dictating ${percent(dictating)}`);
  console.log(`  above rest ${percent(dictating - rest)}`);

  process.kill(pid, 'SIGUSR1');
  const profiler = await closers.open(openProfiler(INSPECT_PORT), (opened) => {
    opened.close();
  });
  const restProfile = await profiler.profile(measureMs);
  const dictationProfile = await dictate(() => profiler.profile(measureMs));
  report(restProfile, dictationProfile);
}

function report(rest: Profile, dictating: Profile): void {
  const before = costs(rest);
  const after = costs(dictating);
  const share = (kind: 'all' | 'ours' | 'callees'): string => percent(after[kind] - before[kind]);
  console.log('\nUnder the profiler, above rest, share of a core:');
  console.log(`  the main thread ${share('all')}`);
  console.log(`  the extension's own code ${share('ours')}`);
  console.log(`  what runs below its calls ${share('callees')}`);
  const grown = [...after.functions]
    .map(([name, cost]) => [name, cost - (before.functions.get(name) ?? 0)] as const)
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN);
  console.log('  by function, where most is spent:');
  for (const [name, cost] of grown) console.log(`    ${percent(cost).padStart(6)}  ${name}`);
}

/** Shares of the profiled time: of all that ran, of our files, of what they call, and of each function itself. */
function costs({ nodes, samples, timeDeltas }: Profile): {
  readonly all: number;
  readonly ours: number;
  readonly callees: number;
  readonly functions: ReadonlyMap<string, number>;
} {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((c) => [c, id])));
  const isOurs = (id: number): boolean => OURS.test(byId.get(id)?.callFrame.url ?? '');
  const isBelowOurs = (id: number): boolean => {
    for (let at = parents.get(id); at !== undefined; at = parents.get(at)) {
      if (isOurs(at)) return true;
    }
    return false;
  };
  const total = timeDeltas.reduce((sum, delta) => sum + delta, 0);
  const functions = new Map<string, number>();
  let all = 0;
  let ours = 0;
  let callees = 0;
  for (const [index, id] of samples.entries()) {
    const node = byId.get(id);
    const cost = (timeDeltas[index] ?? 0) / total;
    if (node === undefined || node.callFrame.functionName === '(idle)') continue;
    all += cost;
    if (isOurs(id)) ours += cost;
    else if (isBelowOurs(id)) callees += cost;
    const name = nameOf(node);
    functions.set(name, (functions.get(name) ?? 0) + cost);
  }
  return { all, ours, callees, functions };
}

function nameOf({ callFrame: { functionName, url, lineNumber } }: ProfileNode): string {
  const name = functionName === '' ? '(anonymous)' : functionName;
  return url === '' ? name : `${name} ${url.split('/').slice(-2).join('/')}:${String(lineNumber)}`;
}

interface Profiler {
  /** Profiles for so long. */
  profile(ms: number): Promise<Profile>;
  close(): void;
}

/** Attaches to the inspector of a process of this machine. */
async function openProfiler(port: number): Promise<Profiler> {
  const url = await until('the inspector', async () => {
    try {
      const targets: unknown = await (await fetch(`http://127.0.0.1:${String(port)}/json`)).json();
      const found: unknown = Reflect.get(
        Object(Reflect.get(Object(targets), 0)),
        'webSocketDebuggerUrl',
      );
      return typeof found === 'string' ? found : undefined;
    } catch {
      return undefined; // It does not listen yet.
    }
  });
  const socket = new WebSocket(url, { maxPayload: 0 });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  let id = 0;
  const call = (method: string, params: object = {}): Promise<unknown> => {
    const wanted = ++id;
    return new Promise((resolve) => {
      const listen = (data: Buffer): void => {
        const message: unknown = JSON.parse(data.toString());
        if (Reflect.get(Object(message), 'id') !== wanted) return;
        socket.off('message', listen);
        resolve(Reflect.get(Object(message), 'result'));
      };
      socket.on('message', listen);
      socket.send(JSON.stringify({ id: wanted, method, params }));
    });
  };
  await call('Profiler.enable');
  await call('Profiler.setSamplingInterval', { interval: SAMPLING_MICROSECONDS });
  return {
    async profile(ms) {
      await call('Profiler.start');
      await sleep(ms);
      // V8's own format, from a process that we started.
      return Reflect.get(Object(await call('Profiler.stop')), 'profile') as Profile;
    },
    close() {
      socket.terminate();
    },
  };
}

/** The extension host of the window, by what it inherited from its server. */
function extensionHost(host: Host): number {
  const temporary = `TMPDIR=${path.join(host.dataDir, 'tmp')}`;
  const found = readdirSync('/proc').find((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const isHost = readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('--type=extensionHost');
      return isHost && readFileSync(`/proc/${name}/environ`, 'utf8').includes(temporary);
    } catch {
      return false; // It ended while we looked.
    }
  });
  if (found === undefined) throw new Error('no extension host runs');
  return Number(found);
}

async function shareOfCore(pid: number, ms: number): Promise<number> {
  const before = cpuMs(pid);
  const startedMs = performance.now();
  await sleep(ms);
  return (cpuMs(pid) - before) / (performance.now() - startedMs);
}

/** Of all threads of a process, user and system. */
function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

const closers = new Closers();
main(closers)
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => closers.closeAll());

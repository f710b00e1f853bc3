/**
 * Runs in the extension host under measurement, and does there what `window.ts` asks for by HTTP; with
 * the extension of thirty lines beside it. Times are of the machine's monotonic clock, which all
 * processes share, in milliseconds.
 */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Session } from 'node:inspector/promises';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { thirtyLines } from './thirty-lines';

/** Fine enough for what is looked for, rare enough to cost next to nothing. */
const DELAY_RESOLUTION_MS = 5;
const PROFILE_INTERVAL_US = 250;
const CHANGE_DEADLINE_MS = 10_000;

const nowMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/** What can be asked for; each answers with numbers. */
type Order = (query: URLSearchParams) => Promise<Readonly<Record<string, number>>>;

const profiler = new Session();
const delay = monitorEventLoopDelay({ resolution: DELAY_RESOLUTION_MS });
let since = process.cpuUsage();
let [gcs, gcMs] = [0, 0];
const collections = new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    gcs++;
    gcMs += entry.duration;
  }
});
let changes = 0;
let changed: (() => void) | undefined;

/** When the document that is shown next has a change. */
function nextChange(): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('no change came'));
    }, CHANGE_DEADLINE_MS);
    changed = () => {
      clearTimeout(timer);
      resolve(nowMs());
    };
  });
}

let change: Promise<number> | undefined;

const ORDERS: Readonly<Record<string, Order>> = {
  /** Shows a file, with so many carets at the ends of its last lines. */
  async show(query) {
    const document = await vscode.workspace.openTextDocument(query.get('file') ?? '');
    const editor = await vscode.window.showTextDocument(document, { preview: false });
    const carets = Array.from({ length: Number(query.get('carets')) }, (_, n) => {
      const { end } = document.lineAt(Math.max(0, document.lineCount - 1 - n)).range;
      return new vscode.Selection(end, end);
    });
    editor.selections = carets;
    return { lines: document.lineCount };
  },
  /** Closes all, and forgets what was written. */
  async close() {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    return {};
  },
  /** What any extension can do at its best: one edit. */
  async edit(query) {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) throw new Error('no editor');
    const next = nextChange();
    const fromMs = nowMs();
    await editor.edit((edit) => {
      for (const { active } of editor.selections) edit.insert(active, query.get('text') ?? '');
    });
    return { ms: (await next) - fromMs };
  },
  /** From now on a change is waited for. */
  arm() {
    change = nextChange();
    // Whoever asks for it is told.
    change.catch(() => undefined);
    return Promise.resolve({});
  },
  async change() {
    return { atMs: (await change) ?? NaN };
  },
  async run(query) {
    const fromMs = nowMs();
    const running = vscode.commands.executeCommand(query.get('command') ?? '');
    if (query.has('wait')) await running;
    return { fromMs };
  },
  async activate(query) {
    const extension = vscode.extensions.getExtension(query.get('id') ?? '');
    if (extension === undefined || extension.isActive) throw new Error('not there, or active');
    const before = process.cpuUsage();
    const fromMs = nowMs();
    await extension.activate();
    const ms = nowMs() - fromMs;
    const { user, system } = process.cpuUsage(before);
    return { ms, cpuMs: (user + system) / 1000 };
  },
  begin() {
    globalThis.gc?.();
    delay.enable();
    delay.reset();
    changes = 0;
    [gcs, gcMs] = [0, 0];
    collections.observe({ entryTypes: ['gc'] });
    since = process.cpuUsage();
    return Promise.resolve({ pid: process.pid });
  },
  end() {
    const { user, system } = process.cpuUsage(since);
    const p99Ms = delay.percentile(99) / 1e6;
    delay.disable();
    collections.disconnect();
    return Promise.resolve({ cpuMs: (user + system) / 1000, p99Ms, changes, gcs, gcMs });
  },
  /** From now on it is noted where the time goes. */
  async profile() {
    profiler.connect();
    await profiler.post('Profiler.enable');
    await profiler.post('Profiler.setSamplingInterval', { interval: PROFILE_INTERVAL_US });
    await profiler.post('Profiler.start');
    return {};
  },
  /** Writes where it went to a file. */
  async profiled(query) {
    const { profile } = await profiler.post('Profiler.stop');
    profiler.disconnect();
    writeFileSync(query.get('file') ?? '', JSON.stringify(profile));
    return {};
  },
};

export function activate({ subscriptions }: vscode.ExtensionContext): void {
  const { BENCH_PORT_FILE = '', BENCH_SERVER = '' } = process.env;
  const server = createServer((request, response) => {
    const { searchParams, pathname } = new URL(request.url ?? '', 'http://127.0.0.1');
    const order = ORDERS[pathname.slice(1)];
    const answer = async (): Promise<void> => {
      response.end(JSON.stringify(await order?.(searchParams)));
    };
    answer().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  // Else an order may come on a connection that is just being closed.
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    writeFileSync(BENCH_PORT_FILE, String(port));
  });
  subscriptions.push(
    { dispose: () => server.close() },
    thirtyLines(BENCH_SERVER),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      if (document !== vscode.window.activeTextEditor?.document) return;
      changes++;
      changed?.();
      changed = undefined;
    }),
  );
}

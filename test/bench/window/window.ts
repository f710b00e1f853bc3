import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import type { Closers } from '../../harness/closers';
import { REPOSITORY } from '../../harness/repository';
import { until } from '../../harness/until';
import { startHost, type Host } from '../../harness/vscode/host';
import { openWorkbench, type Workbench } from '../../harness/vscode/workbench';

/** What is measured in, with `extension.ts` in its extension host. */
export interface MeasuredHost {
  readonly host: Host;
  readonly folder: string;
  /** Opens a window, with an extension host of its own. */
  readonly open: () => Promise<MeasuredWindow>;
}

/** A window, and orders to `extension.ts` in it. */
export interface MeasuredWindow {
  readonly workbench: Workbench;
  readonly ask: (order: string, query?: Readonly<Record<string, string>>) => Promise<Answer>;
}

/** A number by its name. */
type Answer = (name: string) => number;

/** Starts a VS Code server with these extensions beside the one that measures. */
export async function openMeasuredHost(
  closers: Closers,
  options: {
    readonly extensions: readonly string[];
    readonly server?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly settings?: Readonly<Record<string, unknown>>;
  },
): Promise<MeasuredHost> {
  // Inside the repository, whose packages it loads.
  const folder = path.join(REPOSITORY, `out/bench-window-${String(process.pid)}`);
  closers.add(() => rm(folder, { recursive: true, force: true }));
  const [development, workspace] = [path.join(folder, 'extension'), path.join(folder, 'workspace')];
  for (const each of [development, workspace]) await mkdir(each, { recursive: true });
  await build({
    entryPoints: [path.join(import.meta.dirname, 'extension.ts')],
    outfile: path.join(development, 'extension.js'),
    ...{ bundle: true, platform: 'node', target: 'node20', format: 'cjs', packages: 'external' },
    logLevel: 'warning',
  });
  await writeFile(path.join(development, 'package.json'), JSON.stringify(MANIFEST));
  const portFile = path.join(folder, 'port');
  const host = await closers.open(
    startHost({
      version: 'newest',
      workspace,
      extensions: options.extensions,
      extensionDevelopmentPath: development,
      env: { ...options.env, BENCH_PORT_FILE: portFile, BENCH_SERVER: options.server ?? '' },
      // A window in a browser looks every other second which ports are open: no extension's work.
      settings: {
        'remote.autoForwardPorts': false,
        'remote.autoForwardPortsSource': 'output',
        ...options.settings,
      },
    }),
    (started) => started.stop(),
  );
  return {
    host,
    folder: workspace,
    async open() {
      await rm(portFile, { force: true });
      const workbench = await closers.open(openWorkbench(host), (opened) => opened.close());
      const port = await until('the extension host', () =>
        readFile(portFile, 'utf8').then(
          (text) => (text === '' ? undefined : text),
          () => undefined,
        ),
      );
      return {
        workbench,
        async ask(order, query = {}) {
          const search = new URLSearchParams(query).toString();
          const answer = await fetch(`http://127.0.0.1:${port}/${order}?${search}`);
          if (!answer.ok) throw new Error(`${order}: ${await answer.text()}`);
          const numbers: unknown = await answer.json();
          return (name) => Number(Reflect.get(Object(numbers), name));
        },
      };
    },
  };
}

const MANIFEST = {
  name: 'bench-window',
  publisher: 'voice-dictation-tests',
  version: '1.0.0',
  engines: { vscode: '^1.100.0' },
  main: './extension.js',
  activationEvents: ['onStartupFinished'],
  contributes: { commands: [{ command: 'thirtyLines.toggle', title: 'Thirty Lines' }] },
};

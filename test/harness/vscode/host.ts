import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { endProcessGroup } from '../processes';
import { withoutNpmAndEditor } from './environment';
import { installVscode, type VscodeInstallation, type VscodeVersion } from './install';

const execFileAsync = promisify(execFile);

/** It listens after 0.5 s; a machine busy with six builds needs more. */
const START_DEADLINE_MS = 60_000;
/** `--install-extension` takes 1.3 s. */
const INSTALL_EXTENSION_DEADLINE_MS = 60_000;

/** What runs in the window, and in which. */
export interface HostOptions {
  readonly version: VscodeVersion;
  /** The folder that the window opens. */
  readonly workspace: string;
  /** An unpacked, built extension, loaded in development mode. */
  readonly extensionDevelopmentPath?: string;
  /** A JavaScript file whose `run()` is called inside the extension host. */
  readonly extensionTestsPath?: string;
  /** Packaged extensions to install first. */
  readonly extensions?: readonly string[];
  /** Whether extensions may use the proposals of VS Code's API that their manifests name. */
  readonly allowsProposals?: boolean;
  /** User settings, by full key. Our machine-scoped ones are written where a server looks for them. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Added to the environment of the server and so of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A running VS Code server. */
export interface Host {
  /** Address of the window. */
  readonly url: string;
  readonly origin: string;
  /** The folder that the window opens. */
  readonly workspace: string;
  /** Everything the server writes: `data/User`, `extensions`, `server.log`. Deleted by `stop`. */
  readonly dataDir: string;
  /** Where VS Code's log files are, the extension's own among them. */
  readonly logDir: string;
  /** Ends server, extension host and whatever they started; nothing is left. May be called again. */
  stop(): Promise<void>;
}

const QUIET_SETTINGS = {
  'files.autoSave': 'off', // else a window in a browser saves what a test takes a second for
  'chat.disableAIFeatures': true, // no Chat side bar, no agent host process
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  // The loudspeaker of a test is its microphone; those that are about cues switch them on.
  'voiceDictation.soundCues': false,
  'git.openRepositoryInParentFolders': 'never',
  'window.commandCenter': false,
  'editor.renderWhitespace': 'none', // Workbench.editorText reads what is rendered
};

/**
 * Starts the VS Code server of `options.version` on a free port of this machine.
 *
 * @throws {Error} with the server's output when it does not start, or refuses the vsix
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const installation = await installVscode(options.version);
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'vscode-host-'));
  const server = { current: undefined as ChildProcess | undefined };

  async function stop(): Promise<void> {
    if (server.current !== undefined) await endProcessGroup(server.current);
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  try {
    const env = await prepare(dataDir, options);
    const args = [
      '--server-data-dir',
      dataDir,
      '--extensions-dir',
      path.join(dataDir, 'extensions'),
    ];
    args.push('--accept-server-license-terms', '--telemetry-level', 'off');
    const isUnderTest =
      options.extensionDevelopmentPath !== undefined || options.extensionTestsPath !== undefined;
    for (const vsix of options.extensions ?? []) {
      await installExtension(installation, args, vsix, env);
    }
    server.current = spawn(
      installation.node,
      [
        installation.serverMain,
        ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
        ...args,
        '--disable-workspace-trust',
        // A window on this machine gains nothing by it, and a desktop's has none.
        '--disable-websocket-compression',
        // A built VS Code takes both paths only with this flag; it also suppresses notifications.
        ...(isUnderTest ? ['--enable-smoke-test-driver'] : []),
      ],
      // A process group of its own, so that `stop` reaches the extension host and its children too.
      { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const port = await listeningPort(server.current, path.join(dataDir, 'server.log'));
    const authority = `127.0.0.1:${port}`;
    return {
      url: `http://${authority}/?${query(authority, options)}`,
      origin: `http://${authority}`,
      workspace: path.resolve(options.workspace),
      dataDir,
      logDir: path.join(dataDir, 'data', 'logs'),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function prepare(dataDir: string, options: HostOptions): Promise<NodeJS.ProcessEnv> {
  const machineKeys = await machineScopedKeys();
  const isMachine = ([key]: [string, unknown]) => machineKeys.has(key);
  const settings = Object.entries({ ...QUIET_SETTINGS, ...options.settings });
  const user = Object.fromEntries(settings.filter((entry) => !isMachine(entry)));
  const machine = Object.fromEntries(settings.filter(isMachine));
  for (const [name, content] of Object.entries({ User: user, Machine: machine })) {
    await mkdir(path.join(dataDir, 'data', name), { recursive: true });
    await writeFile(path.join(dataDir, 'data', name, 'settings.json'), JSON.stringify(content));
  }
  // Its sockets would stay in /tmp otherwise, and its history in the person's home.
  const temporary = path.join(dataDir, 'tmp');
  const home = path.join(dataDir, 'home');
  for (const folder of [temporary, home]) await mkdir(folder, { mode: 0o700 });
  return {
    ...withoutNpmAndEditor(process.env),
    TMPDIR: temporary,
    XDG_RUNTIME_DIR: temporary,
    HOME: home,
    // No gallery: otherwise the server asks open-vsx.org about extensions.
    EXTENSIONS_GALLERY: '{}',
    ...options.env,
  };
}

/** A window on a server reads machine-scoped settings from the server's `Machine` folder only. */
async function machineScopedKeys(): Promise<ReadonlySet<string>> {
  const manifest: unknown = JSON.parse(
    await readFile(path.join(import.meta.dirname, '../../../package.json'), 'utf8'),
  );
  const contributes = member(manifest, 'contributes');
  const properties = member(member(contributes, 'configuration'), 'properties');
  const keys = typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  return new Set(keys.filter((key) => member(member(properties, key), 'scope') === 'machine'));
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

async function installExtension(
  { node, serverMain }: VscodeInstallation,
  args: readonly string[],
  vsix: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  await execFileAsync(node, [serverMain, ...args, '--install-extension', path.resolve(vsix)], {
    env,
    timeout: INSTALL_EXTENSION_DEADLINE_MS,
  });
}

async function listeningPort(server: ChildProcess, logPath: string): Promise<string> {
  const log = createWriteStream(logPath);
  let output = '';
  return new Promise((resolve, reject) => {
    const fail = (what: string) => {
      clearTimeout(timer);
      reject(new Error(`The VS Code server ${what}:\n${output}`));
    };
    const timer = setTimeout(fail, START_DEADLINE_MS, 'did not start in time');
    const read = (chunk: Buffer) => {
      log.write(chunk);
      output = (output + chunk.toString()).slice(-10_000);
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(port);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('error', (error) => {
      fail(`could not be run (${error.message})`);
    });
    server.once('close', () => {
      log.end();
      fail('ended');
    });
  });
}

function query(authority: string, options: HostOptions): string {
  const remote = (file: string) => `vscode-remote://${authority}${encodeURI(path.resolve(file))}`;
  const payload: [string, string][] = [];
  for (const key of ['extensionDevelopmentPath', 'extensionTestsPath'] as const) {
    const file = options[key];
    if (file !== undefined) payload.push([key, remote(file)]);
  }
  if (options.allowsProposals === true) payload.push(['enableProposedApi', '']);
  return new URLSearchParams({
    folder: path.resolve(options.workspace),
    ...(payload.length > 0 && { payload: JSON.stringify(payload) }),
  }).toString();
}

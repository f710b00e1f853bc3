import { existsSync } from 'node:fs';
import { chmod, copyFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { run, runVisibly } from './programs';
import { REPOSITORY } from './repository';

/** What the two commands have to be able to install by themselves. */
const ABSENT = ['sox', 'chromium', 'pulseaudio', 'flite', 'g++'];
const COMMANDS = ['npm test', 'npm run demo'];
const HOME = '/root';
const CLONE = `${HOME}/voice-dictation`;
/** What a process needs to reach the network the way this one does. */
const NETWORK_VARIABLES = /^(https?_proxy|no_proxy|all_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_\w+)$/i;

/**
 * Proves that `npm test` and `npm run demo` need nothing but Node, npm and git: runs them on the
 * committed HEAD in a new minimal Debian, with the package sources of this machine.
 */
async function main(): Promise<void> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new Error('npm run test:bare builds a Debian to change its root into: run it as root');
  }
  const root = await mkdtemp(path.join(os.tmpdir(), 'bare-'));
  try {
    await build(root);
    for (const program of ABSENT) {
      if (existsSync(path.join(root, 'usr/bin', program))) throw new Error(`${program} is there`);
    }
    for (const command of COMMANDS) {
      console.log(`\n══ ${command}, on Debian with Node, npm and git only`);
      const startedMs = Date.now();
      const passed = await inside(root, `cd ${CLONE} && ${command}`);
      const seconds = ((Date.now() - startedMs) / 1000).toFixed(0);
      console.log(`══ ${command} ${passed ? 'passed' : 'failed'} after ${seconds} s`);
      if (!passed) process.exitCode = 1;
    }
  } finally {
    await saveOutput(root);
    await rm(root, { recursive: true, force: true });
  }
}

async function build(root: string): Promise<void> {
  // apt fetches as a user of its own, who has to get in.
  await chmod(root, 0o755);
  const { suite, mirror } = await debian();
  console.log(`Building a minimal Debian ${suite} …`);
  const packages = ['git', 'ca-certificates', 'libstdc++6'].join(',');
  const isBuilt = await runVisibly('sh', [
    ...['-c', 'debootstrap "$@" >"$0" 2>&1 || { tail -20 "$0"; exit 1; }', `${root}.log`],
    ...['--variant=minbase', `--include=${packages}`, suite, root, mirror],
  ]);
  await rm(`${root}.log`, { force: true });
  if (!isBuilt) throw new Error('debootstrap failed; see above');
  await copyPackageSources(root);
  await copyNode(root);
  await run('git', ['clone', '--quiet', '--no-hardlinks', REPOSITORY, path.join(root, CLONE)]);
}

/** This machine's Debian and where its packages come from. */
async function debian(): Promise<{ suite: string; mirror: string }> {
  const release = await readFile('/etc/os-release', 'utf8');
  const suite = /^VERSION_CODENAME=(\w+)$/m.exec(release)?.[1];
  if (suite === undefined) throw new Error('/etc/os-release names no Debian version');
  const format = '$(RELEASE) $(COMPONENT) $(REPO_URI)';
  const targets = await run('apt-get', ['indextargets', '--format', format]);
  const mirror = new RegExp(`^${suite} main (\\S+)$`, 'm').exec(targets)?.[1];
  if (mirror === undefined) throw new Error(`apt knows no source of ${suite} main`);
  return { suite, mirror };
}

/** How this machine's apt, npm and TLS reach their servers; no credentials. */
async function copyPackageSources(root: string): Promise<void> {
  const apt = path.join(root, 'etc/apt');
  await rm(path.join(apt, 'sources.list'), { force: true });
  for (const name of ['sources.list', 'sources.list.d', 'trusted.gpg.d', 'keyrings']) {
    if (!existsSync(path.join('/etc/apt', name))) continue;
    await cp(path.join('/etc/apt', name), path.join(apt, name), { recursive: true });
  }
  await writeFile(
    path.join(apt, 'apt.conf.d/99acquire'),
    await run('apt-config', ['dump', 'Acquire']),
  );
  for (const file of ['/etc/resolv.conf', '/etc/hosts', '/etc/ssl/certs/ca-certificates.crt']) {
    await copyFile(file, path.join(root, file));
  }
  const settings: string[] = [];
  for (const name of ['registry', 'cafile', 'proxy', 'https-proxy']) {
    const value = (await run('npm', ['config', 'get', name])).trim();
    if (value === 'null' || value === 'undefined') continue;
    settings.push(`${name}=${value}`);
    if (name === 'cafile') {
      await mkdir(path.join(root, path.dirname(value)), { recursive: true });
      await copyFile(value, path.join(root, value));
    }
  }
  await writeFile(path.join(root, HOME, '.npmrc'), `${settings.join('\n')}\n`);
}

async function copyNode(root: string): Promise<void> {
  const bin = path.join(root, 'usr/local/bin');
  await copyFile(process.execPath, path.join(bin, 'node'));
  await chmod(path.join(bin, 'node'), 0o755);
  const modules = (await run('npm', ['root', '--global'])).trim();
  const npm = path.join(root, 'usr/local/lib/node_modules/npm');
  await cp(path.join(modules, 'npm'), npm, { recursive: true });
  for (const name of ['npm', 'npx']) {
    const link = path.join(bin, name);
    await run('ln', ['-s', `../lib/node_modules/npm/bin/${name}-cli.js`, link]);
  }
}

/**
 * Runs a shell line in the new root. Its mounts and processes have namespaces of their own, so
 * both are gone when it ends, however it ends.
 */
function inside(root: string, line: string): Promise<boolean> {
  const variables = Object.entries(process.env).filter(([name]) => NETWORK_VARIABLES.test(name));
  const script = [
    'mount -t proc proc "$0/proc"',
    'mount -t tmpfs tmpfs "$0/dev/shm"',
    // Terminals.
    'mount -t devpts -o ptmxmode=666 devpts "$0/dev/pts"',
    'chroot "$0" sh -c "$1"',
  ].join(' && ');
  return runVisibly(
    'unshare',
    // Not `exec`: the shell stays, as the namespace's init, to reap what its children leave.
    ['--mount', '--pid', '--fork', '--kill-child', 'sh', '-c', `${script}; exit $?`, root, line],
    {
      env: {
        ...Object.fromEntries(variables),
        PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        LANG: 'C.UTF-8',
        HOME,
      },
    },
  );
}

/** Keeps screenshots and the like in `out/bare/`. */
async function saveOutput(root: string): Promise<void> {
  const output = path.join(root, CLONE, 'out');
  if (!existsSync(output)) return;
  const saved = path.join(REPOSITORY, 'out/bare');
  await rm(saved, { recursive: true, force: true });
  await cp(output, saved, { recursive: true });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

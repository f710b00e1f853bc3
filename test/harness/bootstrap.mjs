// Runs one of the repository's big tasks on a machine that may have nothing but Node, npm and git:
//   node test/harness/bootstrap.mjs test|demo|animation|bare|live|soak|speech|hearing|profile|bench|bench-… [arguments for the task]
// Installs the npm packages, and on Debian the system packages, that are missing. No dependencies.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// Not import.meta.dirname: a Node too old for it shall hear so from us.
const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const MINIMUM_NODE_MAJOR = 20;

const SPEECH = ['flite', 'sox', 'pocketsphinx-testdata'];
const RECOGNITION = ['libpocketsphinx3', 'pocketsphinx-en-us', 'openssl'];
const WINDOW = ['chromium', 'fonts-dejavu-core'];
const MICROPHONE = ['libsox-fmt-pulse', 'pulseaudio', 'pulseaudio-utils'];
// The sound server of current desktops, and every recorder beside sox and parec.
const PIPEWIRE = ['pipewire-bin', 'pipewire-pulse', 'wireplumber', 'dbus-daemon'];
const RECORDERS = ['alsa-utils', 'libasound2-plugins', 'ffmpeg'];
// What terminals run.
const SHELLS = ['zsh', 'python3'];
// Windows, for `--only wine`: 130 MB, and a sox.exe is made of Debian's source.
const WINE = ['wine', 'wine64', 'gcc-mingw-w64-x86-64-win32', 'make', 'bzip2'];

/** @type {Record<string, {file: string, debianPackages: string[]}>} */
const TASKS = {
  test: {
    file: 'test/harness/run-tests.ts',
    debianPackages: [
      ...SPEECH,
      ...RECOGNITION,
      ...MICROPHONE,
      ...PIPEWIRE,
      ...RECORDERS,
      ...WINDOW,
      ...SHELLS,
    ],
  },
  demo: {
    file: 'test/harness/demo.ts',
    debianPackages: [...SPEECH, ...RECOGNITION, ...MICROPHONE, ...WINDOW],
  },
  animation: {
    file: 'test/harness/animation.ts',
    debianPackages: [...SPEECH, ...RECOGNITION, ...MICROPHONE, ...WINDOW, 'ffmpeg'],
  },
  bare: { file: 'test/harness/bare.ts', debianPackages: ['debootstrap'] },
  profile: {
    file: 'test/harness/profile.ts',
    debianPackages: ['sox', ...MICROPHONE, ...WINDOW],
  },
  live: { file: 'test/emulator/live.ts', debianPackages: [...SPEECH, ...RECOGNITION] },
  speech: { file: 'test/harness/speech.ts', debianPackages: [...SPEECH, ...RECOGNITION] },
  hearing: {
    file: 'test/harness/hearing.ts',
    debianPackages: [
      ...SPEECH,
      'ffmpeg',
      'asterisk-core-sounds-en',
      'asterisk-core-sounds-en-g722',
    ],
  },
  'bench-key-press': { file: 'test/harness/bench-key-press.ts', debianPackages: WINDOW },
  'bench-messages': { file: 'test/harness/bench-messages.ts', debianPackages: WINDOW },
  bench: {
    file: 'test/bench/bench.ts',
    debianPackages: [
      ...SPEECH,
      ...RECOGNITION,
      ...MICROPHONE,
      ...PIPEWIRE,
      ...RECORDERS,
      ...WINDOW,
    ],
  },
  soak: { file: 'test/harness/soak.ts', debianPackages: [...SPEECH, ...MICROPHONE] },
};

/** What the tasks need where there is no apt-get. */
const SOX_ELSEWHERE = {
  darwin: 'brew install sox',
  win32: 'winget install sox_ng.sox_ng',
};

class Refusal extends Error {}

function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= MINIMUM_NODE_MAJOR) return;
  throw new Refusal(`Node ${MINIMUM_NODE_MAJOR} or newer is needed; this is ${process.version}.`);
}

function installNpmPackages() {
  const installed = path.join(REPOSITORY, 'node_modules/.package-lock.json');
  const lock = path.join(REPOSITORY, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.error('Installing the npm packages …');
  // Set by npm itself; npm is a script that Node runs, also on Windows.
  const npm = process.env.npm_execpath;
  const { status } =
    npm === undefined
      ? spawnSync('npm ci', { cwd: REPOSITORY, stdio: ['ignore', 2, 2], shell: true })
      : spawnSync(process.execPath, [npm, 'ci'], { cwd: REPOSITORY, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Refusal('npm ci failed; see above.');
}

/** @param {string} task @param {string[]} debianPackages */
function installSystemPackages(task, debianPackages) {
  if (!succeeds('dpkg-query', ['--version'])) {
    explainElsewhere(task, debianPackages);
    return;
  }
  const missing = debianPackages.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const install = `apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !succeeds('sudo', ['-n', 'true'])) {
    throw new Refusal(`Debian packages are missing. Type:\nsudo sh -c '${install}'`);
  }
  console.error(`Installing Debian packages: ${missing.join(' ')} …`);
  const command = ['sh', '-c', install];
  const [program, ...args] = isRoot ? command : ['sudo', '-n', ...command];
  const { status, stdout } = spawnSync(program, args, {
    stdio: ['ignore', 'pipe', 2],
    encoding: 'utf8',
    maxBuffer: Infinity,
  });
  if (status !== 0) throw new Refusal(`${stdout}\nThis failed:\n${install}`);
}

/** @param {string} name */
function isInstalled(name) {
  const query = ['-W', '-f', '${db:Status-Abbrev}', name];
  return spawnSync('dpkg-query', query, { encoding: 'utf8' }).stdout?.startsWith('ii') ?? false;
}

/** @param {string} program @param {string[]} args */
function succeeds(program, args) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

/** @param {string} task @param {string[]} debianPackages */
function explainElsewhere(task, debianPackages) {
  const installSox = SOX_ELSEWHERE[process.platform];
  if (task === 'demo' && installSox !== undefined) {
    if (succeeds('sox', ['--version'])) return;
    throw new Refusal(`sox is missing. Type:\n${installSox}`);
  }
  throw new Refusal(
    `npm run ${task} needs Debian or Ubuntu, for: ${debianPackages.join(' ')}.\n` +
      'Elsewhere: npm ci, npm run check, npx tsx test/harness/run-tests.ts --only unit,desktop.',
  );
}

/** Hands this process' terminal, signals and exit code over to the task. */
function runTask(file, args) {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: REPOSITORY,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

function main([task = '', ...args]) {
  const { file, debianPackages } = TASKS[task] ?? {};
  if (file === undefined) throw new Refusal(`Tasks: ${Object.keys(TASKS).join(', ')}.`);
  requireNode();
  installNpmPackages();
  const isForWine = args.some((arg) => arg.split(/[=,]/).includes('wine'));
  installSystemPackages(task, isForWine ? [...debianPackages, ...WINE] : debianPackages);
  runTask(file, args);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

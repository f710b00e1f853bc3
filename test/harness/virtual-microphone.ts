import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { endProcess, hasEnded } from './processes';
import { requirePrograms, run } from './programs';

/** The daemon answers within 0.1 s and renders its first block within 2.1 s on an idle machine. */
const START_DEADLINE_MS = 20_000;
/** 20 ms of 16 kHz s16: more than an empty header, less than a perceptible wait. */
const FIRST_AUDIO_BYTES = 640;

/** A microphone without hardware: what is played into it is what sox, parec and arecord record. */
export interface VirtualMicrophone {
  /** For the environment of every process that should record from it or play into it. */
  readonly env: Readonly<Record<string, string>>;
  /** Plays a WAV file; resolves when the last sample has been played (real time). */
  play(wavPath: string): Promise<void>;
  /** Mutes the source: recorders then receive silence and no error. */
  mute(on: boolean): Promise<void>;
  /** Removes the source, like a headset that is unplugged; recorders are moved elsewhere or fail. */
  unloadSource(): Promise<void>;
  /** Kills the sound server without ceremony, like a crash. */
  killServer(): Promise<void>;
  /** Ends the sound server and deletes its folder; nothing is left. May be called again. */
  stop(): Promise<void>;
}

/**
 * Starts a private PulseAudio daemon with a virtual speaker whose monitor is the default
 * microphone (docs/audio.md §4). Resolves when a recorder has really received audio. Start one per
 * test file: the first block of a new daemon takes 2 s.
 *
 * @throws {Error} naming the apt-get line when PulseAudio is not installed
 */
export async function startVirtualMicrophone(): Promise<VirtualMicrophone> {
  await requirePrograms({
    pulseaudio: 'pulseaudio',
    pactl: 'pulseaudio-utils',
    paplay: 'pulseaudio-utils',
    parec: 'pulseaudio-utils',
  });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'virtual-microphone-'));
  const socket = `unix:${folder}/run/native`;
  const env = {
    PULSE_SERVER: socket,
    PULSE_SOURCE: 'vmic',
    PULSE_SINK: 'vspk',
    // Without it libpulse creates a cookie in the person's ~/.config/pulse.
    PULSE_COOKIE: `${folder}/cookie`,
    AUDIODRIVER: 'pulseaudio',
    ALSA_CONFIG_PATH: `${folder}/alsa.conf`,
  };
  const daemon = await startDaemon(folder, socket);
  const clientEnv = { ...process.env, ...env };
  const playing = new Set<ChildProcess>();

  async function stop(): Promise<void> {
    await Promise.all([...playing].map(endProcess));
    await endProcess(daemon);
    await rm(folder, { recursive: true, force: true });
  }

  try {
    await firstAudio(daemon, clientEnv, path.join(folder, 'pulse.log'));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    env,
    async play(wavPath) {
      const player = spawn('paplay', ['--device=vspk', wavPath], {
        env: clientEnv,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      playing.add(player);
      try {
        await succeeds(player);
      } finally {
        playing.delete(player);
      }
    },
    async mute(on) {
      await run('pactl', ['set-source-mute', 'vmic', on ? '1' : '0'], { env: clientEnv });
    },
    async unloadSource() {
      await run('pactl', ['unload-module', 'module-remap-source'], { env: clientEnv });
    },
    async killServer() {
      if (hasEnded(daemon)) return;
      const exit = once(daemon, 'exit');
      daemon.kill('SIGKILL');
      await exit;
    },
    stop,
  };
}

async function startDaemon(folder: string, socket: string): Promise<ChildProcess> {
  for (const name of ['run', 'config', 'home']) await mkdir(path.join(folder, name));
  // PulseAudio refuses a runtime folder that others may read.
  await chmod(path.join(folder, 'run'), 0o700);
  await writeFile(
    path.join(folder, 'default.pa'),
    [
      `load-module module-native-protocol-unix socket=${folder}/run/native auth-anonymous=1`,
      'load-module module-null-sink sink_name=vspk rate=48000 channels=1 channel_map=mono sink_properties=device.description=VirtualSpeaker',
      'load-module module-remap-source master=vspk.monitor source_name=vmic source_properties=device.description=VirtualMicrophone',
      // An idle null sink renders in blocks of 2 s; a permanent low-latency client keeps it at 20 ms.
      'load-module module-null-sink sink_name=drain rate=48000 channels=1 channel_map=mono',
      'load-module module-loopback source=vspk.monitor sink=drain latency_msec=20 source_dont_move=true sink_dont_move=true',
      'set-default-sink vspk',
      'set-default-source vmic',
      '',
    ].join('\n'),
  );
  await writeFile(
    path.join(folder, 'alsa.conf'),
    [
      // ALSA_CONFIG_PATH replaces the system's configuration, so that has to be included.
      '</usr/share/alsa/alsa.conf>',
      `pcm.!default { type pulse server "${socket}" }`,
      `ctl.!default { type pulse server "${socket}" }`,
      '',
    ].join('\n'),
  );
  const { PATH = '', LANG = 'C.UTF-8' } = process.env;
  return spawn(
    'pulseaudio',
    [
      '-n',
      '--daemonize=no',
      '--use-pid-file=no',
      '--exit-idle-time=-1',
      '--disallow-exit=no',
      '--realtime=no',
      '--high-priority=no',
      `--log-target=newfile:${folder}/pulse.log`,
      '--log-level=notice',
      '-F',
      `${folder}/default.pa`,
    ],
    {
      stdio: 'ignore',
      env: {
        PATH,
        LANG,
        HOME: `${folder}/home`,
        XDG_RUNTIME_DIR: `${folder}/run`,
        XDG_CONFIG_HOME: `${folder}/config`,
        PULSE_RUNTIME_PATH: `${folder}/run`,
        PULSE_STATE_PATH: `${folder}/config`,
      },
    },
  );
}

/** Resolves when a recorder receives audio; a recorder that comes before the server is up is started again. */
async function firstAudio(
  daemon: ChildProcess,
  env: NodeJS.ProcessEnv,
  logPath: string,
): Promise<void> {
  const deadline = Date.now() + START_DEADLINE_MS;
  while (!(await receivesAudio(env, deadline - Date.now()))) {
    if (hasEnded(daemon) || Date.now() >= deadline) {
      const log = await readFile(logPath, 'utf8').catch(() => '(no log)');
      throw new Error(`PulseAudio did not start:\n${log}`);
    }
  }
}

async function receivesAudio(env: NodeJS.ProcessEnv, timeoutMs: number): Promise<boolean> {
  const recorder = spawn(
    'parec',
    ['--latency-msec=10', '--rate=16000', '--channels=1', '--format=s16le', '--raw'],
    { env, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const timer = setTimeout(() => recorder.kill('SIGKILL'), timeoutMs);
  try {
    let bytes = 0;
    for await (const chunk of recorder.stdout) {
      bytes += Buffer.isBuffer(chunk) ? chunk.length : 0;
      if (bytes >= FIRST_AUDIO_BYTES) return true;
    }
    return false;
  } finally {
    clearTimeout(timer);
    await endProcess(recorder);
  }
}

async function succeeds(child: ChildProcess): Promise<void> {
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0)
    throw new Error(`${child.spawnfile} ended with ${String(code)}: ${errors.trim()}`);
}

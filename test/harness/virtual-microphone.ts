import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { endProcess, hasEnded } from './processes';
import { requirePrograms, run } from './programs';
import {
  MICROPHONE,
  SOUND_SERVERS,
  SPEAKER,
  type SoundServer,
  type SoundServerName,
} from './sound-servers';

/** The daemon answers within 0.1 s and renders its first block within 2.1 s on an idle machine. */
const START_DEADLINE_MS = 20_000;
/** 20 ms of 16 kHz s16: more than an empty header, less than a perceptible wait. */
const FIRST_AUDIO_BYTES = 640;

/** Of the room's noise: Hz, and its loudest sample, -75 dB below full scale. */
const ROOM_RATE = 16_000;
const ROOM_PEAK = 6;

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
 * Starts a private sound server with a virtual speaker whose monitor is the default microphone
 * (docs/audio.md §4). Resolves when a recorder has really received audio. Start one per test file:
 * the first block of a new PulseAudio takes 2 s.
 *
 * @throws {Error} naming the apt-get line when something is not installed
 */
export async function startVirtualMicrophone(
  name: SoundServerName = 'PulseAudio',
): Promise<VirtualMicrophone> {
  const kind = SOUND_SERVERS[name];
  await requirePrograms({
    ...kind.programs,
    pactl: 'pulseaudio-utils',
    paplay: 'pulseaudio-utils',
    parec: 'pulseaudio-utils',
  });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'virtual-microphone-'));
  const processes: ChildProcess[] = [];
  const playing = new Set<ChildProcess>();

  async function stop(): Promise<void> {
    await Promise.all([...playing].map(endProcess));
    // Clients before what they are connected to.
    for (const each of processes.toReversed()) await endProcess(each);
    await rm(folder, { recursive: true, force: true });
  }

  try {
    const server = await kind.start(folder, processes);
    const env = await clientVariables(folder, server);
    const clientEnv = { ...process.env, ...env };
    await firstAudio(processes, clientEnv, path.join(folder, 'server.log'));
    processes.push(startRoom(clientEnv));
    return { ...controls({ clientEnv, processes, playing, server }), env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Lets the speaker make the faint noise that every room has, far below speech: a microphone that
 * delivers nothing but zeros is one that is muted.
 */
function startRoom(env: NodeJS.ProcessEnv): ChildProcess {
  const second = Buffer.alloc(ROOM_RATE * 2);
  for (let i = 0; i < second.length; i += 2) {
    second.writeInt16LE(Math.round((Math.random() * 2 - 1) * ROOM_PEAK), i);
  }
  const room = spawn(
    'pacat',
    [
      ...['--playback', '--raw', '--latency-msec=100', `--device=${SPEAKER}`],
      ...[`--rate=${String(ROOM_RATE)}`, '--channels=1', '--format=s16le'],
    ],
    { env, stdio: ['pipe', 'ignore', 'ignore'] },
  );
  // It goes on for as long as it is read.
  const sound = new Readable({
    read() {
      this.push(second);
    },
  });
  room.stdin.on('error', () => sound.destroy()); // The server is gone.
  sound.pipe(room.stdin);
  return room;
}

/** By which programs find the server and nothing of the person's own. */
async function clientVariables(
  folder: string,
  { socket, env }: SoundServer,
): Promise<Readonly<Record<string, string>>> {
  const alsa = `${folder}/alsa.conf`;
  await writeFile(
    alsa,
    [
      // ALSA_CONFIG_PATH replaces the system's configuration, so that has to be included.
      '</usr/share/alsa/alsa.conf>',
      `pcm.!default { type pulse server "${socket}" }`,
      `ctl.!default { type pulse server "${socket}" }`,
      '',
    ].join('\n'),
  );
  return {
    ...env,
    PULSE_SERVER: socket,
    PULSE_SOURCE: MICROPHONE,
    PULSE_SINK: SPEAKER,
    // Without it libpulse creates a cookie in the person's ~/.config/pulse.
    PULSE_COOKIE: `${folder}/cookie`,
    AUDIODRIVER: 'pulseaudio',
    ALSA_CONFIG_PATH: alsa,
  };
}

function controls(world: {
  readonly clientEnv: NodeJS.ProcessEnv;
  readonly processes: readonly ChildProcess[];
  readonly playing: Set<ChildProcess>;
  readonly server: SoundServer;
}): Pick<VirtualMicrophone, 'play' | 'mute' | 'unloadSource' | 'killServer'> {
  const { clientEnv, processes, playing, server } = world;
  return {
    async play(wavPath) {
      const player = spawn('paplay', [`--device=${SPEAKER}`, wavPath], {
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
      await run('pactl', ['set-source-mute', MICROPHONE, on ? '1' : '0'], { env: clientEnv });
    },
    async unloadSource() {
      await run('pactl', ['unload-module', server.microphoneModule], { env: clientEnv });
    },
    async killServer() {
      const [daemon] = processes;
      if (daemon === undefined || hasEnded(daemon)) return;
      const exit = once(daemon, 'exit');
      daemon.kill('SIGKILL');
      await exit;
    },
  };
}

/** Resolves when a recorder receives audio; a recorder that comes before the server is up is started again. */
async function firstAudio(
  processes: readonly ChildProcess[],
  env: NodeJS.ProcessEnv,
  logPath: string,
): Promise<void> {
  const deadline = Date.now() + START_DEADLINE_MS;
  while (!(await receivesAudio(env, deadline - Date.now()))) {
    if (processes.some(hasEnded) || Date.now() >= deadline) {
      const log = await readFile(logPath, 'utf8').catch(() => '(no log)');
      throw new Error(`the sound server did not start:\n${log}`);
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

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { hasEnded } from './processes';
import { run } from './programs';
import { until } from './until';

/** The virtual speaker, and the microphone that hears it. */
export const SPEAKER = 'vspk';
export const MICROPHONE = 'vmic';

/** A sound server that is on, or about to be, with its loudspeaker and microphone. */
export interface SoundServer {
  /** Where libpulse's clients find it. */
  readonly socket: string;
  /** Variables by which others find it. */
  readonly env: Readonly<Record<string, string>>;
  /** The microphone, for `pactl unload-module`. */
  readonly microphoneModule: string;
}

/** One kind of server. */
interface ServerKind {
  /** The programs that it needs, by Debian package. */
  readonly programs: Readonly<Record<string, string>>;
  /**
   * Starts it in an empty folder.
   *
   * @param processes gets what was started, the server itself first, also where it fails
   */
  readonly start: (folder: string, processes: ChildProcess[]) => Promise<SoundServer>;
}

/** What current desktops run: PipeWire with its own PulseAudio server; and PulseAudio itself. */
export const SOUND_SERVERS = {
  PulseAudio: { programs: { pulseaudio: 'pulseaudio' }, start: startPulseAudio },
  PipeWire: {
    programs: {
      pipewire: 'pipewire-bin',
      'pipewire-pulse': 'pipewire-pulse',
      wireplumber: 'wireplumber',
      'dbus-daemon': 'dbus-daemon',
    },
    start: startPipeWire,
  },
} satisfies Readonly<Record<string, ServerKind>>;

export type SoundServerName = keyof typeof SOUND_SERVERS;

/** What a server process inherits: nothing that could lead it to the person's own. */
function serverEnvironment(folder: string): NodeJS.ProcessEnv {
  const { PATH = '', LANG = 'C.UTF-8' } = process.env;
  return {
    PATH,
    LANG,
    HOME: `${folder}/home`,
    XDG_RUNTIME_DIR: `${folder}/run`,
    XDG_CONFIG_HOME: `${folder}/config`,
    XDG_STATE_HOME: `${folder}/state`,
    PULSE_RUNTIME_PATH: `${folder}/run`,
    PULSE_STATE_PATH: `${folder}/config`,
  };
}

async function makeFolders(folder: string): Promise<void> {
  for (const name of ['run', 'config', 'state', 'home']) await mkdir(`${folder}/${name}`);
  // PulseAudio refuses a runtime folder that others may read.
  await chmod(`${folder}/run`, 0o700);
}

async function startPulseAudio(folder: string, processes: ChildProcess[]): Promise<SoundServer> {
  const socket = `${folder}/run/native`;
  await makeFolders(folder);
  await writeFile(
    `${folder}/default.pa`,
    [
      `load-module module-native-protocol-unix socket=${socket} auth-anonymous=1`,
      `load-module module-null-sink sink_name=${SPEAKER} rate=48000 channels=1 channel_map=mono sink_properties=device.description=VirtualSpeaker`,
      `load-module module-remap-source master=${SPEAKER}.monitor source_name=${MICROPHONE} source_properties=device.description=VirtualMicrophone`,
      // An idle null sink renders in blocks of 2 s; a permanent low-latency client keeps it at 20 ms.
      'load-module module-null-sink sink_name=drain rate=48000 channels=1 channel_map=mono',
      `load-module module-loopback source=${SPEAKER}.monitor sink=drain latency_msec=20 source_dont_move=true sink_dont_move=true`,
      `set-default-sink ${SPEAKER}`,
      `set-default-source ${MICROPHONE}`,
      '',
    ].join('\n'),
  );
  const daemon = spawn(
    'pulseaudio',
    [
      '-n',
      '--daemonize=no',
      '--use-pid-file=no',
      '--exit-idle-time=-1',
      '--disallow-exit=no',
      '--realtime=no',
      '--high-priority=no',
      `--log-target=newfile:${folder}/server.log`,
      '--log-level=notice',
      '-F',
      `${folder}/default.pa`,
    ],
    { stdio: 'ignore', env: serverEnvironment(folder) },
  );
  processes.push(daemon);
  return { socket: `unix:${socket}`, env: {}, microphoneModule: 'module-remap-source' };
}

async function startPipeWire(folder: string, processes: ChildProcess[]): Promise<SoundServer> {
  await makeFolders(folder);
  const bus = `${folder}/run/bus`;
  const socket = `unix:${folder}/run/native`;
  const env = { ...serverEnvironment(folder), DBUS_SESSION_BUS_ADDRESS: `unix:path=${bus}` };
  const start = (program: string, ...args: string[]): ChildProcess => {
    const child = spawn(program, args, { stdio: 'ignore', env });
    processes.push(child);
    return child;
  };
  const pipewire = start('pipewire');
  const listens = (file: string): Promise<true> =>
    until(`${file} to appear`, () => {
      if (hasEnded(pipewire)) throw new Error('PipeWire did not start');
      return existsSync(file) || undefined;
    });
  start(
    ...['dbus-daemon', '--session', '--nofork', '--nopidfile', '--nosyslog'],
    `--address=unix:path=${bus}`,
  );
  await Promise.all([listens(`${folder}/run/pipewire-0`), listens(bus)]);
  start('wireplumber');
  start('pipewire-pulse');
  await listens(`${folder}/run/native`);

  const pactl = (...args: string[]): Promise<string> =>
    run('pactl', args, { env: { ...process.env, PULSE_SERVER: socket } });
  const oneChannel = ['channels=1', 'channel_map=mono', 'rate=48000'];
  await pactl('load-module', 'module-null-sink', `sink_name=${SPEAKER}`, ...oneChannel);
  const microphone = await pactl(
    ...['load-module', 'module-remap-source', `master=${SPEAKER}.monitor`],
    ...[`source_name=${MICROPHONE}`, 'source_properties=device.description=VirtualMicrophone'],
  );
  await until(
    'the virtual microphone',
    async () =>
      (await pactl('list', 'short', 'sources')).includes(`\t${MICROPHONE}\t`) || undefined,
  );
  await pactl('set-default-sink', SPEAKER);
  await pactl('set-default-source', MICROPHONE);
  return {
    socket,
    env: { PIPEWIRE_RUNTIME_DIR: `${folder}/run` },
    microphoneModule: microphone.trim(),
  };
}

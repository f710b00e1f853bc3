import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { FRAME_MS } from '../core/pcm';
import type { AudioPlayer } from '../core/microphones';
import type { SampleRate } from '../core/settings';
import { encodeWav } from '../core/wav';
import { environmentVariable, findProgram, pathsOf, type Surroundings } from './find-program';
import { recorderSpawnOptions } from './spawn-recorder';
import { findSox } from './sox/find-sox';

/** A player that has not ended so long after its sound hangs. */
const END_DEADLINE_MS = 5000;

/** A program that plays sound. */
type Player = {
  readonly find: (surroundings: Surroundings) => string | undefined;
} & (
  | {
      /** It plays what it reads, and is told what that is. */
      readonly args: (rate: string) => readonly string[];
    }
  | {
      /** It plays a WAV file. */
      readonly fileArgs: (file: string) => readonly string[];
    }
);

const PLAYERS: readonly Player[] = [
  {
    find: (surroundings) => findProgram(['pacat'], surroundings),
    args: (rate) => [
      ...['--playback', '--raw', '--format=s16le', `--rate=${rate}`, '--channels=1'],
      // By itself it collects two seconds first.
      '--latency-msec=50',
    ],
  },
  {
    find: (surroundings) => findProgram(['aplay'], surroundings),
    args: (rate) => ['-q', '-t', 'raw', '-f', 'S16_LE', '-r', rate, '-c', '1'],
  },
  // These two come with their systems.
  {
    find: (surroundings) =>
      surroundings.platform === 'darwin' ? findProgram(['afplay'], surroundings) : undefined,
    fileArgs: (file) => [file],
  },
  {
    find: findPowerShell,
    fileArgs: (file) => [
      ...['-NoProfile', '-NonInteractive', '-Command'],
      `(New-Object System.Media.SoundPlayer '${file.replaceAll("'", "''")}').PlaySync()`,
    ],
  },
  {
    find: findSox,
    args: (rate) => [
      ...['-q', '-t', 'raw', '-e', 'signed-integer', '-b', '16', '-r', rate, '-c', '1', '-'],
      '--default-device',
    ],
  },
];

/** Plays through the first of them that is there. */
export function playThrough(surroundings: Surroundings): AudioPlayer {
  return (pcm, sampleRate, signal) => {
    for (const player of PLAYERS) {
      const program = player.find(surroundings);
      if (program === undefined) continue;
      const run = { surroundings, program, pcm, signal };
      return 'args' in player
        ? play({ ...run, args: player.args(String(sampleRate)), input: Buffer.concat(pcm) })
        : playFile({ ...run, fileArgs: player.fileArgs }, sampleRate);
    }
    return Promise.resolve(false);
  };
}

interface Playing {
  readonly surroundings: Surroundings;
  readonly program: string;
  readonly pcm: readonly Uint8Array[];
  readonly signal: AbortSignal;
}

async function playFile(
  run: Playing & { readonly fileArgs: (file: string) => readonly string[] },
  sampleRate: SampleRate,
): Promise<boolean> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'voice-dictation-'));
  try {
    const file = path.join(folder, 'sound.wav');
    const bytes = Buffer.concat(run.pcm);
    await writeFile(file, encodeWav({ bytes, sampleRate, encoding: 'pcm_s16le' }));
    return await play({ ...run, args: run.fileArgs(file), input: Buffer.of() });
  } catch {
    // No room on the disk: nothing is heard.
    return false;
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

function play({
  surroundings: { platform, env },
  program,
  args,
  input,
  pcm,
  signal,
}: Playing & { readonly args: readonly string[]; readonly input: Uint8Array }): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...recorderSpawnOptions(env, platform === 'win32' ? { AUDIODRIVER: 'waveaudio' } : {}),
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const end = (): void => void child.kill('SIGKILL');
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    child.once('error', () => {
      resolve(false);
    });
    child.once('close', (code) => {
      clearTimeout(deadline);
      signal.removeEventListener('abort', end);
      resolve(code === 0);
    });
    child.stdin.on('error', () => undefined); // It has ended: `close` tells.
    child.stdin.end(input);
    const deadline = setTimeout(end, END_DEADLINE_MS + pcm.length * FRAME_MS);
  });
}

/** Windows' own: it plays through what the person hears everything else by. */
function findPowerShell(surroundings: Surroundings): string | undefined {
  if (surroundings.platform !== 'win32') return undefined;
  const root = environmentVariable('SystemRoot', surroundings);
  const paths = pathsOf(surroundings);
  if (!paths.isAbsolute(root)) return undefined;
  const file = paths.join(root, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe');
  return surroundings.probe.isProgram(file) ? file : undefined;
}

import { spawn } from 'node:child_process';
import { FRAME_MS } from '../core/pcm';
import type { AudioPlayer } from '../core/microphones';
import { findProgram, type Surroundings } from './find-program';
import { recorderSpawnOptions } from './spawn-recorder';
import { findSox } from './sox/find-sox';

/** A player that has not ended so long after its sound hangs. */
const END_DEADLINE_MS = 5000;

/** Programs that play what they read, and how each is told what that is. */
const PLAYERS: readonly {
  readonly find: (surroundings: Surroundings) => string | undefined;
  readonly args: (rate: string) => readonly string[];
}[] = [
  {
    find: (surroundings) => findProgram(['pacat'], surroundings),
    args: (rate) => ['--playback', '--raw', '--format=s16le', `--rate=${rate}`, '--channels=1'],
  },
  {
    find: (surroundings) => findProgram(['aplay'], surroundings),
    args: (rate) => ['-q', '-t', 'raw', '-f', 'S16_LE', '-r', rate, '-c', '1'],
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
    for (const { find, args } of PLAYERS) {
      const file = find(surroundings);
      if (file !== undefined) return play(file, args(String(sampleRate)), pcm, signal);
    }
    return Promise.resolve(false);
  };

  function play(
    file: string,
    args: readonly string[],
    pcm: readonly Uint8Array[],
    signal: AbortSignal,
  ): Promise<boolean> {
    return new Promise((resolve) => {
      const { platform, env } = surroundings;
      const child = spawn(file, args, {
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
      child.stdin.end(Buffer.concat(pcm));
      const deadline = setTimeout(end, END_DEADLINE_MS + pcm.length * FRAME_MS);
    });
  }
}

import { createRequire } from 'node:module';
import path from 'node:path';
import { record } from 'node-record-lpcm16';
import { findProgram, type Surroundings } from '../find-program';
import { outputBuffer } from '../output-buffer';
import type { RecorderChild, RecorderCommand, RecorderProgram } from '../recorder-program';
import { recorderSpawnOptions } from '../spawn-recorder';
import type { RecordingSettings } from '../../core/settings';
import { findSox } from './find-sox';

/** Same name beside this file and beside the bundle; absolute, or lpcm16 looks in its own folder. */
const RECORDER_MODULE = path.join(__dirname, 'dictation-recorder.js');

/** Reads the one file that the first recording would otherwise read while somebody speaks. */
export function loadRecorderModule(): void {
  createRequire(__filename)(RECORDER_MODULE);
}

/** Mono PCM of 16 bits, for a rate in Hz. */
function sampleFormat(sampleRate: number): readonly string[] {
  return [
    ...['--rate', String(sampleRate)],
    ...['--channels', '1'],
    ...['--encoding', 'signed-integer'],
    ...['--bits', '16'],
  ];
}

/** How sox and rec write that to their standard output. */
function outputFormat(sampleRate: number): readonly string[] {
  return [...sampleFormat(sampleRate), ...['--endian', 'little'], ...['--type', 'raw'], '-'];
}

/** How much sound sox reads of its device at a time where that has our format, in seconds. */
const PIECE_SECONDS = 0.02;

/**
 * What sox reads of its device, and computes, at a time; with the default of 8192 the words come in lumps.
 * On macOS that is the device's buffer, too: of 1024 it would be 3 ms, and what a busy computer does not
 * fetch in 11 is lost (read in its source).
 */
function pieceOf(platform: NodeJS.Platform, sampleRate: number): number {
  if (platform === 'linux') return Math.round(sampleRate * PIECE_SECONDS);
  return platform === 'darwin' ? 8192 : 1024;
}

/** How it computes, and what it tells. */
function manners(platform: NodeJS.Platform, sampleRate: number): readonly string[] {
  return [
    ...['--buffer', String(pieceOf(platform, sampleRate))],
    // Failures only; on macOS also that sound was lost, which is a warning.
    platform === 'darwin' ? '-V2' : '-V1',
    '--no-show-progress',
  ];
}

/**
 * What the device is asked for. Linux' sound servers and ALSA's plugins convert, before the sound waits
 * in any buffer, and where a device refuses, sox takes what it has and converts itself. Elsewhere it is
 * opened in its own format, which every driver supports (docs/audio.md §2 and §3).
 */
function deviceFormat(platform: NodeJS.Platform, sampleRate: number): readonly string[] {
  return platform === 'linux' ? sampleFormat(sampleRate) : [];
}

/** sox, through node-record-lpcm16. Options before `--default-device` are the device's. */
export const sox: RecorderProgram = {
  name: 'sox',
  find: findSox,
  command: (file, settings, surroundings) => ({
    cmd: file,
    args: [
      ...manners(surroundings.platform, settings.sampleRate),
      ...deviceFormat(surroundings.platform, settings.sampleRate),
      '--default-device',
      ...outputFormat(settings.sampleRate),
    ],
    spawnOptions: recorderSpawnOptions(surroundings.env, soxVariables(settings, surroundings)),
    latencyMs: LATENCY_MS,
  }),
  spawn: spawnThroughLpcm16,
};

/** sox under the name by which it takes the default device by itself, and asks it for our format. */
export const rec: RecorderProgram = {
  name: 'rec',
  find: (surroundings) => findProgram(['rec'], surroundings),
  command: (file, settings, surroundings) => ({
    cmd: file,
    args: [
      ...manners(surroundings.platform, settings.sampleRate),
      ...outputFormat(settings.sampleRate),
    ],
    spawnOptions: recorderSpawnOptions(surroundings.env, soxVariables(settings, surroundings)),
    latencyMs: LATENCY_MS,
  }),
  spawn: spawnThroughLpcm16,
};

/**
 * From the server to sox' output: two of libpulse's fragments, and what sox computes at a time (docs/audio.md
 * §2, measured). Elsewhere the device's own buffers are of that size (read).
 */
const LATENCY_MS = 60;

function soxVariables(
  { device, sampleRate }: Pick<RecordingSettings, 'device' | 'sampleRate'>,
  surroundings: Surroundings,
): Readonly<Record<string, string>> {
  const { platform, env } = surroundings;
  return {
    // sox 14.4.2 finds no default device by itself on Windows (lpcm16 issue 58).
    ...(platform === 'win32' ? { AUDIODRIVER: env['AUDIODRIVER'] ?? 'waveaudio' } : {}),
    // Without it libpulse asks for fragments of 2 s, and the last 2 s are lost (docs/audio.md §2).
    PULSE_LATENCY_MSEC: '30',
    ...(device === '' ? {} : { AUDIODEV: device }),
    ...outputBuffer(sampleRate, surroundings),
  };
}

function spawnThroughLpcm16(command: RecorderCommand): RecorderChild {
  return record({ recorder: RECORDER_MODULE, command: () => command }).process;
}

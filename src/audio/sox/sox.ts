import { createRequire } from 'node:module';
import path from 'node:path';
import { record } from 'node-record-lpcm16';
import { findProgram, type Surroundings } from '../find-program';
import type { RecorderChild, RecorderCommand, RecorderProgram } from '../recorder-program';
import { recorderSpawnOptions } from '../spawn-recorder';
import type { RecordingSettings } from '../../core/settings';
import { findSox } from './find-sox';
import { outputBuffer } from './output-buffer';

/** Same name beside this file and beside the bundle; absolute, or lpcm16 looks in its own folder. */
const RECORDER_MODULE = path.join(__dirname, 'dictation-recorder.js');

/** Reads the one file that the first recording would otherwise read while somebody speaks. */
export function loadRecorderModule(): void {
  createRequire(__filename)(RECORDER_MODULE);
}

/** How sox and rec write raw mono PCM to their standard output, for a rate in Hz. */
function outputFormat(sampleRate: number): readonly string[] {
  return [
    ...['--rate', String(sampleRate)],
    ...['--channels', '1'],
    ...['--encoding', 'signed-integer'],
    ...['--bits', '16'],
    ...['--endian', 'little'],
    ...['--type', 'raw'],
    '-',
  ];
}

/** How it computes, and what it tells. */
function manners(platform: NodeJS.Platform): readonly string[] {
  return [
    // Bytes; with the default of 8192 the words come in lumps. On macOS that is the device's buffer, too:
    // of 1024 it would be 3 ms, and what a busy computer does not fetch in 11 is lost (read in its source).
    ...['--buffer', platform === 'darwin' ? '8192' : '1024'],
    // Failures only; on macOS also that sound was lost, which is a warning.
    platform === 'darwin' ? '-V2' : '-V1',
    '--no-show-progress',
  ];
}

/**
 * sox, through node-record-lpcm16. Format options stand after `--default-device`: the device is
 * opened in its own format, which every driver supports, and sox converts (docs/audio.md §3).
 */
export const sox: RecorderProgram = {
  name: 'sox',
  find: findSox,
  command: (file, settings, surroundings) => ({
    cmd: file,
    args: [
      ...manners(surroundings.platform),
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
    args: [...manners(surroundings.platform), ...outputFormat(settings.sampleRate)],
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

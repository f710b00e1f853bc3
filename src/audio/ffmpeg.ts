import { findProgram } from './find-program';
import type { RecorderProgram } from './recorder-program';
import { recorderSpawnOptions, spawnRecorder } from './spawn-recorder';

/** A fiftieth of a second of 16-bit samples, in bytes, for a rate in Hz. */
const BYTES_PER_FRAGMENT = 2 / 50;

/**
 * ffmpeg with PulseAudio's input, which PipeWire's server answers, too; on macOS with the system's
 * own. Begins later than the others, and takes the longest to stop (docs/audio.md §2).
 */
export const ffmpeg: RecorderProgram = {
  name: 'ffmpeg',
  find: (surroundings) => findProgram(['ffmpeg'], surroundings),
  command: (file, { device, sampleRate }, { env, platform }) => ({
    cmd: file,
    args: [
      '-hide_banner',
      // It would take keys for orders.
      '-nostdin',
      ...['-loglevel', 'error'],
      ...['-fflags', 'nobuffer'],
      ...(platform === 'darwin'
        ? ['-f', 'avfoundation', '-i', `:${device === '' ? 'default' : device}`]
        : [
            ...['-f', 'pulse'],
            ...['-sample_rate', String(sampleRate)],
            ...['-channels', '1'],
            ...['-fragment_size', String(sampleRate * BYTES_PER_FRAGMENT)],
            ...['-i', device === '' ? 'default' : device],
          ]),
      ...['-ar', String(sampleRate)],
      ...['-ac', '1'],
      ...['-f', 's16le'],
      ...['-flush_packets', '1'],
      'pipe:1',
    ],
    spawnOptions: recorderSpawnOptions(env),
  }),
  spawn: spawnRecorder,
};

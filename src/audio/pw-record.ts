import { findProgram } from './find-program';
import { outputBuffer } from './output-buffer';
import { PcmHeader } from './pcm-header';
import type { RecorderProgram } from './recorder-program';
import { recorderSpawnOptions, spawnRecorder } from './spawn-recorder';

/**
 * PipeWire's own recorder. Its option `--raw` is an error in 0.3.65, which is raw anyway; 1.4.2 has
 * less delay without it, and writes a header then, which `PcmHeader` takes away (docs/audio.md §2).
 */
export const pwRecord: RecorderProgram = {
  name: 'pw-record',
  find: (surroundings) => findProgram(['pw-record'], surroundings),
  command: (file, { device, sampleRate }, surroundings) => ({
    cmd: file,
    args: [
      ...['--format', 's16'],
      ...['--rate', String(sampleRate)],
      ...['--channels', '1'],
      ...['--latency', '20ms'],
      ...(device === '' ? [] : ['--target', device]),
      '-',
    ],
    spawnOptions: recorderSpawnOptions(surroundings.env, outputBuffer(sampleRate, surroundings)),
  }),
  spawn: spawnRecorder,
  headerStripper: () => new PcmHeader(),
};

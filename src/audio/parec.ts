import { findProgram } from './find-program';
import type { RecorderProgram } from './recorder-program';
import { recorderSpawnOptions, spawnRecorder } from './spawn-recorder';

/** PulseAudio's own recorder, which PipeWire's server answers, too. Of all the quickest (docs/audio.md §2). */
export const parec: RecorderProgram = {
  name: 'parec',
  find: (surroundings) => findProgram(['parec'], surroundings),
  command: (file, { device, sampleRate }, { env }) => ({
    cmd: file,
    args: [
      '--raw',
      '--format=s16le',
      `--rate=${String(sampleRate)}`,
      '--channels=1',
      // Without it fragments of 2 s are delivered, and the last two seconds are lost.
      '--latency-msec=20',
      '--client-name=Voice Dictation',
      ...(device === '' ? [] : [`--device=${device}`]),
    ],
    spawnOptions: recorderSpawnOptions(env),
  }),
  spawn: spawnRecorder,
};

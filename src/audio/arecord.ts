import { findProgram } from './find-program';
import type { RecorderProgram } from './recorder-program';
import { recorderSpawnOptions, spawnRecorder } from './spawn-recorder';

/** ALSA's own recorder; where there is a sound server, ALSA's default is that server. */
export const arecord: RecorderProgram = {
  name: 'arecord',
  find: (surroundings) => findProgram(['arecord'], surroundings),
  command: (file, { device, sampleRate }, { env }) => ({
    cmd: file,
    args: [
      '-q',
      ...['-t', 'raw'],
      ...['-f', 'S16_LE'],
      ...['-r', String(sampleRate)],
      ...['-c', '1'],
      // Microseconds; by itself it delivers lumps of 125 ms, and loses as much at the end.
      '--buffer-time=100000',
      '--period-time=20000',
      ...(device === '' || isSource(device) ? [] : ['-D', device]),
    ],
    spawnOptions: recorderSpawnOptions(
      env,
      isSource(device) ? { PULSE_SOURCE: device, PIPEWIRE_NODE: device } : {},
    ),
  }),
  spawn: spawnRecorder,
};

/** Whether it is a sound server's name (`alsa_input.usb-…`), which ALSA's plugins are told by variables. */
function isSource(device: string): boolean {
  return /^[^:]*\./.test(device);
}

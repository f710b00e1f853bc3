import type { RecorderCommand } from 'node-record-lpcm16';
import { childEnvironment } from '../../core/child-environment';
import type { RecordingSettings } from '../../core/settings';

/**
 * How sox records raw signed 16-bit little-endian mono PCM to its standard output.
 *
 * Format options stand after `--default-device`: the device is opened in its own format, which
 * every driver supports, and sox converts (docs/audio.md §3).
 *
 * @param soxPath absolute path of sox
 * @param env of which sox inherits what {@link childEnvironment} lets through; never changed
 */
export function soxCommand(
  soxPath: string,
  settings: Pick<RecordingSettings, 'device' | 'sampleRate'>,
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): RecorderCommand {
  return {
    cmd: soxPath,
    args: [
      // Bytes; with the default of 8192 the words come in lumps.
      ...['--buffer', '1024'],
      // Failures only: stderr is shown to people.
      '-V1',
      '--no-show-progress',
      '--default-device',
      ...['--rate', String(settings.sampleRate)],
      ...['--channels', '1'],
      ...['--encoding', 'signed-integer'],
      ...['--bits', '16'],
      ...['--endian', 'little'],
      ...['--type', 'raw'],
      '-',
    ],
    spawnOptions: {
      windowsHide: true,
      env: {
        // sox 14.4.2 finds no default device by itself on Windows (lpcm16 issue 58).
        ...(platform === 'win32' ? { AUDIODRIVER: 'waveaudio' } : {}),
        ...childEnvironment(env),
        // Without it libpulse asks for fragments of 2 s, and the last 2 s are lost (docs/audio.md
        // §2).
        PULSE_LATENCY_MSEC: '30',
        ...(settings.device === '' ? {} : { AUDIODEV: settings.device }),
      },
    },
  };
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { soxCommand } from '../../../../src/audio/sox/sox-command';

const ARGS = [
  '--buffer 1024 -V1 --no-show-progress --default-device',
  '--rate 16000 --channels 1 --encoding signed-integer --bits 16 --endian little --type raw -',
].flatMap((line) => line.split(' '));

test('sox records raw mono PCM at the asked rate, in small pieces, with low PulseAudio latency', () => {
  const env = { LANG: 'C', ASSEMBLYAI_API_KEY: 'secret' };
  const command = soxCommand('/bin/sox', { device: '', sampleRate: 16000 }, 'linux', env);
  assert.deepEqual(command, {
    cmd: '/bin/sox',
    args: ARGS,
    spawnOptions: { windowsHide: true, env: { LANG: 'C', PULSE_LATENCY_MSEC: '30' } },
  });
});

test('a device goes to sox as AUDIODEV, over one from the environment', () => {
  const inherited = { AUDIODEV: 'headset' };
  const command = soxCommand('sox', { device: 'USB mic', sampleRate: 48000 }, 'darwin', inherited);
  assert.deepEqual(command.spawnOptions.env, { AUDIODEV: 'USB mic', PULSE_LATENCY_MSEC: '30' });
  assert.deepEqual(inherited, { AUDIODEV: 'headset' });
});

test('without a device AUDIODEV of the environment stays', () => {
  const command = soxCommand('sox', { device: '', sampleRate: 8000 }, 'linux', { AUDIODEV: 'x' });
  assert.deepEqual(command.spawnOptions.env, { AUDIODEV: 'x', PULSE_LATENCY_MSEC: '30' });
});

test('on Windows sox is told its driver, unless the environment chooses one', () => {
  const settings = { device: '', sampleRate: 16000 } as const;
  const driver = (env: NodeJS.ProcessEnv) =>
    soxCommand('sox', settings, 'win32', env).spawnOptions.env?.['AUDIODRIVER'];
  assert.deepEqual([driver({}), driver({ AUDIODRIVER: 'wasapi' })], ['waveaudio', 'wasapi']);
});

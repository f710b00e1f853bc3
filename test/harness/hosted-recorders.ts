/**
 * `npx tsx test/harness/hosted-recorders.ts`: what can be known of recorders on a hosted machine of Windows or
 * macOS, which has at best a virtual sound card. Prints each, and fails where one is not so.
 */
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BuiltInRecorder } from '../../src/audio/find-program';
import { createRecorderFactory, installedRecorders } from '../../src/audio/start-recorder';
import type { RecorderName } from '../../src/core/settings';
import { openSource } from '../../src/recognition/on-device/store/source';
import { systemClock } from '../../src/ui/system-clock';
import { cachedBundle, fetchAddOn } from './pvrecorder';

/** Long enough for a device that wakes, and for a buffer to run over. */
const RECORDED_MS = 5000;

/** What a machine without a sound card is told by. */
const NO_DEVICE = new Set(['microphone-unavailable', 'recorder-no-data']);

async function main(): Promise<void> {
  const wanted = { recorder: 'auto', soxPath: '' } as const;
  const isWindows = process.platform === 'win32';
  const names = installedRecorders(wanted).map(({ name, file }) => {
    console.log(`found: ${name}, ${file}`);
    return name;
  });
  if (!names.includes('sox')) throw new Error('sox has just been installed, and is not found');
  const builtIn = isWindows ? await builtInOf('win32-x64') : undefined;
  for (const name of isWindows ? (['sox', 'pvrecorder'] as const) : (['sox'] as const)) {
    await record(name, builtIn);
  }
}

async function builtInOf(platform: 'win32-x64'): Promise<BuiltInRecorder> {
  const addOn = path.join(os.tmpdir(), 'pv_recorder.node');
  await fetchAddOn(
    platform,
    openSource('', (url, init) => fetch(url, init)),
    addOn,
  );
  return {
    addOn,
    program: await cachedBundle('src/audio/pvrecorder/child/main.ts', 'pvrecorder.js'),
  };
}

/** Sound comes without a word about lost sound and ends when it is told to; or there is no device, and that is told. */
async function record(recorder: RecorderName, builtIn: BuiltInRecorder | undefined): Promise<void> {
  const warnings: string[] = [];
  const quiet = (): void => undefined;
  const start = createRecorderFactory({
    clock: systemClock,
    log: { debug: quiet, info: quiet, error: quiet, warn: (line) => warnings.push(line) },
    ...(builtIn !== undefined && { builtIn }),
  });
  const settings = { soxPath: '', device: '', sampleRate: 16_000, encoding: 'pcm_s16le' } as const;
  const recording = start({ ...settings, recorder });
  let bytes = 0;
  let failure: string | undefined;
  recording.onDidReceiveAudio((pcm) => {
    bytes += pcm.length;
  });
  recording.onDidFail(({ reason, detail }) => {
    failure = reason;
    console.log(`${recorder}: ${reason}: ${detail}`);
  });
  await sleep(RECORDED_MS);
  await recording.stop();
  console.log(`${recorder}: ${String(bytes)} bytes, warnings: ${warnings.join('; ') || 'none'}`);
  const isRight =
    failure === undefined ? bytes > 0 && warnings.length === 0 : NO_DEVICE.has(failure);
  if (!isRight) throw new Error(`${recorder} does not do what it should`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
